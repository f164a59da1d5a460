/** What comes of a call to a subgraph when its time is up: over real sockets, with a subgraph in the test's hands. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../subgraphs/kit/index.ts';
import { openZwartGat } from '../../test/deadline/zwart-gat.ts';
import { startLooptijd } from './looptijd.ts';
import { createVerslag, type OperationContext } from './operation-context.ts';
import { createSubgraphOperatie } from './subgraph-operatie.ts';
import { createSubgraphSource, type SubgraphSourceOpties } from './subgraph-source.ts';
import { startTrace } from './trace.ts';

const opruimen: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

const operatie = createSubgraphOperatie('{ uitkering { bedragCenten } }');
const antwoord = JSON.stringify({ data: { uitkering: { bedragCenten: 5 } } });
const gekregen = { soort: 'ANTWOORD', data: { uitkering: { bedragCenten: 5 } }, errors: undefined };

const meldingen = {
  TE_LAAT: 'De bron heeft niet op tijd geantwoord.',
  TIJD_OP: 'De tijd voor deze vraag was op; de bron is niet meer gevraagd.',
};

function stil(reden: keyof typeof meldingen) {
  const extensions = { code: 'BRON_NIET_BESCHIKBAAR', subgraph: 'gemeente', bron: 'GWS' };
  return {
    soort: 'STIL',
    leemten: [
      {
        deel: 0,
        veld: { type: 'Query', field: 'uitkering', responseName: 'uitkering' },
        fout: { message: meldingen[reden], extensions },
      },
    ],
  };
}

function operationContext(budgetMs: number): OperationContext {
  const looptijd = startLooptijd(budgetMs);
  opruimen.push(async () => {
    looptijd.rondAf();
  });
  return {
    correlationId: 'proef',
    trace: startTrace(undefined),
    identity: undefined,
    looptijd,
    mayDefer: false,
    now: () => new Date('2026-11-05T10:00:00Z'),
    verslag: createVerslag(),
  };
}

function sourceOf(url: URL, opties: Partial<SubgraphSourceOpties> = {}) {
  const log: string[] = [];
  const source = createSubgraphSource({
    naam: 'gemeente',
    url,
    timeoutMs: 20_000,
    connections: 8,
    bronnenVan: () => ['GWS'],
    logger: createLogger('proef', { level: 'trace', destination: { write: (regel) => log.push(regel) } }),
    ...opties,
  });
  opruimen.push(source.sluit);
  return {
    vraag: (context: OperationContext) => source.vraag(operatie, '{}', context),
    /** Level, message and reason of each line. */
    log: () =>
      log.map((regel) => {
        const { level, msg, reden } = JSON.parse(regel) as Record<string, unknown>;
        return [level, msg, reden];
      }),
  };
}

/** A subgraph that does as the test says, and tells which questions it got and when each connection went. */
async function subgraph(
  doe: (response: ServerResponse, nummer: number) => void,
  opties: Partial<SubgraphSourceOpties> = {},
) {
  const vragen: IncomingMessage[] = [];
  const verbroken: Promise<unknown>[] = [];
  const server = createServer((request, response) => {
    vragen.push(request);
    verbroken.push(new Promise((resolve) => request.socket.once('close', resolve)));
    doe(response, vragen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opruimen.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve).closeAllConnections();
      }),
  );
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  return { ...sourceOf(url, opties), vragen, verbroken: () => Promise.all(verbroken) };
}

const zwijg = () => undefined;
const halverwege = (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write(antwoord.slice(0, 20));
};
const antwoordt = (response: ServerResponse) => response.end(antwoord);

