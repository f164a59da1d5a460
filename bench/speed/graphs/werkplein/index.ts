/**
 * A Werkplein in miniature: the front office names a client, four partners each know a slice, and the
 * employer of a placement is known to another partner than the placement.
 */
import { readFileSync } from 'node:fs';
import { type Entity, type Graph, readGraphFiles } from '../graph.ts';

const aantalClienten = 100;
const aantalWerkgevers = 12;
const geraadpleegdOp = '2026-11-02T09:00:00.000Z';

const achternamen = ['van der Meer', 'Jansen', 'El Amrani', 'de Wit', 'Yilmaz', 'Bos', 'Pinas', 'Kuipers'];
const voornamen = ['Johanna', 'Peter', 'Samira', 'Klaas', 'Emine', 'Wouter', 'Ludwina', 'Ria', 'Bram'];
const straten = ['Dorpsstraat', 'Kasweg', 'Havenkade', 'Lijsterlaan', 'Veilingpad'];
const plaatsen = ['Naaldwijk', 'Monster', 'Wateringen', "'s-Gravenzande", 'De Lier'];
const beroepen = ['Oogstmedewerker', 'Inpakker', 'Orderpicker', 'Hovenier', 'Chauffeur', 'Schoonmaker'];
const treden = ['Geïsoleerd', 'Sociale contacten', 'Activiteiten', 'Onbetaald werk', 'Met ondersteuning'];

