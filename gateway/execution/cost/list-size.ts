import { type FieldNode, type GraphQLField, Kind, type ValueNode } from 'graphql';
import { GraafFout } from '../../../subgraphs/kit/index.ts';
import type { ListSize } from './cost-model.ts';
import type { Term, Values } from './term.ts';

/**
 * How many elements a field gives: the largest of its slicing arguments, else what is assumed. Undefined where
 * `@listSize` says neither.
 */
export function sizeOf(
  { assumedSize, slicingArguments, requireOneSlicingArgument }: ListSize,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode | undefined,
): Term | undefined {
  const slices = slicingArguments
    .map((name) => sliceOf(name, field, node))
    .filter((one) => one !== undefined);
  if (slices.length === 0) return assumedSize;
  const chosen = (values: Values): number => {
    const sizes = slices.map((slice) => slice(values)).filter((size) => size !== undefined);
    if (requireOneSlicingArgument && sizes.length !== 1) {
      throw new GraafFout(
        'ONGELDIGE_VRAAG',
        `Field "${field.name}" needs exactly one argument that says how many.`,
      );
    }
    return sizes.length === 0 ? (assumedSize ?? 0) : Math.max(0, ...sizes);
  };
  const hangsOnVariables = slicingArguments.some((name) => argumentOf(node, name)?.kind === Kind.VARIABLE);
  return hangsOnVariables ? chosen : chosen({});
}

type Slice = (values: Values) => number | undefined;

function sliceOf(
  name: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode | undefined,
): Slice | undefined {
  const definition = field.args.find((argument) => argument.name === name);
  if (definition === undefined) return undefined;
  const value = argumentOf(node, name);
  const standard = numberOf(definition.defaultValue);
  if (value === undefined) return () => standard;
  if (value.kind === Kind.INT) return () => Number(value.value);
  if (value.kind !== Kind.VARIABLE) return () => undefined;
  const variable = value.name.value;
  return (values) => (variable in values ? numberOf(values[variable]) : standard);
}

function argumentOf(node: FieldNode | undefined, name: string): ValueNode | undefined {
  return node?.arguments?.find((argument) => argument.name.value === name)?.value;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
