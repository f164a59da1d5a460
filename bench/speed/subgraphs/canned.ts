import { type AddressInfo, createServer, type Server } from 'node:net';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { z } from 'zod';
import { createMessageReader } from '../http/index.ts';

/** A subgraph that computes each answer once. */
export type CannedSubgraph = {
  readonly port: number;
  /** Requests so far. */
  readonly requests: () => number;
  /** Answers computed so far: one for each distinct body. */
  readonly computed: () => number;
  readonly stop: () => Promise<void>;
};

/** More distinct bodies than this means that a contestant never asks the same twice. */
const maxAnswers = 10_000;

const question = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/**
 * Serves on a free port of the loopback interface, whatever path is asked. The answer to a body is computed once
 * and written from memory ever after, so that the subgraph is never what is measured. Every answer is held
 * back `delayMs()` milliseconds.
 * @param answer the JSON of the answer to the JSON of a question
 */
export async function serveCanned(
  answer: (body: string) => Promise<string>,
  delayMs: () => number = () => 0,
): Promise<CannedSubgraph> {
  const answers = new Map<string, Buffer>();
  let requests = 0;
  const compute = async (key: string, body: string): Promise<Buffer> => {
    if (answers.size >= maxAnswers) throw new Error('a canned subgraph was asked too many different things');
    const bytes = httpAnswer(await answer(body));
    answers.set(key, bytes);
    return bytes;
  };
  const server = createServer({ noDelay: true }, (socket) => {
    const write = (bytes: Buffer): void => {
      const wait = delayMs();
      if (wait === 0) socket.write(bytes);
      else setTimeout(() => socket.write(bytes), wait);
    };
    // Answers leave in the order of the questions, also while one of them is still computed.
    let earlier: Promise<void> | undefined;
    const read = createMessageReader(({ body }) => {
      requests += 1;
      // Latin-1 keeps bytes apart as UTF-8 does, and costs less.
      const key = body.toString('latin1');
      const known = answers.get(key);
      if (known !== undefined && earlier === undefined) {
        write(known);
        return;
      }
      const text = body.toString('utf8');
      const mine = (earlier ?? Promise.resolve())
        .then(() => answers.get(key) ?? compute(key, text))
        .then(write)
        .finally(() => {
          if (earlier === mine) earlier = undefined;
        });
      earlier = mine;
    });
    socket.on('data', read);
    socket.on('error', () => socket.destroy());
  });
  return {
    port: await listen(server),
    requests: () => requests,
    computed: () => answers.size,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with what graphql-js makes of the question. */
export async function answerFrom(schema: GraphQLSchema, body: string): Promise<string> {
  try {
    const { query, variables, operationName } = question.parse(JSON.parse(body));
    const document = parse(query);
    return JSON.stringify(await execute({ schema, document, variableValues: variables, operationName }));
  } catch (error) {
    return JSON.stringify({ errors: [{ message: error instanceof Error ? error.message : String(error) }] });
  }
}

function httpAnswer(json: string): Buffer {
  return Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n` +
      // Idle connections are kept while the others are measured.
      `connection: keep-alive\r\nkeep-alive: timeout=600\r\n\r\n${json}`,
  );
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
