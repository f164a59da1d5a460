/** GraphQL over HTTP by the audits of its working group, at both doors: any document, and trusted ones by id. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { toetsmoment } from '../operations.ts';

/** What the audits ask that can be run; at the trusted door each goes by a name instead. */
const documents: Readonly<Record<string, string>> = {
  typename: '{ __typename }',
  utf8: '{ __type(name: "Run🏃Swim🏊") { name } }',
  named: 'query Query { __typename }',
  withVariable: 'query Type($name: String!) { __type(name: $name) { name } }',
};

/**
 * Audits of what a server MAY do and this one does not: it takes no GET, since a URL is logged wherever it passes,
 * and a document or variables in it are about a person.
 */
const declined = ['5A70', 'D6D5', '6A70'];

let folder: string;
let werkplein: LopendWerkplein;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, `${name}.graphql`), text);
  werkplein = await startWerkplein({ now: toetsmoment, env: { TRUSTED_DOCUMENTS: folder } });
});

afterAll(async () => {
  await werkplein.stop();
  rmSync(folder, { recursive: true });
});

let renamed = 0;

/** Sends `documentId` for every query that is a trusted document. */
const byId: typeof fetch = async (url, init) => fetch(url, { ...init, body: withId(init?.body) });

function withId(body: unknown): string | null {
  if (typeof body !== 'string') return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return body;
  }
  if (typeof parsed !== 'object' || parsed === null || !('query' in parsed)) return body;
  const { query, ...rest } = parsed;
  const name = Object.keys(documents).find((key) => documents[key] === query);
  if (name === undefined) return body;
  renamed += 1;
  return JSON.stringify({ ...rest, documentId: name });
}

describe.each([
  ['any document', fetch],
  ['trusted documents', byId],
])('the door for %s', (_door, fetchFn) => {
  it('passes every audit, but for what it declines to do', async () => {
    const audits = serverAudits({ url: werkplein.url, fetchFn });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    expect(results.length).toBeGreaterThanOrEqual(61);
    const notOk = results
      .filter(({ status }) => status !== 'ok')
      .map(({ id, name, status }) => ({ id, name, status }));
    expect(notOk).toEqual(
      audits
        .filter(({ id }) => declined.includes(id))
        .map(({ id, name }) => ({ id, name, status: 'notice' })),
    );
  });
});

it('asked the trusted door by name', () => {
  expect(renamed).toBeGreaterThan(20);
});
