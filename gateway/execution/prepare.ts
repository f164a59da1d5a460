import { type GraphQLFormattedError, type GraphQLSchema, getVariableValues } from 'graphql';
import { GraafFout, type Logger } from '../../subgraphs/kit/index.ts';
import { type CompiledOperation, compileOperation } from './compile/operation.ts';
import type { PlanCompilerInput } from './compile/step.ts';
import { labelDefers } from './document/defer.ts';
import { withTypesAsked } from './document/hidden-types.ts';
import { asksThroughInterface } from './document/interface-requirements.ts';
import { withoutIntrospection } from './document/introspection.ts';
import { doesSeveral, normalisedText, type Operation } from './document/operation.ts';
import { type PlanNames, withPlanNames } from './document/plan-names.ts';
import type { Answer, PreparedOperation } from './engine.ts';
import { createOnce } from './once.ts';
import { hasNeedlessCall, type PlanNode, type Planner } from './planner/index.ts';

/** What preparing needs of an engine. */
export type Planning = Omit<PlanCompilerInput, 'mayShare'> & {
  readonly apiSchema: GraphQLSchema;
  readonly names: PlanNames;
  /** Interfaces and unions with types that the API has not. */
  readonly hiding: ReadonlySet<string>;
  /** `Type.field` of fields that need others first. */
  readonly requiring: ReadonlySet<string>;
  readonly planTimeoutMs: number;
  readonly planner: Planner;
  /** Apollo's planner, started when it is first asked. */
  readonly apolloPlanner: () => Promise<Planner>;
  readonly logger: Logger;
};

export type Preparable = {
  /** By which it is known: the same for documents that differ in layout only. */
  readonly text: string;
  /** The operation as it is answered in one piece. */
  readonly whole: Operation;
  /** The operation with its `@defer`, and the variables that their conditions hang on. */
  readonly deferrable: { readonly operation: Operation; readonly hangsOn: readonly string[] } | undefined;
};

/** Ways in which one operation can be deferred that are remembered: one for each combination of conditions. */
const maxVariants = 16;
const maxVariableErrors = 50;

/** @throws GraafFout ONGELDIGE_VRAAG when the planner gives no plan in time */
export async function prepareOperation(
  planning: Planning,
  { whole, deferrable }: Preparable,
): Promise<PreparedOperation> {
  const { apiSchema } = planning;
  const { definition } = whole;
  const compiled = await compileWhole(planning, whole);
  const variants = createOnce<CompiledOperation>(maxVariants);
  const definitions = (deferrable?.operation ?? whole).definition.variableDefinitions ?? [];

  const variant = (variables: Readonly<Record<string, unknown>>): Promise<CompiledOperation> => {
    if (deferrable === undefined) return Promise.resolve(compiled);
    const key = deferrable.hangsOn.map((name) => (variables[name] === false ? '0' : '1')).join('');
    return variants.get(key, () => compileDeferred(planning, deferrable.operation, variables));
  };

  return {
    operationName: definition.name?.value ?? null,
    kind: definition.operation,
    run: (sent, context) => {
      const coerced =
        definitions.length === 0
          ? { coerced: {} }
          : getVariableValues(apiSchema, definitions, sent, { maxErrors: maxVariableErrors });
      if (coerced.errors !== undefined) {
        return Promise.resolve({
          errors: coerced.errors.map(
            (error): GraphQLFormattedError => ({ ...error.toJSON(), extensions: { code: 'BAD_USER_INPUT' } }),
          ),
        } satisfies Answer);
      }
      const variables = coerced.coerced;
      if (deferrable === undefined || !context.mayDefer) return compiled.run(sent, variables, context);
      return variant(variables).then((one) => one.run(sent, variables, context));
    },
  };
}

async function compileWhole(planning: Planning, operation: Operation): Promise<CompiledOperation> {
  const plan = await planOperation(planning, operation, (asked) => planWhole(planning, asked));
  return compileOperation(planning, { operation, plan, labels: new Map() });
}

async function compileDeferred(
  planning: Planning,
  deferrable: Operation,
  variables: Readonly<Record<string, unknown>>,
): Promise<CompiledOperation> {
  const { operation, labels } = labelDefers(deferrable, variables);
  const plan = await planOperation(planning, operation, (asked) => planByApollo(planning, asked));
  return compileOperation(planning, { operation, plan, labels });
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
function forSubgraphs({ apiSchema, hiding, names }: Planning, operation: Operation): Operation | undefined {
  const asked = withoutIntrospection(operation);
  if (asked === undefined) return undefined;
  return withPlanNames(withTypesAsked(asked, apiSchema, hiding), names);
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
      logger.warn({ error }, 'operation is not for the native planner');
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
