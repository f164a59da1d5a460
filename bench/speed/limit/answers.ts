import type { Post } from './client.ts';

/** A subgraph by its name. */
export type Subgraphs = (name: string) => Post;

/** Writes the answer to one operation by hand: `{"data":…}` as text. */
export type Handler = (variables: Readonly<Record<string, unknown>>) => Promise<string>;

/**
 * The limit trusts what its own subgraphs answer: checking would be work that a limit does not do. The shape
 * is the one the document beside the call asks for.
 */
export async function ask<T>(post: Post, query: string, variables: object): Promise<T> {
  return (JSON.parse(await post(JSON.stringify({ query, variables }))) as { readonly data: T }).data;
}

/** The parts of entities that one subgraph knows, in the order of the representations. */
export async function askEntities<T>(
  post: Post,
  type: string,
  fields: string,
  representations: readonly object[],
): Promise<readonly T[]> {
  const query = `query($r:[_Any!]!){_entities(representations:$r){...on ${type}{${fields}}}}`;
  return (await ask<{ readonly _entities: readonly T[] }>(post, query, { r: representations }))._entities;
}
