/** `X-Tijdbudget-Ms`: what a client may ask, what it gets, and how it is told that it asked something else. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger, GraafFout, type LopendeServer } from '../../subgraphs/kit/index.ts';
import { startGateway } from '../app.ts';
import { leesGatewayConfig } from '../config.ts';
import { leesSupergraph } from '../supergraph/index.ts';
import { startOperation } from './operation-request.ts';

/** The budget of an operation with this header, milliseconds. */
function budgetOf(header: string | readonly string[] | undefined): number {
  const headers = header === undefined ? {} : { 'x-tijdbudget-ms': header };
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const options = { now: () => new Date(), budgetMs: 8_000, maxBudgetMs: 30_000 };
  return startOperation(headers, 'proef', false, undefined, options, response).looptijd.resterendMs();
}

describe('the budget of an operation', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['absent: what is set', undefined, 8_000],
    ['within bounds: what is asked', '800', 800],
    ['the least', '50', 50],
    ['less than the least: the least', '49', 50],
    ['nothing: the least', '0', 50],
    ['the most', '30000', 30_000],
    ['more than the most: the most', '30001', 30_000],
    ['far more: the most', '999999999', 30_000],
    ['with zeros in front', '0000800', 800],
  ])('%s', (_naam, header, budgetMs) => {
    expect(budgetOf(header)).toBe(budgetMs);
  });

  it.each([
    ['empty', ''],
    ['a word', 'snel'],
    ['a fraction', '800.5'],
    ['negative', '-1'],
    ['signed', '+800'],
    ['with a unit', '800ms'],
    ['in another base', '0x320'],
    ['in another notation', '8e2'],
    ['with spaces', '8 00'],
    ['two of them in one', '800, 900'],
    ['two of them', ['800', '900']],
    ['digits of another script', '٨٠٠'],
    ['more digits than a budget has', '0000000800'],
  ])('is refused when it is %s', (_naam, header) => {
    expect(() => budgetOf(header)).toThrow(
      new GraafFout('ONGELDIGE_VRAAG', 'X-Tijdbudget-Ms must be a whole number of milliseconds.'),
    );
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('over HTTP', () => {
  let gateway: LopendeServer;
  beforeAll(async () => {
    const config = leesGatewayConfig({ ACCESS: 'open', PORT: '0', TRUSTED_DOCUMENTS: 'none' });
    gateway = await startGateway(config, {
      supergraph: leesSupergraph('schema/supergraph.graphql'),
      logger: createLogger('test', { level: 'silent' }),
      inProcess: [],
    });
  });
  afterAll(async () => {
    await gateway.stop();
  });

  it('a malformed budget is a request that cannot be run: 400, our code, a correlation id, not repeated', async () => {
    const gevraagd: unknown[] = [];
    for (const header of ['snel', '1.5', '999990019 Jansen']) {
      const antwoord = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-tijdbudget-ms': header },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      gevraagd.push([antwoord.status, await antwoord.json(), antwoord.headers.get('x-correlation-id')]);
    }
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown;
    const geweigerd = {
      errors: [
        {
          message: 'X-Tijdbudget-Ms must be a whole number of milliseconds.',
          extensions: { code: 'ONGELDIGE_VRAAG', correlationId: id },
        },
      ],
    };
    expect(gevraagd).toEqual(Array.from({ length: 3 }, () => [400, geweigerd, id]));
  });

  it('a budget within bounds is taken', async () => {
    const antwoord = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tijdbudget-ms': '800' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect([antwoord.status, await antwoord.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });
});
