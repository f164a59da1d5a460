/** The glossary and the schema name the same types, and every term says where it comes from. */
import { readFileSync } from 'node:fs';
import { buildSchema, isSpecifiedScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';

const tekst = readFileSync(new URL('begrippen.md', import.meta.url), 'utf8');
const schema = buildSchema(readFileSync(new URL('api.graphql', import.meta.url), 'utf8'));

/** The rows of the tables of a part of the page, without their headings. */
function rijen(deel: string | undefined): readonly (readonly string[])[] {
  const tabel = (deel ?? '').split('\n').filter((regel) => regel.startsWith('| '));
  return tabel.slice(2).map((regel) => regel.slice(2, -2).split(' | '));
}

const [kop, types] = tekst.split('\n## Types\n');
const bronnen = rijen(kop).map(([bron]) => bron);
const begrippen = rijen(types).map(([type, term, bron, betekenis]) => ({
  type: type?.replaceAll('`', ''),
  term,
  bron: bron?.split(':')[0],
  betekenis,
}));

describe('the glossary', () => {
  it('has one row for every type of the schema, and none for what is not there, in alphabetical order', () => {
    const inSchema = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
      .map(({ name }) => name);
    expect(begrippen.map(({ type }) => type)).toEqual(inSchema.sort());
  });

  it('says of every type the Dutch term, the source and the meaning', () => {
    for (const { term, bron, betekenis } of begrippen) {
      expect(term).toMatch(/\S/);
      expect(bronnen).toContain(bron);
      expect(betekenis).toMatch(/\S/);
    }
  });

  it('explains no source that it does not use', () => {
    expect(bronnen.filter((bron) => !tekst.split('\n## Types\n')[1]?.includes(bron ?? ''))).toEqual([]);
  });
});
