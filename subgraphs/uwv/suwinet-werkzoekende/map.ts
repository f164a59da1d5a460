import { codewaardeOfNull, utcUitNederlandseTijd } from '../../kit/index.ts';
import { opleidingsniveaus, opleidingsstatussen, rijbewijzen, vervoermiddelen } from '../codes.ts';
import type {
  Beroep,
  Beschikbaarheid,
  Contactpersoon,
  Flexibiliteit,
  GevolgdeOpleiding,
  Knelpunt,
  Mobiliteit,
  UwvAfspraak,
  Werkzoekende,
  Werkzoekendeninschrijving,
} from '../generated/resolvers.ts';
import { laatstLopende } from '../lopend.ts';
import type { Antwoord } from './messages.ts';

type AtlRelatie = Antwoord['ClientSuwi']['AtlRelatie'][number];
type Kwalificaties = NonNullable<AtlRelatie['Arbeidsmarktkwalificaties']>;
type Dienstverlening = AtlRelatie['DienstverleningUwvWb'][number];

/**
 * The jobseeker's file of the relation that runs, or else ended last; an older relation is history
 * that the front office has no task with. Obstacles come from all services within that relation.
 */
export function mapWerkzoekende({ ClientSuwi: client }: Antwoord): Omit<Werkzoekende, 'bron'> {
  const atl = laatstLopende(client.AtlRelatie, (a) => ({ begin: a.DatBAtlRelatie, einde: a.DatEAtlRelatie }));
  const kwalificaties = atl?.Arbeidsmarktkwalificaties;
  const bemiddeling = atl?.BeschikbaarClientVoorBemiddeling;
  const diensten = atl?.DienstverleningUwvWb ?? [];
  const dienst = laatstLopende(diensten, (d) => ({ begin: d.DatBDvlUwvWb, einde: d.DatEDvlUwvWb }));
  return {
    inschrijving: mapInschrijving(atl?.InschrijvingsgegevensUwvWb ?? []),
    contactpersoon: mapContactpersoon(dienst?.ContactpersoonAfd),
    bemiddelingsberoepen: (atl?.Bemiddelingsberoep ?? []).map(mapBeroep),
    beschikbaarheid: mapBeschikbaarheid(atl?.BeschikbaarheidClientVoorArbeid),
    mobiliteit: mapMobiliteit(atl?.Mobiliteit),
    flexibiliteit: mapFlexibiliteit(atl?.Flexibiliteit),
    opleidingen: mapOpleidingen(kwalificaties),
    werkervaring: (kwalificaties?.Werkervaring ?? []).map((ervaring) => ({
      beroep: mapBeroep(ervaring),
      jaren: ervaring.AantJarenWerkzaamInBeroep ?? null,
    })),
    rijbewijzen: (kwalificaties?.Rijbewijs ?? []).flatMap(
      (rijbewijs) => codewaardeOfNull(rijbewijs.CdSrtRijbewijs, rijbewijzen) ?? [],
    ),
    competenties: (kwalificaties?.Gedragscompetentie ?? []).map((competentie) => ({
      code: competentie.CdGedragscompetentie ?? null,
      omschrijving: competentie.OmsGedragscompetentie ?? null,
    })),
    knelpunten: diensten.flatMap((d) => d.KnelpuntKlantsituatie.map(mapKnelpunt)),
    directBemiddelbaar: bemiddeling?.IndDirectBemiddelbaar ?? null,
    nietBemiddelbaarTot: bemiddeling?.DatEPeriodeNietBemiddelbaar ?? null,
    afspraken: (atl?.AfspraakKlantMetUwvWb ?? []).map(mapAfspraak),
  };
}

function mapInschrijving(
  inschrijvingen: AtlRelatie['InschrijvingsgegevensUwvWb'],
): Werkzoekendeninschrijving | null {
  const inschrijving = laatstLopende(inschrijvingen, (i) => ({
    begin: i.DatInschrijvingUwvWb,
    einde: i.DatEInschrijvingUwvWb,
  }));
  if (inschrijving === undefined) return null;
  return {
    begindatum: inschrijving.DatInschrijvingUwvWb ?? null,
    einddatum: inschrijving.DatEInschrijvingUwvWb ?? null,
    geldigTot: inschrijving.DatEGeldigheidInschrijvingUwvWb ?? null,
    reden: codewaardeOfNull(inschrijving.CdInschrijfredenUwvWb),
    redenEinde: codewaardeOfNull(inschrijving.CdRedenEindeInschrijvingUwvWb),
  };
}

/** Suwinet gives the name of the contact person only. */
function mapContactpersoon(contactpersoon: Dienstverlening['ContactpersoonAfd']): Contactpersoon | null {
  const naam = contactpersoon?.NaamContactpersoonAfd;
  return naam === undefined ? null : { naam, functie: null, telefoonnummer: null, emailadres: null };
}