const uit = <T>(lijst: readonly T[], i: number): T => {
  const waarde = lijst[i % lijst.length];
  if (waarde === undefined) throw new RangeError('an empty list has no element');
  return waarde;
};
const datum = (jaar: number, i: number): string =>
  `${jaar}-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
const bron = (naam: string, i: number): Entity => ({
  bron: naam,
  uitkomst: i % 7 === 3 ? 'GEDEELTELIJK' : 'GEVONDEN',
  geraadpleegdOp,
  melding: i % 7 === 3 ? 'Een deel van de gegevens ontbreekt.' : null,
});
const medewerker = (i: number, functie: string): Entity => ({
  naam: `${uit(voornamen, i * 5 + 2)} ${uit(achternamen, i * 3 + 1)}`,
  functie,
  telefoonnummer: `0174-55${String(1000 + i)}`,
});

const werkgevers: readonly Entity[] = Array.from({ length: aantalWerkgevers }, (_leeg, i) => ({
  kvkNummer: String(69_000_000 + i * 137),
  handelsnaam: `${uit(['Kwekerij', 'Transport', 'Techniek', 'Groenbedrijf'], i)} ${uit(achternamen, i)} B.V.`,
  vestigingsplaats: uit(plaatsen, i),
  contactpersoon: medewerker(i + 20, 'Bedrijfsleider'),
}));
const vacatures: readonly Entity[] = werkgevers.map((werkgever, i) => ({
  id: `vacature-${i + 1}`,
  titel: uit(beroepen, i),
  urenPerWeek: 24 + (i % 3) * 8,
  werkgever,
}));
const clienten: readonly Entity[] = Array.from({ length: aantalClienten }, (_leeg, i) => client(i));
const clientByNummer = new Map(clienten.map((een) => [een['clientnummer'], een]));
const werkgeverByNummer = new Map(werkgevers.map((een) => [een['kvkNummer'], een]));
const vacatureById = new Map(vacatures.map((een) => [een['id'], een]));

/** Opaque to whoever reads it, as a pseudonym is. */
export function clientnummer(i: number): string {
  return `w1.bench${String(i + 1).padStart(4, '0')}`;
}

function uitkering(code: string, omschrijving: string, i: number): Entity {
  return {
    regeling: { code, omschrijving },
    begindatum: datum(2023, i),
    einddatum: i % 4 === 1 ? datum(2027, i) : null,
  };
}

function client(i: number): Entity {
  return {
    clientnummer: clientnummer(i),
    persoon: {
      bron: bron('BRP', i),
      volledigeNaam: `${uit(voornamen, i)} ${uit(achternamen, i)}`,
      geboortedatum: datum(1960 + (i % 40), i),
      verblijfplaats: {
        straat: uit(straten, i),
        huisnummer: i + 1,
        postcode: `26${String(70 + (i % 20))} AB`,
        woonplaats: uit(plaatsen, i),
      },
    },
    klantdossier: {
      bron: bron('KVS', i + 1),
      contactpersoon: medewerker(i % 9, 'Klantmanager'),
      trede: { trede: (i % 5) + 1, omschrijving: uit(treden, i), vastgesteldOp: datum(2026, i) },
      afspraken: [0, 1].map((n) => ({
        begin: `${datum(2026, i + n)}T10:00:00.000Z`,
        onderwerp: n === 0 ? 'Voortgangsgesprek' : 'Aanvraag uitkering',
        plaats: 'Werkplein Westland',
      })),
    },
    bijstand: {
      bron: bron('GWS', i + 2),
      uitkeringen: [uitkering('PW', 'Participatiewet', i)],
    },
    inkomen: {
      bron: bron('SUWINET_INKOMSTEN', i + 3),
      inkomstenverhoudingen: [0, 1].map((n) => ({
        werkgevernaam: uit(werkgevers, i + n)['handelsnaam'],
        soort: { code: '15', omschrijving: 'Loon of salaris' },
        begindatum: datum(2025, i + n),
        einddatum: n === 0 ? datum(2026, i) : null,
        svLoonCenten: 120_000 + i * 1_750 + n * 30_000,
      })),
    },
    werkzoekende: {
      bron: bron('SUWINET_WERKZOEKENDE', i + 4),
      contactpersoon: medewerker((i % 9) + 10, 'Werkcoach'),
      bemiddelingsberoepen: [uit(beroepen, i), uit(beroepen, i + 1)],
      urenPerWeek: 16 + (i % 6) * 4,
    },
    werknemersverzekeringen: {
      bron: bron('SUWINET_WERKNEMERSVERZEKERINGEN', i + 5),
      uitkeringen: [uitkering('WW', 'Werkloosheidswet', i + 1)],
    },
    plaatsingen: {
      bron: bron('SW_ADMINISTRATIE', i + 6),
      plaatsingen: [0, 3].map((n) => ({
        soort: { code: 'DET', omschrijving: 'Detachering' },
        functie: uit(beroepen, i + n),
        begindatum: datum(2024, i + n),
        einddatum: n === 0 ? datum(2025, i) : null,
        werkgever: uit(werkgevers, i + n),
      })),
    },
    wachtlijst: {
      bron: bron('SW_WACHTLIJST', i + 7),
      plaats: i % 3 === 0 ? i + 1 : null,
      aangemeldOp: i % 3 === 0 ? datum(2022, i) : null,
    },
    bemiddeling: {
      bron: bron('CRM', i + 8),
      voorstellen: [0, 5].map((n) => ({
        voorgesteldOp: datum(2026, i + n),
        status: n === 0 ? 'GESPREK' : 'VOORGESTELD',
        vacature: uit(vacatures, i + n),
      })),
    },
  };
}

const folder = new URL('./', import.meta.url);

export const werkplein: Graph = {
  name: 'werkplein',
  ...readGraphFiles(
    folder,
    ['balie', 'gemeente', 'uwv', 'sw', 'wsp'],
    readFileSync(new URL('value-types.graphql', folder), 'utf8'),
  ),
  query: {
    client: ({ clientnummer: nummer }) => clientByNummer.get(nummer),
    clienten: ({ clientnummers }) =>
      Array.isArray(clientnummers) ? clientnummers.map((nummer: unknown) => clientByNummer.get(nummer)) : [],
  },
  entities: {
    Client: ({ clientnummer: nummer }) => clientByNummer.get(nummer),
    Werkgever: ({ kvkNummer }) => werkgeverByNummer.get(kvkNummer),
    Vacature: ({ id }) => vacatureById.get(id),
  },
};
