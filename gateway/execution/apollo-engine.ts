import '../telemetry/index.ts';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayGraphQLResponse, GatewayInterface } from '@apollo/server-gateway-interface';
import type { OperationContext, SubgraphSource } from '../sources/index.ts';

/**
 * The execution seam: a `GatewayInterface` over a supergraph and the sources of its subgraphs.
 * This one lets Apollo's planner plan and Apollo's interpreter run the plans.
 * @throws when the supergraph is not valid, or names a subgraph without a source
 */
export function createApolloEngine(
  supergraphSdl: string,
  source: (subgraph: { readonly name: string; readonly url: string | undefined }) => SubgraphSource,
): GatewayInterface {
  return new ApolloGateway({
    supergraphSdl,
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url }) => dataSource(source({ name, url })),
    logger: { debug: zwijg, info: zwijg, warn: zwijg, error: zwijg },
  });
}

function dataSource(source: SubgraphSource): GraphQLDataSource {
  return {
    process: async ({ request, context }): Promise<GatewayGraphQLResponse> =>
      source.vraag(
        {
          query: request.query ?? '',
          operationName: request.operationName,
          variables: request.variables,
        },
        context as OperationContext,
      ),
  };
}

function zwijg(): void {
  // Apollo's messages can quote operations; failures reach our own log where they are formatted.
}
