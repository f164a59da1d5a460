import {
  type BronStub,
  jjjjmmddVan,
  json,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking, Werkgever } from '../../population/index.ts';

const hal = { 'content-type': 'application/hal+json' };

/** The error body of the KvK API. The marker lets a test see whether it leaks. */
function kvkFout(
  status: number,
  code: string,
  omschrijving: string,
  headers: Record<string, string> = {},
): StubResponse {
  return json(
    status,
    { fout: [{ code, omschrijving: `${omschrijving} (INTERN: db-host-7 stacktrace)` }] },
    headers,
  );
}

function nietLeverbaar(kvkNummer: string): StubResponse {
  return kvkFout(
    404,
    'IPD0005',
    `Op basis van het KVK-nummer ${kvkNummer} kan het product niet worden geleverd.`,
  );
}

/** The Handelsregister, simulated over the KvK Basisprofiel API v1. */
export function createKvkStub(wereld: StubWereld<Bevolking>): BronStub {
  let register: ReadonlyMap<string, Werkgever> | undefined;
  const antwoord = (vraag: StubRequest): StubResponse => {
    const { headers, method, path, origin } = vraag;
    if (headers['apikey'] === undefined || headers['apikey'] === '') {
      return json(401, { message: 'Unauthorized, INTERN: db-host-7 stacktrace' });
    }
    if (method !== 'GET' || !String(headers.accept).includes('application/hal+json')) {
      return kvkFout(406, 'IPD1998', 'Dit verzoek wordt niet ondersteund.');
    }
    const [, kvkNummer, lijst] = /^\/api\/v1\/basisprofielen\/([^/]+)(\/vestigingen)?$/.exec(path) ?? [];
    if (kvkNummer === undefined)
      return json(404, { message: 'No route matched, INTERN: db-host-7 stacktrace' });
    if (!/^\d{8}$/.test(kvkNummer))
      return kvkFout(400, 'IPD0004', `Het KVK-nummer ${kvkNummer} is niet valide.`);
    register ??= new Map(wereld.bevolking.werkgevers.map((w) => [w.kvkNummer, w]));
    const werkgever = register.get(kvkNummer);
    if (werkgever === undefined) return nietLeverbaar(kvkNummer);
    const self = `${origin}/api/v1/basisprofielen/${kvkNummer}`;
    return json(
      200,
      lijst === undefined ? basisprofielVan(werkgever, self) : vestigingenVan(werkgever, self),
      hal,
    );
  };
  return {
    bron: 'KVK',
    antwoord,
    faults: {
      'nothing-found': ({ path }) => nietLeverbaar(path.split('/')[4] ?? ''),
      warning: (vraag) => {
        const heel = antwoord(vraag);
        return {
          ...heel,
          headers: { ...heel.headers, warning: '199 - "INTERN: db-host-7 replica is behind"' },
        };
      },
      'server-error': () => kvkFout(500, 'IPD9999', 'Er is een fout opgetreden.'),
      // Well-formed HAL of another product: numbers where the profile has text and the other way round.
      'wrong-shape': () =>
        json(
          200,
          { kvkNummer: 12345678, naam: ['INTERN: db-host-7'], sbiActiviteiten: 'geen', vestigingen: 'geen' },
          hal,
        ),
      maintenance: () => kvkFout(503, 'IPD1003', 'De dienst is tijdelijk niet beschikbaar wegens onderhoud.'),
      'rate-limited': () =>
        kvkFout(429, 'IPD1429', 'Er zijn te veel verzoeken gedaan.', { 'retry-after': '30' }),
    },
  };
}

