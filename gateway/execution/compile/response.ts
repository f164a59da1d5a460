import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { PlanNames } from '../document/plan-names.ts';
import { report, reportRefused, type WriteState } from './completion.ts';
import { type Data, getOwn, isData, isInherited } from './data.ts';
import { placeName } from './entity-places.ts';
import { stringText } from './json-text.ts';
import { type LeafWriter, leafWriter } from './leaves.ts';
import { type CollectedField, collectFields, type DeferredFragment, type Fragments } from './selections.ts';

/**
 * Writes a value as the JSON text of its type. No text means: no such value, so null, which a nullable place
 * shows and a non-null place passes on to what holds it; the reason is in the state's defects.
 */
type Writer = (value: unknown, state: WriteState, depth: number) => string;
const nothing = '';

export type ResponseCompiler = {
  /** Writes an object of the type: what is asked of it and not deferred. */
  readonly objectWriter: (
    type: GraphQLCompositeType,
    selections: readonly SelectionSetNode[],
    /** The way from the root to the object. */
    path: Route,
  ) => Writer;
};

export type CompilerInput = {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly names: PlanNames;
  /** Whether whoever asks may see a field of a type; everything when absent. */
  readonly mag: ((type: string, field: string) => boolean) | undefined;
  /** Answers `__schema` and `__type`, as JSON text. */
  readonly introspect: (nodes: readonly FieldNode[], variables: WriteState['variables']) => string;
  /** Whether every possible type is compiled at once, so that every deferred fragment is met. */
  readonly eager: boolean;
  /** Where entities are fetched (`entity-places.ts`): there one object may stand in several places of the answer. */
  readonly entityPlaces: ReadonlySet<string>;
  /** Told of every deferred fragment, with the place where it stands. */
  readonly onDeferred: (place: DeferredPlace) => void;
};

export type DeferredPlace = {
  readonly fragment: DeferredFragment;
  /** Type of the object that it stands in. */
  readonly type: GraphQLCompositeType;
  readonly path: Route;
};

/** The way from the root to an object: fields, and the types of objects on it; lists are walked through. */
export type Route = readonly RouteStep[];
export type RouteStep =
  | { readonly responseName: string; readonly planned: string }
  | { readonly typename: string };

type Field = {
  readonly key: string;
  readonly responseName: string;
  /** Its name in the data. */
  readonly planned: string;
  readonly read: ((data: Data) => unknown) | undefined;
  readonly write: Writer;
  /** For a leaf that may be null: its text, so that the most frequent values take the shortest way. */
  readonly leaf: LeafWriter | undefined;
  /** Written from what the object is, not from what came. */
  readonly own: string | ((state: WriteState) => string) | undefined;
};

export function createResponseCompiler(input: CompilerInput): ResponseCompiler {
  const { schema, fragments } = input;
  let onceWriters = 0;

  const objectWriter = (
    type: GraphQLCompositeType,
    selections: readonly SelectionSetNode[],
    path: Route,
  ): Writer => {
    const writerOf = (concrete: GraphQLCompositeType, at: Route) =>
      concreteWriter(concrete, fieldsOf(concrete, selections, at));
    if (isObjectType(type)) return writerOf(type, path);
    const writers = new Map<string, Writer>();
    // Compiled when such an object comes: a document over many types costs only those that occur.
    const writerFor = (typename: string): Writer | undefined => {
      const known = writers.get(typename);
      if (known !== undefined) return known;
      const named = schema.getType(typename);
      if (!isCompositeType(named) || (isObjectType(named) && !schema.isSubType(type, named)))
        return undefined;
      // What says it is of an interface (`@interfaceObject`) is of no type that a fragment names.
      const writer = writerOf(isObjectType(named) ? named : type, [...path, { typename }]);
      writers.set(typename, writer);
      return writer;
    };
    if (input.eager) {
      for (const possible of schema.getPossibleTypes(type)) writerFor(possible.name);
      if (isInterfaceType(type)) writerFor(type.name);
    }
    return (value, state, depth) => {
      if (!isData(value)) return invalid(state, depth);
      const typename = value['__typename'];
      const write = writerFor(typeof typename === 'string' ? typename : type.name);
      return write === undefined ? invalid(state, depth) : write(value, state, depth);
    };
  };

  const fieldsOf = (
    type: GraphQLCompositeType,
    selections: readonly SelectionSetNode[],
    path: Route,
  ): readonly Field[] => {
    const { fields, deferred } = collectFields(schema, fragments, type, selections);
    for (const fragment of deferred) input.onDeferred({ fragment, type, path });
    return fields.map((field) => fieldOf(type, field, path));
  };

  const fieldOf = (type: GraphQLCompositeType, field: CollectedField, path: Route): Field => {
    const { responseName, name } = field;
    const planned = input.names.planned(responseName, name);
    const base = {
      key: `${stringText(responseName)}:`,
      responseName,
      planned,
      read: isInherited(planned) ? (data: Data) => getOwn(data, planned) : undefined,
      write: noWriter,
      leaf: undefined,
      own: undefined,
    };
    if (name === '__typename') {
      return isObjectType(type) ? { ...base, own: stringText(type.name) } : { ...base, write: typeUnknown };
    }
    if (name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name) {
      const { nodes } = field;
      return { ...base, own: ({ variables }) => input.introspect(nodes, variables) };
    }
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    if (definition === undefined) throw new Error(`${type.name} has no field ${name}`);
    if (input.mag?.(type.name, name) === false) return { ...base, write: refusing(definition.type) };
    const named = getNullableType(definition.type);
    return {
      ...base,
      leaf: isLeafType(named) ? leafWriter(named) : undefined,
      write: typeWriter(
        definition.type,
        field.selections,
        [...path, { responseName, planned }],
        `${type.name}.${name}`,
      ),
    };
  };

  const typeWriter = (
    type: GraphQLOutputType,
    selections: readonly SelectionSetNode[],
    path: Route,
    place: string,
  ): Writer => {
    if (isNonNullType(type)) {
      const inner = valueWriter(type.ofType, selections, path, place);
      return (value, state, depth) => {
        if (value !== null && value !== undefined) return inner(value, state, depth);
        if (!state.silent.has(place)) {
          report(state, depth, `Cannot return null for non-nullable field ${place}.`);
        }
        return nothing;
      };
    }
    const inner = valueWriter(type, selections, path, place);
    return (value, state, depth) => {
      if (value === null || value === undefined) return 'null';
      const text = inner(value, state, depth);
      if (text !== nothing) return text;
      state.nulled.push(state.path.slice(0, depth));
      return 'null';
    };
  };

  const valueWriter = (
    type: Exclude<GraphQLOutputType, { readonly ofType: GraphQLOutputType & { readonly '': never } }>,
    selections: readonly SelectionSetNode[],
    path: Route,
    place: string,
  ): Writer => {
    if (isListType(type))
      return listWriter(typeWriter(type.ofType as GraphQLOutputType, selections, path, place));
    if (isLeafType(type)) {
      const text = leafWriter(type);
      return (value, state, depth) => text(value) ?? invalid(state, depth);
    }
    if (isCompositeType(type)) {
      const write = objectWriter(type, selections, path);
      return input.entityPlaces.has(placeName(plannedNames(path))) ? onceWriter(write, onceWriters++) : write;
    }
    throw new Error(`${place} has no output type`);
  };

  return { objectWriter };
}

