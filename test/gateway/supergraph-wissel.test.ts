/** A new supergraph while requests go on: none is lost, a bad one is refused, and nothing of the old ones stays. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LopendeGateway, leesGatewayConfig, startGateway } from '../../gateway/index.ts';
import { createSupergraph, followSupergraph } from '../../gateway/supergraph/index.ts';
import { createLogger } from '../../subgraphs/kit/index.ts';

const wachtlijst = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { plaatsen: [Plaats!]! }
  type Plaats @key(fields: "nummer") { nummer: ID! volgorde: Int! }
`);
const bedrijf = (versie: string) =>
  parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  "Versie ${versie}"
  type Plaats @key(fields: "nummer") { nummer: ID! naam: String! }
`);

const vraag = '{ plaatsen { nummer volgorde naam } }';
const antwoord = {
  data: {
    plaatsen: [
      { nummer: '1', volgorde: 10, naam: 'plaats 1' },
      { nummer: '2', volgorde: 20, naam: 'plaats 2' },
    ],
  },
};

const servers: Server[] = [];
const urls: Record<string, string> = {};
const map = mkdtempSync(join(tmpdir(), 'wissel-'));
const bestand = join(map, 'supergraph.graphql');
const logger = createLogger('test', { level: 'silent' });
let gateway: LopendeGateway;

async function serveer(naam: string, typeDefs: ReturnType<typeof parse>, resolvers: object): Promise<void> {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as Record<string, never> }]);
  const server = createServer((request, response) => {
    const delen: Buffer[] = [];
    request.on('data', (deel: Buffer) => delen.push(deel));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(delen).toString()) as {
        query: string;
        variables: Record<string, unknown>;
      };
      void graphql({ schema, source: query, variableValues: variables }).then((result) =>
        response.end(JSON.stringify(result)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  urls[naam] = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

function sdl(versie: string): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'wachtlijst', url: urls['wachtlijst'] ?? '', typeDefs: wachtlijst },
    { name: 'bedrijf', url: urls['bedrijf'] ?? '', typeDefs: bedrijf(versie) },
  ]);
  if (supergraphSdl === undefined) throw new Error(errors.join());
  return supergraphSdl;
}

async function stel(body: object): Promise<unknown> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function health({ url }: LopendeGateway): Promise<unknown> {
  const response = await fetch(new URL('/health/live', url));
  return response.json();
}

beforeAll(async () => {
  await serveer('wachtlijst', wachtlijst, {
    Query: {
      plaatsen: () => [
        { nummer: '1', volgorde: 10 },
        { nummer: '2', volgorde: 20 },
      ],
    },
  });
  await serveer('bedrijf', bedrijf('0'), {
    Plaats: {
      __resolveReference: ({ nummer }: { nummer: string }) => ({ nummer, naam: `plaats ${nummer}` }),
    },
  });
  writeFileSync(join(map, 'plaatsen.graphql'), vraag);
  gateway = await startGateway(leesGatewayConfig({ ACCESS: 'open', PORT: '0', TRUSTED_DOCUMENTS: map }), {
    supergraph: createSupergraph(sdl('0')),
    logger,
    inProcess: [],
  });
});

afterAll(async () => {
  await gateway.stop();
  for (const server of servers) server.close();
  rmSync(map, { recursive: true });
});

/** Bytes of heap after everything that can go is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('fifty new supergraphs under load', () => {
  it('lose no request, at either door, and leave no memory behind', async () => {
    let bezig = true;
    const fouten: unknown[] = [];
    let beantwoord = 0;
    const lus = async (body: object) => {
      while (bezig) {
        const gekregen = await stel(body).catch((error: unknown) => error);
        beantwoord += 1;
        if (JSON.stringify(gekregen) !== JSON.stringify(antwoord)) fouten.push(gekregen);
      }
    };
    const lussen = [vraag, vraag].map((query) => lus({ query })).concat(lus({ documentId: 'plaatsen' }));
    const heaps: number[] = [];
    for (let versie = 1; versie <= 50; versie += 1) {
      expect(await gateway.replace(createSupergraph(sdl(String(versie))))).toBe('REPLACED');
      // Composing blocks this process, and with it the requests: let some of them through.
      await pause(50);
      if (versie === 10 || versie === 50) heaps.push(heap());
    }
    bezig = false;
    await Promise.all(lussen);
    expect(fouten).toEqual([]);
    expect(beantwoord).toBeGreaterThan(50);
    const [bijTien = 0, bijVijftig = 0] = heaps;
    // One engine that stayed behind would be some megabytes; forty would be far above this.
    expect(bijVijftig - bijTien).toBeLessThan(24 * 1024 * 1024);
  });

  it('a supergraph that cannot be served is refused, and the old one stays', async () => {
    const slecht = {
      ...createSupergraph(sdl('goed')),
      sdl: 'type Query { geen: Supergraph }',
      version: 'slecht',
    };
    expect(await gateway.replace(slecht)).toBe('FAILED');
    expect(await health(gateway)).toMatchObject({ status: 'ok', failed: 'slecht' });
    expect(await stel({ query: vraag })).toEqual(antwoord);
  });
});

it('a supergraph that is put in the place of the file is served', async () => {
  writeFileSync(bestand, sdl('100'));
  const follower = await followSupergraph({ from: bestand, pollMs: 100 }, logger);
  const uitkomsten: string[] = [];
  follower.start((supergraph) => {
    void gateway.replace(supergraph).then((uitkomst) => uitkomsten.push(uitkomst));
  });
  writeFileSync(`${bestand}.nieuw`, sdl('101'));
  renameSync(`${bestand}.nieuw`, bestand);
  await expect.poll(() => uitkomsten, { timeout: 10_000 }).toEqual(['REPLACED']);
  expect(await stel({ documentId: 'plaatsen' })).toEqual(antwoord);
  await follower.stop();
});

it('health tells which published version is refused, and why', async () => {
  writeFileSync(bestand, sdl('200'));
  const follower = await followSupergraph({ from: bestand, pollMs: 100 }, logger);
  const own = await startGateway(
    leesGatewayConfig({ ACCESS: 'open', PORT: '0', TRUSTED_DOCUMENTS: 'none' }),
    {
      supergraph: follower.first,
      followed: follower.status,
      logger,
      inProcess: [],
    },
  );
  follower.start((supergraph) => void own.replace(supergraph));
  expect(await health(own)).toEqual({ status: 'ok', supergraph: follower.first.version });
  writeFileSync(`${bestand}.nieuw`, 'type Query { geen: Int }');
  renameSync(`${bestand}.nieuw`, bestand);
  await expect
    .poll(() => health(own), { timeout: 10_000 })
    .toMatchObject({
      status: 'ok',
      supergraph: follower.first.version,
      refused: { problems: [{ code: 'GEEN_SUPERGRAPH' }] },
    });
  await follower.stop();
  await own.stop();
});
