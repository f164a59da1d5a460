import type { Path, PathElement } from '../planner/plan.ts';
import { type Data, getOwn, isData } from './data.ts';
import type { TypeSystem } from './types.ts';

export type ResponsePath = readonly (string | number)[];

/**
 * The objects at a path of the data, in order; null and absent ones are not there. With `once` an object that stands
 * in several places is found once.
 */
export type Collector = (root: Data, once?: boolean) => Data[];

export function compileCollector(path: Path, types: TypeSystem): Collector {
  return (root, once = false) => {
    const found: Data[] = [];
    collect(root, path, 0, types, found, once ? new Set() : undefined);
    return found;
  };
}

function collect(
  value: unknown,
  path: Path,
  start: number,
  types: TypeSystem,
  found: Data[],
  seen: Set<Data> | undefined,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const next = path[start] === 'ELEMENTS' ? start + 1 : start;
    for (const element of value as unknown[]) collect(element, path, next, types, found, seen);
    return;
  }
  const data = value as Data;
  if (seen !== undefined) {
    if (seen.has(data)) return;
    seen.add(data);
  }
  const step = throughTypes(data, path, start, types);
  const element = path[step ?? path.length];
  if (step === undefined || element === 'ELEMENTS') return;
  if (element === undefined) found.push(data);
  else if ('field' in element) collect(getOwn(data, element.field), path, step + 1, types, found, seen);
}

/** The step after the conditions on the type of an object; undefined when it does not meet them. */
function throughTypes(data: Data, path: Path, start: number, types: TypeSystem): number | undefined {
  for (let step = start; ; step += 1) {
    const element = path[step];
    if (element === undefined || element === 'ELEMENTS' || 'field' in element) return step;
    if (!isOfAny(data, element.types, types)) return undefined;
  }
}

/** An object of the answer, and one place where it stands. */
export type Place = { readonly data: Data; readonly path: ResponsePath };

/** Every place of the objects that a collector of the same path finds, in the same order. */
export function placesOf(root: Data, path: Path, types: TypeSystem): readonly Place[] {
  const found: Place[] = [];
  const walk = (value: unknown, start: number, at: ResponsePath): void => {
    if (Array.isArray(value)) {
      const next = path[start] === 'ELEMENTS' ? start + 1 : start;
      for (const [i, element] of (value as unknown[]).entries()) walk(element, next, [...at, i]);
      return;
    }
    if (!isData(value)) return;
    const step = throughTypes(value, path, start, types);
    const element = path[step ?? path.length];
    if (step === undefined || element === 'ELEMENTS') return;
    if (element === undefined) found.push({ data: value, path: at });
    else if ('field' in element) walk(getOwn(value, element.field), step + 1, [...at, element.field]);
  };
  walk(root, 0, []);
  return found;
}

/** An object that does not say what it is, is what the plan takes it for. */
export function isOfAny(data: Data, wanted: readonly string[], types: TypeSystem): boolean {
  const typename = data['__typename'];
  return typeof typename !== 'string' || wanted.some((type) => types.isOf(typename, type));
}

/** The response names of a path. */
export function responseNames(path: Path): readonly string[] {
  return path.flatMap((element: PathElement) =>
    element !== 'ELEMENTS' && 'field' in element ? [element.field] : [],
  );
}
