import {
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isUnionType,
} from 'graphql';
import { type Draft, nextName } from './draft.ts';
import { draftArguments, draftConditions } from './inputs.ts';
import { claim, claimed, type Scope } from './scope.ts';

/** A selection set on a type, at a place of the answer; never empty. `depth` is how many levels may follow. */
export function draftSelectionSet(
  draft: Draft,
  type: GraphQLCompositeType,
  scope: Scope,
  depth: number,
): string {
  const { prng } = draft;
  const selections = Array.from({ length: prng.integer(1, 4) }, () => {
    if (prng.chance(0.08)) return draftTypename(draft);
    if (depth >= 0 && (isUnionType(type) || prng.chance(0.25)))
      return draftFragment(draft, type, scope, depth);
    return prng.chance(0.12)
      ? (draftAgain(draft, type, scope, depth) ?? draftField(draft, type, scope, depth))
      : draftField(draft, type, scope, depth);
  });
  return `{ ${selections.join(' ')} }`;
}

function draftTypename(draft: Draft): string {
  const alias = draft.prng.chance(0.3) ? `${draft.prng.pick(['soort', 'type', '_t'])}Naam: ` : '';
  return `${alias}__typename${draftConditions(draft)}`;
}

export function draftField(draft: Draft, type: GraphQLCompositeType, scope: Scope, depth: number): string {
  const field = isUnionType(type) ? undefined : pickField(draft, type, scope, depth);
  if (field === undefined) return draftTypename(draft);
  draft.fieldsLeft -= 1;
  const args = draftArguments(draft, field.args);
  for (const name of namesFor(draft, field)) {
    const inner = claim(scope, name, type, field, args);
    if (inner === undefined) continue;
    return selection(draft, name, field, args, inner, depth);
  }
  return draftTypename(draft);
}

/** A field that is selected here already, once more with other fields of its own. */
function draftAgain(
  draft: Draft,
  type: GraphQLCompositeType,
  scope: Scope,
  depth: number,
): string | undefined {
  const known = claimed(scope, type);
  if (known.length === 0 || depth <= 0) return undefined;
  const { name, field, args } = draft.prng.pick(known);
  const inner = claim(scope, name, type, field, args);
  return inner === undefined ? undefined : selection(draft, name, field, args, inner, depth);
}

function selection(
  draft: Draft,
  name: string,
  field: GraphQLField<unknown, unknown>,
  args: string,
  inner: Scope,
  depth: number,
): string {
  const alias = name === field.name ? '' : `${name}: `;
  const type = getNamedType(field.type);
  const own = isCompositeType(type) ? ` ${draftSelectionSet(draft, type, inner, depth - 1)}` : '';
  return `${alias}${field.name}${args}${draftConditions(draft)}${own}`;
}

/** Mostly one that leads on, while there is room, and mostly one that is not selected here yet. */
function pickField(
  draft: Draft,
  type: GraphQLObjectType | GraphQLInterfaceType,
  scope: Scope,
  depth: number,
): GraphQLField<unknown, unknown> | undefined {
  const open = depth > 0 && draft.fieldsLeft > 0;
  const weights = Object.values(type.getFields()).flatMap(
    (field): readonly (readonly [typeof field, number])[] => {
      if (isCompositeType(getNamedType(field.type))) return open ? [[field, depth > 2 ? 4 : 2]] : [];
      return [[field, scope.names.has(field.name) ? 0.1 : 1]];
    },
  );
  return weights.length === 0 ? undefined : draft.prng.weighted(weights);
}

/**
 * Response names to try: its own, a short one that fields of other types use too, and one that is free. Never
 * the name of another field: Apollo's planner mixes that up with the key of that name which it asks besides.
 */
function namesFor(draft: Draft, field: GraphQLField<unknown, unknown>): readonly string[] {
  const { prng } = draft;
  const free = nextName(draft, 'a');
  return prng.chance(0.8) ? [field.name, free] : [prng.pick(['x', 'y']), free];
}

/** An inline fragment, a named one made here, or one that was made before. */
function draftFragment(draft: Draft, type: GraphQLCompositeType, scope: Scope, depth: number): string {
  const { prng, schema } = draft;
  const overlapping = (other: unknown): other is GraphQLCompositeType =>
    isCompositeType(other) && doTypesOverlap(schema, type, other);
  const made = draft.fragments.filter(({ on }) => overlapping(on));
  if (made.length > 0 && prng.chance(0.15)) return `...${prng.pick(made).name}${draftConditions(draft)}`;
  const on = prng.chance(0.15) ? type : prng.pick(Object.values(schema.getTypeMap()).filter(overlapping));
  const conditions = draftConditions(draft);
  if (prng.chance(0.6)) {
    const condition = on === type && prng.chance(0.5) ? '' : ` on ${on.name}`;
    return `...${condition}${conditions} ${draftSelectionSet(draft, on, scope, depth - 1)}`;
  }
  const name = nextName(draft, 'Deel');
  const text = `fragment ${name} on ${on.name} ${draftSelectionSet(draft, on, scope, depth - 1)}`;
  draft.fragments.push({ name, on, text });
  return `...${name}${conditions}`;
}
