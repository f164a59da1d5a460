/** The comparison can fail: executors that are broken in one way each, and are caught at it. */
import { type ASTVisitor, print, visit } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { type DrawnGraph, drawGraphs } from './cases.ts';
import type { Difference } from './compare.ts';
import { holdContest } from './contest.ts';
import { type Answer, createApolloExecutor, type Executor } from './executors.ts';
import type { Operation } from './operations/index.ts';
import type { Conversation } from './world/index.ts';

/** How far an executor goes wrong: on what it is asked, on the way to a subgraph, or in its answer. */
type Breakage = {
  readonly what: string;
  readonly caughtBy: Difference['kind'];
  readonly graph: string;
  readonly operation?: (operation: Operation) => Operation;
  readonly ask?: (ask: Conversation['ask']) => Conversation['ask'];
  readonly answer?: (answer: Answer) => Answer;
};

const breakages: readonly Breakage[] = [
  {
    what: 'leaves out an error',
    caughtBy: 'missing error',
    graph: 'rooster',
    answer: (answer) => ({ ...answer, errors: answer.errors.slice(1) }),
  },
  {
    what: 'gives errors without their index in a list',
    caughtBy: 'extra error',
    graph: 'rooster',
    answer: (answer) => ({
      ...answer,
      errors: answer.errors.map(({ path, message }) => ({
        path: path?.filter((part) => typeof part === 'string'),
        message,
      })),
    }),
  },
  {
    what: 'answers although the variables do not fit',
    caughtBy: 'execution',
    graph: 'loket',
    answer: (answer) => ({ ...answer, data: answer.data ?? null }),
  },
  {
    what: 'writes fields in alphabetical order',
    caughtBy: 'order',
    graph: 'bibliotheek',
    answer: (answer) => ({
      ...answer,
      data: typeof answer.data === 'string' ? sorted(answer.data) : answer.data,
    }),
  },
  {
    what: 'does not look at @skip and @include',
    caughtBy: 'data',
    graph: 'scholing',
    operation: (operation) => changed(operation, { Directive: () => null }),
  },
  {
    what: 'knows no aliases',
    caughtBy: 'data',
    graph: 'archief',
    operation: (operation) =>
      changed(operation, {
        Field: (node) => (node.arguments?.length === 0 ? { ...node, alias: undefined } : node),
      }),
  },
  {
    what: 'runs mutations from last to first',
    caughtBy: 'mutations',
    graph: 'loket',
    operation: (operation) =>
      changed(operation, {
        OperationDefinition: (node) => ({
          ...node,
          selectionSet: { ...node.selectionSet, selections: node.selectionSet.selections.toReversed() },
        }),
      }),
  },
  {
    what: 'gives every entity what the first got',
    caughtBy: 'data',
    graph: 'bibliotheek',
    ask: (ask) => async (subgraph, request) => {
      const response = await ask(subgraph, request);
      const entities = response.data?.['_entities'];
      return Array.isArray(entities)
        ? { ...response, data: { _entities: entities.map(() => structuredClone(entities[0] as unknown)) } }
        : response;
    },
  },
  {
    what: 'asks without variables',
    caughtBy: 'data',
    graph: 'werkplein',
    ask: (ask) => (subgraph, request) =>
      ask(subgraph, {
        ...request,
        variables: Object.fromEntries(
          Object.entries(request.variables ?? {}).filter(([name]) => name === 'representations'),
        ),
      }),
  },
  {
    what: 'sends required fields that it did not fetch',
    caughtBy: 'data',
    graph: 'schuldhulp',
    ask: (ask) => (subgraph, request) => {
      const given = request.variables?.['representations'];
      if (!Array.isArray(given)) return ask(subgraph, request);
      const representations = given.map((representation: Readonly<Record<string, unknown>>) =>
        'woonlasten' in representation ? { ...representation, woonlasten: 7 } : representation,
      );
      return ask(subgraph, { ...request, variables: { ...request.variables, representations } });
    },
  },
  {
    what: 'asks for a field that was overridden',
    caughtBy: 'refused',
    graph: 'doelgroepenvervoer',
    ask: (ask) => async (subgraph, request) => {
      if (subgraph === 'regiecentrale') await ask(subgraph, { query: '{ ritten { prijsCenten } }' });
      return ask(subgraph, request);
    },
  },
];

const graphs = await drawGraphs();
const executors = new Map<string, Executor>();

afterAll(async () => {
  for (const executor of executors.values()) await executor.close();
});

describe('an executor that', () => {
  it.each(breakages)('$what is caught by: $caughtBy', { timeout: 600_000 }, async (breakage) => {
    const drawn = graphs.find(({ name }) => name === breakage.graph);
    if (drawn === undefined) throw new Error(`no graph ${breakage.graph}`);
    const apollo = await executorFor(drawn);
    const { red } = await holdContest(drawn, { wanted: 60 }, apollo, [broken(apollo, breakage)]);
    const kinds = new Set(red.flatMap(({ differences }) => differences.map(({ kind }) => kind)));
    expect([...kinds]).toContain(breakage.caughtBy);
  });
});

async function executorFor({ name, graph }: DrawnGraph): Promise<Executor> {
  const made = executors.get(name) ?? (await createApolloExecutor(graph));
  executors.set(name, made);
  return made;
}

function broken(executor: Executor, { what, operation, ask, answer }: Breakage): Executor {
  return {
    name: `an executor that ${what}`,
    run: async (asked, conversation) => {
      const given = await executor.run(operation?.(asked) ?? asked, {
        ...conversation,
        ask: ask?.(conversation.ask) ?? conversation.ask,
      });
      return answer?.(given) ?? given;
    },
    close: async () => undefined,
  };
}

function changed(operation: Operation, visitor: ASTVisitor): Operation {
  const document = visit(operation.document, visitor);
  return { ...operation, document, text: print(document) };
}

function sorted(data: string): string {
  return JSON.stringify(JSON.parse(data), (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  );
}
