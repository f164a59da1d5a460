import {
  type Codetabel,
  type Codewaarde,
  codewaarde,
  codewaardeOfNull,
  type DatumOnvolledig,
} from '../../kit/index.ts';
import type { Persoon, Verblijfplaats } from '../generated/resolvers.ts';
import type { AbstractDatum, BrpPersoon, BrpVerblijfplaats, Waardetabel } from './messages.ts';

/** A person of the BRP as the graph shows it. The burgerservicenummer stays behind. */
export function mapPersoon(persoon: BrpPersoon): Omit<Persoon, 'bron'> {
  const { naam, geboorte } = persoon;
  return {
    naam:
      naam === undefined
        ? null
        : {
            voornamen: naam.voornamen ?? null,
            voorletters: naam.voorletters ?? null,
            voorvoegsel: naam.voorvoegsel ?? null,
            geslachtsnaam: naam.geslachtsnaam ?? null,
            volledigeNaam: naam.volledigeNaam ?? null,
          },
    geslacht: mapWaarde(persoon.geslacht, geslachten),
    geboortedatum: mapDatum(geboorte?.datum),
    geboorteplaats: mapBenaming(geboorte?.plaats),
    verblijfplaats: persoon.verblijfplaats === undefined ? null : mapVerblijfplaats(persoon.verblijfplaats),
    gemeenteVanInschrijving: mapWaarde(persoon.gemeenteVanInschrijving),
    geheimhouding: persoon.geheimhoudingPersoonsgegevens ?? false,
    opschortingBijhouding: mapWaarde(persoon.opschortingBijhouding?.reden),
    inOnderzoek: veldenInOnderzoek(persoon),
  };
}

/** The paths of all fields under investigation, e.g. `naam.voornamen`; empty when there are none. */
export function veldenInOnderzoek(persoon: BrpPersoon): string[] {
  const { naam, geboorte, verblijfplaats } = persoon;
  return [
    ...aangeduid('', persoon.inOnderzoek),
    ...aangeduid('naam.', naam?.inOnderzoek),
    ...aangeduid('geboorte.', geboorte?.inOnderzoek),
    ...aangeduid('verblijfplaats.', verblijfplaats?.inOnderzoek),
    ...aangeduid('verblijfplaats.verblijfadres.', verblijfplaats?.verblijfadres?.inOnderzoek),
  ];
}

/** Fields are flagged with `true`; the dates beside them say since when. */
function aangeduid(pad: string, inOnderzoek: Readonly<Record<string, unknown>> = {}): string[] {
  return Object.entries(inOnderzoek)
    .filter(([, waarde]) => waarde === true)
    .map(([veld]) => pad + veld);
}

function mapDatum(datum: AbstractDatum | undefined): DatumOnvolledig | null {
  if (datum === undefined) return null;
  switch (datum.type) {
    case 'Datum':
      return datum.datum;
    case 'JaarMaandDatum':
      return `${cijfers(datum.jaar, 4)}-${cijfers(datum.maand, 2)}-XX`;
    case 'JaarDatum':
      return `${cijfers(datum.jaar, 4)}-XX-XX`;
    case 'DatumOnbekend':
      return 'XXXX-XX-XX';
    default:
      return datum satisfies never;
  }
}

function cijfers(waarde: number, lengte: number): string {
  return String(waarde).padStart(lengte, '0');
}

const geslachten: Codetabel = { M: 'man', V: 'vrouw', O: 'onbekend' };

/** A value of a national table; the source's own description goes before ours. */
function mapWaarde(waarde: Waardetabel | undefined, bekend: Codetabel = {}): Codewaarde | null {
  const gecodeerd = codewaardeOfNull(waarde?.code, bekend);
  return gecodeerd && { ...gecodeerd, omschrijving: waarde?.omschrijving ?? gecodeerd.omschrijving };
}

/** Places and countries abroad may come by name only. */
function mapBenaming(waarde: Waardetabel | undefined): string | null {
  return waarde?.omschrijving ?? waarde?.code ?? null;
}

const soorten: Codetabel = {
  Adres: 'adres in Nederland',
  VerblijfplaatsBuitenland: 'verblijfplaats buiten Nederland',
  Locatie: 'locatie zonder adres',
  VerblijfplaatsOnbekend: 'verblijfplaats onbekend',
};

function mapVerblijfplaats(verblijfplaats: BrpVerblijfplaats): Verblijfplaats {
  const adres = verblijfplaats.verblijfadres;
  const regels = [adres?.regel1, adres?.regel2, adres?.regel3].filter((regel) => regel !== undefined);
  return {
    soort: codewaarde(verblijfplaats.type, soorten),
    functieAdres: mapWaarde(verblijfplaats.functieAdres),
    straat: adres?.officieleStraatnaam ?? adres?.korteStraatnaam ?? null,
    huisnummer: adres?.huisnummer ?? null,
    huisletter: adres?.huisletter ?? null,
    huisnummertoevoeging: adres?.huisnummertoevoeging ?? null,
    aanduidingBijHuisnummer: mapWaarde(adres?.aanduidingBijHuisnummer),
    postcode: adres?.postcode ?? null,
    woonplaats: adres?.woonplaats ?? null,
    locatiebeschrijving: adres?.locatiebeschrijving ?? null,
    adresregels: regels.length > 0 ? regels : null,
    land: mapBenaming(adres?.land),
    datumVan: mapDatum(verblijfplaats.datumVan),
    vastgesteldVerblijftNietOpAdres: verblijfplaats.indicatieVastgesteldVerblijftNietOpAdres ?? false,
  };
}
