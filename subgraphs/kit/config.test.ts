import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { leesBronConfig } from './bron-config.ts';
import { basisUrl, bronPrefix, leesOmgeving, leesSamen, pseudoniemOmgeving } from './config.ts';
import { ConfiguratieFout } from './configuratie-fout.ts';

/** The names of the settings that are wrong, and the whole message. */
function problemen(lees: () => unknown): { readonly namen: readonly string[]; readonly tekst: string } {
  try {
    lees();
  } catch (error) {
    if (!(error instanceof ConfiguratieFout)) throw error;
    return { namen: error.problems.map((p) => p.split(':')[0] ?? ''), tekst: error.message };
  }
  return { namen: [], tekst: '' };
}

describe('settings of a source', () => {
  const url = 'https://brp.example/api/v2/';
  const tls = { paden: [], pollMs: 10_000, lees: expect.any(Function) as unknown };

  it('have defaults, and cannot be changed afterwards', () => {
    const config = leesBronConfig('GEMEENTE_BRP', { GEMEENTE_BRP_URL: url, GEMEENTE_BRP_TIMEOUT_MS: '' });
    expect(config).toEqual({ url: new URL(url), timeoutMs: 3_000, maxGelijktijdig: 16, tls });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('are read from the environment', () => {
    const env = { B_URL: url, B_TIMEOUT_MS: '250', B_MAX_CONCURRENT: '4', C_TIMEOUT_MS: 'x' };
    expect(leesBronConfig('B', env)).toEqual({ url: new URL(url), timeoutMs: 250, maxGelijktijdig: 4, tls });
  });

  it('are refused all at once, by name and never by value', () => {
    const env = { B_URL: 'https://jan:geheim@x.example', B_TIMEOUT_MS: 'kanarie', B_MAX_CONCURRENT: '7777' };
    const { namen, tekst } = problemen(() => leesBronConfig('B', env));
    expect(namen).toEqual(['B_URL', 'B_TIMEOUT_MS', 'B_MAX_CONCURRENT']);
    expect(tekst).not.toMatch(/geheim|kanarie|7777/);
  });

  it.each([['9'], ['60001'], ['10.5'], ['-1'], ['NaN'], ['1s']])('a time of %s ms is refused', (waarde) => {
    expect(problemen(() => leesBronConfig('B', { B_URL: url, B_TIMEOUT_MS: waarde })).namen).toEqual([
      'B_TIMEOUT_MS',
    ]);
  });
});

describe('a secret in a file', () => {
  const map = mkdtempSync(join(tmpdir(), 'geheim-'));
  afterAll(() => {
    rmSync(map, { recursive: true });
  });
  const schema = z.object({
    TOKEN: z.string().regex(/^[a-z]+$/, 'must be letters'),
    X_FILE: z.string().optional(),
  });
  const bestand = (inhoud: string, mode = 0o600) => {
    const pad = join(map, 'token');
    rmSync(pad, { force: true });
    writeFileSync(pad, inhoud, { mode });
    return pad;
  };

  it('is the value of the setting, without the line end', () => {
    expect(leesOmgeving(schema, { TOKEN_FILE: bestand('kanarie\n'), X_FILE: '/none' })).toEqual({
      TOKEN: 'kanarie',
      X_FILE: '/none',
    });
  });

  it.each([
    [
      'beside the value',
      () => ({ TOKEN: 'a', TOKEN_FILE: bestand('kanarie') }),
      'TOKEN: is given, and TOKEN_FILE too',
    ],
    [
      'that others may read',
      () => ({ TOKEN_FILE: bestand('kanarie', 0o644) }),
      'TOKEN_FILE: only the owner may read',
    ],
    ['that is not there', () => ({ TOKEN_FILE: join(map, 'none') }), 'TOKEN_FILE: the file cannot be read'],
    ['of another form', () => ({ TOKEN_FILE: bestand('KANARIE 1') }), 'TOKEN: must be letters'],
  ])('%s is one problem, without what is in it', (_wat, env, melding) => {
    const { namen, tekst } = problemen(() => leesOmgeving(schema, env()));
    expect(namen).toHaveLength(1);
    expect(tekst).toContain(melding);
    expect(tekst).not.toMatch(/kanarie/i);
  });
});

describe('a base URL', () => {
  it.each([['http://127.0.0.1:4000'], ['https://x.example/pad'], ['http://[::1]:80/']])('%s', (waarde) => {
    expect(basisUrl.parse(waarde)).toEqual(new URL(waarde));
  });

  it.each([
    ['ftp://x.example'],
    ['x.example'],
    ['https://jan@x.example'],
    ['https://:geheim@x.example'],
    ['https://x.example/?a=1'],
    ['https://x.example/#a'],
    ['javascript:alert(1)'],
    [''],
  ])('not %s', (waarde) => {
    expect(basisUrl.safeParse(waarde).success).toBe(false);
  });
});

describe('several parts together', () => {
  const sleutel = () =>
    leesOmgeving(pseudoniemOmgeving, { PSEUDONIEM_SLEUTEL: 'kanarie', WERKPLEIN_REGIO: 'West Land' });

  it('tell the problems of all of them', () => {
    const { namen, tekst } = problemen(() => leesSamen({ sleutel, brp: () => leesBronConfig('BRP', {}) }));
    expect(namen).toEqual(['PSEUDONIEM_SLEUTEL', 'WERKPLEIN_REGIO', 'BRP_URL']);
    expect(tekst).not.toMatch(/kanarie|West Land/);
  });

  it('are one object when all is well', () => {
    expect(leesSamen({ a: () => 1, b: () => 'x' })).toEqual({ a: 1, b: 'x' });
  });

  it('a bug in between stays a bug', () => {
    const bug = new TypeError('bug');
    const lees = () => {
      throw bug;
    };
    expect(() => leesSamen({ lees })).toThrow(bug);
  });
});

it('no kind of setting repeats its value in its problem', () => {
  const schema = z.object({
    A: z.enum(['info', 'warn']),
    B: z.stringbool(),
    C: z.coerce.number(),
    D: z.string().regex(/^x$/),
    E: z.string().max(3),
    F: z.literal('EUR'),
    G: z.url(),
  });
  const env = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((naam) => [naam, 'kanarie']));
  const { namen, tekst } = problemen(() => leesOmgeving(schema, env));
  expect(namen).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
  expect(tekst).not.toContain('kanarie');
});

it.each([
  ['gemeente', 'BRP', 'GEMEENTE_BRP'],
  ['sw', 'SW_WACHTLIJST', 'SW_WACHTLIJST'],
  ['uwv', 'SUWINET_INKOMSTEN', 'UWV_SUWINET_INKOMSTEN'],
  ['sociale-bank', 'BANK', 'SOCIALE_BANK_BANK'],
])('the settings of %s %s begin with %s', (partner, bron, verwacht) => {
  expect(bronPrefix(partner, bron)).toBe(verwacht);
});
