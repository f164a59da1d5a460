import { z } from 'zod';
import {
  type BronStub,
  json,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking, ContactElders, Werkgever } from '../../population/index.ts';

/** The most matches that are given back for one question. */
const maximum = 100;

const vraag = z.strictObject({
  vraagObject: z.looseObject({
    'werkgever.nummerKvk': z.object({ $eq: z.string().regex(/^\d{8}$/) }),
    datum: z.object({ $gte: z.iso.date() }).optional(),
  }),
});

/** The error body of VUM 3. The marker lets a test see whether it leaks. */
function vumFout(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): StubResponse {
  return json(status, { code, message, details: 'INTERN: db-host-7 stacktrace' }, headers);
}

/** The exchange of employer contacts between regions, simulated over VUM 3.0.0. */
export function createVumStub(wereld: StubWereld<Bevolking>): BronStub {
  let register: ReadonlyMap<string, Werkgever> | undefined;
  const antwoord = (verzoek: StubRequest): StubResponse => {
    const geweigerd = controleer(verzoek);
    if (geweigerd !== undefined) return geweigerd;
    const gelezen = vraag.safeParse(leesBody(verzoek.body));
    if (!gelezen.success) return vumFout(400, '400.01', 'Het bericht voldoet niet aan het contract.');
    const { 'werkgever.nummerKvk': kvk, datum } = gelezen.data.vraagObject;
    register ??= new Map(wereld.bevolking.werkgevers.map((w) => [w.kvkNummer, w]));
    const werkgever = register.get(kvk.$eq);
    const gevonden = (werkgever?.contactenElders ?? []).filter(
      (contact) => datum === undefined || contact.datum >= datum.$gte,
    );
    return json(
      200,
      {
        maximumAantalResultatenBereikt: gevonden.length > maximum,
        matches: gevonden
          .slice(0, maximum)
          .map((contact) => (werkgever === undefined ? {} : matchVan(contact, werkgever))),
      },
      antwoordkoppen(verzoek),
    );
  };
  return {
    bron: 'VUM',
    antwoord,
    faults: {
      'nothing-found': (verzoek) =>
        json(200, { maximumAantalResultatenBereikt: false, matches: [] }, antwoordkoppen(verzoek)),
      warning: (verzoek) => {
        const heel = antwoord(verzoek);
        return {
          ...heel,
          headers: { ...heel.headers, warning: '199 - "INTERN: db-host-7 a source did not answer"' },
        };
      },
      'server-error': () => vumFout(500, '500.01', 'Interne fout.'),
      // A valid answer of the sister service for vacancies.
      'wrong-shape': () =>
        json(200, { matches: [{ idVacature: 17, adres: { postcode: 'INTERN: db-host-7' } }] }),
      maintenance: () => vumFout(503, '503.01', 'De voorziening is in onderhoud.'),
      'rate-limited': () => vumFout(429, '429.01', 'Te veel vragen.', { 'retry-after': '30' }),
    },
  };
}

function controleer({ method, path, headers }: StubRequest): StubResponse | undefined {
  if (path !== '/api/v3/werkgeverscontactmomenten/matches') return vumFout(404, '404.01', 'Onbekend pad.');
  if (method !== 'POST') return vumFout(405, '405.01', 'Alleen POST.');
  const partijen = ['x-vum-fromparty', 'x-vum-toparty', 'x-vum-viaparty'] as const;
  if (partijen.some((naam) => !/^\d{20}$/.test(String(headers[naam] ?? '')))) {
    return vumFout(401, '401.01', 'De partijen zijn niet bekend.');
  }
  const versies = ['x-vum-berichtversie', 'api-version'] as const;
  if (versies.some((naam) => headers[naam] !== '3.0.0')) {
    return vumFout(400, '400.02', 'De versie wordt niet ondersteund.');
  }
  if (!['true', 'false'].includes(String(headers['x-vum-suwiparty']))) {
    return vumFout(400, '400.03', 'X-VUM-SUWIparty ontbreekt.');
  }
  if (!String(headers['content-type']).startsWith('application/json')) {
    return vumFout(400, '400.04', 'Alleen application/json.');
  }
  return undefined;
}

function leesBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The parties change places in the answer; the processor stays. */
function antwoordkoppen({ headers }: StubRequest): Record<string, string> {
  return {
    'x-vum-berichtversie': '3.0.0',
    'api-version': '3.0.0',
    'x-vum-fromparty': String(headers['x-vum-toparty'] ?? ''),
    'x-vum-toparty': String(headers['x-vum-fromparty'] ?? ''),
    'x-vum-viaparty': String(headers['x-vum-viaparty'] ?? ''),
  };
}

/** `MPWerkgeverscontactmomentMatch`. */
function matchVan(contact: ContactElders, werkgever: Werkgever): Readonly<Record<string, unknown>> {
  const { adres, contactpersoon, sbi } = werkgever;
  return {
    datum: contact.datum,
    codeOnderwerp: contact.onderwerp,
    codeSoort: contact.soort,
    accountmanager: {
      naam: contact.accountmanager.naam,
      naamOrganisatie: contact.organisatie,
      emailadres: contact.accountmanager.email,
      telefoonnummer: contact.accountmanager.telefoon,
    },
    werkgever: {
      handelsnaamOrganisatie: werkgever.handelsnamen[0] ?? werkgever.naam,
      nummerKvk: werkgever.kvkNummer,
      codeSbi: Number(sbi.code),
      ...(contact.soortAfspraken === undefined ? {} : { codeSoortAfspraken: contact.soortAfspraken }),
      erkendSbbLeerbedrijf: false,
      vestigingsadres: {
        straatnaam: adres.straat,
        huisnummer: adres.huisnummer,
        woonplaatsnaam: adres.woonplaats,
        postcode: adres.postcode,
        contactpersoonAfdeling: {
          naam: contactpersoon.naam,
          functie: contactpersoon.functie,
          emailadres: contactpersoon.email,
          telefoonnummer: contactpersoon.telefoon,
        },
      },
    },
  };
}