function concreteWriter(type: GraphQLCompositeType, fields: readonly Field[]): Writer {
  const plain = fields.every(({ own, read }) => read === undefined && typeof own !== 'function');
  return plain && isObjectType(type) ? plainWriter(fields) : generalWriter(fields);
}

function plannedNames(path: Route): readonly string[] {
  return path.flatMap((step) => ('planned' in step ? [step.planned] : []));
}

/** Writes an object that stands in several places once; one with a defect each time, for the defect has a path. */
function onceWriter(write: Writer, place: number): Writer {
  return (value, state, depth) => {
    const { texts, defects, nulled } = state;
    if (texts === undefined) return write(value, state, depth);
    const known = texts[place] ?? new Map<unknown, string>();
    texts[place] = known;
    const earlier = known.get(value);
    if (earlier !== undefined) return earlier;
    const count = defects.length + nulled.length;
    const text = write(value, state, depth);
    if (defects.length + nulled.length === count) known.set(value, text);
    return text;
  };
}

/** The common case: every field read by its name, or the same for every object. */
function plainWriter(fields: readonly Field[]): Writer {
  const names: string[] = [];
  const planned: string[] = [];
  const writers: Writer[] = [];
  const leaves: (LeafWriter | undefined)[] = [];
  const keys: string[] = [];
  let before = '{';
  for (const { key, own, responseName, planned: name, write, leaf } of fields) {
    if (own !== undefined) {
      before += `${key}${own as string},`;
      continue;
    }
    names.push(responseName);
    planned.push(name);
    writers.push(write);
    leaves.push(leaf);
    keys.push(before + key);
    before = ',';
  }
  const end = before === ',' ? '}' : `${before.endsWith(',') ? before.slice(0, -1) : before}}`;
  const count = names.length;
  return (value, state, depth) => {
    if (!isData(value)) return invalid(state, depth);
    let text = '';
    for (let i = 0; i < count; i += 1) {
      const content = value[planned[i] as string];
      let part = leaves[i]?.(content);
      if (part === undefined) {
        // No leaf, or none that is as it should be: the long way knows why.
        state.path[depth] = names[i] as string;
        part = (writers[i] as Writer)(content, state, depth + 1);
        if (part === nothing) return nothing;
      }
      text += keys[i] as string;
      text += part;
    }
    return text + end;
  };
}

function generalWriter(fields: readonly Field[]): Writer {
  return (value, state, depth) => {
    if (!isData(value)) return invalid(state, depth);
    let text = '{';
    for (const { key, responseName, planned, read, write, own } of fields) {
      let part: string;
      if (own === undefined) {
        state.path[depth] = responseName;
        part = write(read === undefined ? value[planned] : read(value), state, depth + 1);
      } else part = typeof own === 'string' ? own : own(state);
      if (part === nothing) return nothing;
      text += text === '{' ? key + part : `,${key}${part}`;
    }
    return `${text}}`;
  };
}

function listWriter(write: Writer): Writer {
  return (value, state, depth) => {
    if (!Array.isArray(value)) return invalid(state, depth);
    const elements: readonly unknown[] = value;
    let text = '[';
    for (let i = 0; i < elements.length; i += 1) {
      state.path[depth] = i;
      const part = write(elements[i], state, depth + 1);
      if (part === nothing) return nothing;
      text += i === 0 ? part : `,${part}`;
    }
    return `${text}]`;
  };
}

/** Null, whatever came; what may not be null goes with what it stands in. */
function refusing(type: GraphQLOutputType): Writer {
  const text = isNonNullType(type) ? nothing : 'null';
  const field = {};
  return (_value, state, depth) => {
    reportRefused(state, depth, field);
    return text;
  };
}

const noWriter: Writer = () => nothing;

/** An object that did not say what it is has no name to tell. */
const typeUnknown: Writer = (_value, state, depth) => {
  report(state, depth, 'What type this object is of is not known.');
  return nothing;
};

function invalid(state: WriteState, depth: number): string {
  report(state, depth, 'A subgraph answered with a value that is not of the type of this field.');
  return nothing;
}
