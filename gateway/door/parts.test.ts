/** An answer in parts on the wire: byte for byte what Apollo Server writes, to whom reads it, and no longer than that. */
import { ApolloServer, HeaderMap } from '@apollo/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Canned,
  type CannedGraph,
  type Known,
  openMultipart,
  readSubgraphs,
  startCannedGraph,
} from '../../test/canned/index.ts';
import type { OperationContext } from '../sources/index.ts';

type Reporting = { readonly extensions?: { readonly bronnen: readonly { readonly bron: string }[] } };

const correlationId = '00000000-0000-4000-8000-000000000004';
const boek = { __typename: 'Boek', id: '1', titel: 'Eliné "€"' };
const known = {
  catalogus: { boek },
  voorraad: { _entities: [{ __typename: 'Boek', id: '1', aantal: 1 }] },
  recensies: { _entities: [{ __typename: 'Boek', id: '1', recensies: [] }] },
};
const query = `{ boek(id: "1") {
  titel ... @defer(label: "snel") { aantal } ... @defer(label: "traag") { recensies { tekst } }
} }`;

let graph: CannedGraph;
let finished: OperationContext[];
let onFinished: () => void;

beforeAll(async () => {
  const subgraphs = readSubgraphs(new URL('../execution/fixtures/boekhandel/', import.meta.url));
  graph = await startCannedGraph(subgraphs, { PLAN_TIMEOUT_MS: '20000' }, (context) => {
    finished.push(context);
    onFinished();
  });
});
beforeEach(() => {
  finished = [];
  onFinished = () => undefined;
  graph.serve(known);
});
afterAll(() => graph.stop());

describe('on the wire', () => {
  it('the parts are what Apollo Server writes of the same payloads', async () => {
    const parts = await openMultipart(graph.url, { query });
    const payloads = await parts.rest();
    expect(payloads.length).toBeGreaterThanOrEqual(3);
    const apollo = await apolloText(payloads);
    expect(parts.status).toBe(200);
    expect(parts.contentType.replaceAll(' ', '')).toBe(apollo.contentType.replaceAll(' ', ''));
    expect(parts.raw()).toBe(apollo.text);
  });

  it.each([
    ['nothing', undefined],
    ['JSON', 'application/json'],
    ['anything', '*/*'],
    ['parts of an older form', 'multipart/mixed, application/json'],
    ['parts of a newer form', 'multipart/mixed;incrementalSpec=v0.2, application/json'],
    ['parts of this form no more', 'multipart/mixed;deferSpec=20220824;q=0, application/json'],
  ])('a client that takes %s gets the whole answer at once', async (_wat, accept) => {
    const { status, text } = await graph.ask({ query }, accept === undefined ? {} : { accept });
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { data: { boek: { titel: boek.titel, aantal: 1, recensies: [] } } },
    ]);
    expect(finished).toHaveLength(1);
  });

  it.each([
    ['first', 'multipart/mixed;deferSpec=20220824,application/json'],
    ['with spaces', 'multipart/mixed; deferSpec=20220824, application/json'],
    ['last', 'application/json, multipart/mixed; deferSpec=20220824'],
    ['alone', 'multipart/mixed; deferSpec=20220824'],
    ['beside a newer form', 'multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824, */*'],
  ])('a client that names the form %s gets parts', async (_wat, accept) => {
    const parts = await openMultipart(graph.url, { query }, { accept });
    expect(await parts.rest()).toHaveLength(4);
  });

  it('what is not deferred, or refused, comes in one piece', async () => {
    const accept = {
      accept: 'multipart/mixed;deferSpec=20220824,application/json',
      'x-correlation-id': correlationId,
    };
    const whole = await graph.ask({ query: '{ boek(id: "1") { id } }' }, accept);
    expect(JSON.parse(whole.text)).toEqual({ data: { boek: { id: '1' } } });
    const refused = await graph.ask({ query: '{ boek(id: "1") { ... @defer { geen } } }' }, accept);
    expect(JSON.parse(refused.text)).toMatchObject({
      errors: [{ extensions: { code: 'ONGELDIGE_VRAAG', correlationId } }],
    });
  });
});

