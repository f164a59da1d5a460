import { type GraphQLFormattedError, type GraphQLSchema, getVariableValues } from 'graphql';
import { GraafFout, type Logger } from '../../subgraphs/kit/index.ts';
import { type CompiledOperation, compileOperation } from './compile/operation.ts';
import type { PlanCompilerInput } from './compile/step.ts';
import type { CostCheck } from './cost/index.ts';
import { conditionVariables, decideConditions, type Values } from './document/conditions.ts';
import { deferVariables, labelDefers, withoutDefer, withoutDefers } from './document/defer.ts';
import { type Fillers, withEmptyFilled } from './document/empty-selections.ts';
import { withTypesAsked } from './document/hidden-types.ts';
import { asksThroughInterface } from './document/interface-requirements.ts';
import { withoutIntrospection } from './document/introspection.ts';
import { doesSeveral, normalisedText, type Operation } from './document/operation.ts';
import { type PlanNames, withPlanNames } from './document/plan-names.ts';
import { readReached } from './document/reached.ts';
import { compileRootArguments } from './document/root-arguments.ts';
import { compileVariableUses } from './document/variable-uses.ts';
import type { PreparedOperation, View } from './engine.ts';
import { createOnce } from './once.ts';
import {
  type createTellings,
  deferredLabels,
  hasNeedlessCall,
  type PlanNode,
  type Planner,
  type Telling,
} from './planner/index.ts';

/** What preparing needs of an engine. */
export type Planning = Omit<PlanCompilerInput, 'mayShare' | 'crossingsOf'> & {
  readonly tellings: ReturnType<typeof createTellings>;
  readonly apiSchema: GraphQLSchema;
  readonly names: PlanNames;
  readonly fillers: Fillers;
  /** Interfaces and unions with types that the API has not. */
  readonly hiding: ReadonlySet<string>;
  /** `Type.field` of fields that need others first. */
  readonly requiring: ReadonlySet<string>;
  /** Refuses what costs too much, before it is planned or with its variables. */
  readonly costOf: (operation: Operation) => CostCheck;
  readonly planTimeoutMs: number;
  readonly planner: Planner;
  /** Apollo's planner, started when it is first asked. */
  readonly apolloPlanner: () => Promise<Planner>;
  readonly logger: Logger;
};

export type Preparable = {
  /** By which it is known: the same for documents that differ in layout only. */
  readonly text: string;
  readonly operation: Operation;
  /** The variables that decide what is asked, each with the value by which most is. */
  readonly conditions: ReadonlyMap<string, boolean>;
  /** The variables that decide what is deferred; undefined when nothing is. */
  readonly defers: readonly string[] | undefined;
};

/** What one way of running an operation is: with these values of its conditions, parts of it later or not, for whom. */
type Way = { readonly variables: Values; readonly isDeferred: boolean; readonly view: View | undefined };

/** Ways of running one operation that are remembered. */
const maxWays = 64;
const maxVariableErrors = 50;

export function toPreparable(operation: Operation): Preparable {
  return {
    text: normalisedText(operation),
    operation,
    conditions: conditionVariables(operation),
    defers: deferVariables(operation),
  };
}

/** @throws GraafFout ONGELDIGE_VRAAG when the planner gives no plan in time */
export async function prepareOperation(
  planning: Planning,
  { operation, conditions, defers }: Preparable,
): Promise<PreparedOperation> {
  const { apiSchema } = planning;
  const { definition } = operation;
  const definitions = definition.variableDefinitions ?? [];
  const checkCost = planning.costOf(operation);
  const ways = createOnce<CompiledOperation>(maxWays);
  const compiled = (way: Way): Promise<CompiledOperation> => {
    const { variables, isDeferred, view } = way;
    const values = [...conditions.keys()].map((name) => variables[name] === true);
    const later = isDeferred ? (defers ?? []).map((name) => variables[name] !== false) : [];
    const key = [isDeferred, ...values, ...later].map(Number).join('') + (view?.key ?? '');
    return ways.get(key, () => compileWay(planning, operation, way));
  };
  // Where most is asked, everything that can go wrong in planning does.
  const most = { variables: Object.fromEntries(conditions), isDeferred: false, view: undefined };
  const fullest = await compiled(most);
  const hasOneWay = conditions.size === 0 && defers === undefined;

  const rootArguments = compileRootArguments(operation, apiSchema);
  const reached = readReached(operation, apiSchema);
  const variableUses = compileVariableUses(operation);
  return {
    operationName: definition.name?.value ?? null,
    kind: definition.operation,
    run: async (sent, context, caller) => {
      const { coerced: variables, errors = [] }: ReturnType<typeof getVariableValues> =
        definitions.length === 0
          ? { coerced: {} }
          : getVariableValues(apiSchema, definitions, sent, { maxErrors: maxVariableErrors });
      if (variables === undefined) {
        return {
          errors: errors.map(
            (error): GraphQLFormattedError => ({ ...error.toJSON(), extensions: { code: 'BAD_USER_INPUT' } }),
          ),
        };
      }
      checkCost(variables);
      caller?.controleer(rootArguments(variables), reached, variableUses(variables));
      const view = caller?.view;
      if (hasOneWay && view === undefined) return fullest.run(sent, variables, context);
      const isDeferred = defers !== undefined && context.mayDefer;
      const way = await compiled({ variables, isDeferred, view });
      return way.run(sent, variables, context, caller?.bewaking);
    },
  };
}

