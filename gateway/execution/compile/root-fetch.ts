import type { GraphQLFormattedError } from 'graphql';
import { createSubgraphOperatie } from '../../sources/index.ts';
import type { FetchNode } from '../planner/plan.ts';
import { compileAsk, compileVariables } from './ask.ts';
import { type Data, getOwn, merge, setOwn } from './data.ts';
import { compileCollector, placesOf, type ResponsePath } from './paths.ts';
import { applyRewrites } from './rewrites.ts';
import type { PlanCompilerInput, Run, Step } from './step.ts';

/** A fetch of root fields, for the root of the answer or for objects in it that are the root again. */
export function compileRootFetch(
  node: FetchNode,
  input: PlanCompilerInput & { readonly isRepeated: boolean },
): Step {
  const { types, mayShare } = input;
  const operation = createSubgraphOperatie(node.operation, node.operationName);
  const { subgraph } = node;
  const ask = compileAsk({ ...input, source: input.sourceOf(subgraph), operation, subgraph });
  const variables = compileVariables(node.variables);
  const collect = compileCollector(node.path, types);
  const fields = operation.delen.flatMap(({ velden }) => velden);

  const receive = (targets: readonly Data[], data: Data | null | undefined) => {
    if (data !== null && data !== undefined) {
      applyRewrites(node.outputRewrites, data, types);
      for (const [i, target] of targets.entries()) {
        merge(target, i === 0 || mayShare ? data : structuredClone(data));
      }
      return;
    }
    for (const target of targets) {
      for (const { responseName } of fields) {
        if (getOwn(target, responseName) === undefined) setOwn(target, responseName, null);
      }
    }
  };

  return (run) => {
    const targets = node.path.length === 0 ? [run.root] : collect(run.root);
    if (targets.length === 0) return undefined;
    return ask(run, `{${variables(run)}}`).then((answer) => {
      switch (answer.soort) {
        case 'ANTWOORD':
          receive(targets, answer.data);
          if (answer.errors !== undefined) run.errors.push(...placed(run, answer.errors));
          return;
        case 'STIL':
          receive(targets, undefined);
          for (const { veld, fout } of answer.leemten) {
            run.errors.push({ ...fout, path: [...prefix(run), veld.responseName] });
          }
          return;
        default:
          answer satisfies never;
      }
    });
  };

  function prefix(run: Run): ResponsePath {
    return node.path.length === 0 ? [] : (placesOf(run.root, node.path, types)[0]?.path ?? []);
  }

  function placed(run: Run, errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
    const at = prefix(run);
    return errors.map(({ message, path, extensions }) => ({
      message,
      ...(path === undefined ? {} : { path: [...at, ...path] }),
      extensions: { ...extensions, subgraph },
    }));
  }
}
