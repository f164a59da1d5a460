/**
 * Who sees what for which purpose, written by hand after the matrix of roles and field groups and independent of the
 * partners' SDL. A row says which roles and which purposes; who sees it is a role of the row for a purpose of the row
 * that is also a purpose of that role.
 */
export type Rij = {
  readonly groep: string;
  readonly rollen: string;
  readonly doelen: string;
  readonly velden: readonly string[];
};

export function toegestaan(rij: Omit<Rij, 'velden'>, rol: string, doel: string): boolean {
  return (
    rij.rollen.split(' ').includes(rol) &&
    rij.doelen.split(' ').includes(doel) &&
    (doelenVan[rol] ?? '').split(' ').includes(doel)
  );
}

const doelenVan: Readonly<Record<string, string>> = {
  balie: 'intake',
  intaker: 'intake diagnose',
  klantmanager: 'intake diagnose reintegratie bemiddeling nazorg',
  werkcoach: 'intake diagnose reintegratie bemiddeling nazorg',
  inkomensconsulent: 'inkomen',
  consulent_bbz: 'inkomen',
  consulent_schuldhulp: 'reintegratie',
  consulent_inburgering: 'reintegratie',
  matchmaker: 'bemiddeling nazorg',
  arbeidsbemiddelaar: 'reintegratie bemiddeling nazorg',
  inkoopmakelaar: 'reintegratie',
  handhaver: 'handhaving',
  client: 'inzage',
  management: 'verantwoording',
  beheerder: 'beheer',
  partner_it: 'beheer',
};

const alles = 'intake diagnose inkomen reintegratie bemiddeling nazorg handhaving inzage';
/** Without the employers' side, for which neither the benefit nor the residence matters. */
const bestaan = 'intake diagnose inkomen reintegratie handhaving inzage';
const zoeken = 'intake diagnose reintegratie bemiddeling inzage';
const werken = 'intake diagnose reintegratie bemiddeling nazorg inzage';
const consulenten = 'consulent_bbz consulent_schuldhulp consulent_inburgering';

