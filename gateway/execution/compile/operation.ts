import type { GraphQLSchema } from 'graphql';
import type { OperationContext } from '../../sources/index.ts';
import { createIntrospection } from '../document/introspection.ts';
import type { Operation } from '../document/operation.ts';
import type { PlanNames } from '../document/plan-names.ts';
import { hasConsistentNames } from '../document/response-names.ts';
import { type Answer, type Bewaking, JsonText, type View } from '../engine.ts';
import type { PlanNode } from '../planner/plan.ts';
import { answeredErrors, defectErrors, type WriteState } from './completion.ts';
import { entityPlaces } from './entity-places.ts';
import { createGuard } from './guard.ts';
import { compileLater, type DeferredPlaces } from './later.ts';
import { compilePlan } from './plan-steps.ts';
import { createResponseCompiler } from './response.ts';
import type { PlanCompilerInput, Run } from './step.ts';

/** An operation with its plan, ready to run. */
export type CompiledOperation = {
  /**
   * @param sent variables as the client sent them
   * @param variables the same, coerced
   */
  readonly run: (
    sent: Readonly<Record<string, unknown>>,
    variables: Readonly<Record<string, unknown>>,
    context: OperationContext,
    bewaking?: Bewaking,
  ) => Promise<Answer>;
};

export type OperationInput = {
  readonly operation: Operation;
  readonly plan: PlanNode | undefined;
  /** What the client calls each deferred place. */
  readonly labels: ReadonlyMap<string, string | undefined>;
  /** What whoever asks may see; everything when absent. */
  readonly view: View | undefined;
};

export function compileOperation(
  input: Omit<PlanCompilerInput, 'mayShare'> & {
    readonly apiSchema: GraphQLSchema;
    readonly names: PlanNames;
  },
  { operation, plan, labels, view }: OperationInput,
): CompiledOperation {
  const { apiSchema, names } = input;
  const { definition, fragments } = operation;
  const rootType = apiSchema.getRootType(definition.operation);
  if (rootType === null || rootType === undefined)
    throw new Error(`no root type for ${definition.operation}`);
  const places: DeferredPlaces = new Map();
  const compiler = createResponseCompiler({
    schema: apiSchema,
    fragments,
    names,
    mag: view?.mag,
    introspect: createIntrospection(() => view?.apiSchema ?? apiSchema, operation),
    eager: labels.size > 0,
    entityPlaces: entityPlaces(plan),
    onDeferred: (place) => {
      const { label } = place.fragment;
      places.set(label, [...(places.get(label) ?? []), place]);
    },
  });
  const write = compiler.objectWriter(rootType, [definition.selectionSet], []);
  const later = compileLater(compiler, places, labels, names);
  const step = compilePlan(plan, { ...input, mayShare: hasConsistentNames(operation) });

  const finish = (run: Run): Answer => {
    const state: WriteState = {
      variables: run.variables,
      path: [],
      silent: run.silent,
      defects: [],
      refused: new Set(),
      nulled: [],
      texts: run.hasAliases ? [] : undefined,
    };
    const text = write(run.root, state, 0);
    const fetched = answeredErrors(run.errors, names);
    const errors = [...fetched, ...defectErrors(state.defects, fetched)];
    return {
      data: text === '' ? null : new JsonText(text),
      ...(errors.length === 0 ? {} : { errors }),
      // Where nothing stands, no part can be put.
      ...(run.deferred.length === 0 || text === '' ? {} : { later: later(run, state.nulled) }),
    };
  };

  return {
    run: (sent, variables, context, bewaking) => {
      const run: Run = {
        root: {},
        sent,
        variables,
        context,
        errors: [],
        hasAliases: false,
        underWay: new Map(),
        silent: new Set(),
        guard: bewaking === undefined ? undefined : createGuard(bewaking, context),
        fetched: new Map(),
        deferred: [],
        part: undefined,
      };
      const pending = step(run);
      return pending === undefined ? Promise.resolve(finish(run)) : pending.then(() => finish(run));
    },
  };
}
