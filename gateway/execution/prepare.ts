import { type GraphQLFormattedError, type GraphQLSchema, getVariableValues } from 'graphql';
import { GraafFout, type Logger } from '../../subgraphs/kit/index.ts';
import { type CompiledOperation, compileOperation } from './compile/operation.ts';
import type { PlanCompilerInput } from './compile/step.ts';
import { labelDefers } from './document/defer.ts';
import { asksThroughInterface } from './document/interface-requirements.ts';
import { withoutIntrospection } from './document/introspection.ts';
import { normalisedText, type Operation } from './document/operation.ts';
import type { Answer, PreparedOperation } from './engine.ts';
import { createOnce } from './once.ts';
import type { PlanNode, Planner } from './planner/index.ts';

/** What preparing needs of an engine. */
export type Planning = Omit<PlanCompilerInput, 'mayShare'> & {
  readonly apiSchema: GraphQLSchema;
  /** `Type.field` of fields that need others first. */
  readonly requiring: ReadonlySet<string>;
  readonly planTimeoutMs: number;
  readonly planner: Planner;
  /** Apollo's planner, started when it is first asked. */
  readonly apolloPlanner: () => Promise<Planner>;
  readonly logger: Logger;
};

export type Preparable = {
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
    return variants(key, () => compileDeferred(planning, deferrable.operation, variables));
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
  const asked = withoutIntrospection(operation);
  const plan = asked === undefined ? undefined : await planWhole(planning, asked);
  return compileOperation(planning, { operation, plan, labels: new Map() });
}

async function compileDeferred(
  planning: Planning,
  deferrable: Operation,
  variables: Readonly<Record<string, unknown>>,
): Promise<CompiledOperation> {
  const { operation, labels } = labelDefers(deferrable, variables);
  const asked = withoutIntrospection(operation);
  const plan = asked === undefined ? undefined : await planWithin(planning, asked, planning.apolloPlanner);
  return compileOperation(planning, { operation, plan, labels });
}

/** By the planner of the engine; what the native one cannot plan, by Apollo's. */
async function planWhole(planning: Planning, operation: Operation): Promise<PlanNode | undefined> {
  const { planner, apiSchema, requiring, apolloPlanner } = planning;
  if (planner.name === 'hive' && !asksThroughInterface(operation, apiSchema, requiring)) {
    try {
      return await planner.plan(normalisedText(operation), AbortSignal.timeout(planning.planTimeoutMs));
    } catch (error) {
      planning.logger.warn({ error }, 'operation is not for the native planner');
    }
  }
  return planWithin(planning, operation, apolloPlanner);
}

async function planWithin(
  { planTimeoutMs, logger }: Planning,
  operation: Operation,
  planner: () => Promise<Planner>,
): Promise<PlanNode | undefined> {
  try {
    // The time is for planning: a planner that has to start first is waited for.
    const started = await planner();
    return await started.plan(normalisedText(operation), AbortSignal.timeout(planTimeoutMs));
  } catch (error) {
    logger.warn({ error }, 'operation was not planned');
    throw new GraafFout('ONGELDIGE_VRAAG', 'The operation cannot be planned, or not in the time there is.', {
      cause: error,
    });
  }
}
