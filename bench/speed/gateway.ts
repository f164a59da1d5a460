import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Gateway, Place } from './contestants/index.ts';
import { freePort, type Running, start } from './processes/index.ts';

export type RunningGateway = {
  readonly gateway: Gateway;
  readonly port: number;
  readonly process: Running;
};

const startTimeoutMs = 60_000;
const answerTimeoutMs = 20_000;

/** Starts a gateway; it may take a while until it serves. */
export async function startGateway(gateway: Gateway, place: Omit<Place, 'port'>): Promise<RunningGateway> {
  const port = await freePort();
  return { gateway, port, process: start('gateway', gateway.command({ ...place, port })) };
}

/** Waits until a gateway answers HTTP at all. @throws with the last it wrote when it does not */
export async function untilServes({ process, port }: RunningGateway): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline && !process.ended()) {
    const answered = await post(port, JSON.stringify({ query: '{__typename}' })).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(100);
  }
  throw new Error(`does not serve: ${lastLine(process.output())}`);
}

function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'it wrote nothing';
}

async function post(port: number, body: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    signal: AbortSignal.timeout(answerTimeoutMs),
  });
  return response.text();
}

const answer = z.object({ data: z.unknown(), errors: z.array(z.object({ message: z.string() })).optional() });

/** Asks once and compares. @returns the length of the answer in bytes. @throws when it is not the right one */
export async function checkAnswer(
  { port }: RunningGateway,
  body: string,
  expected: unknown,
): Promise<number> {
  const text = await post(port, body);
  const parsed = answer.safeParse(parseJson(text));
  if (!parsed.success) throw new Error(`no GraphQL answer: ${text.slice(0, 200)}`);
  const { data, errors } = parsed.data;
  if (errors !== undefined) throw new Error(`errors: ${errors[0]?.message.slice(0, 200) ?? ''}`);
  if (!isDeepStrictEqual(data, expected))
    throw new Error(`other data than expected${difference(data, expected)}`);
  return Buffer.byteLength(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first place where two answers differ. */
function difference(got: unknown, expected: unknown, path = ''): string {
  if (isDeepStrictEqual(got, expected)) return '';
  if (typeof got !== 'object' || typeof expected !== 'object' || got === null || expected === null) {
    return ` at ${path}: ${JSON.stringify(got)} and not ${JSON.stringify(expected)}`;
  }
  const right = new Map(Object.entries(expected));
  const left = new Map(Object.entries(got));
  for (const key of new Set([...right.keys(), ...left.keys()])) {
    const found = difference(left.get(key), right.get(key), path === '' ? key : `${path}.${key}`);
    if (found !== '') return found.slice(0, 200);
  }
  return '';
}
