import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSupergraph, leesSupergraph } from './index.ts';

const sdl = `
directive @bron(naam: String!) repeatable on FIELD_DEFINITION
directive @join__field(graph: String) repeatable on FIELD_DEFINITION
type Client {
  clientnummer: ID!
  bijstand: String @join__field(graph: "GEMEENTE") @bron(naam: "SUWI_BIJSTAND")
  uitkeringen: String @bron(naam: "GWS") @bron(naam: "SUWI_BIJSTAND")
}
type Werkgever { bijstand: String @bron(naam: "KVK") }
interface Persoon { naam: String @bron(naam: "BRP") }
type Query { client: Client @join__field(graph: "WERKPLEIN") }
`;

describe('the sources behind a field', () => {
  const { bronnenVan } = createSupergraph(sdl);
  it.each([
    ['Client', 'bijstand', ['SUWI_BIJSTAND']],
    ['Client', 'uitkeringen', ['GWS', 'SUWI_BIJSTAND']],
    ['Werkgever', 'bijstand', ['KVK']],
    ['Client', 'clientnummer', []],
    ['Client', 'weg', []],
    ['Query', 'client', []],
    ['constructor', 'name', []],
  ])('%s.%s: %j', (type, field, bronnen) => {
    expect(bronnenVan(type, field)).toEqual(bronnen);
  });
});

describe('a supergraph', () => {
  it('is read from a file, word for word', () => {
    const map = mkdtempSync(join(tmpdir(), 'supergraph-'));
    const file = join(map, 'supergraph.graphql');
    writeFileSync(file, sdl);
    expect(leesSupergraph(file).sdl).toBe(sdl);
    rmSync(map, { recursive: true });
    expect(() => leesSupergraph(file)).toThrow('ENOENT');
  });

  it('that is no SDL is refused', () => {
    expect(() => createSupergraph('type Client {')).toThrow('Syntax Error');
    expect(() => createSupergraph('')).toThrow('Syntax Error');
  });

  it('with a source that has no name is refused', () => {
    expect(() => createSupergraph(sdl.replace('"KVK"', '"kvk"'))).toThrow('@bron on Werkgever.bijstand');
  });
});
