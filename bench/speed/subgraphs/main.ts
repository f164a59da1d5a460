/** A process that serves all subgraphs of one graph, and counts what they are asked. */
import { z } from 'zod';
import { buildSubgraph, graphs } from '../graphs/index.ts';
import { answerMessages } from '../processes/index.ts';
import { answerFrom, serveCanned } from './canned.ts';

const message = z.object({ delayMs: z.number().optional() });
const graph = graphs[z.enum(['werkplein', 'shop']).parse(process.argv[2])];
let delayMs = 0;
const served = await Promise.all(
  graph.subgraphs.map(async ({ name, sdl }) => {
    const schema = buildSubgraph(graph, sdl);
    const canned = await serveCanned(
      (body) => answerFrom(schema, body),
      () => delayMs,
    );
    return { name, canned };
  }),
);

answerMessages((received) => {
  delayMs = message.parse(received).delayMs ?? delayMs;
  return {
    subgraphs: served.map(({ name, canned }) => ({
      name,
      url: `http://127.0.0.1:${canned.port}/graphql`,
      requests: canned.requests(),
      computed: canned.computed(),
    })),
  };
});