describe('a subgraph that does not answer in time', () => {
  it.each([
    ['by saying nothing', zwijg],
    ['by stopping halfway', halverwege],
  ])('(%s) leaves a gap that says so, and its connection is closed', async (_naam, doe) => {
    const { vraag, vragen, verbroken, log } = await subgraph(doe);
    const context = operationContext(200);
    expect(await vraag(context)).toEqual(stil('TE_LAAT'));
    expect(vragen.length).toBe(1);
    await verbroken();
    expect(log()).toEqual([[40, 'subgraph did not answer', 'TE_LAAT']]);
    expect(context.verslag.bronnen()).toEqual([
      {
        bron: 'GWS',
        subgraph: 'gemeente',
        uitkomst: 'BRON_NIET_BESCHIKBAAR',
        aanroepen: 0,
        duurMs: expect.any(Number) as number,
        geraadpleegdOp: '2026-11-05T10:00:00.000Z',
      },
    ]);
    expect(context.verslag.oversteken().map(({ uitkomst }) => uitkomst)).toEqual(['FOUT']);
  });

  it('is given up after its own time when the operation has more', async () => {
    const { vraag, verbroken } = await subgraph(zwijg, { timeoutMs: 200 });
    const context = operationContext(20_000);
    expect(await vraag(context)).toEqual(stil('TE_LAAT'));
    expect(context.looptijd.einde()).toBeUndefined();
    await verbroken();
  });

  it('is given up in time also when no connection can be made at all', async () => {
    const gat = await openZwartGat();
    opruimen.push(gat.stop);
    const { vraag } = sourceOf(gat.url);
    const begin = performance.now();
    expect(await vraag(operationContext(200))).toEqual(stil('TE_LAAT'));
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});

describe('the time of a call', () => {
  it.each([
    ['of the operation', 20_000, 700],
    ['of the subgraph, when that is less', 700, 20_000],
  ])('is what is left: %s', async (_naam, timeoutMs, budgetMs) => {
    const { vraag, vragen } = await subgraph(antwoordt, { timeoutMs });
    expect(await vraag(operationContext(budgetMs))).toEqual(gekregen);
    const gezegd = vragen[0]?.headers['x-tijdbudget-ms'];
    expect(gezegd).toMatch(/^\d+$/);
    expect(Number(gezegd)).toBeGreaterThan(0);
    expect(Number(gezegd)).toBeLessThanOrEqual(700);
  });

  it('is not given when there is none left: the subgraph is not asked', async () => {
    const { vraag, vragen, log } = await subgraph(antwoordt);
    const context = operationContext(1);
    await new Promise((resolve) => context.looptijd.bijEinde(resolve));
    expect(await vraag(context)).toEqual(stil('TIJD_OP'));
    expect([vragen.length, context.verslag.oversteken(), log()]).toEqual([0, [], []]);
  });
});

describe('a client that goes away', () => {
  it('closes the connection, and is nobody’s fault', async () => {
    const context = operationContext(20_000);
    const { vraag, verbroken, log } = await subgraph(() => {
      context.looptijd.breekAf();
    });
    expect(await vraag(context)).toMatchObject({ soort: 'STIL' });
    await verbroken();
    expect(log()).toEqual([]);
  });
});

describe('more calls than connections', () => {
  it('wait for one; whose time ends meanwhile is told, and was not asked for', async () => {
    const { vraag, vragen } = await subgraph(zwijg, { connections: 2 });
    const voor = [operationContext(20_000), operationContext(20_000)];
    const eersten = voor.map(vraag);
    const antwoorden = await Promise.all(Array.from({ length: 3 }, () => vraag(operationContext(200))));
    expect(antwoorden).toEqual([stil('TIJD_OP'), stil('TIJD_OP'), stil('TIJD_OP')]);
    for (const { looptijd } of voor) looptijd.breekAf();
    await Promise.all(eersten);
    expect(vragen.length).toBe(2);
  });

  it('say how much time is left when they are sent, not when they began to wait', async () => {
    let gelaten: (() => void) | undefined;
    const { vraag, vragen } = await subgraph(
      (response, nummer) => {
        if (nummer === 1) gelaten = () => response.end(antwoord);
        else response.end(antwoord);
      },
      { connections: 1 },
    );
    const eerste = vraag(operationContext(20_000));
    const tweede = vraag(operationContext(20_000));
    while (gelaten === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 500));
    gelaten();
    expect(await Promise.all([eerste, tweede])).toEqual([gekregen, gekregen]);
    expect(Number(vragen[1]?.headers['x-tijdbudget-ms'])).toBeLessThanOrEqual(19_500);
  });

  it('have their connections back when all those before them were given up', async () => {
    const { vraag } = await subgraph(
      (response, nummer) => {
        if (nummer > 2) response.end(antwoord);
      },
      { connections: 2 },
    );
    await Promise.all(Array.from({ length: 5 }, () => vraag(operationContext(200))));
    const daarna = await Promise.all(Array.from({ length: 5 }, () => vraag(operationContext(20_000))));
    expect(daarna).toEqual(Array.from({ length: 5 }, () => gekregen));
  });
});
