import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createHttpBron, createPseudonimiseerder, json, startStubs } from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking } from '../../population/index.ts';
import { kengetallenAntwoord } from './kengetallen-messages.ts';
import { createKengetallenvraag } from './kengetallen-source.ts';
import { createSonarStub } from './stub.ts';

const map = new URL('./fixtures/kengetallen/', import.meta.url);
const lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));

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

describe('an answer without figures', () => {
  const leeg = json(200, lees('leeg.input.json'));
  const bevolking = createBevolking({ regio: 'westland', seed: 1 });
  const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
  const now = () => new Date('2026-11-05T10:00:00Z');

  it.each([
    ['is nothing found', {}, { uitkomst: 'NIETS_GEVONDEN' }],
    [
      'is no proof of that under a warning',
      { warning: '199 - "x"' },
      { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' },
    ],
  ])('%s', async (_wat, headers, uitkomst) => {
    const antwoord = () => ({ ...leeg, headers: { ...leeg.headers, ...headers } });
    const stubs = await startStubs([{ ...createSonarStub({ bevolking, ...pseudoniem, now }), antwoord }]);
    const url = new URL(stubs.bronnen['SONAR']?.url ?? '');
    const http = createHttpBron({ bron: 'SONAR', url, timeoutMs: 2_000, maxGelijktijdig: 1 });
    const periode = { van: '2025-11-02', tot: '2026-11-01' };
    expect(await createKengetallenvraag(http)(periode, proefraadpleging())).toEqual(uitkomst);
    await http.sluit();
    await stubs.stop();
  });
});
