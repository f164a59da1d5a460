import type {
  PlanNode as ApolloNode,
  FetchDataRewrite,
  QueryPlanSelectionNode,
  SubscriptionNode,
} from '@apollo/query-planner';
import { OperationTypeNode } from 'graphql';
import type { Path, PathElement, PlanNode, Requirement, Rewrite } from './plan.ts';

/** Apollo's own plan as a plan of ours. It is plain data: it comes from another thread. */
export function fromApolloPlan(node: ApolloNode | SubscriptionNode, path: Path = []): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((child) => fromApolloPlan(child, path)) };
    case 'Flatten':
      return fromApolloPlan(node.node, [...path, ...node.path.map(toPathElement)]);
    case 'Fetch':
      if (node.operationKind === OperationTypeNode.SUBSCRIPTION) {
        throw new Error('a subscription was not asked for');
      }
      return {
        kind: 'Fetch',
        subgraph: node.serviceName,
        operation: node.operation,
        operationName: node.operationName,
        operationKind: node.operationKind,
        variables: node.variableUsages ?? [],
        path,
        requires: node.requires === undefined ? undefined : node.requires.map(toRequirement),
        inputRewrites: (node.inputRewrites ?? []).map(toRewrite),
        outputRewrites: (node.outputRewrites ?? []).map(toRewrite),
        id: node.id,
      };
    case 'Defer':
      return {
        kind: 'Defer',
        primary: node.primary.node === undefined ? undefined : fromApolloPlan(node.primary.node, path),
        deferred: node.deferred.map((deferred) => ({
          label: deferred.label ?? '',
          depends: deferred.depends.map(({ id }) => id),
          node: deferred.node === undefined ? undefined : fromApolloPlan(deferred.node, path),
        })),
      };
    case 'Condition':
    case 'Subscription':
      throw new Error(`a ${node.kind} node was not asked for`);
    default:
      return node satisfies never;
  }
}

function toPathElement(segment: string | number): PathElement {
  return segment === '@' ? 'ELEMENTS' : { field: String(segment) };
}

function toRequirement(selection: QueryPlanSelectionNode): Requirement {
  if (selection.kind === 'Field') {
    return {
      kind: 'Field',
      name: selection.alias ?? selection.name,
      alias: undefined,
      selections: selection.selections?.map(toRequirement),
    };
  }
  const selections = selection.selections.map(toRequirement);
  if (selection.typeCondition === undefined) throw new Error('a fragment without a type was not asked for');
  return { kind: 'Fragment', type: selection.typeCondition, selections };
}

function toRewrite(rewrite: FetchDataRewrite): Rewrite {
  const path = rewrite.path.map((element): PathElement => {
    const prefix = '... on ';
    return element.startsWith(prefix) ? { types: [element.slice(prefix.length)] } : { field: element };
  });
  return rewrite.kind === 'KeyRenamer'
    ? { kind: 'Rename', path, to: rewrite.renameKeyTo }
    : { kind: 'Set', path, value: rewrite.setValueTo };
}
