/** One subgraph over a real socket: what it is sent, and what each way of not answering leaves. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../subgraphs/kit/index.ts';
import {
  createRequestSigner,
  createSubgraphOperatie,
  createSubgraphSource,
  createVerslag,
  type OperationContext,
  type SubgraphSource,
  startLooptijd,
  startTrace,
} from './index.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let source: SubgraphSource;
let stop: () => Promise<void>;
let log = '';
let answer: Answer;
let received: { readonly request: IncomingMessage; readonly body: string }[];

const correlationId = '00000000-0000-4000-8000-000000000001';
const now = new Date('2026-11-05T10:00:00Z');

beforeEach(async () => {
  received = [];
  log = '';
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ request, body });
      answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  source = createSubgraphSource({
    naam: 'kvs',
    url: new URL(`http://127.0.0.1:${port}/graphql?regio=1`),
    timeoutMs: 2_000,
    connections: 2,
    bronnenVan: (type, field) => (type === 'Client' && field === 'dossier' ? ['KVS', 'DKD'] : []),
    sign: createRequestSigner(generateKeyPairSync('ed25519').privateKey),
    logger: createLogger('test', { level: 'trace', destination: { write: (line) => (log += line) } }),
  });
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});

afterEach(async () => {
  await source.sluit();
  await stop();
});

function context(budgetMs = 10_000): OperationContext {
  const looptijd = startLooptijd(budgetMs);
  return {
    correlationId,
    trace: startTrace(undefined),
    identity: undefined,
    looptijd,
    mayDefer: false,
    now: () => now,
    verslag: createVerslag(),
  };
}

const send =
  (status: number, body: string, type = 'application/json'): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

const entiteiten = createSubgraphOperatie(
  'query($r:[_Any!]!){_entities(representations:$r){...on Client{dossier{id} naam:volledigeNaam} ...on Werkgever{naam}}}',
);

describe('a question', () => {
  it('is sent whole, with who asks and how long there is', async () => {
    answer = send(200, '{"data":{"a":"é"}}');
    const operatie = createSubgraphOperatie('query Q($id:ID!){a(id:$id,s:"\\"")}', 'Q');
    const asked = context();
    expect(await source.vraag(operatie, '{"id":"1"}', asked)).toEqual({
      soort: 'ANTWOORD',
      data: { a: 'é' },
      errors: undefined,
    });
    const [sent] = received;
    const { method, url, headers } = sent?.request ?? {};
    expect({ method, url }).toEqual({ method: 'POST', url: '/graphql?regio=1' });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
      'x-correlation-id': correlationId,
      authorization: expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]{86}$/) as unknown,
    });
    expect(Number(headers?.['x-tijdbudget-ms'])).toBeLessThanOrEqual(2_000);
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      query: 'query Q($id:ID!){a(id:$id,s:"\\"")}',
      operationName: 'Q',
      variables: { id: '1' },
    });
    expect(asked.verslag.oversteken()).toEqual([
      { subgraph: 'kvs', duurMs: expect.any(Number) as unknown, uitkomst: 'OK' },
    ]);
  });

  it('that changes something is sent without the BSN that somebody wrote in it', async () => {
    answer = send(200, '{"data":{"a":null}}');
    const operatie = createSubgraphOperatie('mutation M($t:String!){a(t:$t)}', 'M');
    await source.vraag(operatie, '{"t":"Ik ben 999990019."}', context());
    const [sent] = received;
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ variables: { t: 'Ik ben *********.' } });
  });

  it('passes on what is left of the operation when that is less than its own time', async () => {
    answer = send(200, '{"data":{}}');
    await source.vraag(entiteiten, '{}', context(500));
    expect(Number(received[0]?.request.headers['x-tijdbudget-ms'])).toBeLessThanOrEqual(500);
  });

  it('is not asked when the time is spent', async () => {
    const asked = context();
    asked.looptijd.breekAf();
    expect(await source.vraag(entiteiten, '{}', asked)).toMatchObject({ soort: 'STIL' });
    expect(received).toEqual([]);
  });
});

describe('an answer with errors', () => {
  it.each([
    ['HTTP 200', 200],
    ['HTTP 400', 400],
    ['HTTP 500', 500],
  ])('is an answer, also with %s', async (_wat, status) => {
    answer = send(status, '{"errors":[{"message":"stuk"}],"data":null}', 'text/plain');
    expect(await source.vraag(entiteiten, '{}', context())).toEqual({
      soort: 'ANTWOORD',
      data: null,
      errors: [{ message: 'stuk' }],
    });
  });
});

describe('what is no answer leaves a gap with one error for each source', () => {
  const silences: readonly (readonly [string, Answer])[] = [
    ['HTTP 500 with a page', send(500, '<h1>Internal Server Error</h1>', 'text/html')],
    ['HTTP 503 without a body', send(503, '')],
    ['HTTP 302 to elsewhere', (response) => void response.writeHead(302, { location: '/login' }).end()],
    ['a page with HTTP 200', send(200, '<h1>Log in</h1>', 'text/html')],
    ['text that is almost JSON', send(200, '{"data":{}')],
    ['JSON that is no GraphQL response', send(200, '{"status":"UP"}')],
    ['data that became null without saying why', send(200, '{"data":null}')],
    ['an answer that stops halfway', (response) => void response.write('{"data":', () => response.destroy())],
    ['a connection that is closed', (response) => void response.destroy()],
    ['nothing at all', () => undefined],
  ];
  it.each(silences)('%s', async (_wat, silence) => {
    answer = silence;
    const asked = context(300);
    const message = expect.stringMatching(/^\p{Lu}.*\.$/u) as unknown;
    const code = 'BRON_NIET_BESCHIKBAAR';
    const [dossier, naam] = entiteiten.delen[0]?.velden ?? [];
    expect(await source.vraag(entiteiten, '{}', asked)).toEqual({
      soort: 'STIL',
      leemten: [
        { deel: 0, veld: dossier, fout: { message, extensions: { code, subgraph: 'kvs', bron: 'KVS' } } },
        { deel: 0, veld: dossier, fout: { message, extensions: { code, subgraph: 'kvs', bron: 'DKD' } } },
        { deel: 0, veld: naam, fout: { message, extensions: { code, subgraph: 'kvs' } } },
      ],
    });
    expect(asked.verslag.bronnen()).toEqual(
      ['KVS', 'DKD'].map((bron) => ({
        bron,
        subgraph: 'kvs',
        uitkomst: code,
        aanroepen: 0,
        duurMs: expect.any(Number) as unknown,
        geraadpleegdOp: now.toISOString(),
      })),
    );
    expect(asked.verslag.oversteken().map(({ uitkomst }) => uitkomst)).toEqual(['FOUT']);
  });

  it('a subgraph that refuses the token of the gateway, and a line that says so', async () => {
    const refusal = { message: 'Nee.', extensions: { code: 'VERZOEK_GEWEIGERD' } };
    answer = send(401, JSON.stringify({ errors: [refusal] }));
    const asked = context();
    const melding = 'De bron accepteert onze aanmelding niet.';
    expect(await source.vraag(entiteiten, '{}', asked)).toMatchObject({
      soort: 'STIL',
      leemten: [
        { fout: { message: melding, extensions: { code: 'BRON_NIET_BESCHIKBAAR', bron: 'KVS' } } },
        { fout: { message: melding } },
        { fout: { message: melding } },
      ],
    });
    expect(JSON.parse(log)).toMatchObject({
      level: 50,
      subgraph: 'kvs',
      reden: 'AANMELDING_GEWEIGERD',
      msg: 'subgraph refuses the token of the gateway',
    });
  });

  it('a client that leaves cancels what is asked of the subgraph', async () => {
    const closed = new Promise<void>((resolve) => {
      answer = (response) => {
        response.once('close', resolve);
        asked.looptijd.breekAf();
      };
    });
    const asked = context();
    expect(await source.vraag(entiteiten, '{}', asked)).toMatchObject({ soort: 'STIL' });
    await closed;
  });
});
