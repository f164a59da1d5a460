import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BronFout } from './bronantwoord.ts';
import { createLogger, type Logvelden } from './logger.ts';

const bsn = '999990019';
const canarie = /999990019|Jansen/;

/** What one line of the log holds, beside its time; and the line as text. */
function schrijf(velden: unknown, bericht = 'static text', niveau: 'info' | 'error' = 'info') {
  let regel = '';
  const logger = createLogger('proef', {
    level: 'info',
    destination: { write: (tekst) => (regel += tekst) },
  });
  logger[niveau](velden as Logvelden, bericht);
  const inhoud = JSON.parse(regel) as Record<string, unknown>;
  delete inhoud['time'];
  return { regel, inhoud };
}

describe('a line of the log', () => {
  it('has its component, its text and the fields of the list', () => {
    const velden = {
      correlationId: '3f2b8c1e-0d5a-4c1b-9a57-2f6f1f0f8a11',
      bron: 'SUWINET_INKOMSTEN',
      subgraph: 'uwv',
      issuer: 'gemeente-medewerkers',
      uitkomst: 'FOUT',
      reden: 'BRONFOUT',
      code: '5D0C1C6E8F3B4F0A9B7E2A41C8D6E3F0',
      operationName: 'ClientProfiel',
      durationMs: 12.5,
      status: 503,
      port: 4000,
      path: 'client.inkomen.0',
      count: 3,
      line: 12,
      version: '0a1b2c3d',
      signal: 'SIGTERM',
    };
    expect(schrijf(velden).inhoud).toEqual({ level: 30, component: 'proef', ...velden, msg: 'static text' });
  });

  it('has a place in the code for an error, and for what caused it, but not what they say', () => {
    const cause = Object.assign(new Error(`connect to Jansen ${bsn}`), { code: 'ECONNREFUSED' });
    const { regel, inhoud } = schrijf({ error: new BronFout('FOUT', 'BRONFOUT', cause) });
    expect(inhoud['error']).toEqual({
      name: 'BronFout',
      message: 'BronFout',
      stack: expect.stringMatching(/^ {4}at .*logger\.test\.ts:\d+:\d+\)?/) as string,
      cause: {
        name: 'Error',
        message: 'ECONNREFUSED',
        stack: expect.stringContaining('logger.test.ts') as string,
      },
    });
    expect(regel).not.toMatch(canarie);
  });

  it('has no text of a caller as its component', () => {
    let regel = '';
    const destination = { write: (tekst: string) => (regel += tekst) };
    createLogger(`Jan Jansen ${bsn}`, { level: 'info', destination }).info({}, 'static text');
    expect(regel).not.toMatch(canarie);
  });
});

/** An error whose stack is what an attacker would like it to be. */
const metStack = (stack: string) => Object.assign(new Error('x'), { stack });
const lus: Error = new Error('x');
lus.cause = lus;

describe('a person has no way in', () => {
  it.each<[string, unknown]>([
    ['a field that is not on the list', { naam: 'Jansen', bsn }],
    ['an object in a field', { path: { naam: 'Jansen' }, status: { bsn } }],
    ['a list in a field', { path: ['client', 'Jansen'], code: [bsn] }],
    ['an object that writes itself', { code: { toJSON: () => 'Jansen' } }],
    ['the errors of an answer', { errors: [{ message: `got invalid value "${bsn}"` }] }],
    ['a URL', { url: `http://x/personen/${bsn}` }],
    ['a sentence in a field', { code: 'geen Jansen', reden: 'Mevrouw Jansen', uitkomst: 'Jan Jansen' }],
    ['a name in a field of codes', { bron: 'Jansen', uitkomst: 'Jansen', reden: 'Jansen', code: 'Jansen' }],
    ['a BSN as a number', { count: 999_990_019, durationMs: 999_990_019.5, status: 999_990_019 }],
    ['a BSN as a text', { code: bsn, correlationId: bsn, path: bsn, bron: `GWS_${bsn}` }],
    ['a BSN in an alias or a name of an operation', { path: `a${bsn}.client`, operationName: `q_${bsn}` }],
    ['a sentence as an operation name', { operationName: 'Jan Jansen' }],
    ['a message among the fields', { msg: 'Jansen', message: 'Jansen', time: 'Jansen', level: 'Jansen' }],
    ['an error as the fields', new Error(`Jansen ${bsn}`)],
    ['an error under the name that pino gives it', { err: new Error(`Jansen ${bsn}`) }],
    ['a text as the fields', `Jansen ${bsn}`],
    ['a text as an error', { error: `Jansen ${bsn}` }],
    ['an object as an error', { error: { name: 'Jansen', message: bsn, stack: '    at Jansen (x:1:1)' } }],
    ['the message of an error', { error: new TypeError(`no map of Jansen ${bsn}`) }],
    [
      'a message that looks like a stack',
      { error: new Error(`x\n    at Jansen (/x/${bsn}.ts:1:1)\n    at y (z:1:1)`) },
    ],
    [
      'a stack that was written over',
      { error: metStack(`Error: x\n    at Jansen\nJansen\n    at ${bsn} (x:1:1)`) },
    ],
    ['the name of an error', { error: Object.assign(new Error('x'), { name: `Jansen ${bsn}` }) }],
    ['a name that is a word', { error: Object.assign(new Error('x'), { name: 'Jansen' }) }],
    ['the code of an error', { error: Object.assign(new Error('x'), { code: `Jansen ${bsn}` }) }],
    ['a field of an error', { error: Object.assign(new Error('x'), { input: 'Jansen', response: { bsn } }) }],
    ['what caused an error', { error: new Error('x', { cause: new Error('y', { cause: new Error(bsn) }) }) }],
    ['what caused it, not an error', { error: new Error('x', { cause: { bsn, naam: 'Jansen' } }) }],
    ['several errors in one', { error: new AggregateError([new Error('Jansen')], `Jansen ${bsn}`) }],
    ['the issues of zod', { error: z.object({ bsn: z.literal('x') }).safeParse({ bsn, Jansen: 1 }).error }],
    ['an error that goes round in a circle', { error: lus }],
    [
      'a getter that throws',
      Object.defineProperty({}, 'code', {
        enumerable: true,
        get: () => {
          throw new Error('Jansen');
        },
      }),
    ],
  ])('%s', (_naam, velden) => {
    expect(schrijf(velden).regel).not.toMatch(canarie);
  });

  it('a text with a BSN in it loses the BSN, and is no format', () => {
    expect(schrijf({}, `client ${bsn} %s %o`).inhoud['msg']).toBe('client ********* %s %o');
  });

  it('a field that was refused is seen to be', () => {
    expect(schrijf({ code: 'geen code', count: Number.NaN, path: undefined }).inhoud).toEqual({
      level: 30,
      component: 'proef',
      code: '***',
      count: '***',
      msg: 'static text',
    });
  });

  it('there is no other way to the log than text with fields', () => {
    const logger = createLogger('proef', { level: 'silent' });
    expect(Object.keys(logger).sort()).toEqual(['debug', 'error', 'fatal', 'info', 'trace', 'warn']);
    expect(Object.isFrozen(logger)).toBe(true);
    expect('child' in logger || 'setBindings' in logger).toBe(false);
  });
});

it('lines below the level are not written', () => {
  const regels: string[] = [];
  const logger = createLogger('proef', {
    level: 'warn',
    destination: { write: (tekst) => regels.push(tekst) },
  });
  logger.info({}, 'niet');
  logger.warn({}, 'wel');
  logger.fatal({}, 'ook');
  expect(regels).toHaveLength(2);
});
