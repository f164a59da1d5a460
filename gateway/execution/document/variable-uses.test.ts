/** Where a request's values go, wherever in a document a variable stands. */
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { selectOperation } from './operation.ts';
import { compileVariableUses } from './variable-uses.ts';

it('names the argument or input field of each variable, each once', () => {
  const document = parse(`
    query ($a: ID!, $b: String, $c: Int, $d: Boolean!, $unused: String = "x") {
      client(clientnummer: $a) @include(if: $d) { ...F deel(filter: { van: $c, namen: ["x", $b] }) { naam } }
    }
    fragment F on Client { verwant(clientnummer: $a) { naam } bladzijde(first: 5, after: $b) { naam } }
  `);
  const uses = compileVariableUses(selectOperation(document, undefined));
  expect(uses({ a: '1', b: '2', c: 3, d: true, unused: 'x', other: 'y' })).toEqual([
    { at: 'clientnummer', value: '1' },
    { at: 'if', value: true },
    { at: 'van', value: 3 },
    { at: 'namen', value: '2' },
    { at: 'after', value: '2' },
  ]);
  expect(uses({}).every(({ value }) => value === undefined)).toBe(true);
});
