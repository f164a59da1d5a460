import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { runClosedLoop } from './closed-loop.ts';

let server: Server;

async function serve(answer: (request: IncomingMessage, n: number) => [status: number, body: string]) {
  let asked = 0;
  const bodies = new Set<string>();
  server = createServer((request, response) => {
    asked += 1;
    const [status, body] = answer(request, asked);
    void text(request).then((sent) => {
      bodies.add(sent);
      setTimeout(() => response.writeHead(status).end(body), 5);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, bodies, asked: () => asked };
}

const options = { body: '{"query":"{één}"}', rampMs: 30, windowMs: 200, maxWindowMs: 200, minAnswers: 0 };
const nothing = (): void => undefined;

afterEach(() => {
  server.close();
});

describe('the closed loop', () => {
  it('keeps so many requests in flight and counts each answer', async () => {
    const { port, bodies, asked } = await serve(() => [200, '{"data":{}}']);
    const edges: string[] = [];
    const result = await runClosedLoop(
      { ...options, port, inFlight: 4, minBytes: 11 },
      () => edges.push('start'),
      () => edges.push('end'),
    );
    expect([...bodies]).toEqual([options.body]);
    expect(edges).toEqual(['start', 'end']);
    expect({ failures: result.failures, all: result.allAnswers }).toEqual({ failures: 0, all: asked() });
    expect(result.answers).toBe(result.latenciesMs.length);
    expect(result.answers).toBeGreaterThan(4);
    expect(result.answers).toBeLessThan(result.allAnswers);
    expect(Math.min(...result.latenciesMs)).toBeGreaterThanOrEqual(4);
    // Four at a time, five milliseconds each: more would be more than four in flight.
    expect(result.answers).toBeLessThanOrEqual((4 * result.windowMs) / 4);
  });

  it('counts as failed what is not 200, too short, or cut off', async () => {
    const { port } = await serve((request, n) => {
      if (n === 3) request.socket.destroy();
      return n === 1 ? [500, '{"data":{"long":1}}'] : [200, n === 2 ? '{}' : '{"data":{"long":1}}'];
    });
    const result = await runClosedLoop({ ...options, port, inFlight: 1, minBytes: 10 }, nothing, nothing);
    expect(result).toMatchObject({ failures: 3, allAnswers: 2, answers: 0 });
  });

  it('stretches the window until there are answers enough', async () => {
    const { port } = await serve(() => [200, '{"data":{}}']);
    const job = {
      ...options,
      port,
      inFlight: 1,
      minBytes: 1,
      windowMs: 1,
      maxWindowMs: 10_000,
      minAnswers: 20,
    };
    const result = await runClosedLoop(job, nothing, nothing);
    expect(result.answers).toBeGreaterThanOrEqual(20);
    expect(result.windowMs).toBeLessThan(10_000);
  });
});
