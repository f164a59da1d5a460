/**
 * Golden cases, readable side by side: an operation (`operation.graphql`, `variables.json`), what the subgraphs know
 * (`subgraphs.json`), what is asked of them (`fetches.<planner>.graphql`) and the answer (`answer.json`), to the
 * last character. After a wanted change of what is asked: `npx vitest run gateway/execution/golden -u`, and read it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CannedEngine,
  createCannedEngine,
  describeAsked,
  readSubgraphs,
} from '../../test/canned/index.ts';

type Errors = readonly { readonly path?: readonly unknown[] }[];
type Answer = { readonly data?: unknown; readonly errors?: Errors };
type Folder = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const fixtures = new URL('./fixtures/', import.meta.url);
const graphs = folders(fixtures);

describe.each(graphs)('over the graph %s', (graph) => {
  const folder = new URL(`${graph}/`, fixtures);
  const subgraphs = readSubgraphs(folder);

  describe.each(['hive', 'apollo'] as const)('with the planner of %s', (planner) => {
    let canned: CannedEngine;
    beforeAll(async () => {
      canned = await createCannedEngine(subgraphs, planner);
    });
    afterAll(() => canned.engine.close());

    it.each(folders(folder))('%s', async (name) => {
      const file = (path: string) => new URL(`${name}/${path}`, folder);
      const read = (path: string) => readFileSync(file(path), 'utf8');
      const variables = existsSync(file('variables.json'))
        ? (JSON.parse(read('variables.json')) as Record<string, unknown>)
        : {};
      const known = JSON.parse(read('subgraphs.json')) as Folder;
      const expected = JSON.parse(read('answer.json')) as Answer;
      const { answer, asked } = await canned.run(read('operation.graphql'), variables, known);
      expect({ data: lines(answer.data), errors: sorted(answer.errors) }).toEqual({
        data: lines(expected.data === undefined ? undefined : JSON.stringify(expected.data)),
        errors: sorted(expected.errors),
      });
      await expect(describeAsked(asked)).toMatchFileSnapshot(file(`fetches.${planner}.graphql`).pathname);
    });
  });
});

/** Text of which a difference can be read; not parsed, so that order, escapes and numbers stay what they are. */
function lines(text: string | null | undefined): readonly string[] | undefined {
  return text === null ? ['null'] : text?.split(/(?<=[,{[])/);
}

/** Errors have no order of their own: which of two fetches ended first is nobody's business. */
function sorted(errors: Errors | undefined): Errors | undefined {
  return errors?.toSorted((a, b) => (JSON.stringify(a.path) < JSON.stringify(b.path) ? -1 : 1));
}

function folders(parent: URL): readonly string[] {
  const found = readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (found.length === 0) throw new Error(`nothing in ${parent.pathname}`);
  return found.map(({ name }) => name).sort();
}
