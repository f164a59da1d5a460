import { readdirSync, readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFormattedError, parse, print } from 'graphql';
import {
  createEngine,
  type Engine,
  type EngineOptions,
  JsonText,
  unlimited,
} from '../../gateway/execution/index.ts';
import {
  createVerslag,
  type OperationContext,
  startLooptijd,
  startTrace,
} from '../../gateway/sources/index.ts';
import { createLogger } from '../../subgraphs/kit/index.ts';
import { composeSdl } from './canned-graph.ts';
import { answerFrom, type CannedRequest, type Known } from './canned-subgraph.ts';

/** What one subgraph was asked, in the order in which the engine asked. */
export type Asked = CannedRequest & { readonly subgraph: string };

/** An answer as text, so that also its order and its numbers are compared. */
export type EngineAnswer = {
  readonly data: string | null | undefined;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
};

/** An engine without sockets: what it asks comes in one order, always the same. */
export type CannedEngine = {
  readonly engine: Engine;
  readonly run: (
    operation: string,
    variables: Readonly<Record<string, unknown>>,
    known: Readonly<Record<string, Known>>,
  ) => Promise<{ readonly answer: EngineAnswer; readonly asked: readonly Asked[] }>;
  /** What was and will be asked since the last `run` began. */
  readonly asked: () => readonly Asked[];
};

/** The SDL of each subgraph, from the `.graphql` files of a folder. @param folder with a slash at the end */
export function readSubgraphs(folder: URL): Readonly<Record<string, string>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.graphql'.length), readFileSync(new URL(file, folder), 'utf8')]),
  );
}

export async function createCannedEngine(
  subgraphs: Readonly<Record<string, string>>,
  planner: 'hive' | 'apollo',
  options: Partial<EngineOptions> = {},
): Promise<CannedEngine> {
  let known: Readonly<Record<string, Known>> = {};
  let asked: Asked[] = [];
  const engine = await createEngine({
    supergraphSdl: composeSdl(subgraphs),
    source: ({ name }) => {
      const schema = buildSubgraphSchema({ typeDefs: parse(subgraphs[name] ?? '') });
      return {
        vraag: async ({ query }, text) => {
          const variables = JSON.parse(text) as CannedRequest['variables'];
          asked.push({ subgraph: name, query, variables });
          const answer = answerFrom(schema, known[name] ?? {}, { query, variables });
          const { data, errors } = JSON.parse(JSON.stringify(answer)) as {
            readonly data?: Record<string, unknown>;
            readonly errors?: readonly GraphQLFormattedError[];
          };
          return { soort: 'ANTWOORD', data, errors };
        },
        sluit: async () => undefined,
      };
    },
    planner,
    planTimeoutMs: 20_000,
    maxOperations: 100,
    ...unlimited,
    maxFields: 5_000,
    maxDepth: 30,
    introspection: true,
    maxCost: Infinity,
    logger: createLogger('test', { level: 'silent' }),
    ...options,
  });
  return {
    engine,
    asked: () => asked,
    run: async (operation, variables, subgraphsKnow) => {
      known = subgraphsKnow;
      asked = [];
      const prepared = await engine.prepare(parse(operation));
      const { data, errors } = await prepared.run(variables, operationContext());
      return { answer: { data: data instanceof JsonText ? data.text : data, errors }, asked };
    },
  };
}

/** The context of an operation with time enough. */
export function operationContext(): OperationContext {
  const looptijd = startLooptijd(20_000);
  looptijd.rondAf();
  return {
    correlationId: '00000000-0000-4000-8000-000000000000',
    trace: startTrace(undefined),
    identity: undefined,
    looptijd,
    mayDefer: false,
    now: () => new Date('2026-11-05T10:00:00Z'),
    verslag: createVerslag(),
  };
}

/** Fetches as GraphQL to read: each operation with its subgraph above it and its variables below it. */
export function describeAsked(asked: readonly Asked[]): string {
  const blocks = asked.map(({ subgraph, query, variables }) => {
    const values = Object.entries(variables).flatMap(([name, value]) =>
      Array.isArray(value)
        ? [`# ${name} = [`, ...value.map((element) => `#   ${JSON.stringify(element)}`), '# ]']
        : [`# ${name} = ${JSON.stringify(value)}`],
    );
    return [`# ${subgraph}`, print(parse(query)), ...values, ''].join('\n');
  });
  return blocks.length === 0 ? '# nothing is asked\n' : blocks.join('\n');
}
