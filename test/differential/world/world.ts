import { isEnumType, isLeafType, Kind, print, type SelectionSetNode } from 'graphql';
import { createPrng } from '../../../subgraphs/population/index.ts';
import { project } from './fieldset.ts';
import { type Family, type FieldFacts, type GraphFacts, keysOf, type Shape } from './graph-facts.ts';
import type { Mood } from './mood.ts';
import type { SubgraphFacts } from './subgraph-facts.ts';
import { keyValue, scalarValue } from './values.ts';

/**
 * All that is true in a graph, for one seed. What a field answers depends on the seed, on what it is a field
 * of, on its name and its arguments, and on nothing else: not on the subgraph that is asked, not on the plan.
 */
export type World = {
  readonly facts: GraphFacts;
  /** What a field of a subgraph answers; an Error where it fails. */
  readonly answer: (question: Question) => FieldAnswer;
  /** What a subgraph makes of a representation. */
  readonly resolveReference: (
    subgraph: SubgraphFacts,
    type: string,
    representation: Readonly<Record<string, unknown>>,
  ) => Reference;
  readonly isDown: (subgraph: string) => boolean;
};

export type FieldAnswer =
  | { readonly kind: 'answered'; readonly value: unknown }
  /** A question that no plan may ask. */
  | { readonly kind: 'refused'; readonly why: string };

export type Reference =
  | { readonly kind: 'known'; readonly thing: Thing }
  | { readonly kind: 'unknown' }
  /** An error in the place of this entity, or of all that were asked with it. */
  | { readonly kind: 'refused'; readonly all: boolean; readonly why: string };

export type Question = {
  readonly subgraph: SubgraphFacts;
  readonly type: string;
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly parent: Thing;
};

/** An object of the world as resolvers hand it on. */
export type Thing = {
  readonly __typename: string;
  /** What makes it this one and no other: `Client:3`, or the path from such. */
  readonly place: string;
  /** Of an entity: its number in its family. */
  readonly number?: number;
  /** The representation that it was asked by. */
  readonly given?: Readonly<Record<string, unknown>>;
};

/** Entities in a family: few, so that lists name the same one twice. */
const familySize = 9;

