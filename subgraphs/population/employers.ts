import { makeAdres } from './addresses.ts';
import { addDays, randomDate } from './dates.ts';
import { makeContacten } from './employer-contacts.ts';
import type { Branche, Datum, Werkgever } from './facts.ts';
import { emailVan, makeNaam, volledigeNaam } from './names.ts';
import { fiscaalNummer } from './numbers.ts';
import { createPrng, type Prng } from './prng.ts';
import type { Gemeente, Regio } from './regions.ts';
import type { Personeel } from './staff.ts';

type Soort = { readonly code: string; readonly omschrijving: string; readonly woorden: readonly string[] };

/** Activities with their SBI 2008 code, and words to make up a trade name from. */
const activiteiten: Readonly<Record<Branche, readonly Soort[]>> = {
  ZORG: [
    { code: '8710', omschrijving: 'Verpleeghuizen', woorden: ['Woonzorg', 'Zorghuis'] },
    { code: '88101', omschrijving: 'Thuiszorg', woorden: ['Thuiszorg', 'Wijkzorg'] },
    { code: '8891', omschrijving: 'Kinderopvang en peuterspeelzaalwerk', woorden: ['Kinderopvang'] },
  ],
  TUINBOUW: [
    {
      code: '0113',
      omschrijving: 'Teelt van groenten en wortel- en knolgewassen',
      woorden: ['Kwekerij', 'Tuinderij'],
    },
    { code: '0119', omschrijving: 'Teelt van overige eenjarige gewassen', woorden: ['Bloemenkwekerij'] },
    {
      code: '4622',
      omschrijving: 'Groothandel in bloemen en planten',
      woorden: ['Bloemenexport', 'Plantenhandel'],
    },
  ],
  MKB: [
    {
      code: '4711',
      omschrijving: 'Supermarkten en dergelijke winkels',
      woorden: ['Supermarkt', 'Buurtmarkt'],
    },
    { code: '56101', omschrijving: 'Restaurants', woorden: ['Eetcafé', 'Restaurant'] },
    { code: '81210', omschrijving: 'Interieurreiniging van gebouwen', woorden: ['Schoonmaakbedrijf'] },
    {
      code: '6920',
      omschrijving: 'Accountancy, belastingadvisering en administratie',
      woorden: ['Administratie'],
    },
  ],
  TECHNIEK: [
    { code: '4321', omschrijving: 'Elektrotechnische bouwinstallatie', woorden: ['Elektrotechniek'] },
    {
      code: '2511',
      omschrijving: 'Vervaardiging van metalen constructiewerken',
      woorden: ['Kassenbouw', 'Staalbouw'],
    },
    {
      code: '4322',
      omschrijving: 'Loodgieters- en fitterswerk; installatie',
      woorden: ['Installatietechniek'],
    },
  ],
  LOGISTIEK: [
    { code: '4941', omschrijving: 'Goederenvervoer over de weg', woorden: ['Transport', 'Koeltransport'] },
    {
      code: '52109',
      omschrijving: 'Opslag (niet in tanks en koelhuizen)',
      woorden: ['Opslag', 'Distributie'],
    },
  ],
};

const verdeling: readonly (readonly [Branche, number])[] = [
  ['TUINBOUW', 34],
  ['MKB', 26],
  ['ZORG', 16],
  ['LOGISTIEK', 13],
  ['TECHNIEK', 11],
];

const eigennamen = (
  'De Zonnehoek, Lentevreugd, Zeezicht, De Kreek, Morgenster, Het Anker, De Linde, Duinrand, De Gouden Kas, Voorwaarts, ' +
  'De Korenaar, Rozenhof, De Vaart, Ooievaar, De Horizon, Eendracht, De Ster, Nieuwland, De Brug, Waterkant'
).split(', ');

/** The employers of a region: everything made up, KvK numbers included. */
export function makeWerkgevers(regio: Regio, seedText: string, peildatum: Datum, personeel: Personeel) {
  const vergeven = new Set<string>();
  return Array.from({ length: regio.aantalWerkgevers }, (_, i): Werkgever => {
    const prng = createPrng(`${seedText}/werkgever/${i}`);
    return makeWerkgever(prng, i, regio, peildatum, personeel, vergeven);
  });
}

