import type { Rol } from '../../gateway/access/index.ts';

/** What a role is for and why its columns are as they are, for people who read the table. */
export const rolredenen: Readonly<Record<Rol, string>> = {
  balie: 'Reception: who stands at the counter and for whom; employers and vacancies.',
  intaker: 'First interviewer without a caseload: looks at intake and diagnosis only.',
  klantmanager:
    'The one contact person: sees most, but no amounts, and for bemiddeling and nazorg neither benefits nor residence.',
  werkcoach: 'UWV’s counterpart of the klantmanager; not the municipality’s documents.',
  inkomensconsulent: 'Lawfulness and payment of benefits; nothing of the way to work.',
  consulent_bbz:
    'Not in the matrix. Decides on the benefit of a self-employed person, so benefits and amounts as an inkomensconsulent; no wages and employment (Polis), measures, claims or fraud findings.',
  consulent_schuldhulp:
    'Not in the matrix but for debt counselling, which is all of it; beside it whom and how to reach. Debt counselling counts as support on the way to work, hence reintegratie.',
  consulent_inburgering:
    'Not in the matrix. Civic integration, and whom and how to reach; no benefit, no file.',
  matchmaker:
    'The employer’s one contact person: never benefits, residence, or more than the wage-value band.',
  arbeidsbemiddelaar: 'Places SW workers, beside the matchmaker; never benefits or residence.',
  inkoopmakelaar:
    'Not in the matrix. Buys trajectories: which trajectories and provisions run, under a pseudonym without a name; nothing that says why.',
  handhaver: 'Enforcement: lawfulness; nothing of the way to work.',
  client:
    'The citizen, own file only: all of it but fraud findings, the partners’ own tasks, and employers’ side.',
  management: 'Not in the matrix. Figures without persons, and the division of joint costs.',
  beheerder: 'Not in the matrix. Technical: no field of the graph.',
  partner_it: 'Not in the matrix. Schema and status of the own source: no field of the graph.',
};

/** Names of field groups, each by a field that is in it; in the order of the table. */
export const veldgroepen: readonly (readonly [naam: string, veld: string])[] = [
  ['naam en telefoon', 'Persoonsnaam.volledigeNaam'],
  ['contact, afspraken en contactpersoon', 'Afspraak.begin'],
  ['identiteit en adres', 'Verblijfplaats.straat'],
  ['uitkeringen', 'Bijstandsuitkering.regeling'],
  ['uitkeringsbedragen, specificaties en jaaropgaven', 'Dossierspecificatie.betaaldeBedragCenten'],
  ['maatregelen', 'Bijstandsmaatregel.reden'],
  ['vorderingen en bedragen van maatregelen', 'Bijstandsvordering.saldoCenten'],
  ['fraudebevindingen', 'Fraudebevinding.soortSanctie'],
  ['dienstverbanden en samenloop', 'Inkomstenverhouding.werkgevernaam'],
  ['lonen', 'Inkomstenopgave.svLoonCenten'],
  ['cv, beroepswensen en beschikbaarheid', 'Beroep.naam'],
  ['loonwaarde, indicaties en doelgroepregister', 'Loonwaardemeting.loonwaardePercentage'],
  ['loonwaardeklasse', 'Doelgroepbepaling.doelgroep'],
  ['trede', 'Tredevaststelling.trede'],
  ['arbeidsongeschiktheid', 'Arbeidsongeschiktheid.klasse'],
  ['belemmeringen', 'Knelpunt.omschrijving'],
  ['trajecten en voorzieningen', 'Traject.soort'],
  ['inburgering', 'Inburgeringstraject.status'],
  ['schuldhulp', 'Klantdossier.schuldhulpLoopt'],
  ['dossier', 'Contactmoment.onderwerp'],
  ['interne taken', 'InterneTaak.onderwerp'],
  ['documenten', 'Document.titel'],
  ['SW-dienstverband, ontwikkelplan en wachtlijst', 'SwDienstverband.soort'],
  ['plaatsingen', 'Plaatsing.functie'],
  ['plaatsingen bij een werkgever', 'SwPlaatsingBijWerkgever.functie'],
  ['werkgevers en vacatures', 'Vacaturegegevens.titel'],
  ['voorstellen en werkgeverscontacten', 'Voorstel.status'],
  ['kandidaten voor een vacature', 'Kandidaat.rang'],
  ['signalen', 'Signaal.regel'],
  ['feiten achter signalen', 'Signaalfeit.waarde'],
  ['tijdlijn', 'Gebeurtenis.soort'],
  ['voorinvulling', 'Formulierwaarde.waarde'],
  ['welke partners kennen de cliënt', 'Bekendheid.bekend'],
  ['zoeken', 'Query.zoekClient'],
  ['verwerkingen van de eigen gegevens', 'Verwerking.bron'],
  ['de cliënt', 'Query.client'],
  ['meer cliënten tegelijk', 'Query.clienten'],
  ['klantdossier', 'Client.klantdossier'],
  ['werkvoorraad', 'Query.werkvoorraad'],
  ['werkvoorraad van de klantmanager', 'WerkvoorraadKlantmanager.vanGemeente'],
  ['werkvoorraad van de werkcoach', 'WerkvoorraadWerkcoach.vanUwv'],
  ['werkvoorraad van de arbeidsbemiddelaar', 'WerkvoorraadArbeidsbemiddelaar.vanSw'],
  ['werkvoorraad van de matchmaker', 'WerkvoorraadMatchmaker.vanWsp'],
  ['keuze uit een werkvoorraad', 'Werkvoorraad.clienten'],
  ['keuze van de klantmanager', 'WerkvoorraadKlantmanager.clienten'],
  ['keuze van de werkcoach', 'WerkvoorraadWerkcoach.clienten'],
  ['keuze van de arbeidsbemiddelaar', 'WerkvoorraadArbeidsbemiddelaar.clienten'],
  ['keuze van de matchmaker', 'WerkvoorraadMatchmaker.clienten'],
  ['signalen over de werkvoorraad van de klantmanager', 'WerkvoorraadKlantmanager.naarSignaal'],
  ['signalen over de werkvoorraad van de werkcoach', 'WerkvoorraadWerkcoach.naarSignaal'],
  ['verantwoording', 'Partnercijfers.instroom'],
  ['waarden: wie het veld ziet dat ernaartoe leidt', 'Codewaarde.code'],
];
