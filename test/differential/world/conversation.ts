import {
  type DocumentNode,
  execute,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { createPrng } from '../../../subgraphs/population/index.ts';
import type { GraphFacts } from './graph-facts.ts';
import type { SubgraphFacts } from './subgraph-facts.ts';
import { type Reference, stableJson, type Thing, type World } from './world.ts';

/** A question to a subgraph, and its answer: what goes over the line. */
export type SubgraphRequest = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
};
export type SubgraphResponse = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
};

/** The subgraphs as one run of one operation meets them, with a record of what was asked. */
export type Conversation = {
  readonly ask: (subgraph: string, request: SubgraphRequest) => Promise<SubgraphResponse>;
  /** Mutations that were run, in order: field and arguments. */
  readonly mutations: readonly string[];
  readonly requests: readonly (SubgraphRequest & { readonly subgraph: string })[];
  /** Questions that no plan may ask: not valid for the subgraph, not its own to answer, without what it needs. */
  readonly refused: readonly string[];
};

type Context = { readonly world: World; readonly mutations: string[]; readonly refused: string[] };

/** Gives every field and every reference of every subgraph its answer from the world; once for each graph. */
export function connect(facts: GraphFacts): void {
  for (const subgraph of facts.subgraphs.values()) {
    for (const type of Object.values(subgraph.schema.getTypeMap())) {
      if (type.name.startsWith('_')) continue;
      if (isObjectType(type)) connectFields(subgraph, type);
      if ((isObjectType(type) || isInterfaceType(type)) && subgraph.keys.has(type.name)) {
        type.extensions = {
          ...type.extensions,
          apollo: {
            subgraph: {
              resolveReference: (given: Readonly<Record<string, unknown>>, { world }: Context) =>
                resolveReference(world.resolveReference(subgraph, type.name, given)),
            },
          },
        };
      }
    }
  }
}

/** @throws Error for all entities that were asked at once; what is rejected is an error of this one only */
function resolveReference(reference: Reference): Promise<Thing | null> {
  switch (reference.kind) {
    case 'known':
      return Promise.resolve(reference.thing);
    case 'unknown':
      return Promise.resolve(null);
    case 'refused':
      if (reference.all) throw new Error(reference.why);
      return Promise.reject(new Error(reference.why));
    default:
      return reference satisfies never;
  }
}

function connectFields(subgraph: SubgraphFacts, type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (field.name.startsWith('_')) continue;
    field.resolve = (
      parent: Thing | undefined,
      args: Readonly<Record<string, unknown>>,
      context: Context,
    ) => {
      const { world, mutations, refused } = context;
      if (type.name === 'Mutation') mutations.push(`${field.name}(${stableJson(args)})`);
      // A mutation answers by all that ran before it, so that another order gives other data.
      const place = type.name === 'Mutation' ? `Mutation after ${mutations.join()}` : type.name;
      const given = parent ?? { __typename: type.name, place };
      const answer = world.answer({ subgraph, type: type.name, field: field.name, args, parent: given });
      if (answer.kind === 'answered') return answer.value;
      refused.push(answer.why);
      throw new Error(answer.why);
    };
  }
}

const documents = new WeakMap<GraphQLSchema, Map<string, DocumentNode | readonly GraphQLFormattedError[]>>();

/** A document that is valid for a subgraph, or what is wrong with it. */
function read(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLFormattedError[] {
  const known = documents.get(schema) ?? new Map<string, DocumentNode | readonly GraphQLFormattedError[]>();
  documents.set(schema, known);
  const made = known.get(query);
  if (made !== undefined) return made;
  const document = parse(query);
  const errors = validate(schema, document).map((error) => error.toJSON());
  const result = errors.length > 0 ? errors : document;
  known.set(query, result);
  return result;
}

export function startConversation(world: World, seed: string): Conversation {
  const mutations: string[] = [];
  const requests: (SubgraphRequest & { readonly subgraph: string })[] = [];
  const refused: string[] = [];
  return {
    mutations,
    refused,
    requests,
    ask: async (name, request) => {
      requests.push({ subgraph: name, ...request });
      const subgraph = world.facts.subgraphs.get(name);
      if (subgraph === undefined) throw new Error(`no subgraph ${name}`);
      await letOthersPass(createPrng(`${seed}|${name}|${request.query}`).integer(0, 2));
      const document = read(subgraph.schema, request.query);
      if (!('kind' in document)) {
        refused.push(...document.map(({ message }) => `${name}: ${message}`));
        return { errors: document };
      }
      for (const type of typesAsked(request)) {
        if (!subgraph.keys.has(type)) refused.push(`${name} has no entities of type ${type}`);
      }
      if (world.isDown(name)) return { errors: [{ message: `${name} is out of order` }] };
      const result = await execute({
        schema: subgraph.schema,
        document,
        operationName: request.operationName ?? null,
        // As over a line: what JSON cannot say does not arrive.
        variableValues: overTheLine(request.variables ?? {}),
        contextValue: { world, mutations, refused } satisfies Context,
      });
      return overTheLine(result);
    },
  };
}

/** The types of the representations in a question. */
function typesAsked({ variables }: SubgraphRequest): ReadonlySet<string> {
  const lists = Object.values(variables ?? {}).filter((value) => Array.isArray(value));
  return new Set(
    lists.flat().flatMap((value: unknown) => {
      const type = typeof value === 'object' && value !== null && '__typename' in value && value.__typename;
      return typeof type === 'string' ? [type] : [];
    }),
  );
}

/** Answers of parallel fetches come in another order than the questions went. */
async function letOthersPass(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function overTheLine(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
