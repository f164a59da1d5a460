import type { GraphQLFormattedError } from 'graphql';
import { createSubgraphOperatie } from '../../sources/index.ts';
import type { FetchNode } from '../planner/plan.ts';
import { compileAsk, compileVariables } from './ask.ts';
import { type Data, getOwn, merge, setOwn } from './data.ts';
import { reportSilence } from './gaps.ts';
import { compileCollector, placesOf, type ResponsePath } from './paths.ts';
import { applyRewrites, rewrittenName, rewrittenPath } from './rewrites.ts';
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
  const renamed = (name: string) => rewrittenName(node.outputRewrites, name);
  const fields = operation.delen.flatMap(({ velden }) => velden);

  const receive = (targets: readonly Data[], data: Data) => {
    applyRewrites(node.outputRewrites, data, types);
    for (const [i, target] of targets.entries()) {
      merge(target, i === 0 || mayShare ? data : structuredClone(data));
    }
  };

  const leaveGap = (run: Run, targets: readonly Data[]) => {
    for (const { type, field, responseName } of fields) {
      run.silent.add(`${type}.${field}`);
      const name = renamed(responseName);
      for (const target of targets) if (getOwn(target, name) === undefined) setOwn(target, name, null);
    }
  };

  return (run) => {
    const targets = node.path.length === 0 ? [run.root] : collect(run.root);
    if (targets.length === 0) return undefined;
    return ask(run, `{${variables(run)}}`).then((answer) => {
      switch (answer.soort) {
        case 'ANTWOORD':
          if (answer.data === null || answer.data === undefined) leaveGap(run, targets);
          else receive(targets, answer.data);
          for (const error of answer.errors ?? []) run.errors.push(...placed(run, error));
          return;
        case 'STIL': {
          leaveGap(run, targets);
          const [first = []] = places(run);
          for (const { veld, fout } of answer.leemten) {
            reportSilence(run, fout, [...first, renamed(veld.responseName)]);
          }
          return;
        }
        default:
          answer satisfies never;
      }
    });
  };

  function places(run: Run): readonly ResponsePath[] {
    return node.path.length === 0 ? [[]] : placesOf(run.root, node.path, types).map(({ path }) => path);
  }

  /** An error is one at every place where the answer stands. */
  function placed(
    run: Run,
    { message, path, extensions }: GraphQLFormattedError,
  ): readonly GraphQLFormattedError[] {
    const error = { message, extensions: { ...extensions, subgraph } };
    if (path === undefined) return [error];
    const below = rewrittenPath(node.outputRewrites, path);
    return places(run).map((at) => ({ ...error, path: [...at, ...below] }));
  }
}
