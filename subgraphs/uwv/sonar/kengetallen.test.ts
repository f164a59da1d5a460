import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapKengetallen } from './kengetallen-map.ts';
import { kengetallenAntwoord } from './kengetallen-messages.ts';

const map = new URL('./fixtures/kengetallen/', import.meta.url);
const lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));

describe('golden cases: figures of SONAR to the graph', () => {
  it.each(readdirSync(map).flatMap((naam) => /^(.*)\.input\.json$/.exec(naam)?.[1] ?? []))('%s', (geval) => {
    const antwoord = kengetallenAntwoord.parse(lees(`${geval}.input.json`));
    expect(mapKengetallen(antwoord)).toEqual(lees(`${geval}.expected.json`));
  });
});

describe('figures that cannot be right are not read', () => {
  const goed = kengetallenAntwoord.parse(lees('wetten-en-inschrijvingen.input.json'));
  it.each([
    ['a count below zero', { lopend: -1 }],
    ['a count as text', { instroom: '400' }],
    ['a line of an unknown kind', { soort: 'WENS' }],
    ['a municipality without its zeros', { codeGemeente: '361' }],
  ])('%s', (_wat, afwijking) => {
    const stromen = [{ ...goed.stromen[0], ...afwijking }];
    expect(kengetallenAntwoord.safeParse({ ...goed, stromen }).success).toBe(false);
  });
});
