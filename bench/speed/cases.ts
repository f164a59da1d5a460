import { clientnummer, type graphs } from './graphs/index.ts';

export const caseNames = ['a', 'b', 'c', 'd'] as const;

/** One operation under one load. */
export type Case = {
  readonly name: (typeof caseNames)[number];
  readonly title: string;
  readonly graph: keyof typeof graphs;
  /** Name of the document in the graph's `operations`. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Every subgraph answers this much later, milliseconds. */
  readonly delayMs: number;
  /** Requests that must wait for each other: no gateway can be faster than so many delays. */
  readonly depth: number;
  /** Requests in flight: the first is the one a short run keeps. */
  readonly inFlight: readonly number[];
};

const oneClient = { clientnummer: clientnummer(0) };

export const cases: readonly Case[] = [
  {
    name: 'a',
    title: 'client profile over four partners, two hops',
    graph: 'werkplein',
    operation: 'profile',
    variables: oneClient,
    delayMs: 0,
    depth: 3,
    inFlight: [50],
  },
  {
    name: 'b',
    title: 'deep query',
    graph: 'shop',
    operation: 'deep',
    variables: {},
    delayMs: 0,
    depth: 4,
    inFlight: [1, 50],
  },
  {
    name: 'c',
    title: 'caseload of 100 clients',
    graph: 'werkplein',
    operation: 'caseload',
    variables: { clientnummers: Array.from({ length: 100 }, (_empty, i) => clientnummer(i)) },
    delayMs: 0,
    depth: 2,
    inFlight: [50],
  },
  {
    name: 'd',
    title: 'client profile, every subgraph 50 ms later',
    graph: 'werkplein',
    operation: 'profile',
    variables: oneClient,
    delayMs: 50,
    depth: 3,
    inFlight: [50, 1, 500],
  },
];
