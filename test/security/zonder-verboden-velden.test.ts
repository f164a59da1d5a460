/** What is left of an operation when a view forbids a part of it. */
import { buildSchema, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchemaFor, type PolicyView, withoutForbidden } from '../../gateway/access/index.ts';
import { normalisedText, selectOperation } from '../../gateway/execution/document/operation.ts';

const schema = buildSchema(`
  type Query { dier(id: ID): Dier dieren(soort: [String!]): [Alles!] hond: Hond geheim(id: ID): Geheim }
  interface Dier { naam: String baas: Mens maat(in: Eenheid = CM): Int }
  type Hond implements Dier { naam: String baas: Mens maat(in: Eenheid = CM): Int ras: String }
  type Kat implements Dier { naam: String baas: Mens maat(in: Eenheid = CM): Int levens: Int }
  type Mens { naam: String adres: String huisdier: Dier }
  type Geheim { code: String }
  union Alles = Hond | Kat | Mens
  enum Eenheid { CM M }
`);

const view = (forbidden: readonly string[], hidden: readonly string[] = []): PolicyView => ({
  key: 'a',
  mag: (type, field) => field === '__typename' || !forbidden.includes(`${type}.${field}`),
  possibleTypes: (type) => [...(type === 'Dier' ? ['Hond', 'Kat'] : ['Hond', 'Kat', 'Mens']), ...hidden],
});

const left = (text: string, forbidden: readonly string[], hidden: readonly string[] = []) =>
  normalisedText(withoutForbidden(selectOperation(parse(text), undefined), schema, view(forbidden, hidden)))
    .replaceAll(/\s+/g, ' ')
    .trim();

const compact = (text: string) => print(parse(text)).replaceAll(/\s+/g, ' ').trim();

describe('withoutForbidden', () => {
  it.each<[string, string, readonly string[], string]>([
    ['a field', '{ hond { naam ras } }', ['Hond.ras'], '{ hond { naam } }'],
    ['an alias', '{ hond { naam naam2: ras } }', ['Hond.ras'], '{ hond { naam } }'],
    ['a name that looks allowed', '{ hond { naam: ras } }', ['Hond.ras'], '{ hond }'],
    [
      'a field of the root, with all below it',
      '{ hond { ras } geheim { code } }',
      ['Query.geheim'],
      '{ hond { ras } }',
    ],
    ['a nested field', '{ hond { baas { naam adres } } }', ['Mens.adres'], '{ hond { baas { naam } } }'],
    ['everything of an object, but not the object', '{ hond { ras } }', ['Hond.ras'], '{ hond }'],
    [
      'what stands in a fragment',
      '{ hond { ...F naam } } fragment F on Hond { ras }',
      ['Hond.ras'],
      '{ hond { naam } }',
    ],
    [
      'what stands in a fragment of a fragment',
      '{ hond { ...F } } fragment F on Hond { naam ...G } fragment G on Hond { ras }',
      ['Hond.ras'],
      '{ hond { ...F } } fragment F on Hond { naam }',
    ],
    [
      'an inline fragment of which nothing is left',
      '{ dier { naam ... on Hond { ras } } }',
      ['Hond.ras'],
      '{ dier { naam } }',
    ],
    [
      'a field of an interface, of all its types',
      '{ dier { naam maat } }',
      ['Hond.maat', 'Kat.maat'],
      '{ dier { naam } }',
    ],
    [
      'a field of an interface, of some of its types',
      '{ dier { __typename lengte: maat(in: M) } }',
      ['Kat.maat'],
      '{ dier { __typename ... on Hond { lengte: maat(in: M) } } }',
    ],
    [
      'an object behind an interface, and a part of it',
      '{ dier { baas { naam adres } } }',
      ['Kat.baas', 'Mens.adres'],
      '{ dier { ... on Hond { baas { naam } } } }',
    ],
    [
      'an interface within a union',
      '{ dieren { ... on Dier { naam maat } ... on Mens { adres } } }',
      ['Kat.naam', 'Mens.adres'],
      '{ dieren { ... on Dier { ... on Hond { naam } maat } } }',
    ],
    [
      'a fragment on an interface, spread in one of its types',
      '{ hond { ...F } } fragment F on Dier { naam maat }',
      ['Kat.naam'],
      '{ hond { ...F } } fragment F on Dier { ... on Hond { naam } maat }',
    ],
    [
      'variables of what goes, not those of what stays',
      'query ($a: ID, $b: ID, $m: Eenheid) { dier(id: $a) { naam maat(in: $m) } geheim(id: $b) { code } }',
      ['Query.geheim', 'Hond.maat', 'Kat.maat'],
      'query ($a: ID) { dier(id: $a) { naam } }',
    ],
    [
      'nothing of the schema itself',
      '{ __schema { queryType { name } } hond { ras } }',
      ['Query.hond', '__Schema.queryType'],
      '{ __schema { queryType { name } } }',
    ],
    ['nothing', '{ dier { naam ... on Hond { ras } } }', [], '{ dier { naam ... on Hond { ras } } }'],
  ])('takes away %s', (_wat, text, forbidden, expected) => {
    expect(left(text, forbidden)).toBe(compact(expected));
  });

  it('asks of the allowed types only when a type that the API has not may not be seen', () => {
    expect(left('{ dier { naam } }', ['Wolf.naam'], ['Wolf'])).toBe(
      compact('{ dier { ... on Hond { naam } ... on Kat { naam } } }'),
    );
  });

  it('takes all of the operation, and leaves an empty one', () => {
    const { definition } = withoutForbidden(
      selectOperation(parse('{ hond { ras } }'), undefined),
      schema,
      view(['Query.hond']),
    );
    expect(definition.selectionSet.selections).toEqual([]);
  });
});

describe('apiSchemaFor', () => {
  const names = (forbidden: readonly string[]) => {
    const types = Object.values(apiSchemaFor(schema, view(forbidden)).getTypeMap());
    return types
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) =>
        'getFields' in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
      );
  };

  it('has no field that may not be seen', () => {
    expect(names(['Hond.ras'])).toEqual(names([]).filter((name) => name !== 'Hond.ras'));
  });

  it('has no type that nothing leads to, and no enum of an argument that is gone', () => {
    const made = apiSchemaFor(schema, view(['Query.geheim', 'Hond.maat', 'Kat.maat']));
    expect(Object.keys(made.getTypeMap())).not.toContain('Geheim');
    expect(Object.keys(made.getTypeMap())).not.toContain('Eenheid');
  });

  it('has a field of an interface when all types that are left have it', () => {
    expect(names(['Kat.naam'])).not.toContain('Dier.naam');
    expect(names(['Kat.naam', 'Kat.baas', 'Kat.maat', 'Kat.levens'])).toContain('Dier.naam');
  });

  it('has no field that leads to an emptied type', () => {
    const left = names(['Geheim.code', 'Mens.naam', 'Mens.adres', 'Mens.huisdier']);
    expect(left.filter((name) => /geheim|baas|Geheim|Mens/.test(name))).toEqual([]);
  });

  it('keeps a root without fields', () => {
    expect(names(['Query.dier', 'Query.dieren', 'Query.hond', 'Query.geheim'])).toEqual([]);
  });
});