export const rijen: readonly Rij[] = [
  {
    groep: 'name and telephone number',
    rollen: `balie intaker klantmanager werkcoach inkomensconsulent matchmaker arbeidsbemiddelaar handhaver client ${consulenten}`,
    doelen: alles,
    velden: ['Persoon.naam', 'Persoonsnaam.volledigeNaam', 'Klantdossier.telefoonnummer'],
  },
  {
    groep: 'contact details, appointments, contact person',
    rollen: `balie intaker klantmanager werkcoach inkomensconsulent handhaver client ${consulenten}`,
    doelen: alles,
    velden: [
      'Klantdossier.emailadres',
      'Klantdossier.afspraken',
      'Klantdossier.contactpersoon',
      'Klantdossier.afgeschermd',
      'Afspraak.begin',
      'UwvAfspraak.datum',
      'Werkzoekende.contactpersoon',
      'Client.contactpersonen',
      'Aanspreekpunt.contactpersoon',
      'Persoon.geheimhouding',
    ],
  },
  {
    groep: 'date of birth and address',
    rollen: 'intaker klantmanager werkcoach inkomensconsulent handhaver client consulent_bbz',
    doelen: bestaan,
    velden: [
      'Persoon.geboortedatum',
      'Persoon.verblijfplaats',
      'Persoon.gemeenteVanInschrijving',
      'Verblijfplaats.postcode',
      'Persoon.geslacht',
    ],
  },
  {
    groep: 'which benefits run, since when',
    rollen: 'intaker klantmanager werkcoach inkomensconsulent handhaver client consulent_bbz',
    doelen: bestaan,
    velden: [
      'Client.bijstand',
      'Bijstand.uitkeringen',
      'Bijstandsuitkering.regeling',
      'Bijstandsuitkering.begindatum',
      'Client.werknemersverzekeringen',
      'UwvUitkering.einddatum',
      'Client.uwvAanvragen',
      'UwvBeslissing.beslissing',
    ],
  },
  {
    groep: 'benefit amounts, specifications, annual statements',
    rollen: 'inkomensconsulent handhaver client consulent_bbz',
    doelen: bestaan,
    velden: [
      'Client.uitkeringsspecificatie',
      'Client.jaaropgave',
      'Bijstandsperiode.betaalbaarGesteldCenten',
      'Bijstandsnorm.bedragCenten',
      'Dossierspecificatie.betaaldeBedragCenten',
      'Jaaropgaveregel.fiscaalLoonCenten',
      'UwvUitkeringsperiode.bedragen',
      'UwvBrutobedrag.brutoCenten',
      'BijzondereBijstand.omschrijving',
      'Uitkeringsinstantie.gemeentecode',
    ],
  },
  {
    groep: 'measures',
    rollen: 'klantmanager werkcoach inkomensconsulent handhaver client',
    doelen: bestaan,
    velden: ['Bijstandsuitkering.maatregelen', 'Bijstandsmaatregel.reden', 'UwvMaatregel.begindatum'],
  },
  {
    groep: 'claims, and what a measure costs',
    rollen: 'inkomensconsulent handhaver client',
    doelen: bestaan,
    velden: [
      'Bijstand.vorderingen',
      'Bijstandsvordering.saldoCenten',
      'Bijstandsmaatregel.verlagingCenten',
      'UwvMaatregel.kortingPercentage',
    ],
  },
  {
    groep: 'fraud findings',
    rollen: 'inkomensconsulent handhaver',
    doelen: bestaan,
    velden: [
      'Bijstandsvordering.fraude',
      'Fraudebevinding.hoogteBoete',
      'Bijstand.waarschuwingInlichtingenplicht',
    ],
  },
  {
    groep: 'employment (Polis)',
    rollen: 'intaker klantmanager werkcoach inkomensconsulent handhaver client',
    doelen: bestaan,
    velden: [
      'Client.inkomen',
      'Inkomen.inkomstenverhoudingen',
      'Inkomstenverhouding.werkgevernaam',
      'Inkomstenperiode.contract',
      'Client.uitkeringen',
      'Samenloop.werkgevernaam',
    ],
  },
  {
    groep: 'wages (Polis)',
    rollen: 'intaker inkomensconsulent handhaver client',
    doelen: 'intake inkomen handhaving inzage',
    velden: [
      'Inkomstenverhouding.opgaven',
      'Inkomstenopgave.svLoonCenten',
      'Inkomstenperiode.loonInclusiefWajong',
    ],
  },
  {
    groep: 'CV, competences, professions sought, availability',
    rollen: 'intaker klantmanager werkcoach matchmaker arbeidsbemiddelaar client',
    doelen: zoeken,
    velden: [
      'Werkzoekende.opleidingen',
      'Werkzoekende.competenties',
      'Werkzoekende.bemiddelingsberoepen',
      'Beroep.naam',
      'Beschikbaarheid.urenPerWeek',
      'Gedragscompetentie.omschrijving',
    ],
  },
  {
    groep: 'work capacity, wage value, indications, target group',
    rollen: 'intaker klantmanager werkcoach arbeidsbemiddelaar client',
    doelen: zoeken,
    velden: [
      'Client.loonwaarde',
      'Loonwaardemeting.loonwaardePercentage',
      'Client.indicaties',
      'Indicatie.advies',
      'Client.doelgroepregistratie',
      'DoelgroepGrondslag.grondslag',
      'Reintegratie.arbeidsvermogen',
      'Reintegratievoorziening.loonwaardePercentage',
      'Doelgroepbepaling.loonwaardePercentage',
      'Doelgroepbepaling.berustOp',
    ],
  },
  {
    groep: 'wage-value band',
    rollen: 'intaker klantmanager werkcoach matchmaker arbeidsbemiddelaar client',
    doelen: zoeken,
    velden: ['Client.doelgroep', 'Doelgroepbepaling.doelgroep', 'Doelgroepbepaling.bepaalbaarheid'],
  },
  {
    groep: 'class of incapacity for work',
    rollen: 'intaker klantmanager werkcoach client',
    doelen: 'intake diagnose reintegratie inzage',
    velden: ['Werknemersverzekeringen.arbeidsongeschiktheid', 'Arbeidsongeschiktheid.klasse'],
  },
  {
    groep: 'obstacles',
    rollen: 'klantmanager werkcoach client',
    doelen: 'intake diagnose reintegratie inzage',
    velden: [
      'Klantdossier.belemmeringen',
      'Klantdossier.opvallendheden',
      'Werkzoekende.knelpunten',
      'Knelpunt.omschrijving',
    ],
  },
  {
    groep: 'ladder step and what the municipality does itself',
    rollen: 'intaker klantmanager werkcoach arbeidsbemiddelaar client',
    doelen: zoeken,
    velden: [
      'Klantdossier.trede',
      'Tredevaststelling.trede',
      'Klantdossier.status',
      'Dienstverlening.soort',
      'Werkaanbod.omschrijving',
      'Tegenprestatie.omschrijving',
      'WorkFirst.gestartOp',
    ],
  },
  {
    groep: 'trajectories and provisions',
    rollen: 'intaker klantmanager werkcoach arbeidsbemiddelaar client inkoopmakelaar',
    doelen: zoeken,
    velden: [
      'Klantdossier.trajecten',
      'Traject.soort',
      'Client.reintegratie',
      'Reintegratievoorziening.soort',
    ],
  },
  {
    groep: 'civic integration',
    rollen: 'intaker klantmanager werkcoach arbeidsbemiddelaar client consulent_inburgering',
    doelen: zoeken,
    velden: ['Klantdossier.inburgering', 'Inburgeringstraject.status'],
  },
  {
    groep: 'debt counselling',
    rollen: 'klantmanager werkcoach client consulent_schuldhulp',
    doelen: 'intake diagnose reintegratie inzage',
    velden: ['Klantdossier.schuldhulpLoopt'],
  },
  {
    groep: 'SW employment, development plan, waiting list',
    rollen: 'intaker klantmanager werkcoach arbeidsbemiddelaar client',
    doelen: werken,
    velden: [
      'Client.swDienstverbanden',
      'SwDienstverband.soort',
      'Client.wachtlijst',
      'Wachtlijstplaats.plaats',
      'Client.ontwikkelplan',
      'Ontwikkelevaluatie.conclusie',
    ],
  },
  {
    groep: 'placements',
    rollen: 'intaker klantmanager werkcoach matchmaker arbeidsbemiddelaar client',
    doelen: werken,
    velden: ['Client.plaatsingen', 'Plaatsingen.plaatsingen', 'Plaatsing.functie', 'Plaatsing.werkgever'],
  },
  {
    groep: 'employers and vacancies',
    rollen: 'balie intaker klantmanager werkcoach matchmaker arbeidsbemiddelaar',
    doelen: werken,
    velden: [
      'Query.werkgevers',
      'Query.vacatures',
      'Werkgever.relatie',
      'Werkgeversrelatie.naam',
      'Handelsregisterinschrijving.naam',
      'Vacature.gegevens',
      'Vacaturegegevens.titel',
    ],
  },
  {
    groep: 'proposals and employer contacts',
    rollen: 'intaker klantmanager werkcoach matchmaker arbeidsbemiddelaar',
    doelen: werken,
    velden: [
      'Client.bemiddeling',
      'Voorstel.terugkoppeling',
      'Plaatsingsafspraak.instrument',
      'Werkgeversrelatie.contactmomenten',
      'Werkgeverscontactmoment.onderwerp',
      'Werkgever.contactenElders',
      'Werkgever.swPlaatsingen',
      'SwPlaatsingBijWerkgever.client',
    ],
  },
  {
    groep: 'candidates for a vacancy',
    rollen: 'klantmanager werkcoach matchmaker arbeidsbemiddelaar',
    doelen: 'bemiddeling',
    velden: ['Vacature.kandidaten', 'Vacature.kandidatenUwv', 'Kandidaat.client', 'Rangreden.graad'],
  },
  {
    groep: 'documents',
    rollen: 'klantmanager inkomensconsulent handhaver client',
    doelen: 'inkomen reintegratie handhaving inzage',
    velden: ['Client.documenten', 'Document.titel'],
  },
  {
    groep: 'tasks of the municipality’s own workers',
    rollen: 'klantmanager werkcoach',
    doelen: 'intake diagnose reintegratie nazorg',
    velden: ['Klantdossier.interneTaken', 'InterneTaak.onderwerp'],
  },
  {
    groep: 'signals',
    rollen: 'intaker klantmanager werkcoach inkomensconsulent',
    doelen: 'intake diagnose inkomen reintegratie nazorg',
    velden: ['Client.signalen', 'Signaal.regel', 'Signaal.vervaldatum'],
  },
  {
    groep: 'facts behind signals',
    rollen: 'intaker klantmanager werkcoach',
    doelen: 'intake diagnose reintegratie',
    velden: ['Signaal.feiten', 'Signaalfeit.waarde', 'Signalenoverzicht.bronnen'],
  },
  {
    groep: 'time line',
    rollen: 'klantmanager werkcoach',
    doelen: 'intake diagnose reintegratie',
    velden: ['Client.tijdlijn', 'Gebeurtenis.omschrijving'],
  },
  {
    groep: 'forms with what is known',
    rollen: 'intaker klantmanager werkcoach client',
    doelen: 'intake diagnose reintegratie inzage',
    velden: ['Client.voorinvulling', 'Formulierwaarde.waarde'],
  },
  {
    groep: 'caseload of a klantmanager, and whether a client is in it',
    rollen: 'klantmanager',
    doelen: werken,
    velden: ['WerkvoorraadKlantmanager.vanGemeente', 'WerkvoorraadKlantmanager.bevat'],
  },
  {
    groep: 'caseload of a werkcoach, and whether a client is in it',
    rollen: 'werkcoach',
    doelen: werken,
    velden: ['WerkvoorraadWerkcoach.vanUwv', 'WerkvoorraadWerkcoach.bevat'],
  },
  {
    groep: 'caseload of an arbeidsbemiddelaar, and whether a client is in it',
    rollen: 'arbeidsbemiddelaar',
    doelen: werken,
    velden: ['WerkvoorraadArbeidsbemiddelaar.vanSw', 'WerkvoorraadArbeidsbemiddelaar.bevat'],
  },
  {
    groep: 'caseload of a matchmaker, and whether a client is in it',
    rollen: 'matchmaker',
    doelen: werken,
    velden: ['WerkvoorraadMatchmaker.vanWsp', 'WerkvoorraadMatchmaker.bevat'],
  },
  {
    groep: 'asking to have the own data put right',
    rollen: 'client',
    doelen: 'inzage',
    velden: [
      'Mutation.meldOnjuistheidBijGemeente',
      'Mutation.meldOnjuistheidBijUwv',
      'Mutation.meldOnjuistheidBijSw',
      'Correctieverzoek.nummer',
    ],
  },
  {
    groep: 'figures',
    rollen: 'management',
    doelen: 'verantwoording',
    velden: [
      'Query.verantwoording',
      'VerantwoordingGemeente.totaal',
      'Verantwoording.samen',
      'Partnercijfers.instroom',
    ],
  },
];
