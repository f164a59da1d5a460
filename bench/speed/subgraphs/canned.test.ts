import { buildSchema } from 'graphql';
import { Client } from 'undici';
import { describe, expect, it } from 'vitest';
import { answerFrom, serveCanned } from './canned.ts';

const schema = buildSchema('type Query { echo(text: String!): String! count: Int! }');
let counted = 0;
Object.assign(schema.getQueryType()?.getFields()['echo'] ?? {}, {
  resolve: (_root: unknown, { text }: { readonly text: string }) => text,
});
Object.assign(schema.getQueryType()?.getFields()['count'] ?? {}, {
  resolve: async () => {
    counted += 1;
    return counted;
  },
});

async function askAll(
  port: number,
  pipelining: number,
  bodies: readonly object[],
): Promise<readonly unknown[]> {
  const client = new Client(`http://127.0.0.1:${port}`, { pipelining });
  const answers = await Promise.all(
    bodies.map(async (body) => {
      const response = await client.request({
        method: 'POST',
        path: '/graphql',
        body: JSON.stringify(body),
      });
      return response.body.json();
    }),
  );
  await client.close();
  return answers;
}

describe('a canned subgraph', () => {
  it('computes an answer once and counts every request', async () => {
    const served = await serveCanned((body) => answerFrom(schema, body));
    const query = { query: '{ count }' };
    expect(await askAll(served.port, 1, [query, query, { query: '{count}' }])).toEqual([
      { data: { count: 1 } },
      { data: { count: 1 } },
      { data: { count: 2 } },
    ]);
    expect({ requests: served.requests(), computed: served.computed() }).toEqual({
      requests: 3,
      computed: 2,
    });
    await served.stop();
  });

  it('answers in the order of the questions on one connection', async () => {
    const served = await serveCanned((body) => answerFrom(schema, body));
    const echo = (text: string): object => ({
      query: 'query ($text: String!) { echo(text: $text) }',
      variables: { text },
    });
    const texts = ['één', 'twee', 'één', 'drie', 'twee'];
    expect(await askAll(served.port, 5, texts.map(echo))).toEqual(
      texts.map((text) => ({ data: { echo: text } })),
    );
    await served.stop();
  });

  it('says what is wrong with a question', async () => {
    const served = await serveCanned((body) => answerFrom(schema, body));
    expect(await askAll(served.port, 1, [{ query: '{' }])).toEqual([
      { errors: [{ message: 'Syntax Error: Expected Name, found <EOF>.' }] },
    ]);
    await served.stop();
  });

  it('holds answers back', async () => {
    const served = await serveCanned(
      (body) => answerFrom(schema, body),
      () => 40,
    );
    const start = performance.now();
    await askAll(served.port, 1, [{ query: '{ count }' }]);
    expect(performance.now() - start).toBeGreaterThanOrEqual(39);
    await served.stop();
  });
});