function mapBeroep(beroep: AtlRelatie['Bemiddelingsberoep'][number]): Beroep {
  return {
    code: beroep.BeroepsnaamGecodeerd?.CdBeroepsnaam ?? null,
    naam:
      beroep.BeroepsnaamGecodeerd?.OmsBeroepsnaam ??
      beroep.BeroepsnaamOngecodeerd?.NaamBeroepOngecodeerd ??
      null,
  };
}

function mapBeschikbaarheid(
  beschikbaar: AtlRelatie['BeschikbaarheidClientVoorArbeid'],
): Beschikbaarheid | null {
  if (beschikbaar === undefined) return null;
  return {
    begindatum: beschikbaar.DatBBeschikbaarVoorArbeid ?? null,
    einddatum: beschikbaar.DatEBeschikbaarVoorArbeid ?? null,
    urenPerWeek: beschikbaar.AantUrenWeekBeschikbVoorArbeid ?? null,
  };
}

function mapMobiliteit(mobiliteit: AtlRelatie['Mobiliteit']): Mobiliteit | null {
  if (mobiliteit === undefined) return null;
  return {
    reistijdMinuten: mobiliteit.Reistijd ?? null,
    vervoermiddel: codewaardeOfNull(mobiliteit.CdVervoermiddel, vervoermiddelen),
    bereidTeVerhuizen: mobiliteit.IndBereidheidTeVerhuizen ?? null,
  };
}

function mapFlexibiliteit(flexibiliteit: AtlRelatie['Flexibiliteit']): Flexibiliteit | null {
  if (flexibiliteit === undefined) return null;
  return {
    ingeschrevenBijUitzendbureaus: flexibiliteit.IndIngeschrevenBijUitzendbureaus ?? null,
    buitenBeroepswens: flexibiliteit.IndBereidZoekenBuitenBeroepswens ?? null,
    onderEigenNiveau: flexibiliteit.IndBereidBeroepOnderEigenNiveau ?? null,
    zwaarOfVuilWerk: flexibiliteit.IndBereidZwaarVuilWerk ?? null,
    onregelmatigWerk: flexibiliteit.IndBereidOnregelmatigWerk ?? null,
  };
}

/** Coded education first, then that in free words; their order among each other is lost in parsing. */
function mapOpleidingen(kwalificaties: Kwalificaties | undefined): GevolgdeOpleiding[] {
  const gecodeerd = (kwalificaties?.OpleidingsnaamGecodeerd ?? []).map((opleiding) => ({
    code: opleiding.CdOpleidingsnaam ?? null,
    naam: opleiding.OmsOpleidingsnaam ?? null,
    ...mapOpleiding(opleiding),
  }));
  const ongecodeerd = (kwalificaties?.OpleidingsnaamOngecodeerd ?? []).map((opleiding) => ({
    code: null,
    naam: opleiding.NaamOpleidingOngecodeerd ?? null,
    ...mapOpleiding(opleiding),
  }));
  return [...gecodeerd, ...ongecodeerd];
}

function mapOpleiding(
  opleiding: Omit<Kwalificaties['OpleidingsnaamOngecodeerd'][number], 'NaamOpleidingOngecodeerd'>,
): Omit<GevolgdeOpleiding, 'code' | 'naam'> {
  return {
    niveau: codewaardeOfNull(opleiding.CdNiveauOpleiding, opleidingsniveaus),
    status: codewaardeOfNull(opleiding.CdStatusOpleiding, opleidingsstatussen),
    diploma: opleiding.IndDiploma ?? null,
    diplomadatum: opleiding.DatDiploma ?? null,
    begindatum: opleiding.DatBVolgenOpleiding ?? null,
    einddatum: opleiding.DatEVolgenOpleiding ?? null,
  };
}

function mapKnelpunt(knelpunt: Dienstverlening['KnelpuntKlantsituatie'][number]): Knelpunt {
  return {
    soort: codewaardeOfNull(knelpunt.CdTypeKnelpuntKlant),
    omschrijving: knelpunt.OmsKnelpuntKlant ?? null,
    begindatum: knelpunt.DatBKnelpuntKlant ?? null,
    einddatum: knelpunt.DatEKnelpuntKlant ?? null,
    redenEinde: codewaardeOfNull(knelpunt.CdRedenEKnelpuntKlant),
  };
}

function mapAfspraak(afspraak: AtlRelatie['AfspraakKlantMetUwvWb'][number]): UwvAfspraak {
  const { DatTijdBAfspraakKlantUwvWb: begin, DatTijdEAfspraakKlantUwvWb: einde } = afspraak;
  return {
    soort: codewaardeOfNull(afspraak.CdTypeAfspraakKlantUwvWb),
    onderwerp: afspraak.OmsOnderwerpAfspraakKlantUwvWb ?? null,
    datum: begin?.datum ?? einde?.datum ?? null,
    begin: begin === undefined ? null : utcUitNederlandseTijd(begin),
    einde: einde === undefined ? null : utcUitNederlandseTijd(einde),
    contactpersoon: mapContactpersoon(afspraak.ContactpersoonAfd),
  };
}
