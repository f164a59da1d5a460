import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { createPrng, type Prng } from '../../../subgraphs/population/index.ts';
import { type Draft, nextName } from './draft.ts';
import { createScope } from './scope.ts';
import { draftField, draftSelectionSet } from './selections.ts';

/** An operation as a client sends it. */
export type Operation = {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type OperationBounds = {
  /** Fields at most, about. */
  readonly fields: number;
  /** Levels at most. */
  readonly depth: number;
};

/** The operation of a seed, always the same one; undefined when what was drafted is not valid for the schema. */
export function generateOperation(
  schema: GraphQLSchema,
  seed: string,
  bounds: OperationBounds,
): Operation | undefined {
  const prng = createPrng(seed);
  const mutation = schema.getMutationType();
  const isMutation = mutation !== undefined && mutation !== null && prng.chance(0.35);
  const root = isMutation ? mutation : schema.getQueryType();
  if (root === undefined || root === null) throw new Error('a schema without queries');
  const draft: Draft = {
    schema,
    prng,
    variables: [],
    fragments: [],
    // Mostly small: an operation of twice the size takes the planner more than twice the time.
    fieldsLeft: Math.ceil(prng.fraction() ** 2 * bounds.fields) + 2,
    counter: 0,
  };
  const body = draftRoot(draft, root, prng.integer(1, bounds.depth), isMutation);
  const others = prng.chance(0.05);
  const name = others || prng.chance(0.6) ? nextName(draft, isMutation ? 'Wijziging' : 'Vraag') : '';
  const declarations = draft.variables.map(({ declaration }) => declaration).join(', ');
  const text = [
    `${isMutation ? 'mutation' : 'query'} ${name}${declarations === '' ? '' : `(${declarations})`} ${body}`,
    ...draft.fragments.map((fragment) => fragment.text),
    ...(others ? ['query Anders { __typename }'] : []),
  ].join('\n');
  const document = parse(text);
  if (validate(schema, document).length > 0) return undefined;
  return {
    text,
    document,
    operationName: name !== '' && (others || prng.chance(0.5)) ? name : undefined,
    variables: spoil(
      prng,
      Object.fromEntries(draft.variables.flatMap((v) => (v.sent ? [[v.name, v.value]] : []))),
    ),
  };
}

/** Several root fields, so that there is something to run in parallel or, in a mutation, in order. */
function draftRoot(draft: Draft, root: GraphQLObjectType, depth: number, isMutation: boolean): string {
  const { prng } = draft;
  const scope = createScope();
  if (!isMutation && prng.chance(0.6)) {
    const introspection = prng.chance(0.06) ? ` ${draftIntrospection(draft)}` : '';
    return draftSelectionSet(draft, root, scope, depth).replace(/ \}$/, `${introspection} }`);
  }
  const fields = Array.from({ length: prng.integer(1, 4) }, () => draftField(draft, root, scope, depth));
  return `{ ${fields.join(' ')} }`;
}

function draftIntrospection({ prng, schema }: Draft): string {
  const type = prng.pick(Object.keys(schema.getTypeMap()));
  return prng.pick([
    '__schema { queryType { name } mutationType { name } types { kind name } }',
    '__schema { directives { name locations args { name defaultValue } } }',
    `__type(name: "${type}") { kind name description possibleTypes { name } enumValues { name } }`,
    `__type(name: "${type}") { fields { name args { name type { kind name ofType { name } } } } inputFields { name } }`,
    '__type(name: "Bestaat") { name }',
  ]);
}

/** Now and then a variable that does not fit or is missing: then nothing may be executed. */
function spoil(prng: Prng, variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(variables);
  if (names.length === 0 || !prng.chance(0.03)) return variables;
  const name = prng.pick(names);
  if (prng.chance(0.5)) return { ...variables, [name]: { onzin: [true] } };
  return Object.fromEntries(Object.entries(variables).filter(([other]) => other !== name));
}

/** The definition that runs. */
export function operationOf({
  document,
  operationName,
}: Pick<Operation, 'document' | 'operationName'>): OperationDefinitionNode {
  const found = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (operationName === undefined || definition.name?.value === operationName),
  );
  if (found === undefined) throw new Error(`no operation ${String(operationName)}`);
  return found;
}