describe('the report of sources', () => {
  const reporting =
    (bron: string, data: Known): Canned =>
    (_request, { from }) => {
      const asked = { aanroepen: 1, duurMs: 1, geraadpleegdOp: '2026-11-05T10:00:00.000Z' };
      return { ...from(data), extensions: { bronnen: [{ bron, uitkomst: 'GEVONDEN', ...asked }] } };
    };

  it('comes with the part that a source was asked for', async () => {
    graph.serve({
      catalogus: reporting('GWS', known.catalogus),
      voorraad: reporting('KVS', known.voorraad),
      recensies: { _entities: [] },
    });
    const parts = await openMultipart(graph.url, { query });
    const reports = (await parts.rest()).map((part) => {
      const [told] = (part as { readonly incremental?: readonly Reporting[] }).incremental ?? [
        part as Reporting,
      ];
      return told?.extensions?.bronnen.map(({ bron }) => bron);
    });
    expect(reports[0]).toEqual(['GWS']);
    expect(reports.slice(1).filter((report) => report !== undefined)).toEqual([['KVS']]);
  });
});

describe('time', () => {
  it('that is up ends a part with what is missing, and the answer', async () => {
    graph.serve({ ...known, recensies: () => new Promise(() => undefined) });
    const start = performance.now();
    const parts = await openMultipart(
      graph.url,
      { query },
      { 'x-tijdbudget-ms': '500', 'x-correlation-id': correlationId },
    );
    expect(await parts.rest()).toEqual([
      { data: { boek: { titel: boek.titel } }, hasNext: true },
      { hasNext: true, incremental: [{ path: ['boek'], label: 'snel', data: { aantal: 1 } }] },
      {
        hasNext: true,
        incremental: [
          {
            path: ['boek'],
            label: 'traag',
            data: { recensies: null },
            errors: [
              {
                message: 'De bron heeft niet op tijd geantwoord.',
                path: ['boek', 'recensies'],
                extensions: { code: 'BRON_NIET_BESCHIKBAAR', subgraph: 'recensies', correlationId },
              },
            ],
          },
        ],
      },
      { hasNext: false },
    ]);
    const took = performance.now() - start;
    expect(took).toBeGreaterThanOrEqual(500);
    expect(took).toBeLessThan(3_000);
  });
});

describe('a client that leaves halfway', () => {
  it('cancels what is still asked, and leaves nothing behind', async () => {
    const gone = new Promise<void>((resolve) => {
      graph.serve({
        ...known,
        recensies: (_request, { closed }) => {
          void closed.then(resolve);
          return new Promise(() => undefined);
        },
      });
    });
    const ended = new Promise<void>((resolve) => {
      onFinished = resolve;
    });
    const parts = await openMultipart(graph.url, { query });
    await parts.next();
    await parts.next();
    expect(finished).toEqual([]);
    parts.leave();
    // The subgraph sees that nobody waits any more, long before its time is over; and the operation ends once.
    await Promise.all([gone, ended]);
    expect(finished.map(({ looptijd }) => looptijd.einde())).toEqual(['AFGEBROKEN']);
    expect(
      finished.map(({ verslag }) =>
        verslag
          .oversteken()
          .map(({ subgraph }) => subgraph)
          .sort(),
      ),
    ).toEqual([['catalogus', 'recensies', 'voorraad']]);
    graph.serve(known);
    expect(await (await openMultipart(graph.url, { query })).rest()).toHaveLength(4);
  });
});

/** What Apollo Server would have written. */
async function apolloText(payloads: readonly unknown[]) {
  const [initialResult, ...later] = payloads;
  const server = new ApolloServer({
    typeDefs: 'type Query { a: Int }',
    plugins: [
      {
        requestDidStart: async () => ({
          responseForOperation: async () => ({
            http: { headers: new HeaderMap() },
            body: { kind: 'incremental', initialResult, subsequentResults: later } as never,
          }),
        }),
      },
    ],
  });
  await server.start();
  const response = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([
        ['content-type', 'application/json'],
        ['accept', 'multipart/mixed; deferSpec=20220824'],
      ]),
      search: '',
      body: { query: '{ a }' },
    },
    context: async () => ({}),
  });
  let text = '';
  if (response.body.kind !== 'chunked') throw new Error('Apollo Server did not write parts');
  for await (const chunk of response.body.asyncIterator) text += chunk;
  await server.stop();
  return { text, contentType: response.headers.get('content-type') ?? '' };
}