function makeWerkgever(
  prng: Prng,
  i: number,
  regio: Regio,
  peildatum: Datum,
  personeel: Personeel,
  vergeven: Set<string>,
): Werkgever {
  const branche = prng.weighted(verdeling);
  const { code, omschrijving, woorden } = prng.pick(activiteiten[branche]);
  const handelsnaam = kiesHandelsnaam(prng, woorden, vergeven);
  const rechtsvorm = prng.weighted([
    ['Besloten Vennootschap', 60],
    ['Eenmanszaak', 18],
    ['Vennootschap onder firma', 14],
    ['Stichting', branche === 'ZORG' ? 60 : 2],
  ] as const);
  const naam = rechtsvorm === 'Besloten Vennootschap' ? `${handelsnaam} B.V.` : handelsnaam;
  const geslacht = prng.pick(['M', 'V'] as const);
  const contact = volledigeNaam(makeNaam(prng, geslacht, 'NEDERLANDS'));
  const fiscaal = fiscaalNummer(1_000 + i);
  const gemeente = prng.weighted(gemeentenMetGewicht(regio));
  return {
    id: prng.uuid(),
    // Real numbers do not start with a nine (yet): these belong to nobody.
    kvkNummer: String(90_000_000 + i * 37 + 11),
    vestigingsnummer: `0000900${String(i + 1).padStart(5, '0')}`,
    naam,
    handelsnamen: prng.chance(0.15)
      ? [handelsnaam, `${handelsnaam} ${prng.pick(['Service', 'Totaal'])}`]
      : [handelsnaam],
    rechtsvorm,
    branche,
    sbi: { code, omschrijving },
    werkzamePersonen: prng.weighted([
      [prng.integer(1, 9), 45],
      [prng.integer(10, 49), 35],
      [prng.integer(50, 350), 20],
    ]),
    adres: makeAdres(prng, gemeente, true),
    registratiedatum: randomDate(prng, '1985-01-01', addDays(peildatum, -200)),
    loonheffingennummer: `${fiscaal}L01`,
    fiscaalNummer: fiscaal,
    contactpersoon: {
      id: prng.uuid(),
      naam: contact,
      functie: prng.pick(['Eigenaar', 'Personeelsfunctionaris', 'Bedrijfsleider', 'Teamleider']),
      telefoon: `${regio.netnummer}-${String(500 + i).padStart(10 - regio.netnummer.length, '0')}`,
      email: emailVan(contact, i + 1),
    },
    matchmaker: personeel.matchmakers[branche],
    contacten: makeContacten(prng, i, branche, peildatum, personeel),
  };
}

/** Where most people work; the first of equals. @throws RangeError when there is no employer */
export function grootsteWerkgever(werkgevers: readonly Werkgever[]): Werkgever {
  const [eerste, ...rest] = werkgevers;
  if (eerste === undefined) throw new RangeError('a region needs employers');
  return rest.reduce((een, ander) => (ander.werkzamePersonen > een.werkzamePersonen ? ander : een), eerste);
}

/** A name no other employer of the region has. */
function kiesHandelsnaam(prng: Prng, woorden: readonly string[], vergeven: Set<string>): string {
  for (let poging = 0; ; poging += 1) {
    const namen = prng.shuffle(eigennamen).slice(0, poging < 5 ? 1 : 2);
    const naam = [prng.pick(woorden), ...namen].join(' ');
    if (!vergeven.has(naam)) {
      vergeven.add(naam);
      return naam;
    }
  }
}

function gemeentenMetGewicht(regio: Regio): readonly (readonly [Gemeente, number])[] {
  return regio.gemeenten
    .filter((gemeente) => gemeente.buitenRegio === undefined)
    .map((gemeente) => [gemeente, gemeente.aantallen.bijstand]);
}
