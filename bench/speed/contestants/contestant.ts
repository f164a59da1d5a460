import type { Graph } from '../graphs/index.ts';
import type { Command } from '../processes/index.ts';

/** One measured operation of a graph. */
export type Operation = {
  /** Name of its document. */
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Where and over what a gateway is started. */
export type Place = {
  readonly graph: Graph;
  /** Name and address of each subgraph. */
  readonly urls: Readonly<Record<string, string>>;
  readonly supergraphFile: string;
  /** A folder for files the gateway wants, removed after the run. */
  readonly folder: string;
  readonly port: number;
  /** For the processes that are ours: to see where their time goes. */
  readonly nodeFlags: readonly string[];
};

/** A gateway process, and the ways to ask it: each is a contestant. */
export type Gateway = {
  readonly command: (place: Place) => Command;
  /** Comes from `bench/peers`. */
  readonly peer: boolean;
  readonly doors: readonly Door[];
};

export type Door = {
  /** As `--only` names it. */
  readonly contestant: string;
  readonly title: string;
  /** The body of `POST /graphql`. */
  readonly body: (operation: Operation) => string;
};

/** Any GraphQL server's door: the document itself. */
export function documentBody({ document, variables }: Operation): string {
  return JSON.stringify({ query: document, variables });
}

/** A door for documents that the server knows already, by name (GraphQL over HTTP, "Persisted Documents"). */
export function documentIdBody({ name, variables }: Operation): string {
  return JSON.stringify({ documentId: name, variables });
}
