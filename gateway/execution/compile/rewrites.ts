import type { Rewrite } from '../planner/plan.ts';
import { type Data, getOwn, isData, setOwn } from './data.ts';
import { isOfAny } from './paths.ts';
import type { TypeSystem } from './types.ts';

/** Applies rewrites in place, in their order, to an object or to each element of a list. */
export function applyRewrites(rewrites: readonly Rewrite[], value: unknown, types: TypeSystem): void {
  for (const rewrite of rewrites) applyAt(rewrite, 0, value, types);
}

function applyAt(rewrite: Rewrite, step: number, value: unknown, types: TypeSystem): void {
  if (Array.isArray(value)) {
    for (const element of value as unknown[]) applyAt(rewrite, step, element, types);
    return;
  }
  const element = rewrite.path[step];
  if (!isData(value) || element === undefined) return;
  if (element === 'ELEMENTS') applyAt(rewrite, step + 1, value, types);
  else if ('types' in element) {
    if (isOfAny(value, element.types, types)) applyAt(rewrite, step + 1, value, types);
  } else if (step < rewrite.path.length - 1) {
    applyAt(rewrite, step + 1, getOwn(value, element.field), types);
  } else rewriteField(rewrite, value, element.field);
}

function rewriteField(rewrite: Rewrite, data: Data, field: string): void {
  switch (rewrite.kind) {
    case 'Set':
      setOwn(data, field, rewrite.value);
      return;
    case 'Rename': {
      const value = getOwn(data, field);
      if (value === undefined || rewrite.to === field) return;
      setOwn(data, rewrite.to, value);
      // Another plan may need the name; what is not there is not merged.
      Reflect.deleteProperty(data, field);
      return;
    }
    default:
      rewrite satisfies never;
  }
}
