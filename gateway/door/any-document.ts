import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from '@apollo/server-gateway-interface';
import type { Logger } from '../../subgraphs/kit/index.ts';
import { geenPersoonsgegevensInDocument, type Toegang } from '../access/index.ts';
import type { Engine, PreparedOperation } from '../execution/index.ts';
import type { OperationContext, Verslag } from '../sources/index.ts';
import type { Supergraph } from '../supergraph/index.ts';
import { createDocumentGate } from './document-gate.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import { formatError, type Perform, type Performed, withCorrelation } from './perform.ts';
import type { DoorSettings } from './settings.ts';

/** What documents are validated against and run by. */
type Served = { readonly engine: Engine; readonly supergraph: Supergraph };

/** What comes with a document through Apollo Server. */
type Asked = { readonly context: OperationContext; readonly toegang: Toegang | undefined };

/** Runs any document; never rejects. */
export type AnyDocument = {
  readonly run: (
    request: GraphqlRequest,
    context: OperationContext,
    toegang: Toegang | undefined,
  ) => Promise<Performed>;
  readonly stop: () => Promise<void>;
};

/**
 * The door for any document: Apollo Server reads, parses and validates it, and remembers that it did; the engine
 * runs it in place of Apollo Server's own execution.
 */
export async function openAnyDocument(
  served: Served,
  perform: Perform,
  settings: DoorSettings,
  logger: Logger,
): Promise<AnyDocument> {
  // By the report of an operation: Apollo Server runs plugins with a copy of its context.
  const answers = new WeakMap<Verslag, Performed>();
  const gate = createDocumentGate(settings, settings.maxTokens);
  const server = new ApolloServer<Asked>({
    gateway: schemaOf(served),
    plugins: [
      enginePlugin(
        (document, operationName) => served.engine.prepare(document, operationName),
        perform,
        answers,
      ),
      ApolloServerPluginCacheControlDisabled(),
    ],
    validationRules: [geenPersoonsgegevensInDocument],
    parseOptions: { maxLexicalTokens: settings.maxTokens },
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    // The engine refuses it, at both doors.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    formatError: (formatted, error) => formatError(logger, formatted, error),
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  });
  await server.start();
  return {
    run: async ({ query, operationName, variables, extensions }, context, toegang) => {
      const { correlationId, looptijd } = context;
      try {
        gate.check(query ?? '');
      } catch (error) {
        looptijd.rondAf();
        const message = error instanceof Error ? error.message : '';
        return { errors: [withCorrelation(formatError(logger, { message }, error), correlationId)] };
      }
      const { body } = await server.executeOperation(
        {
          ...(query === undefined ? {} : { query }),
          ...(operationName === undefined ? {} : { operationName }),
          variables,
          extensions,
        },
        { contextValue: { context, toegang } },
      );
      const answered = answers.get(context.verslag);
      if (answered !== undefined) {
        if (query !== undefined) gate.passed(query);
        return answered;
      }
      // It did not come to the engine: it could not be read, or is not of this schema.
      looptijd.rondAf();
      const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
      return { errors: errors.map((error) => withCorrelation(error, correlationId)) };
    },
    stop: () => server.stop(),
  };
}

/** Apollo Server takes its schema from here; running is the plugin's, so there is nothing to execute. */
function schemaOf({ engine, supergraph }: Served): GatewayInterface {
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      for (const listener of listeners) {
        listener({ apiSchema: engine.apiSchema, coreSupergraphSdl: supergraph.sdl });
      }
      return { executor: null };
    },
    stop: async () => {
      listeners.clear();
    },
  };
}

/** The answer goes past Apollo Server as it is: written already, and perhaps in parts. */
function enginePlugin(
  prepare: Engine['prepare'],
  perform: Perform,
  answers: WeakMap<Verslag, Performed>,
): ApolloServerPlugin<Asked> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ document, request, contextValue }) => {
        // As it was sent: Apollo Server's own is also absent when the document has no operation of that name.
        const operation = (): Promise<PreparedOperation> => prepare(document, request.operationName);
        const { context, toegang } = contextValue;
        const performed = await perform(operation, request.variables ?? {}, context, toegang);
        answers.set(context.verslag, performed);
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: {} } };
      },
    }),
  };
}

function silent(): void {
  // Apollo Server's own messages can quote documents; what matters is logged where errors are formatted.
}
