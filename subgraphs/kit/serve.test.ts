import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gevonden, slice } from './bronantwoord.ts';
import { defineSubgraph } from './define-subgraph.ts';
import { GraafFout } from './errors.ts';
import { createLogger } from './logger.ts';
import { type Raadpleging, raadpleeg } from './raadpleeg.ts';
import { type LopendeServer, startSubgraph } from './serve.ts';

const sdl = `
enum Bron { GWS }
type Uitkering { bron: Bronvermelding! bedragCenten: Int }
type Query {
  uitkering: Uitkering
  leeg(dag: Date, n: Int): String
  ongeldig: String
  bug(naam: String): String
  nooit: String
}`;
const bsn = '999990019';

type Context = { readonly raadpleging: Raadpleging };
let map: string;
let server: LopendeServer;
let log = '';
let gesloten = 0;
let gezien: Raadpleging | undefined;
let hangt: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'subgraph-'));
  const schema = join(map, 'schema.graphql');
  writeFileSync(schema, sdl);
  const definitie = defineSubgraph<object, Context>({
    naam: 'proef',
    partner: 'Proef',
    schema: pathToFileURL(schema),
    bronnen: ['GWS'],
    leesConfig: () => ({}),
    open: () => ({
      context: (raadpleging) => {
        gezien = raadpleging;
        return { raadpleging };
      },
      sluit: async () => {
        gesloten += 1;
      },
    }),
    resolvers: {
      Query: {
        uitkering: async (_root: unknown, _args: unknown, { raadpleging }: Context) => {
          raadpleging.verbruik.aanroep('GWS');
          const antwoord = await raadpleeg(raadpleging, 'GWS', async () => gevonden(5, '2025-03-XX'));
          return slice(antwoord, (bedragCenten) => ({ bedragCenten }));
        },
        leeg: () => null,
        ongeldig: () => {
          throw new GraafFout('ONGELDIGE_INVOER', 'Not like this.');
        },
        bug: (_root: unknown, { naam }: { readonly naam: string }) => {
          throw new TypeError(`no map of ${naam} ${bsn}`);
        },
        nooit: (_root: unknown, _args: unknown, { raadpleging }: Context) => {
          hangt = new Promise((resolve) => {
            raadpleging.signal.addEventListener('abort', resolve, { once: true });
          });
          return hangt.then(() => null);
        },
      },
    },
  });
  const logger = createLogger('proef', { level: 'trace', destination: { write: (regel) => (log += regel) } });
  const now = () => new Date('2025-03-03T08:00:00Z');
  server = await startSubgraph(definitie, { config: {}, port: 0, logger, now });
});
afterAll(async () => {
  await server.stop();
  await rm(map, { recursive: true });
  expect(gesloten).toBe(1);
});

async function stuur(body: string, headers: Record<string, string> = {}, signal?: AbortSignal) {
  const antwoord = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    ...(signal === undefined ? {} : { signal }),
  });
  return { status: antwoord.status, tekst: await antwoord.text() };
}

const vraag = async (query: string, variables?: unknown) =>
  JSON.parse((await stuur(JSON.stringify({ query, variables }))).tekst) as unknown;

