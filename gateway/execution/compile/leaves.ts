import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';
import { stringText, valueText } from './json-text.ts';

/** The JSON text of a leaf, or undefined for a value that is none of its type. */
export type LeafWriter = (value: unknown) => string | undefined;

const maxInt = 2 ** 31 - 1;
const minInt = -(2 ** 31);

const booleanText: LeafWriter = (value) => (value === true ? 'true' : value === false ? 'false' : undefined);
/** A number that JSON has no text for came as one too large to hold (`1e400`). */
const floatText: LeafWriter = (value) => (Number.isFinite(value) ? `${value as number}` : undefined);
const intText: LeafWriter = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value <= maxInt && value >= minInt
    ? `${value}`
    : undefined;
const textText: LeafWriter = (value) => (typeof value === 'string' ? stringText(value) : undefined);
/** An ID is written as a string, also when a subgraph sent a number (GraphQL specification §3.5.5). */
const idText: LeafWriter = (value) => {
  if (typeof value === 'string') return stringText(value);
  return typeof value === 'number' && Number.isInteger(value) ? `"${value}"` : undefined;
};

/** A scalar of the schema's own passes as it came. */
const anyText: LeafWriter = (value) => {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'number' ? floatText(value) : valueText(value);
};

const builtIn: ReadonlyMap<string, LeafWriter> = new Map([
  [GraphQLBoolean.name, booleanText],
  [GraphQLFloat.name, floatText],
  [GraphQLInt.name, intText],
  [GraphQLString.name, textText],
  [GraphQLID.name, idText],
]);

/** Null is of no type here: whoever writes knows whether it may be. An enum value must be one that the API has. */
export function leafWriter(type: GraphQLLeafType): LeafWriter {
  if (!isEnumType(type)) return builtIn.get(type.name) ?? anyText;
  const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return (value) => texts.get(value);
}
