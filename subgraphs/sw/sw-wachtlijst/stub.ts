import {
  type BronStub,
  jjjjmmddVan,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking, Persoon } from '../../population/index.ts';

const kop = 'BSN;PLAATS;AANGEMELD;INDICATIE;GELDIG_TOT;VOORKEUR';

/** The nightly export of the waiting list, simulated as a file on a web server. */
export function createWachtlijstStub(wereld: StubWereld<Bevolking>): BronStub {
  const datum = wereld.bevolking.peildatum;
  const rijen = wereld.bevolking.personen.flatMap((persoon) => {
    const regel = regelVan(persoon);
    return regel === undefined ? [] : [regel];
  });
  const antwoord = (
    request: StubRequest,
    regels: readonly string[] = rijen,
    headers: Record<string, string> = {},
  ): StubResponse => {
    const heel = bestand(csv(regels, datum), datum);
    const zelfde = request.headers['if-none-match'] === heel.headers['etag'];
    return (
      controleer(request) ?? {
        ...(zelfde ? { status: 304, body: '' } : { status: heel.status, body: heel.body }),
        headers: { ...heel.headers, ...headers },
      }
    );
  };
  return {
    bron: 'SW_WACHTLIJST',
    antwoord: (request) => antwoord(request),
    faults: {
      'nothing-found': (request) => antwoord(request, []),
      warning: (request) =>
        antwoord(request, rijen, { warning: '199 - "export van vannacht is niet gelukt"' }),
      'server-error': () => tekst(500, 'INTERN: db-host-7 stacktrace at export.job'),
      // A whole file, of another list.
      'wrong-shape': () =>
        bestand(`NUMMER;NAAM\r\n1;INTERN: db-host-7\r\n#EINDE;1;${jjjjmmddVan(datum)}\r\n`, datum),
      maintenance: () => tekst(503, 'Onderhoud. INTERN: db-host-7 stacktrace', { 'retry-after': '7200' }),
      'rate-limited': () => tekst(429, 'INTERN: db-host-7', { 'retry-after': '30' }),
    },
  };
}

function regelVan({ bsn, swWachtlijst: w }: Persoon): string | undefined {
  if (w === undefined) return undefined;
  const velden = [
    bsn,
    String(w.plaats),
    jjjjmmddVan(w.aangemeldOp),
    w.indicatie,
    jjjjmmddVan(w.indicatieGeldigTot),
    w.voorkeur,
  ];
  return velden.map(veld).join(';');
}

/** Quoted where RFC 4180 §2 asks for it. */
function veld(waarde: string): string {
  return /[";\r\n]/.test(waarde) ? `"${waarde.replaceAll('"', '""')}"` : waarde;
}

function csv(regels: readonly string[], datum: string): string {
  return [kop, ...regels, `#EINDE;${regels.length};${jjjjmmddVan(datum)}`, ''].join('\r\n');
}

function controleer(request: StubRequest): StubResponse | undefined {
  const base64 = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (!/^[^:]+:.+$/.test(Buffer.from(base64, 'base64').toString('utf8'))) {
    return tekst(401, 'Unauthorized', { 'www-authenticate': 'Basic realm="export"' });
  }
  if (request.path !== '/export/wachtlijst.csv') return tekst(404, 'Not Found');
  if (request.method !== 'GET') return tekst(405, 'Method Not Allowed', { allow: 'GET' });
  return undefined;
}

function bestand(body: string, datum: string): StubResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'last-modified': new Date(`${datum}T02:15:00Z`).toUTCString(),
      etag: `"${jjjjmmddVan(datum)}-${body.length}"`,
    },
    body,
  };
}

function tekst(status: number, body: string, headers: Record<string, string> = {}): StubResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body };
}
