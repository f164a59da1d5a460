import type { Rewrite } from '../planner/plan.ts';
import { type Data, getOwn, isData, setOwn } from './data.ts';
import { isOfAny, type ResponsePath, responseNames } from './paths.ts';
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

/** A path in what a subgraph sent, as it is after the rewrites: for what is said about a field that was renamed. */
export function rewrittenPath(rewrites: readonly Rewrite[], path: ResponsePath): ResponsePath {
  return rewrites.reduce<ResponsePath>((earlier, rewrite) => {
    if (rewrite.kind !== 'Rename') return earlier;
    const names = responseNames(rewrite.path);
    const fields = earlier.flatMap((step, i) => (typeof step === 'string' ? [{ step, i }] : []));
    const last = fields[names.length - 1];
    const isHere = last !== undefined && names.every((name, k) => fields[k]?.step === name);
    return isHere ? earlier.with(last.i, rewrite.to) : earlier;
  }, path);
}

/** The name that a top field has after the rewrites. */
export function rewrittenName(rewrites: readonly Rewrite[], name: string): string {
  return String(rewrittenPath(rewrites, [name])[0]);
}
