import type { Requirement, Rewrite } from '../planner/plan.ts';
import { type Data, getOwn, isData, merge, setOwn } from './data.ts';
import { stringText, valueText } from './json-text.ts';
import { applyRewrites } from './rewrites.ts';
import type { TypeSystem } from './types.ts';

/**
 * The representations of entities for one fetch: JSON text, each once. `indexes` says for each entity which
 * representation stands for it, or -1: it is of another type, or lacks what it is known by.
 */
export type Representations = {
  readonly text: string;
  readonly count: number;
  readonly indexes: readonly number[];
};

type Writer = (entity: Data) => string | undefined;

/** @returns what writes the representations of entities, in the order in which they are met */
export function compileRepresentations(
  requires: readonly Requirement[],
  rewrites: readonly Rewrite[],
  types: TypeSystem,
): (entities: readonly Data[]) => Representations {
  const write =
    rewrites.length > 0 || hasOverlap(requires) || !alwaysHasType(requires)
      ? exactWriter(requires, rewrites, types)
      : textWriter(requires, types);
  return (entities) => {
    const known = new Map<string, number>();
    const indexes: number[] = [];
    let text = '';
    for (const entity of entities) {
      const representation = write(entity);
      if (representation === undefined) {
        indexes.push(-1);
        continue;
      }
      const index = known.get(representation);
      if (index !== undefined) {
        indexes.push(index);
        continue;
      }
      indexes.push(known.size);
      text += known.size === 0 ? representation : `,${representation}`;
      known.set(representation, known.size);
    }
    return { text: `[${text}]`, count: known.size, indexes };
  };
}

/** Text straight from the entity. */
function textWriter(requires: readonly Requirement[], types: TypeSystem): Writer {
  const fields = fieldsWriter(requires, types);
  return (entity) => {
    if (typeof entity['__typename'] !== 'string') return undefined;
    const text = fields(entity);
    return text === undefined || text === '' ? undefined : `{${text}}`;
  };
}

/** The fields without their braces; undefined when one is absent, so that nothing is known of the object. */
function fieldsWriter(selections: readonly Requirement[], types: TypeSystem): Writer {
  const parts = selections.map((selection) => partWriter(selection, types));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return (data) => {
    let text = '';
    for (const part of parts) {
      const piece = part(data);
      if (piece === undefined) return undefined;
      if (piece !== '') text = text === '' ? piece : `${text},${piece}`;
    }
    return text;
  };
}

function partWriter(selection: Requirement, types: TypeSystem): Writer {
  if (selection.kind === 'Fragment') {
    const fields = fieldsWriter(selection.selections, types);
    // A fragment that does not come whole adds nothing.
    return (data) => (isOf(data, selection.type, types) ? (fields(data) ?? '') : '');
  }
  const read = reader(selection);
  const key = `${stringText(selection.alias ?? selection.name)}:`;
  if (selection.selections === undefined) {
    return (data) => {
      const value = read(data);
      return value === undefined ? undefined : key + valueText(value);
    };
  }
  const fields = fieldsWriter(selection.selections, types);
  const write = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
    if (!isData(value)) return 'null';
    const text = fields(value);
    return text === undefined ? 'null' : `{${text}}`;
  };
  return (data) => {
    const value = read(data);
    return value === undefined ? undefined : key + write(value);
  };
}

/** The same by way of objects, for what has to be rewritten or comes from more than one fragment. */
function exactWriter(
  requires: readonly Requirement[],
  rewrites: readonly Rewrite[],
  types: TypeSystem,
): Writer {
  return (entity) => {
    if (typeof entity['__typename'] !== 'string') return undefined;
    const representation = extract(requires, entity, types);
    if (typeof representation?.['__typename'] !== 'string') return undefined;
    applyRewrites(rewrites, representation, types);
    return JSON.stringify(representation);
  };
}

function extract(selections: readonly Requirement[], data: Data, types: TypeSystem): Data | undefined {
  const result: Data = {};
  for (const selection of selections) {
    if (selection.kind === 'Fragment') {
      const part = isOf(data, selection.type, types) ? extract(selection.selections, data, types) : undefined;
      if (part !== undefined) merge(result, part);
      continue;
    }
    const value = reader(selection)(data);
    if (value === undefined) return undefined;
    const part: Data = {};
    setOwn(part, selection.alias ?? selection.name, extractValue(selection.selections, value, types));
    merge(result, part);
  }
  return result;
}

/** A copy: what comes of it is rewritten and merged, and the data stays what it is. */
function extractValue(
  selections: readonly Requirement[] | undefined,
  value: unknown,
  types: TypeSystem,
): unknown {
  if (selections === undefined) return structuredClone(value);
  if (Array.isArray(value)) return value.map((element) => extractValue(selections, element, types));
  return isData(value) ? (extract(selections, value, types) ?? null) : null;
}

/** A planner may name what it fetched under another name by either. */
function reader({ name, alias }: Requirement & { readonly kind: 'Field' }): (data: Data) => unknown {
  if (alias === undefined) return (data) => getOwn(data, name);
  return (data) => getOwn(data, name) ?? getOwn(data, alias);
}

/**
 * An object that says it is of an interface (`@interfaceObject`) is of none of its types: what it is was to come from
 * another subgraph, and did not.
 */
function isOf(data: Data, type: string, types: TypeSystem): boolean {
  const typename = data['__typename'];
  return typeof typename !== 'string' || types.isOf(typename, type);
}

/** Whether a representation that has anything has its type: without one it is of none that the fetch takes. */
function alwaysHasType(selections: readonly Requirement[]): boolean {
  const [only] = selections;
  if (selections.length === 1 && only?.kind === 'Fragment') return alwaysHasType(only.selections);
  return selections.some((selection) => selection.kind === 'Field' && selection.name === '__typename');
}

/** Whether a name can come from two places, so that text alone would write it twice. */
function hasOverlap(selections: readonly Requirement[]): boolean {
  const seen = new Set<string>();
  const visit = (list: readonly Requirement[]): boolean =>
    list.some((selection) => {
      if (selection.kind === 'Fragment') return visit(selection.selections);
      const name = selection.alias ?? selection.name;
      if (seen.has(name)) return true;
      seen.add(name);
      return selection.selections !== undefined && hasOverlap(selection.selections);
    });
  // Fragments on different object types are alternatives, but a name in two of them is seen as an overlap: exact,
  // and slower only where a fetch takes entities of several types.
  return visit(selections);
}
