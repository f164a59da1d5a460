/** docs/dreigingsmodel.md names tests that there are, every kind of threat at each crossing, and all tests of attacks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const wortel = fileURLToPath(new URL('../../', import.meta.url));
const tekst = readFileSync(`${wortel}docs/dreigingsmodel.md`, 'utf8');

type Regel = { readonly letter: string; readonly dreiging: string; readonly tests: readonly string[] };
type Oversteek = { readonly naam: string; readonly regels: readonly Regel[] };

const oversteken: readonly Oversteek[] = tekst
  .split('\n## ')
  .slice(1)
  .map((deel) => ({
    naam: deel.split('\n')[0] ?? '',
    regels: deel.split('\n').flatMap((regel): Regel[] => {
      const [, letter = '', dreiging = '', , tests = ''] = regel.split('|').map((cel) => cel.trim());
      if (!/^[A-Z]$/.test(letter)) return [];
      return [{ letter, dreiging, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, pad]) => pad ?? '') }];
    }),
  }))
  .filter(({ naam }) => naam !== 'Open');

const genoemd = new Set(oversteken.flatMap(({ regels }) => regels.flatMap(({ tests }) => tests)));

it('has the nine crossings', () => {
  expect(oversteken.map(({ naam }) => naam)).toEqual([
    'Front office → gateway',
    'Citizen → gateway',
    'Gateway → subgraph',
    'Subgraph → source',
    'Gateway → log store',
    'Supergraph origin → gateway',
    'Issuer’s keys → gateway',
    'Operator',
    'Partner team → composition',
  ]);
});

describe.each(oversteken)('$naam', ({ regels }) => {
  it('has all six kinds of threats, in their order', () => {
    const letters = regels.map(({ letter }) => letter).join('');
    expect(letters).toMatch(/^S+T+R+I+D+E+$/);
  });

  it('names a test for each threat, or says why there is none', () => {
    const zonder = regels.filter(
      ({ tests, dreiging }) => tests.length === 0 && !/^not applicable: \w/.test(dreiging),
    );
    expect(zonder).toEqual([]);
  });
});

it('names tests that there are', () => {
  const andere = [...genoemd].filter((pad) => !pad.endsWith('.test.ts') || !existsSync(wortel + pad));
  expect(andere).toEqual([]);
});

it('names every test of test/security', () => {
  const alle = readdirSync(`${wortel}test/security`, { recursive: true, encoding: 'utf8' })
    .filter((pad) => pad.endsWith('.test.ts'))
    .map((pad) => `test/security/${pad}`);
  expect(alle.length).toBeGreaterThan(15);
  expect(alle.filter((pad) => !genoemd.has(pad))).toEqual([]);
});
