/** Settings and what they lead to: no path and no address takes the gateway elsewhere than where it was sent. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrustedDocuments } from '../../../gateway/door/index.ts';
import { leesGatewayConfig, leesSupergraph } from '../../../gateway/index.ts';
import { followSupergraph } from '../../../gateway/supergraph/index.ts';
import { createLogger } from '../../../subgraphs/kit/index.ts';
import { readSubgraphs, startCannedGraph } from '../../canned/index.ts';

const open = { ACCESS: 'open' };
const logger = createLogger('test', { level: 'silent' });
let map: string;
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'configuratie-'));
});
afterAll(() => {
  rmSync(map, { recursive: true });
});

describe('an address', () => {
  const kwaad = [
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'ftp://uwv.example/',
    'gopher://uwv.example/',
    'data:text/plain,kanarie',
    'javascript:alert(1)',
    'unix:/var/run/docker.sock',
    '//uwv.example/graphql',
    '/etc/passwd',
    'uwv.example',
    'http://',
    'https://kanarie:geheim@uwv.example/',
    'https://kanarie@uwv.example/',
    'https://uwv.example/graphql?kanarie=1',
    'https://uwv.example/graphql#kanarie',
    'http://uwv example/',
    'http://[::1/',
    'http://uwv.example:99999/',
  ];
  it.each(kwaad)('of a subgraph is not %s', (SUBGRAPH_URL_UWV) => {
    let tekst = '';
    try {
      leesGatewayConfig({ ...open, SUBGRAPH_URL_UWV });
    } catch (error) {
      tekst = String(error);
    }
    expect(tekst).toMatch(/SUBGRAPH_URL_UWV: must be an http\(s\) URL without credentials or query/);
    expect(tekst).not.toMatch(/kanarie|geheim|passwd/);
  });

  it.each([
    ['https://kanarie:geheim@registry.example/'],
    ['http://kanarie@registry.example/'],
    ['https://registry.example/#kanarie'],
    ['http://'],
  ])('of a supergraph is not %s', (SUPERGRAPH) => {
    expect(() => leesGatewayConfig({ ...open, SUPERGRAPH })).toThrow(/SUPERGRAPH: must be a path/);
  });
});

describe('a path', () => {
  it.each([['file:///etc/hostname'], ['ftp://registry.example/graph'], ['../../../../../../../../nergens']])(
    'that is %s is a file that is not there, and nothing is fetched',
    async (SUPERGRAPH) => {
      const { supergraph } = leesGatewayConfig({ ...open, SUPERGRAPH });
      await expect(followSupergraph(supergraph, logger)).rejects.toThrow(/cannot be read/);
    },
  );

  it('of a file that is no supergraph gives nothing of what is in it', () => {
    const file = join(map, 'geheim.txt');
    writeFileSync(file, 'root:kanarie:0:0\ntype Query { kanarie: Int }');
    expect(() => leesSupergraph(file)).toThrow(/^(?=[\s\S]*GEEN_SDL)(?![\s\S]*kanarie)/);
  });

  it('of trusted documents gives those of that folder and below, and no other file', () => {
    const folder = join(map, 'documenten');
    mkdirSync(join(folder, 'onder'), { recursive: true });
    writeFileSync(join(folder, 'een.graphql'), '{ __typename }');
    writeFileSync(join(folder, 'geheim.txt'), 'kanarie');
    writeFileSync(join(folder, 'onder', 'twee.graphql'), '{ __typename }');
    expect(readTrustedDocuments(folder).map(({ name }) => name)).toEqual(['een', 'twee']);
    mkdirSync(join(folder, 'nog'));
    writeFileSync(join(folder, 'nog', 'een.graphql'), '{ __typename }');
    expect(() => readTrustedDocuments(folder)).toThrow('two trusted documents are called een');
    rmSync(join(folder, 'nog'), { recursive: true });
    symlinkSync('/etc/hostname', join(folder, 'link.graphql'));
    // What is linked there is no document: the gateway does not start, and does not tell what it read.
    expect(() => readTrustedDocuments(folder)).toThrow(/Syntax Error|ENOENT/);
    expect(() => readTrustedDocuments(join(map, 'nergens'))).toThrow(/ENOENT/);
  });
});

describe('who is sent elsewhere does not go', () => {
  let val: Server;
  let omleiding: Server;
  let bezocht: string[];
  let location: string;
  beforeAll(async () => {
    bezocht = [];
    val = createServer((request, response) => {
      bezocht.push(request.url ?? '');
      response
        .setHeader('content-type', 'application/json')
        .end('{"data":{"boek":{"__typename":"Boek","id":"kanarie"}}}');
    });
    omleiding = createServer((request, response) => {
      request.resume();
      const status = Number(request.url?.slice(1, 4));
      response.writeHead(status, { location }).end();
    });
    for (const server of [val, omleiding]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    }
    location = `${adres(val)}/gevangen`;
  });
  afterAll(() => {
    val.close();
    omleiding.close();
  });

  it.each([301, 302, 303, 307, 308])('by a subgraph that answers %d', async (status) => {
    const subgraphs = readSubgraphs(
      new URL('../../../gateway/execution/fixtures/boekhandel/', import.meta.url),
    );
    const graph = await startCannedGraph(subgraphs, {
      SUBGRAPH_URL_CATALOGUS: `${adres(omleiding)}/${status}`,
    });
    try {
      const { text } = await graph.ask({ query: '{ boek(id: "1") { id } }' });
      expect(JSON.parse(text)).toMatchObject({
        data: { boek: null },
        errors: [{ extensions: { code: 'BRON_NIET_BESCHIKBAAR', subgraph: 'catalogus' } }],
      });
      expect(text).not.toMatch(/kanarie|gevangen|127\.0/);
    } finally {
      await graph.stop();
    }
    expect(bezocht).toEqual([]);
  });

  it.each([301, 302, 307, 308])('by a registry of supergraphs that answers %d', async (status) => {
    const from = new URL(`${adres(omleiding)}/${status}`);
    await expect(followSupergraph({ from, pollMs: 100_000 }, logger)).rejects.toThrow(
      `HTTP status ${status}`,
    );
    expect(bezocht).toEqual([]);
  });
});

function adres(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
