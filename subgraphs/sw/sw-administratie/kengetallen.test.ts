import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kengetallenPagina } from './kengetallen-messages.ts';

const map = new URL('./fixtures/kengetallen/', import.meta.url);
const lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));

describe('figures that cannot be right are not read', () => {
  const goed = kengetallenPagina.parse(lees('dienstverbanden-en-wachtlijst.input.json'));
  it.each([
    ['a count below zero', { Eindstand: -1 }],
    ['a count as text', { Instroom: '12' }],
    ['a column that was not sent', { Aantal: undefined }],
    ['half a worker', { Uitstroom: 0.5 }],
  ])('%s', (_wat, afwijking) => {
    const rows = [{ ...goed.rows[0], ...afwijking }];
    expect(kengetallenPagina.safeParse({ ...goed, rows }).success).toBe(false);
  });
});
