import type { PlanNode } from '../planner/plan.ts';
import { responseNames } from './paths.ts';

/** Where a plan fetches entities: response names from the root, joined by dots. */
export function entityPlaces(plan: PlanNode | undefined): ReadonlySet<string> {
  const places = new Set<string>();
  const visit = (node: PlanNode | undefined): void => {
    switch (node?.kind) {
      case undefined:
        return;
      case 'Sequence':
      case 'Parallel':
        node.nodes.forEach(visit);
        return;
      case 'Defer':
        visit(node.primary);
        for (const deferred of node.deferred) visit(deferred.node);
        return;
      case 'Fetch':
        if (node.requires !== undefined) places.add(placeName(responseNames(node.path)));
        return;
      case 'BatchFetch':
        for (const { paths } of node.batches)
          for (const path of paths) places.add(placeName(responseNames(path)));
        return;
      default:
        node satisfies never;
    }
  };
  visit(plan);
  return places;
}

export function placeName(names: readonly string[]): string {
  return names.join('.');
}
