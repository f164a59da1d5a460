/** Simulated subgraphs: one world behind all of them, drawn from a seed. */
import { createPrng } from '../../../subgraphs/population/index.ts';
import { type Conversation, connect, startConversation } from './conversation.ts';
import { readGraph } from './graph-facts.ts';
import { moods } from './mood.ts';
import { createWorld, type World } from './world.ts';

export type { Conversation, SubgraphRequest, SubgraphResponse } from './conversation.ts';
export { stableJson } from './world.ts';

/** The subgraphs of a graph, ready to be asked in any world. */
export type SimulatedGraph = {
  /** A run in the world of a seed: every run of the same seed gets the same answers. */
  readonly start: (seed: string) => Conversation;
  /** How the world of a seed is (`Mood`). */
  readonly moodOf: (seed: string) => string;
};

export function simulate(subgraphs: Readonly<Record<string, string>>): SimulatedGraph {
  const facts = readGraph(subgraphs);
  connect(facts);
  const mood = (seed: string) => createPrng(`${seed} mood`).weighted(moods);
  // A world never changes, and the executors of one case follow each other in it.
  let last: { readonly seed: string; readonly world: World } | undefined;
  return {
    start: (seed) => {
      if (last?.seed !== seed) last = { seed, world: createWorld(facts, seed, mood(seed)) };
      return startConversation(last.world, seed);
    },
    moodOf: (seed) => mood(seed).name,
  };
}
