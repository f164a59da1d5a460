/** What the front office's own documents cost, and that the schema says of each field what it costs. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DirectiveNode,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { documenten } from '../../commands/front-office.ts';
import { compileCost, evaluate, readCostModel } from '../../gateway/execution/cost/index.ts';
import { selectOperation } from '../../gateway/execution/document/operation.ts';
import { leesGatewayConfig } from '../../gateway/index.ts';
import { operatie } from '../operations.ts';

const lees = (file: string) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
const schema = buildSchema(lees('api.graphql'));
const supergraph = parse(lees('supergraph.graphql'));
const model = readCostModel(supergraph);
const { maxCost } = leesGatewayConfig({ ACCESS: 'open' }).door;

function kosten(query: string, variables: Readonly<Record<string, unknown>>): number {
  return evaluate(compileCost(selectOperation(parse(query), undefined), schema, model), variables);
}

/** Document, cost of its usual page, and of the largest that is given. */
const tabel: readonly (readonly [document: string, usual: number, largest: number])[] = [
  ['balie', 120, 120],
  ['caseload', 3_860, 7_710],
  ['caseload-keuze', 6_363, 10_213],
  ['caseload-signalen', 8_563, 10_113],
  ['clientprofiel', 888, 888],
  ['diagnose', 368, 368],
  ['eigen-dossier', 989, 989],
  ['inkomenstoets', 6_383, 6_383],
  ['intake', 335, 335],
  ['matching', 531, 2_371],
  ['nazorg', 7_119, 7_119],
  ['signalen', 35_500, 35_500],
  ['tijdlijn', 219, 319],
  ['vacatures', 1_588, 7_908],
  ['verantwoording', 415, 415],
  ['werkgever', 999, 2_039],
  ['werkvoorraad', 13_800, 13_800],
  ['zoek-client', 1_663, 1_663],
];

describe('a document of the front office', () => {
  it.each(tabel)('%s costs %d, and %d at most', (document, usual, largest) => {
    const query = operatie(document);
    expect([kosten(query, {}), kosten(query, { first: 100 })]).toEqual([usual, largest]);
    expect(largest).toBeLessThanOrEqual(maxCost);
  });

  it('is in the table', () => {
    expect(tabel.map(([document]) => document)).toEqual(documenten);
  });
});

describe('what goes too far costs too much', () => {
  const profielen = operatie('clientprofiel')
    .replace('$clientnummer: ID!', '$clientnummers: [ID!]!')
    .replace('client(clientnummer: $clientnummer)', 'clienten(clientnummers: $clientnummers)');
  const tien = (veld: (i: number) => string) => Array.from({ length: 10 }, (_, i) => veld(i)).join('\n');

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['a caseload ten times as large as is given', operatie('caseload'), { first: 1_000 }],
    ['vacancies, ten times', operatie('vacatures'), { first: 1_000 }],
    ['a page without end', '{ vacatures(first: 2147483647) { edges { cursor } } }', {}],
    ['the profiles of a hundred clients', profielen, {}],
    [
      'the time lines of a caseload',
      `query ($rol: Werkvoorraadrol!, $nummer: ID!, $first: Int) { werkvoorraad(rol: $rol, medewerkernummer: $nummer) {
        ... on WerkvoorraadKlantmanager { vanGemeente { bladzijde(first: $first) { edges { node {
          tijdlijn(first: $first) { edges { node { omschrijving } } bronnen { bron } }
          signalen { signalen { regel feiten { wat } } }
          voorinvulling(formulier: INTAKE) { velden { waarden { waarde } } }
        } } } } } } }`,
      { first: 100 },
    ],
    [
      'ten caseloads that are put in order',
      `query ($nummer: ID!) { ${tien(
        (i) => `w${i}: werkvoorraad(rol: KLANTMANAGER, medewerkernummer: $nummer) {
        ... on WerkvoorraadKlantmanager { naarSignaal(first: 100) { edges { node { clientnummer } signalen { volledig signalen { regel } } } } } }`,
      )} }`,
      {},
    ],
  ])('%s', (_wat, query, variables) => {
    expect(kosten(query, variables)).toBeGreaterThan(maxCost);
  });
});

describe('every field of the schema', () => {
  const velden = supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (definition.fields ?? []).map((field) => ({ type: definition.name.value, field }))
      : [],
  );
  const heeft = (directives: readonly DirectiveNode[] | undefined, test: (d: DirectiveNode) => boolean) =>
    (directives ?? []).some(test);
  const metVereisten = ({ name, arguments: given }: DirectiveNode) =>
    name.value === 'join__field' && (given ?? []).some((argument) => argument.name.value === 'requires');

  it('that asks a source, or rests on what others ask, has a weight', () => {
    const duur = velden.filter(({ field }) =>
      heeft(field.directives, (d) => d.name.value === 'bron' || metVereisten(d)),
    );
    expect(duur.length).toBeGreaterThan(40);
    const zonder = duur
      .map(({ type, field }) => `${type}.${field.name.value}`)
      .filter((coordinate) => model.weightOf(coordinate) === undefined);
    expect(zonder).toEqual([]);
  });

  it('with pages says by which argument and of which list', () => {
    const zonder = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => field.args.some(({ name }) => name === 'first'))
      .filter(({ type, field }) => {
        const size = model.listSizeOf(`${type.name}.${field.name}`);
        const named = getNamedType(field.type);
        const sized = isObjectType(named) ? named.getFields()[size?.sizedFields[0] ?? ''] : undefined;
        const isList = sized && isListType(isNonNullType(sized.type) ? sized.type.ofType : sized.type);
        return size?.slicingArguments.join() !== 'first' || isList !== true;
      });
    expect(zonder.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });

  it('has no weight of a kind that is not counted', () => {
    const invoer = supergraph.definitions.flatMap((definition) =>
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? (definition.fields ?? []) : [],
    );
    expect(invoer.filter(({ directives }) => heeft(directives, ({ name }) => name.value === 'cost'))).toEqual(
      [],
    );
    for (const { field } of velden) {
      for (const directive of (field.directives ?? []).filter(({ name }) => name.value === 'cost')) {
        const weight = directive.arguments?.map(({ value }) => valueFromASTUntyped(value))[0];
        expect(weight).toBeGreaterThan(0);
      }
    }
  });
});
