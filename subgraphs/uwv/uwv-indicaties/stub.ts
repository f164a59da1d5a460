import { z } from 'zod';
import {
  type BronStub,
  json,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking, Indicatie } from '../../population/index.ts';
import { maxPersonenPerVraag } from './source.ts';

/** The register of indications, simulated over the population. */
export function createIndicatiesStub({ bevolking }: StubWereld<Bevolking>): BronStub {
  const antwoord = (
    request: StubRequest,
    personen: (bsns: readonly string[]) => readonly object[],
    headers: Record<string, string> = {},
  ): StubResponse => {
    const vraag = controleer(request);
    return 'fout' in vraag ? vraag.fout : json(200, { personen: personen(vraag.bsns) }, headers);
  };
  const bekenden = (bsns: readonly string[]) =>
    [...new Set(bsns)].flatMap((bsn) => {
      const indicaties = bevolking.perBsn.get(bsn)?.indicaties;
      return indicaties === undefined
        ? []
        : [{ burgerservicenummer: bsn, indicaties: indicaties.map(schrijf) }];
    });
  return {
    bron: 'UWV_INDICATIES',
    antwoord: (request) => antwoord(request, bekenden),
    faults: {
      'nothing-found': (request) => antwoord(request, () => []),
      warning: (request) =>
        antwoord(request, bekenden, { warning: '199 - "INTERN: db-host-7 loopt achter"' }),
      'server-error': () => probleem(500, 'Interne fout', 'INTERN: db-host-7 stacktrace'),
      // A list of people, each with one indication instead of a list of them.
      'wrong-shape': (request) =>
        antwoord(request, (bsns) =>
          bsns.map((burgerservicenummer) => ({ burgerservicenummer, indicaties: { soort: 'WSW' } })),
        ),
      maintenance: () => probleem(503, 'Onderhoud', 'INTERN: db-host-7 stacktrace'),
      'rate-limited': () => probleem(429, 'Te veel vragen', 'INTERN: db-host-7', { 'retry-after': '30' }),
    },
  };
}

function schrijf(indicatie: Indicatie): object {
  return {
    soort: indicatie.soort,
    besluitdatum: datumveld(indicatie.besluitdatum),
    geldigVan: datumveld(indicatie.geldigVan),
    geldigTot: datumveld(indicatie.geldigTot),
    advies: indicatie.advies,
  };
}

/** A date without the parts that are not known. */
function datumveld(datum: string | undefined): string | null {
  const bekend = datum?.replace(/-XX/g, '');
  return bekend === undefined || bekend.startsWith('XXXX') ? null : bekend;
}

const vraagvorm = z.strictObject({
  burgerservicenummers: z
    .array(z.string().regex(/^\d{9}$/))
    .min(1)
    .max(maxPersonenPerVraag),
});

/** What a real service refuses, as `application/problem+json` (RFC 9457). */
function controleer(
  request: StubRequest,
): { readonly bsns: readonly string[] } | { readonly fout: StubResponse } {
  if (!/^Bearer [\x21-\x7e]+$/.test(request.headers.authorization ?? '')) {
    return { fout: probleem(401, 'Niet aangemeld', 'Token ontbreekt.') };
  }
  if (request.path !== '/indicaties/v1/zoek') return { fout: probleem(404, 'Niet gevonden', request.path) };
  if (request.method !== 'POST') return { fout: probleem(405, 'Methode niet toegestaan', request.method) };
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return { fout: probleem(415, 'Mediatype niet ondersteund', 'Stuur application/json.') };
  }
  const gelezen = vraagvorm.safeParse(leesBody(request.body));
  if (gelezen.success) return { bsns: gelezen.data.burgerservicenummers };
  return {
    fout: probleem(400, 'Ongeldige vraag', `Een tot ${maxPersonenPerVraag} nummers van negen cijfers.`),
  };
}

function leesBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function probleem(
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): StubResponse {
  return json(
    status,
    { type: 'about:blank', title, status, detail },
    {
      'content-type': 'application/problem+json',
      ...headers,
    },
  );
}
