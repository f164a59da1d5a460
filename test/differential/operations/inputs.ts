import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLLeafType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { Prng } from '../../../subgraphs/population/index.ts';
import { type Draft, type DraftVariable, nextName } from './draft.ts';

/** Levels of input objects that get more than their required fields. */
const inputDepth = 3;

/** The arguments of a field, in brackets; empty when it gets none. */
export function draftArguments(draft: Draft, args: readonly GraphQLArgument[]): string {
  const given = args.filter((argument) => isRequiredArgument(argument) || draft.prng.chance(0.6));
  if (given.length === 0) return '';
  const texts = draft.prng
    .shuffle(given)
    .map((argument) => `${argument.name}: ${draftInput(draft, argument)}`);
  return `(${texts.join(', ')})`;
}

/** The conditions on a selection; mostly none, and mostly ones that let it through. */
export function draftConditions(draft: Draft): string {
  const { prng } = draft;
  if (!prng.chance(0.12)) return '';
  const directives = prng.chance(0.15) ? ['skip', 'include'] : [prng.pick(['skip', 'include'])];
  return directives
    .map((directive) => {
      if (prng.chance(0.6)) return ` @${directive}(if: $${draftCondition(draft)})`;
      return ` @${directive}(if: ${prng.chance(0.75) === (directive === 'include')})`;
    })
    .join('');
}

/** Name of a variable that is true or false. */
function draftCondition(draft: Draft): string {
  const { prng } = draft;
  const known = draft.variables.filter(({ place }) => place === 'condition');
  if (known.length > 0 && prng.chance(0.5)) return prng.pick(known).name;
  const name = nextName(draft, 'als');
  const byDefault = prng.chance(0.4);
  draft.variables.push({
    name,
    place: 'condition',
    declaration: byDefault ? `$${name}: Boolean = ${prng.chance(0.5)}` : `$${name}: Boolean!`,
    sent: !byDefault || prng.chance(0.5),
    value: prng.chance(0.5),
  });
  return name;
}

/** What stands at an argument or input field: a literal, or a variable. */
function draftInput(draft: Draft, at: GraphQLArgument | GraphQLInputField, depth = inputDepth): string {
  if (draft.prng.chance(depth === inputDepth ? 0.45 : 0.2)) return `$${draftVariable(draft, at).name}`;
  return draftLiteral(draft, at.type, depth);
}

function draftVariable(draft: Draft, at: GraphQLArgument | GraphQLInputField): DraftVariable {
  const { prng } = draft;
  const place = String(at.type);
  const known = draft.variables.filter((variable) => variable.place === place);
  if (known.length > 0 && prng.chance(0.3)) return prng.pick(known);
  const name = nextName(draft, 'v');
  const required = isNonNullType(at.type);
  const bare = getNullableType(at.type);
  const declared = prng.weighted<'plain' | 'strict' | 'default'>([
    ['plain', 5],
    ['strict', required ? 0 : 1],
    ['default', 3],
  ]);
  const literal = () => plainLiteral(prng, bare);
  const declaration =
    declared === 'default'
      ? `$${name}: ${String(bare)} = ${literal()}`
      : `$${name}: ${String(bare)}${required || declared === 'strict' ? '!' : ''}`;
  const mustBeSent = declared !== 'default' && (required || declared === 'strict');
  const variable: DraftVariable = {
    name,
    place,
    declaration,
    sent: mustBeSent || prng.chance(0.6),
    value: !mustBeSent && !required && prng.chance(0.15) ? null : drawJson(prng, bare),
  };
  draft.variables.push(variable);
  return variable;
}

/** A literal; variables may stand within it. */
function draftLiteral(draft: Draft, type: GraphQLInputType, depth: number, nullable = true): string {
  const { prng } = draft;
  if (isNonNullType(type)) return draftLiteral(draft, type.ofType, depth, false);
  if (nullable && prng.chance(0.1)) return 'null';
  if (isListType(type)) {
    if (prng.chance(0.1) && !isListType(type.ofType)) return draftLiteral(draft, type.ofType, depth, false);
    return `[${times(prng, () => draftLiteral(draft, type.ofType, depth)).join(', ')}]`;
  }
  if (!isInputObjectType(type)) return leafLiteral(prng, type);
  const fields = Object.values(type.getFields()).filter(
    (field) => isRequiredInputField(field) || (depth > 0 && prng.chance(0.5)),
  );
  return `{ ${fields.map((field) => `${field.name}: ${draftInput(draft, field, depth - 1)}`).join(', ')} }`;
}

/** A literal without variables and without null at its top: a default. */
function plainLiteral(prng: Prng, type: GraphQLInputType): string {
  if (isNonNullType(type)) return plainLiteral(prng, type.ofType);
  if (isListType(type)) return `[${times(prng, () => plainLiteral(prng, type.ofType)).join(', ')}]`;
  if (!isInputObjectType(type)) return leafLiteral(prng, type);
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${fields.map((field) => `${field.name}: ${plainLiteral(prng, field.type)}`).join(', ')} }`;
}

/** The value of a variable, not null at its top. */
function drawJson(prng: Prng, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return drawJson(prng, type.ofType);
  const within = (inner: GraphQLInputType) =>
    !isNonNullType(inner) && prng.chance(0.1) ? null : drawJson(prng, inner);
  if (isListType(type)) {
    // A single value stands for a list of one (GraphQL specification, 3.11 List).
    return prng.chance(0.1) && !isListType(type.ofType)
      ? drawJson(prng, type.ofType)
      : times(prng, () => within(type.ofType));
  }
  if (!isInputObjectType(type)) return leafJson(prng, type);
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => isRequiredInputField(field) || prng.chance(0.5))
      .map((field) => [field.name, within(field.type)]),
  );
}

const texts = ['', 'Westland', 'é "x" \\ ☂', 'regel\nregel', '2026-11-01', '$v1'] as const;

function leafJson(prng: Prng, type: GraphQLLeafType): unknown {
  if (isEnumType(type)) return prng.pick(type.getValues()).name;
  switch (type.name) {
    case 'Boolean':
      return prng.chance(0.5);
    case 'Int':
      return prng.pick([0, 1, 2, 3, -7, 2_147_483_647]);
    case 'Float':
      return prng.pick([0, 0.5, -1, 3, 1e21]);
    case 'ID':
      return prng.chance(0.3) ? prng.integer(0, 20) : `id-${prng.integer(0, 20)}`;
    case 'String':
      return prng.pick(texts);
    default:
      return prng.pick(['vrij', 12, 1.5, true, ['a', 2, null], { waarde: { id: [1] }, leeg: null }]);
  }
}

function leafLiteral(prng: Prng, type: GraphQLLeafType): string {
  const value = leafJson(prng, type);
  return isEnumType(type) ? String(value) : literalOf(value);
}

/** JSON as a literal: the keys of objects are names. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, part]) => `${key}: ${literalOf(part)}`)
    .join(', ')}}`;
}

function times<T>(prng: Prng, make: () => T): readonly T[] {
  return Array.from({ length: prng.integer(0, 2) }, make);
}