function basisprofielVan(werkgever: Werkgever, self: string): Readonly<Record<string, unknown>> {
  const registratie = jjjjmmddVan(werkgever.registratiedatum);
  return {
    kvkNummer: werkgever.kvkNummer,
    indNonMailing: 'Nee',
    naam: werkgever.naam,
    formeleRegistratiedatum: registratie,
    materieleRegistratie: { datumAanvang: registratie },
    totaalWerkzamePersonen: werkgever.werkzamePersonen,
    handelsnamen: werkgever.handelsnamen.map((naam, volgorde) => ({ naam, volgorde })),
    sbiActiviteiten: [
      {
        sbiCode: werkgever.sbi.code,
        sbiOmschrijving: werkgever.sbi.omschrijving,
        indHoofdactiviteit: 'Ja',
      },
    ],
    links: [
      { rel: 'self', href: self },
      { rel: 'vestigingen', href: `${self}/vestigingen` },
    ],
    _embedded: {
      hoofdvestiging: {
        vestigingsnummer: werkgever.vestigingsnummer,
        kvkNummer: werkgever.kvkNummer,
        eersteHandelsnaam: werkgever.handelsnamen[0] ?? werkgever.naam,
        indHoofdvestiging: 'Ja',
        indCommercieleVestiging: 'Ja',
        totaalWerkzamePersonen: werkgever.werkzamePersonen,
        adressen: [adresVan(werkgever)],
        links: [{ rel: 'self', href: `${self}/hoofdvestiging` }],
      },
      eigenaar: {
        // A sole trader has no RSIN: its fiscal number is that of a person.
        ...(werkgever.rechtsvorm === 'Eenmanszaak' ? {} : { rsin: werkgever.fiscaalNummer }),
        rechtsvorm: werkgever.rechtsvorm,
        uitgebreideRechtsvorm: werkgever.rechtsvorm,
        links: [{ rel: 'self', href: `${self}/eigenaar` }],
      },
    },
  };
}

function vestigingenVan(werkgever: Werkgever, self: string): Readonly<Record<string, unknown>> {
  const hoofd = {
    vestigingsnummer: werkgever.vestigingsnummer,
    naam: werkgever.handelsnamen[0] ?? werkgever.naam,
    adres: werkgever.adres,
  };
  const alle = [hoofd, ...(werkgever.nevenvestigingen ?? [])];
  return {
    kvkNummer: werkgever.kvkNummer,
    aantalCommercieleVestigingen: alle.length,
    aantalNietCommercieleVestigingen: 0,
    totaalAantalVestigingen: alle.length,
    vestigingen: alle.map(({ vestigingsnummer, naam, adres }) => ({
      vestigingsnummer,
      kvkNummer: werkgever.kvkNummer,
      eersteHandelsnaam: naam,
      indHoofdvestiging: vestigingsnummer === werkgever.vestigingsnummer ? 'Ja' : 'Nee',
      indAdresAfgeschermd: 'Nee',
      indCommercieleVestiging: 'Ja',
      volledigAdres: adresVan({ adres })['volledigAdres'],
      links: [
        {
          rel: 'vestigingsprofiel',
          href: self.replace(/basisprofielen.*/, `vestigingsprofielen/${vestigingsnummer}`),
        },
      ],
    })),
    links: [{ rel: 'self', href: `${self}/vestigingen` }],
  };
}

function adresVan({ adres }: Pick<Werkgever, 'adres'>): Readonly<Record<string, unknown>> {
  const nummer = `${adres.huisnummer}${adres.huisletter === undefined ? '' : ` ${adres.huisletter}`}`;
  return {
    type: 'bezoekadres',
    indAfgeschermd: 'Nee',
    volledigAdres: `${`${adres.straat} ${nummer}`.padEnd(45)}${adres.postcode} ${adres.woonplaats}`,
    straatnaam: adres.straat,
    huisnummer: adres.huisnummer,
    ...(adres.huisletter === undefined ? {} : { huisletter: adres.huisletter }),
    ...(adres.toevoeging === undefined ? {} : { huisnummerToevoeging: adres.toevoeging }),
    postcode: adres.postcode,
    plaats: adres.woonplaats,
    land: 'Nederland',
  };
}
