/** What an operation costs, by what its fields say of themselves. */
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createCannedEngine, operationContext } from '../../../test/canned/index.ts';
import { selectOperation } from '../document/operation.ts';
import { compileCost, evaluate, readCostModel } from './index.ts';

const directives = `@link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", IMPORT])`;
const sdl = `
  extend schema ${directives}
  type Query {
    boek(id: ID!): Boek @cost(weight: 5)
    boeken(eerste: Int = 20, laatste: Int): [Boek!] @listSize(assumedSize: 50, slicingArguments: ["eerste", "laatste"], requireOneSlicingArgument: false)
    precies(eerste: Int, laatste: Int): [Boek!] @listSize(slicingArguments: ["eerste", "laatste"])
    bladzijde(eerste: Int = 20): Bladzijde! @listSize(slicingArguments: ["eerste"], sizedFields: ["regels", "boeken"], requireOneSlicingArgument: false)
    vrij: [Boek]!
    werken: [Werk!]! @listSize(assumedSize: 3)
    zoek(tekst: String @cost(weight: 7), taal: String = "nl" @cost(weight: 2)): Boek
  }
  type Bladzijde { regels: [Regel!] boeken: [Boek!] andere: [Boek!] totaal: Int }
  type Regel { nummer: Int boek: Boek }
  interface Werk { id: ID! boeken: [Boek!] }
  type Roman implements Werk { id: ID! boeken: [Boek!] @listSize(assumedSize: 2) prijs: Prijs }
  type Bundel implements Werk { id: ID! boeken: [Boek!] @listSize(assumedSize: 4) }
  type Boek { id: ID! titel: String prijs: Prijs recensies: [Recensie!] @listSize(assumedSize: 6) }
  type Recensie { tekst: String boek: Boek }
  type Prijs @cost(weight: 4) { centen: Int @cost(weight: 1) }
`;

function graph(imports: string, rename: (text: string) => string = (text) => text) {
  const text = rename(sdl).replace('IMPORT', imports);
  const { supergraphSdl, errors } = composeServices([{ name: 'a', url: 'http://a', typeDefs: parse(text) }]);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  const schema = Supergraph.build(supergraphSdl, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
  const model = readCostModel(parse(supergraphSdl));
  return (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    return evaluate(compileCost(selectOperation(document, undefined), schema, model), variables);
  };
}

const cost = graph('"@cost", "@listSize"');

describe('the cost of', () => {
  it.each<[string, string, number]>([
    ['nothing', '{ __typename }', 0],
    ['introspection', '{ __schema { types { name } } }', 0],
    ['a field with a weight, and its object', '{ boek(id: 1) { id titel } }', 5 + 1],
    ['a type with a weight', '{ boek(id: 1) { prijs { centen } } }', 5 + 1 + 4 + 1],
    ['the same field twice', '{ boek(id: 1) { id } boek(id: 1) { titel } }', 6],
    ['a field under two names', '{ a: boek(id: 1) { id } b: boek(id: 1) { id } }', 12],
    ['what is left out', '{ boek(id: 1) @skip(if: true) { id } }', 6],
    ['a list that nothing is said of', '{ vrij { id } }', 10],
    ['a list of an assumed size', '{ werken { id } }', 3],
    ['a list by the default of its argument', '{ boeken { id } }', 20],
    ['a list by its argument', '{ boeken(eerste: 7) { id } }', 7],
    ['a list by the largest of two arguments', '{ boeken(eerste: 7, laatste: 9) { id } }', 9],
    ['a list whose argument is null', '{ boeken(eerste: null) { id } }', 50],
    ['a list that is asked backwards', '{ boeken(eerste: -7) { id } }', 0],
    ['lists in lists', '{ boeken(eerste: 7) { recensies { tekst } } }', 7 * (1 + 6)],
    [
      'a page, whose lists are sized, and one that is not',
      '{ bladzijde(eerste: 3) { totaal regels { boek { id } } boeken { id } andere { id } } }',
      1 + 3 * 2 + 3 + 10,
    ],
    ['the costliest type of an interface', '{ werken { boeken { id } } }', 3 * (1 + 4)],
    [
      'the costliest type by what only one has',
      '{ werken { ... on Roman { boeken { id } prijs { centen } } ... on Bundel { boeken { id } } } }',
      3 * (1 + 2 + 5),
    ],
    [
      'fragments, each time again',
      '{ a: boek(id: 1) { ...F } b: boek(id: 1) { ...F } } fragment F on Boek { prijs { centen } }',
      2 * (6 + 5),
    ],
    [
      'arguments that are given, or have a default',
      '{ a: zoek { id } b: zoek(tekst: "x") { id } }',
      1 + 2 + (1 + 2 + 7),
    ],
  ])('%s', (_wat, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  it.each([
    [{ n: 7 }, 7],
    [{ n: null }, 50],
    [{}, 20],
    [{ n: 2_147_483_647 }, 2_147_483_647],
  ])('a list by the variable %j', (variables, expected) => {
    expect(cost('query ($n: Int) { boeken(eerste: $n) { id } }', variables)).toBe(expected);
  });

  it('a list that needs one size, and has none or two, is not told', () => {
    const query = 'query ($n: Int, $m: Int) { precies(eerste: $n, laatste: $m) { id } }';
    expect(cost(query, { n: 3 })).toBe(3);
    for (const variables of [{}, { n: 3, m: 3 }, { n: null }]) {
      expect(() => cost(query, variables)).toThrow('needs exactly one argument that says how many');
    }
  });

  it('many types below each other takes no longer than to walk them once', () => {
    const levels = (n: number): string => (n === 0 ? 'id' : `recensies { boek { ${levels(n - 1)} } }`);
    expect(cost(`{ vrij { ${levels(200)} } vrij { ${levels(200)} } }`)).toBeGreaterThan(1e100);
  });
});

it.each<[string, string, (text: string) => string]>([
  [
    'by another name',
    '{ name: "@cost", as: "@gewicht" }, { name: "@listSize", as: "@omvang" }',
    (text) => text.replaceAll('@cost', '@gewicht').replaceAll('@listSize', '@omvang'),
  ],
  [
    'by their long names',
    '"@inaccessible"',
    (text) => text.replaceAll('@cost', '@federation__cost').replaceAll('@listSize', '@federation__listSize'),
  ],
])('weights are read %s', (_wat, imports, rename) => {
  expect(graph(imports, rename)('{ boek(id: 1) { id } boeken(eerste: 7) { id } }')).toBe(6 + 7);
});

describe('an operation that costs too much', () => {
  const subgraphs = { a: sdl.replace('IMPORT', '"@cost", "@listSize"') };
  const refused = (kosten: number) => ({ extensions: { code: 'TE_KOSTBAAR', kosten, maximum: 20 } });

  it('is refused before it is planned, or by its variables before anybody is asked', async () => {
    const { engine, asked } = await createCannedEngine(subgraphs, 'hive', { maxCost: 20 });
    await expect(engine.prepare(parse('{ boeken(eerste: 21) { id } }'))).rejects.toMatchObject(refused(21));
    const prepared = await engine.prepare(parse('query ($n: Int!) { boeken(eerste: $n) { id } }'));
    await expect(prepared.run({ n: 21 }, operationContext())).rejects.toMatchObject(refused(21));
    await expect(prepared.run({ n: 2_147_483_647 }, operationContext())).rejects.toMatchObject(
      refused(2_147_483_647),
    );
    expect(asked()).toEqual([]);
    await engine.close();
  });
});