describe('a subgraph that is served', () => {
  it('answers with a slice, and reports what its sources did', async () => {
    const geraadpleegdOp = '2025-03-03T08:00:00.000Z';
    expect(await vraag('{ uitkering { bedragCenten bron { bron uitkomst geraadpleegdOp actueelPer melding } } }')).toEqual({
      data: {
        uitkering: {
          bedragCenten: 5,
          bron: { bron: 'GWS', uitkomst: 'GEVONDEN', geraadpleegdOp, actueelPer: '2025-03-XX', melding: null },
        },
      },
      extensions: {
        bronnen: [
          {
            bron: 'GWS',
            uitkomst: 'GEVONDEN',
            aanroepen: 1,
            duurMs: expect.any(Number) as number,
            geraadpleegdOp,
            actueelPer: '2025-03-XX',
          },
        ],
      },
    });
  });

  it('has no report when no source was asked', async () => {
    expect(await vraag('{ leeg }')).toEqual({ data: { leeg: null } });
  });

  it('gives its SDL for composition', async () => {
    expect(JSON.stringify(await vraag('{ _service { sdl } }'))).toContain('type Uitkering');
  });

  it('says that it lives', async () => {
    const antwoord = await fetch(new URL('/health/live', server.url));
    expect([antwoord.status, await antwoord.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('what goes wrong', () => {
  it.each([
    ['our own refusal', '{ ongeldig }', undefined, 'ONGELDIGE_INVOER', 'Not like this.'],
    ['a bug', 'query($n: String) { bug(naam: $n) }', { n: 'Jansen' }, 'INTERNE_FOUT', 'Er ging iets mis.'],
    ['a document that does not fit', '{ elders }', undefined, 'ONGELDIGE_VRAAG', 'Cannot query field "elders" on type "Query".'],
    ['a document that is none', `{ leeg "${bsn}" }`, undefined, 'ONGELDIGE_VRAAG', 'Syntax Error: Expected Name, found String.'],
    [
      'a date that does not exist',
      'query($dag: Date) { leeg(dag: $dag) }',
      { dag: `Jansen ${bsn}` },
      'ONGELDIGE_INVOER',
      'Variable "$dag" got an invalid value; Expected type "Date".',
    ],
    ['a literal of another type', `{ leeg(n: "${bsn}") }`, undefined, 'ONGELDIGE_VRAAG', 'Int cannot represent non-integer value.'],
  ])('%s has our code, and no value', async (_naam, query, variables, code, message) => {
    expect(await vraag(query, variables)).toMatchObject({ errors: [{ message, extensions: { code } }] });
    expect(JSON.stringify(await vraag(query, variables)) + log).not.toMatch(/999990019|Jansen|stacktrace/);
  });

  it('a bug is in the log with its place', () => {
    expect(log).toMatch(/"msg":"resolver failed"/);
    expect(log).toMatch(/"path":"bug".*serve\.test\.ts|serve\.test\.ts.*"path":"bug"/);
  });

  it.each([
    ['no JSON', `{"query": "${bsn} Jansen`],
    ['JSON that is no question', `"${bsn} Jansen"`],
    ['variables that are no object', JSON.stringify({ query: '{ leeg }', variables: `${bsn} Jansen` })],
    ['a batch', JSON.stringify([{ query: '{ leeg }' }])],
    ['nothing', ''],
  ])('a body with %s is refused, not repeated', async (_naam, body) => {
    const { status, tekst } = await stuur(body);
    expect(status).toBe(400);
    expect(tekst + log).not.toMatch(/999990019|Jansen/);
  });

  it('a question by GET is refused: it would stand in a URL', async () => {
    const antwoord = await fetch(`${server.url}?query={leeg}`, { headers: { 'apollo-require-preflight': 'x' } });
    expect(antwoord.status).toBe(405);
    expect(await antwoord.text()).not.toMatch(/data|leeg/);
  });
});

describe('what a request carries', () => {
  it.each([
    ['3f2b8c1e-0d5a-4c1b-9a57-2f6f1f0f8a11', '3f2b8c1e-0d5a-4c1b-9a57-2f6f1f0f8a11'],
    ['Jan Jansen', 'onbekend'],
    [bsn, 'onbekend'],
    [`a-${bsn}-b`, 'onbekend'],
    ['x'.repeat(65), 'onbekend'],
  ])('a correlation id %s is known as %s', async (gegeven, verwacht) => {
    await stuur('{"query":"{ leeg }"}', { 'x-correlation-id': gegeven });
    expect(gezien?.correlationId).toBe(verwacht);
  });

  it('a caller that goes away ends what it asked for', async () => {
    const afbreker = new AbortController();
    const antwoord = stuur('{"query":"{ nooit }"}', {}, afbreker.signal).catch(() => 'gone');
    while (gezien?.signal.aborted !== false || (await Promise.race([hangt, 'hangs'])) !== 'hangs') {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    setTimeout(() => {
      afbreker.abort();
    }, 50);
    expect(await antwoord).toBe('gone');
    await hangt;
  });
});
