import {
  type BronStub,
  json,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Adres, Bevolking, Datum, Naam, Persoon } from '../../population/index.ts';
import { type BrpVraag, controleer, probleem } from './stub-controle.ts';

/** The base register of persons over BRP Personen bevragen: everyone of the population, and nobody else. */
export function createBrpStub({ bevolking }: StubWereld<Bevolking>): BronStub {
  const antwoord = (request: StubRequest): StubResponse => {
    const gecontroleerd = controleer(request);
    if ('fout' in gecontroleerd) return gecontroleerd.fout;
    const { vraag } = gecontroleerd;
    const personen = zoekPersonen(vraag, bevolking).map((persoon) => ({
      ...kies(brpPersoon(persoon), vraag.fields),
      // Comes unasked, and only when it is so.
      ...(persoon.geheimhouding === true ? { geheimhoudingPersoonsgegevens: true } : {}),
    }));
    return ok(vraag, personen);
  };
  /** A fault that answers a question which is in order; a bad one is refused as always. */
  const bij = (maak: (vraag: BrpVraag) => StubResponse) => (request: StubRequest) => {
    const gecontroleerd = controleer(request);
    return 'fout' in gecontroleerd ? gecontroleerd.fout : maak(gecontroleerd.vraag);
  };
  return {
    bron: 'BRP',
    antwoord,
    faults: {
      'nothing-found': bij((vraag) => ok(vraag, [])),
      warning: (request) => {
        const gegevens = antwoord(request);
        const warning = '199 - "De gegevens zijn mogelijk niet actueel."';
        return { ...gegevens, headers: { ...gegevens.headers, warning } };
      },
      'server-error': () =>
        probleem(500, 'serverError', 'Interne server fout.', 'INTERN: db-host-7 stacktrace at gba.Query:41'),
      'wrong-shape': bij((vraag) => ok(vraag, [{ burgerservicenummer: 12345678, naam: 'onbekend' }])),
      maintenance: () =>
        probleem(
          503,
          'notAvailable',
          'Bronservice BRP is tijdelijk niet beschikbaar.',
          'INTERN: db-host-7 stacktrace maintenance until 06:00',
        ),
      'rate-limited': () =>
        probleem(
          429,
          'tooManyRequests',
          'Too many request',
          'INTERN: db-host-7 stacktrace quota',
          {},
          {
            'retry-after': '30',
          },
        ),
    },
  };
}

function ok(vraag: BrpVraag, personen: readonly object[]): StubResponse {
  return json(200, { type: vraag.type, personen }, { 'content-type': 'application/json; charset=utf-8' });
}

function zoekPersonen(vraag: BrpVraag, bevolking: Bevolking): readonly Persoon[] {
  if (vraag.type === 'RaadpleegMetBurgerservicenummer') {
    return vraag.burgerservicenummer.flatMap((bsn) => bevolking.perBsn.get(bsn) ?? []);
  }
  const naam = vereenvoudig(vraag.geslachtsnaam);
  const past = naam.endsWith('*')
    ? (geslachtsnaam: string) => geslachtsnaam.startsWith(naam.slice(0, -1))
    : (geslachtsnaam: string) => geslachtsnaam === naam;
  return bevolking.personen.filter(
    (persoon) =>
      // A partial date of birth never equals the complete one that was asked for.
      persoon.geboortedatum === vraag.geboortedatum && past(vereenvoudig(persoon.naam.geslachtsnaam)),
  );
}

/** Names are compared without case and diacritics. */
function vereenvoudig(naam: string): string {
  return naam.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

type Groep = { readonly [veld: string]: Groep | string | number | boolean | undefined };

function brpPersoon(persoon: Persoon): Groep {
  return {
    burgerservicenummer: persoon.bsn,
    geslacht: { code: persoon.geslacht, omschrijving: persoon.geslacht === 'M' ? 'man' : 'vrouw' },
    naam: brpNaam(persoon.naam),
    geboorte: { datum: abstractDatum(persoon.geboortedatum) },
    gemeenteVanInschrijving: {
      code: persoon.adres.gemeentecode,
      omschrijving: persoon.adres.gemeentenaam,
    },
    verblijfplaats: {
      type: 'Adres',
      functieAdres: { code: 'W', omschrijving: 'woonadres' },
      verblijfadres: brpAdres(persoon.adres),
    },
  };
}

function brpNaam(naam: Naam): Groep {
  const { voornamen, voorletters, voorvoegsel, geslachtsnaam } = naam;
  const volledigeNaam = [voornamen, voorvoegsel, geslachtsnaam]
    .filter((deel) => deel !== undefined)
    .join(' ');
  return { voornamen, voorletters, voorvoegsel, geslachtsnaam, volledigeNaam };
}

function brpAdres(adres: Adres): Groep {
  return {
    officieleStraatnaam: adres.straat,
    // The register cuts the short name at 24 positions.
    korteStraatnaam: adres.straat.slice(0, 24),
    huisnummer: adres.huisnummer,
    huisletter: adres.huisletter,
    huisnummertoevoeging: adres.toevoeging,
    postcode: adres.postcode,
    woonplaats: adres.woonplaats,
  };
}

const maanden =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

function abstractDatum(datum: Datum): Groep {
  const [jaar = '', maand = '', dag = ''] = datum.split('-');
  const naam = maanden[Number(maand) - 1] ?? '';
  if (jaar === 'XXXX') return { type: 'DatumOnbekend', onbekend: true, langFormaat: 'onbekend' };
  if (maand === 'XX') return { type: 'JaarDatum', jaar: Number(jaar), langFormaat: jaar };
  if (dag === 'XX') {
    return {
      type: 'JaarMaandDatum',
      jaar: Number(jaar),
      maand: Number(maand),
      langFormaat: `${naam} ${jaar}`,
    };
  }
  return { type: 'Datum', datum, langFormaat: `${Number(dag)} ${naam} ${jaar}` };
}

/** Only the fields that were asked for; the kind of a polymorphic group comes with every field of it. */
function kies(groep: Groep, velden: readonly string[], pad = ''): Groep {
  const gekozen: Record<string, Exclude<Groep[string], undefined>> = {};
  for (const [veld, waarde] of Object.entries(groep)) {
    if (waarde === undefined) continue;
    const volledig = pad + veld;
    if (velden.includes(volledig) || veld === 'type') gekozen[veld] = waarde;
    else if (typeof waarde === 'object' && velden.some((gevraagd) => gevraagd.startsWith(`${volledig}.`))) {
      gekozen[veld] = kies(waarde, velden, `${volledig}.`);
    }
  }
  return gekozen;
}
