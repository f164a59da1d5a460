import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sluitgroep } from './kengetallen-messages.ts';
import { groepeer, leesApply } from './stub-apply.ts';
import { FilterFout } from './stub-filter.ts';

const map = new URL('./fixtures/kengetallen/', import.meta.url);
const _lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));

describe('groups that cannot be right are not read', () => {
  it.each([
    ['a count below zero', { wg_status: 1, aantal: -1, dagen: 0 }],
    ['a count as text', { wg_status: 1, aantal: '3', dagen: 0 }],
    ['a status as its label', { wg_status: 'Vervuld', aantal: 3, dagen: 0 }],
    ['no sum of days', { wg_status: 1, aantal: 3 }],
  ])('%s', (_wat, groep) => {
    expect(sluitgroep.safeParse(groep).success).toBe(false);
  });
});

describe('the simulated $apply', () => {
  it('groups, counts and sums; a sum over nothing is empty', () => {
    const gelezen = leesApply('filter(a eq 1)/groupby((b),aggregate($count as aantal,c with sum as som))');
    expect(gelezen).toEqual({ filter: 'a eq 1', kolom: 'b', sommen: [{ kolom: 'c', alias: 'som' }] });
    const rijen = [
      { b: 'x', c: 2 },
      { b: 'x', c: null },
      { b: null, c: null },
    ];
    expect(groepeer(rijen, gelezen, (rij, kolom) => rij[kolom as 'b' | 'c'])).toEqual([
      { b: 'x', aantal: 2, som: 2 },
      { b: null, aantal: 1, som: null },
    ]);
  });

  it('refuses what it does not know', () => {
    expect(() => leesApply('groupby((b))')).toThrow(FilterFout);
  });
});
