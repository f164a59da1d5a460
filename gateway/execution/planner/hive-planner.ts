import type {
  FetchNodePathSegment,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode as HiveNode,
  QueryPlan,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import type { Path, PathElement, PlanNode, Planner, Requirement, Rewrite } from './plan.ts';
import { requiredSets } from './required-sets.ts';

/**
 * The native planner of Hive Router, off the main thread.
 * @throws when its binary is not there for this platform, or the supergraph is not one to it
 */
export async function createHivePlanner(supergraphSdl: string): Promise<Planner> {
  if (requiresNestedConflict(parse(supergraphSdl, { noLocation: true }))) {
    throw new Error(
      'the native planner stops the process where @requires has arguments that differ below its top',
    );
  }
  const { QueryPlanner } = await import('@graphql-hive/router-query-planner');
  const planner = new QueryPlanner(supergraphSdl);
  return {
    name: 'hive',
    plan: async (operation, timeoutMs) => {
      const signal = AbortSignal.timeout(timeoutMs);
      const { node } = withoutNulls(await planner.planAsync(operation, null, new Set(), 0, signal));
      return node === undefined ? undefined : toNode(node, []);
    },
    close: async () => {
      // Nothing is held but memory, which goes with the object.
    },
  };
}

/**
 * Whether fields need one and the same field, below the top of what they need, with different arguments. Asked beside
 * each other the native planner (0.0.38) then panics (`merge_path.rs`), which ends the process; which are asked is not
 * known beforehand. What the client asks is planned under another name (`plan-names.ts`).
 */
function requiresNestedConflict(supergraph: DocumentNode): boolean {
  const meanings = new Map<string, string>();
  let isConflict = false;
  for (const set of requiredSets(supergraph)) {
    visit(set, {
      Field: ({ name, arguments: given }, _key, _parent, _path, ancestors) => {
        const isTop = !ancestors.some((node) => 'kind' in node && node.kind === Kind.FIELD);
        if (isTop) return;
        const meaning = (given ?? [])
          .map((one) => print(one))
          .sort()
          .join();
        const known = meanings.get(name.value);
        if (known === undefined) meanings.set(name.value, meaning);
        else isConflict ||= known !== meaning;
      },
    });
  }
  return isConflict;
}

/** The native module writes null for a member that is absent by its types. */
function withoutNulls(plan: QueryPlan): QueryPlan {
  return JSON.parse(JSON.stringify(plan), (_name, value: unknown) => value ?? undefined) as QueryPlan;
}

function toNode(node: HiveNode, path: Path): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((child) => toNode(child, path)) };
    case 'Flatten':
      return toNode(node.node, [...path, ...node.path.map(toPathElement)]);
    case 'Fetch':
      return {
        kind: 'Fetch',
        ...toFetch(node),
        path,
        requires: node.requires === undefined ? undefined : node.requires.map(toRequirement),
        inputRewrites: (node.inputRewrites ?? []).map(toRewrite),
        outputRewrites: (node.outputRewrites ?? []).map(toRewrite),
        id: undefined,
      };
    case 'BatchFetch':
      return {
        kind: 'BatchFetch',
        ...toFetch(node),
        batches: node.entityBatch.aliases.map((batch) => ({
          alias: batch.alias,
          representationsVariable: batch.representationsVariableName,
          paths: batch.paths.map((to) => [...path, ...to.map(toPathElement)]),
          requires: batch.requires.map(toRequirement),
          inputRewrites: (batch.inputRewrites ?? []).map(toRewrite),
          outputRewrites: (batch.outputRewrites ?? []).map(toRewrite),
        })),
      };
    case 'Condition':
    case 'Subscription':
    case 'Defer':
      throw new Error(`a ${node.kind} node was not asked for`);
    default:
      return node satisfies never;
  }
}

function toFetch(node: {
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly operationKind?: 'query' | 'mutation' | 'subscription';
  readonly variableUsages?: readonly string[];
}) {
  if (node.operationKind === 'subscription') throw new Error('a subscription was not asked for');
  return {
    subgraph: node.serviceName,
    operation: node.operation,
    operationName: node.operationName,
    operationKind: node.operationKind ?? 'query',
    variables: node.variableUsages ?? [],
  } as const;
}

function toPathElement(segment: FlattenNodePathSegment): PathElement {
  if (segment === '@') return 'ELEMENTS';
  return 'Field' in segment ? { field: segment.Field } : { types: segment.TypeCondition };
}

function toRequirement(selection: RequiresSelection): Requirement {
  switch (selection.kind) {
    case 'Field':
      return {
        kind: 'Field',
        name: selection.name,
        alias: selection.alias,
        selections:
          selection.selections === undefined || selection.selections.length === 0
            ? undefined
            : selection.selections.map(toRequirement),
      };
    case 'InlineFragment':
      return {
        kind: 'Fragment',
        type: selection.typeCondition,
        selections: selection.selections.map(toRequirement),
      };
    case 'FragmentSpread':
      throw new Error('representations have no fragment spreads');
    default:
      return selection satisfies never;
  }
}

function toRewrite(rewrite: FetchRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return { kind: 'Rename', path: path.map(toRewritePath), to: renameKeyTo };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { kind: 'Set', path: path.map(toRewritePath), value: setValueTo };
}

function toRewritePath(segment: FetchNodePathSegment): PathElement {
  return 'Key' in segment ? { field: segment.Key } : { types: segment.TypenameEquals };
}
