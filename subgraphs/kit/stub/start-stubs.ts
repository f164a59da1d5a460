import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import {
  type BronStub,
  json,
  type StubFault,
  type StubRequest,
  type StubResponse,
  stubFaults,
} from './bron-stub.ts';
import type { Poststuk } from './postvak.ts';

export type LopendeStub = {
  readonly bron: string;
  readonly url: string;
  readonly setFault: (fault: StubFault) => Promise<void>;
  readonly fault: () => StubFault;
  /** Calls received since the start or the last reset, by service: `POST /path`, without the query. */
  readonly calls: () => Readonly<Record<string, number>>;
  readonly reset: () => void;
  /** What was handed to it to keep since the start. */
  readonly ontvangen: () => readonly Poststuk[];
};

export type LopendeStubs = {
  readonly bronnen: Readonly<Record<string, LopendeStub>>;
  /** `GET /` shows every source; `PUT /faults/<BRON>` with `{"fault": kind}` switches one; `DELETE /calls` resets the counts. */
  readonly controlUrl: string;
  readonly stop: () => Promise<void>;
};

const host = '127.0.0.1';

/** PEM texts with which sources serve: a certificate with its key, and the authority of whoever may ask. */
export type StubTls = { readonly cert: string; readonly key: string; readonly ca: string };

/**
 * Serves each simulated source as an HTTP server of its own on loopback, and one control server
 * that switches faults. Ports default to free ones. With `tls` they serve over TLS, to who shows a certificate.
 */
export async function startStubs(
  stubs: readonly BronStub[],
  ports: { readonly control?: number; readonly bron?: Readonly<Record<string, number>> } = {},
  tls?: StubTls,
): Promise<LopendeStubs> {
  const lopend = await Promise.all(stubs.map((stub) => startStub(stub, ports.bron?.[stub.bron] ?? 0, tls)));
  const bronnen = Object.fromEntries(lopend.map((l) => [l.stub.bron, l.stub]));
  const control = createServer((request, response) => {
    beheer(bronnen, request)
      .catch((error: unknown) => json(400, { error: String(error) }))
      .then((antwoord) => {
        schrijf(response, antwoord);
      })
      .catch(() => response.destroy());
  });
  const controlPort = await luister(control, ports.control ?? 0);
  return {
    bronnen,
    controlUrl: `http://${host}:${controlPort}`,
    stop: async () => {
      await Promise.all([...lopend.map((l) => l.stop()), sluit(control)]);
    },
  };
}

async function startStub(
  stub: BronStub,
  gevraagd: number,
  tls: StubTls | undefined,
): Promise<{ readonly stub: LopendeStub; readonly stop: () => Promise<void> }> {
  let fault: StubFault = 'none';
  let calls: Record<string, number> = {};
  let server: Server | undefined;
  let port = gevraagd;
  const origin = () => `${tls === undefined ? 'http' : 'https'}://${host}:${port}`;
  const start = async () => {
    const neem: RequestListener = (request, response) => {
      const service = `${request.method ?? 'GET'} ${(request.url ?? '/').split('?')[0] ?? '/'}`;
      calls[service] = (calls[service] ?? 0) + 1;
      void beantwoord(stub, fault, request, origin()).then((antwoord) => {
        if (antwoord !== undefined) schrijf(response, antwoord);
      });
    };
    server =
      tls === undefined
        ? createServer(neem)
        : createTlsServer({ ...tls, requestCert: true, rejectUnauthorized: true }, neem);
    port = await luister(server, port);
  };
  const stop = async () => {
    if (server !== undefined) await sluit(server);
    server = undefined;
  };
  await start();
  return {
    stop,
    stub: {
      bron: stub.bron,
      url: origin(),
      fault: () => fault,
      calls: () => ({ ...calls }),
      reset: () => {
        calls = {};
      },
      ontvangen: () => stub.ontvangen?.() ?? [],
      setFault: async (next) => {
        if (next === 'refused') await stop();
        else if (fault === 'refused') await start();
        // A hanging request keeps its connection: leaving the fault lets go of it.
        else if (fault === 'hang') server?.closeAllConnections();
        fault = next;
      },
    },
  };
}

async function beantwoord(
  stub: BronStub,
  fault: StubFault,
  request: IncomingMessage,
  origin: string,
): Promise<StubResponse | undefined> {
  try {
    const vraag = await leesVraag(request, origin);
    switch (fault) {
      case 'hang':
      case 'refused':
        return undefined;
      case 'none':
        return await stub.antwoord(vraag);
      case 'malformed': {
        // Half a file is not the file that somebody has: a condition on the whole one does not hold.
        const headers = { ...vraag.headers };
        delete headers['if-none-match'];
        const heel = await stub.antwoord({ ...vraag, headers });
        return { ...heel, body: heel.body.slice(0, Math.floor(heel.body.length / 2)) };
      }
      case 'nothing-found':
      case 'warning':
      case 'server-error':
      case 'wrong-shape':
      case 'maintenance':
      case 'rate-limited':
        return await stub.faults[fault](vraag);
      default:
        return fault satisfies never;
    }
  } catch (error) {
    // A bug of the stub itself must be seen in a test, not look like an outcome of the source.
    return { status: 599, headers: { 'content-type': 'text/plain' }, body: String(error) };
  }
}

async function leesVraag(request: IncomingMessage, origin: string): Promise<StubRequest> {
  const delen: Buffer[] = [];
  for await (const deel of request) delen.push(deel as Buffer);
  const url = new URL(request.url ?? '/', origin);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(delen).toString('utf8'),
    origin,
  };
}

async function beheer(
  bronnen: Readonly<Record<string, LopendeStub>>,
  request: IncomingMessage,
): Promise<StubResponse> {
  const vraag = await leesVraag(request, `http://${host}`);
  const doel = /^\/faults\/(\w+)$/.exec(vraag.path)?.[1];
  if (vraag.method === 'GET' && vraag.path === '/') {
    return json(200, {
      bronnen: Object.values(bronnen).map((b) => ({
        bron: b.bron,
        url: b.url,
        fault: b.fault(),
        calls: b.calls(),
      })),
    });
  }
  if (vraag.method === 'DELETE' && vraag.path === '/calls') {
    for (const bron of Object.values(bronnen)) bron.reset();
    return json(200, { reset: true });
  }
  if (vraag.method === 'PUT' && doel !== undefined) {
    const bron = Object.hasOwn(bronnen, doel) ? bronnen[doel] : undefined;
    const fault = leesFault(vraag.body);
    if (bron === undefined) return json(404, { error: `unknown source ${doel}` });
    if (fault === undefined) return json(400, { error: `fault must be one of ${stubFaults.join(', ')}` });
    await bron.setFault(fault);
    return json(200, { bron: doel, fault });
  }
  return json(404, { error: 'GET /, PUT /faults/<BRON>, DELETE /calls' });
}

function leesFault(body: string): StubFault | undefined {
  try {
    return z.object({ fault: z.enum(stubFaults) }).parse(JSON.parse(body)).fault;
  } catch {
    return undefined;
  }
}

function schrijf(response: ServerResponse, antwoord: StubResponse): void {
  response.writeHead(antwoord.status, antwoord.headers).end(antwoord.body);
}

async function luister(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

async function sluit(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