async function compileWay(
  planning: Planning,
  asked: Operation,
  { variables, isDeferred, view }: Way,
): Promise<CompiledOperation> {
  const decided = decideConditions(asked, variables);
  const { operation, labels } = isDeferred
    ? labelDefers(decided, variables)
    : { operation: withoutDefer(decided), labels: new Map<string, undefined>() };
  const visible = view === undefined ? operation : view.visible(operation);
  const plan = await planOperation(planning, visible, (planned) =>
    labels.size > 0 ? planByApollo(planning, planned) : planWhole(planning, planned),
  );
  const planned = deferredLabels(plan);
  // What needs no subgraph, or may not be seen, is not worth waiting for.
  const inPlace = new Set([...labels.keys()].filter((label) => !planned.has(label)));
  return compileOperation(
    { ...planning, crossingsOf: readCrossings(planning.tellings(plan)) },
    {
      operation: withoutDefers(operation, inPlace),
      plan,
      labels: new Map([...labels].filter(([label]) => planned.has(label))),
      view,
    },
  );
}

/** What each fetch of a plan tells its subgraph that another subgraph gave. */
function readCrossings(tellings: readonly Telling[]): PlanCompilerInput['crossingsOf'] {
  const crossings = new Map(
    tellings.map(({ fetch, fields }) => [
      fetch,
      fields.flatMap(({ field, from }) =>
        from.flatMap((van) => (van === fetch.subgraph ? [] : [{ van, naar: fetch.subgraph, veld: field }])),
      ),
    ]),
  );
  return (fetch) => crossings.get(fetch) ?? [];
}

/** @returns undefined when the gateway needs no subgraph for it */
async function planOperation(
  planning: Planning,
  operation: Operation,
  plan: (asked: Operation) => Promise<PlanNode | undefined>,
): Promise<PlanNode | undefined> {
  const asked = forSubgraphs(planning, operation);
  if (asked === undefined) return undefined;
  try {
    const node = await plan(asked);
    // Something is asked, and nobody would be: the supergraph has no way to it, and null would be an invention.
    if (node === undefined) throw new Error('the plan is empty');
    return node;
  } catch (error) {
    planning.logger.warn({ error }, 'operation was not planned');
    throw new GraafFout('ONGELDIGE_VRAAG', 'The operation cannot be planned, or not in the time there is.', {
      cause: error,
    });
  }
}

/** What is planned of an operation; undefined when that is nothing. */
function forSubgraphs(planning: Planning, operation: Operation): Operation | undefined {
  const { apiSchema, fillers, hiding, names } = planning;
  const asked = withoutIntrospection(operation);
  if (asked === undefined) return undefined;
  const filled = withEmptyFilled(asked, apiSchema, fillers);
  return withPlanNames(withTypesAsked(filled, apiSchema, hiding), names);
}

/** By the planner of the engine; what the native one cannot plan, or plans with a call too many, by Apollo's. */
async function planWhole(planning: Planning, operation: Operation): Promise<PlanNode | undefined> {
  const { planner, apiSchema, requiring, logger } = planning;
  // The native planner begins the next mutation while what the one before it changed is still read.
  const isForApollo = doesSeveral(operation) || asksThroughInterface(operation, apiSchema, requiring);
  if (planner.name === 'hive' && !isForApollo) {
    const start = performance.now();
    try {
      const plan = await planner.plan(normalisedText(operation), planning.planTimeoutMs);
      return hasNeedlessCall(plan) ? await planAgain(planning, operation, plan) : plan;
    } catch (error) {
      // What takes the fast planner too long is not given to the slow one.
      if (performance.now() - start >= planning.planTimeoutMs) throw error;
      // Known of some: what it does instead is slower once, and no fault.
      logger.info({ error }, 'operation is not for the native planner');
    }
  }
  return planByApollo(planning, operation);
}

/** By Apollo's planner; when that has none in time, the plan there is does the same with more calls. */
async function planAgain(
  planning: Planning,
  operation: Operation,
  plan: PlanNode | undefined,
): Promise<PlanNode | undefined> {
  try {
    return await planByApollo(planning, operation);
  } catch (error) {
    planning.logger.warn({ error }, 'operation keeps a plan with a call too many');
    return plan;
  }
}

async function planByApollo(
  { apolloPlanner, planTimeoutMs }: Planning,
  operation: Operation,
): Promise<PlanNode | undefined> {
  const planner = await apolloPlanner();
  return planner.plan(normalisedText(operation), planTimeoutMs);
}
