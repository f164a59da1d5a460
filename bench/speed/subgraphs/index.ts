/** The subgraphs of one graph, in a process on the core of the load generator. */
import { z } from 'zod';
import { ask, script, start } from '../processes/index.ts';

export { serveCanned } from './canned.ts';

const state = z.object({
  subgraphs: z.array(
    z.object({ name: z.string(), url: z.string(), requests: z.number(), computed: z.number() }),
  ),
});

export type Subgraphs = {
  readonly pid: number;
  readonly urls: Readonly<Record<string, string>>;
  /** Requests so far, all subgraphs together. */
  readonly requests: () => Promise<number>;
  /** Answers that had to be computed so far. */
  readonly computed: () => Promise<number>;
  /** Holds every answer back from now on. */
  readonly delay: (ms: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startSubgraphs(graph: string): Promise<Subgraphs> {
  const process = start('harness', script(new URL('main.ts', import.meta.url), graph), true);
  const tell = async (message: object) => (await ask(process, message, state)).subgraphs;
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    pid: process.pid,
    urls: Object.fromEntries((await tell({})).map(({ name, url }) => [name, url])),
    requests: async () => sum((await tell({})).map(({ requests }) => requests)),
    computed: async () => sum((await tell({})).map(({ computed }) => computed)),
    delay: async (delayMs) => {
      await tell({ delayMs });
    },
    stop: process.stop,
  };
}
