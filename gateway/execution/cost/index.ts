/** What an operation may cost, before anybody is asked anything. */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { GraafFout } from '../../../subgraphs/kit/index.ts';
import type { Operation } from '../document/operation.ts';
import { compileCost } from './compile-cost.ts';
import { readCostModel } from './cost-model.ts';
import { evaluate, type Values } from './term.ts';

export { compileCost, defaultListSize } from './compile-cost.ts';
export { readCostModel } from './cost-model.ts';
export { evaluate, type Term, type Values } from './term.ts';

/** @throws GraafFout TE_KOSTBAAR */
export type CostCheck = (values: Values) => void;

/**
 * Works out what operations cost: once for each, but for what hangs on variables.
 * @returns what gives an operation its check. @throws GraafFout TE_KOSTBAAR when it is too much whatever its variables
 */
export function createCostLimit(
  supergraph: DocumentNode,
  schema: GraphQLSchema,
  maxCost: number,
): (operation: Operation) => CostCheck {
  const model = readCostModel(supergraph);
  return (operation) => {
    const cost = compileCost(operation, schema, model);
    const check: CostCheck = (values) => {
      const kosten = evaluate(cost, values);
      if (kosten > maxCost) throw tooCostly(kosten, maxCost);
    };
    if (typeof cost !== 'number') return check;
    check({});
    return () => undefined;
  };
}

function tooCostly(kosten: number, maximum: number): GraafFout {
  const message = `An operation may cost ${maximum} at most: ask a smaller page, or less of each element.`;
  // JSON has no larger numbers.
  return new GraafFout('TE_KOSTBAAR', message, {
    getallen: { kosten: Math.min(kosten, Number.MAX_SAFE_INTEGER), maximum },
  });
}
