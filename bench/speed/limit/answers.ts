import type { Post } from './client.ts';

/** A subgraph by its name. */
export type Subgraphs = (name: string) => Post;

/** Writes the answer to one operation by hand: `{"data":…}` as text. */
export type Handler = (variables: Readonly<Record<string, unknown>>) => Promise<string>;

/**
 * A request whose text is finished but for the JSON of its variables. The limit trusts what its own subgraphs
 * answer: checking would be work that a limit does not do. `T` is the shape that the document asks for.
 */
export function prepare<T>(post: Post, query: string): (variables: string) => Promise<T> {
  const start = `{"query":${JSON.stringify(query)},"variables":`;
  return async (variables) => (JSON.parse(await post(`${start}${variables}}`)) as { readonly data: T }).data;
}

/** The parts of entities that one subgraph knows, in the order of the representations. */
export function prepareEntities<T>(
  post: Post,
  type: string,
  fields: string,
): (representations: string) => Promise<readonly T[]> {
  const ask = prepare<{ readonly _entities: readonly T[] }>(
    post,
    `query($r:[_Any!]!){_entities(representations:$r){...on ${type}{${fields}}}}`,
  );
  return async (representations) => (await ask(`{"r":${representations}}`))._entities;
}
