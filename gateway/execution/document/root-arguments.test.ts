/** What the fields of the root are asked about, however an operation says it. */
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selectOperation } from './operation.ts';
import { compileRootArguments } from './root-arguments.ts';

const schema = buildSchema(`
  type Query { client(clientnummer: ID!): Client clienten(clientnummers: [ID!]!, first: Int = 20): [Client] plat: Int }
  type Client { clientnummer: ID! verwant(clientnummer: ID!): Client }
`);

function read(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const rootArguments = compileRootArguments(selectOperation(parse(text), undefined), schema);
  return rootArguments(variables).map(({ field, name, value }) => [field, name, value]);
}

describe('arguments of the root', () => {
  it.each<[string, string, Readonly<Record<string, unknown>>, unknown]>([
    [
      'in the document',
      '{ client(clientnummer: "a") { clientnummer } }',
      {},
      [['client', 'clientnummer', 'a']],
    ],
    [
      'as a variable',
      'query ($c: ID!) { client(clientnummer: $c) { clientnummer } }',
      { c: 'b' },
      [['client', 'clientnummer', 'b']],
    ],
    [
      'under an alias, in a fragment, and where it is left out',
      `{ x: client(clientnummer: "a") { clientnummer } ...F @skip(if: true) ... on Query { ...F } }
       fragment F on Query { client(clientnummer: "b") @include(if: false) { clientnummer } }`,
      {},
      [
        ['client', 'clientnummer', 'a'],
        ['client', 'clientnummer', 'b'],
      ],
    ],
    [
      'of lists, with defaults',
      'query ($c: ID!) { clienten(clientnummers: ["a", $c]) { clientnummer } }',
      { c: 'b' },
      [
        ['clienten', 'clientnummers', ['a', 'b']],
        ['clienten', 'first', 20],
      ],
    ],
    [
      'and not those below it',
      '{ plat client(clientnummer: "a") { verwant(clientnummer: "z") { clientnummer } } }',
      {},
      [['client', 'clientnummer', 'a']],
    ],
  ])('%s', (_wat, text, variables, expected) => {
    expect(read(text, variables)).toEqual(expected);
  });
});