export function createWorld(facts: GraphFacts, seed: string, mood: Mood): World {
  const numbersByKey = new Map<string, ReadonlyMap<string, number>>();
  const prngAt = (place: string) => createPrng(`${seed}|${place}`);

  const answer = ({ subgraph, type, field, args, parent }: Question): FieldAnswer => {
    const coordinate = `${type}.${field}`;
    const known = facts.fields.get(coordinate);
    if (!known?.owners.includes(subgraph.name)) {
      return { kind: 'refused', why: `${coordinate} is not for ${subgraph.name} to give` };
    }
    let place = `${parent.place}.${field}(${stableJson(args)})`;
    const required = subgraph.requires.get(coordinate);
    if (required !== undefined) {
      const given = project(parent.given, required);
      if (given === undefined) return { kind: 'refused', why: `${coordinate} without what it requires` };
      place += JSON.stringify(given);
    }
    return { kind: 'answered', value: valueAt(subgraph, known, field, place, parent) };
  };

  const valueAt = (
    subgraph: SubgraphFacts,
    known: FieldFacts,
    field: string,
    place: string,
    parent: Thing,
  ): unknown => {
    const prng = prngAt(place);
    const keyOf = known.key && parent.number !== undefined ? parent.number : undefined;
    const one = (at: string): unknown => {
      const leaf = subgraph.schema.getType(known.named);
      if (!isLeafType(leaf)) return thingAt(subgraph, known, at);
      if (isEnumType(leaf)) {
        const own = leaf.getValues().map((value) => value.name);
        return prngAt(at).pick(known.choices.length > 0 ? known.choices : own);
      }
      // A key within a key is drawn from so many that no two are alike.
      if (known.key) return keyValue(leaf.name, field, keyOf ?? prngAt(at).integer(0, 999_999_999));
      return scalarValue(prngAt(at), leaf.name);
    };
    const fill = (shape: Shape, at: string): unknown => {
      const fate = prngAt(`${at} fate`);
      if (!known.reliable && fate.chance(mood.fails)) return new Error(`no answer at ${at}`);
      if (shape.nullable && fate.chance(known.key ? 0.3 : mood.empty)) return null;
      if (!shape.nullable && !known.reliable && fate.chance(mood.breaks)) return null;
      const { item } = shape;
      if (item === undefined) return one(at);
      const length = prng.weighted([
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 2],
      ]);
      return Array.from({ length }, (_, index) => fill(item, `${at}[${index}]`));
    };
    return fill(known.shape, place);
  };

  /** An object: which type it is and which one of it, by its place. */
  const thingAt = (subgraph: SubgraphFacts, known: FieldFacts, place: string): Thing => {
    const prng = prngAt(place);
    const asInterface = subgraph.interfaceObjects.has(known.named);
    const concrete = known.choices.length > 0 ? prng.pick(known.choices) : known.named;
    const family = facts.families.get(concrete);
    if (family === undefined) return { __typename: concrete, place };
    // A subgraph refers to entities that it knows itself, so that it makes no difference by which way they are met.
    const type = asInterface ? known.named : concrete;
    const possible = Array.from({ length: familySize }, (_, number) => number).filter(
      (number) =>
        typeOf(family.types, number) === concrete &&
        fateOf(subgraph, type, family, number) === 'known' &&
        fateOf(subgraph, family.name, family, number) === 'known',
    );
    const number = prng.pick(possible);
    return {
      __typename: asInterface ? known.named : concrete,
      place: `${family.name}:${number}`,
      number,
    };
  };

  const resolveReference: World['resolveReference'] = (subgraph, type, given) => {
    const family = facts.families.get(type);
    if (family === undefined) throw new Error(`${type} is no entity`);
    const number = keysOf(subgraph, type)
      .map((key) => {
        const value = project(given, key);
        return value === undefined ? undefined : numbersBy(subgraph, type, key).get(JSON.stringify(value));
      })
      .find((found) => found !== undefined);
    if (number === undefined) return { kind: 'unknown' };
    const place = `${family.name}:${number}`;
    const fate = fateOf(subgraph, type, family, number);
    if (fate === 'unknown') return { kind: 'unknown' };
    if (fate !== 'known') {
      return { kind: 'refused', all: fate === 'refused with all', why: `${subgraph.name} refuses ${place}` };
    }
    const asInterface = subgraph.interfaceObjects.has(type);
    return {
      kind: 'known',
      thing: { __typename: asInterface ? type : typeOf(family.types, number), place, number, given },
    };
  };

  /** What comes of a reference to an entity. The first of each type is known everywhere, so that there is always one. */
  const fateOf = (
    subgraph: SubgraphFacts,
    type: string,
    { name, types }: Family,
    number: number,
  ): 'known' | 'unknown' | 'refused' | 'refused with all' => {
    if (number < types.length || !facts.exclusive.has(`${subgraph.name}:${type}`)) return 'known';
    const fate = prngAt(`${name}:${number} in ${subgraph.name}`);
    if (fate.chance(mood.unknown)) return 'unknown';
    if (!fate.chance(mood.refuses)) return 'known';
    return fate.chance(0.3) ? 'refused with all' : 'refused';
  };

  /** Which entity has which key, as JSON of the fieldset; a key that is null as a whole finds nothing. */
  const numbersBy = (
    subgraph: SubgraphFacts,
    type: string,
    key: SelectionSetNode,
  ): ReadonlyMap<string, number> => {
    const id = `${subgraph.name} ${type} ${print(key)}`;
    const made = numbersByKey.get(id);
    if (made !== undefined) return made;
    const family = facts.families.get(type);
    const numbers = new Map<string, number>();
    for (let number = 0; family !== undefined && number < familySize; number += 1) {
      const concrete = typeOf(family.types, number);
      if (type !== family.name && type !== concrete) continue;
      const thing = { __typename: concrete, place: `${family.name}:${number}`, number };
      const value = evaluate(subgraph, thing, type, key);
      if (isEmpty(value)) continue;
      const text = JSON.stringify(value);
      if (numbers.has(text)) throw new Error(`two of ${type} have the key ${text}`);
      numbers.set(text, number);
    }
    numbersByKey.set(id, numbers);
    return numbers;
  };

  const evaluate = (
    subgraph: SubgraphFacts,
    thing: Thing,
    type: string,
    set: SelectionSetNode,
  ): Record<string, unknown> => {
    const result: Record<string, unknown> = {};
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) throw new Error('a key with a fragment');
      const field = selection.name.value;
      const known = facts.fields.get(`${thing.__typename}.${field}`) ?? facts.fields.get(`${type}.${field}`);
      if (known === undefined) throw new Error(`${type}.${field} is in no subgraph`);
      const value = valueAt(subgraph, known, field, `${thing.place}.${field}({})`, thing);
      const inner = selection.selectionSet;
      result[field] =
        inner === undefined || value === null
          ? value
          : evaluate(subgraph, value as Thing, known.named, inner);
    }
    return result;
  };

  return {
    facts,
    answer,
    resolveReference,
    isDown: (subgraph) => facts.alone.has(subgraph) && prngAt(`${subgraph} down`).chance(mood.down),
  };
}

function typeOf(types: readonly string[], number: number): string {
  const type = types[number % types.length];
  if (type === undefined) throw new Error('a family without types');
  return type;
}

function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** JSON with keys in alphabetical order: arguments mean the same in whatever order they come. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
