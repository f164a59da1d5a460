import type { Path, PathElement } from '../planner/plan.ts';
import { type Data, getOwn, isData } from './data.ts';
import type { TypeSystem } from './types.ts';

export type ResponsePath = readonly (string | number)[];

/** The objects at a path of the data, in order; null and absent ones are not there. */
export type Collector = (root: Data) => Data[];

export function compileCollector(path: Path, types: TypeSystem): Collector {
  return (root) => {
    const found: Data[] = [];
    collect(root, path, 0, types, found);
    return found;
  };
}

function collect(value: unknown, path: Path, step: number, types: TypeSystem, found: Data[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const next = path[step] === 'ELEMENTS' ? step + 1 : step;
    for (const element of value as unknown[]) collect(element, path, next, types, found);
    return;
  }
  const data = value as Data;
  const element = path[step];
  if (element === undefined) found.push(data);
  else if (element === 'ELEMENTS') return;
  else if ('field' in element) collect(getOwn(data, element.field), path, step + 1, types, found);
  else if (isOfAny(data, element.types, types)) collect(data, path, step + 1, types, found);
}

/** The response paths of the objects that a collector of the same path finds, in the same order. */
export function pathsOf(root: Data, path: Path, types: TypeSystem): readonly ResponsePath[] {
  const found: ResponsePath[] = [];
  const walk = (value: unknown, step: number, at: ResponsePath): void => {
    if (Array.isArray(value)) {
      const next = path[step] === 'ELEMENTS' ? step + 1 : step;
      for (const [i, element] of (value as unknown[]).entries()) walk(element, next, [...at, i]);
      return;
    }
    if (!isData(value)) return;
    const element = path[step];
    if (element === undefined) found.push(at);
    else if (element === 'ELEMENTS') return;
    else if ('field' in element) walk(getOwn(value, element.field), step + 1, [...at, element.field]);
    else if (isOfAny(value, element.types, types)) walk(value, step + 1, at);
  };
  walk(root, 0, []);
  return found;
}

/** An object that does not say what it is, is what the plan takes it for. */
export function isOfAny(data: Data, wanted: readonly string[], types: TypeSystem): boolean {
  const typename = data['__typename'];
  return typeof typename !== 'string' || wanted.some((type) => types.isOf(typename, type));
}

/** The response names of a path: where in the answer a root fetch puts its data. */
export function responseNames(path: Path): readonly string[] {
  return path.flatMap((element: PathElement) =>
    element !== 'ELEMENTS' && 'field' in element ? [element.field] : [],
  );
}
