import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Probleem, probleemcodes, SupergraphFout } from './problems.ts';
import { proefsupergraph, slechteSupergraphs } from './proefsupergraph.ts';
import { maxSupergraphBytes, verifySupergraph } from './verify.ts';

const eigen = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url));

async function problemen(inhoud: Uint8Array): Promise<readonly Probleem[]> {
  const uitkomst = await verifySupergraph(inhoud).catch((error: unknown) => error);
  if (!(uitkomst instanceof SupergraphFout)) throw new Error('was accepted', { cause: uitkomst });
  return uitkomst.problems;
}

describe('a supergraph that can be served', () => {
  it('is there word for word, with its version and the sources of its fields', async () => {
    const { sdl, version, bronnenVan } = await verifySupergraph(Buffer.from(proefsupergraph()));
    expect({ sdl, version, inkomen: bronnenVan('Client', 'inkomen') }).toEqual({
      sdl: proefsupergraph(),
      version: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
      inkomen: ['SUWINET_INKOMSTEN'],
    });
  });

  it('is our own', async () => {
    const { sdl } = await verifySupergraph(eigen);
    expect(sdl).toBe(eigen.toString());
  });

  it('is another version with any other byte', async () => {
    const versies = await Promise.all(
      ['', '\n', ' ', '#'].map(async (einde) => {
        const { version } = await verifySupergraph(Buffer.from(`${proefsupergraph()}${einde}`));
        return version;
      }),
    );
    expect(new Set(versies).size).toBe(4);
  });

  it('may be as large as stated, and start with a byte order mark', async () => {
    const sdl = `\ufeff${proefsupergraph()}`;
    const vulling = '#'.repeat(maxSupergraphBytes - Buffer.byteLength(sdl));
    const { sdl: gelezen } = await verifySupergraph(Buffer.from(sdl + vulling));
    expect(gelezen).toBe(sdl + vulling);
  });
});

describe('a supergraph that cannot be served', () => {
  it.each(slechteSupergraphs)('%s', async (_naam, inhoud, codes) => {
    expect((await problemen(inhoud)).map(({ code }) => code)).toEqual(codes);
  });

  it('says in words what is wrong, and where', async () => {
    const regels = proefsupergraph().split('\n');
    const line = regels.findIndex((regel) => regel.includes('inkomen: String')) + 1;
    expect(
      await problemen(Buffer.from(proefsupergraph().replace('inkomen: String', 'inkomen: Loon'))),
    ).toEqual([{ code: 'ONGELDIG_SCHEMA', reden: 'INVALID_GRAPHQL', line, message: 'Unknown type Loon' }]);
  });

  it('says at most twenty things, and how many it leaves out', async () => {
    const velden = Array.from({ length: 30 }, (_, i) => `veld${i}: String @bron(naam: "x")`).join('\n');
    const inhoud = proefsupergraph().replace('inkomen: String', `${velden}\ninkomen: String`);
    const fout = await verifySupergraph(Buffer.from(inhoud)).catch((error: unknown) => error);
    if (!(fout instanceof SupergraphFout)) throw new Error('was accepted');
    expect([fout.problems.length, fout.count]).toEqual([20, 30]);
    expect(fout.message.split('\n')).toHaveLength(22);
    expect(fout.message).toMatch(/ {2}- and 10 more$/);
  });

  it('has no long story', () => {
    const { problems } = new SupergraphFout([{ code: 'GEEN_SDL', message: `a\n  b ${'c'.repeat(1_000)}` }]);
    expect(problems[0]?.message).toBe(`a b ${'c'.repeat(495)}…`);
  });
});

it('docs/supergraph.md has a section for each code, and for nothing else', () => {
  const pagina = readFileSync(new URL('../../docs/supergraph.md', import.meta.url), 'utf8');
  const secties = [...pagina.matchAll(/^### (\w+)$/gm)].map(([, code]) => code);
  expect(secties).toEqual([...probleemcodes]);
});
