import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPseudonimiseerder,
  json,
  type LopendeStubs,
  niemand,
  raadpleeg,
  startStubs,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking } from '../../population/index.ts';
import { kengetallenBijAlle } from './kengetallen-kantoren.ts';
import { kengetallenBladzijde } from './kengetallen-messages.ts';
import { createKvsSource } from './source.ts';
import { createKvsStub } from './stub.ts';

const map = new URL('./fixtures/kengetallen/', import.meta.url);
const lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));

describe('figures that cannot be right are not read', () => {
  const goed = kengetallenBladzijde.parse(lees('twee-gemeenten.input.json'));
  it.each([
    ['a count below zero', { instroom: -1 }],
    ['half a client', { eindstand: 0.5 }],
    ['a count as text', { uitstroom: '4' }],
    ['a municipality without its zeros', { gemeentecode: '361' }],
    ['a line of an unknown kind', { soort: 'wens' }],
  ])('%s', (_wat, afwijking) => {
    const results = [{ ...goed.results[0], ...afwijking }];
    expect(kengetallenBladzijde.safeParse({ ...goed, results }).success).toBe(false);
  });
});

describe('the source', () => {
  const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
  const periode = { van: '2025-11-02', tot: '2026-11-01' };
  let stubs: LopendeStubs;
  let anders: ReturnType<typeof json> | undefined;
  let kvs: ReturnType<typeof createKvsSource>;

  beforeAll(async () => {
    const gewoon = createKvsStub({
      bevolking: createBevolking({ regio: 'westland', seed: 1 }),
      ...pseudoniem,
      now: () => new Date('2026-11-05T10:00:00Z'),
    });
    stubs = await startStubs([{ ...gewoon, antwoord: (request) => anders ?? gewoon.antwoord(request) }]);
    kvs = createKvsSource(
      {
        url: new URL(stubs.bronnen['KVS']?.url ?? ''),
        timeoutMs: 3_000,
        maxGelijktijdig: 4,
        token: 'ontwikkeling',
      },
      pseudoniem,
    );
  });
  afterAll(async () => {
    await kvs.sluit();
    await stubs.stop();
  });

  const vraag = () => {
    const raadpleging = proefraadpleging();
    return raadpleeg(raadpleging, 'KVS', niemand, () => kvs.kengetallen(periode, raadpleging));
  };

  it('asks once, and counts what the population has', async () => {
    stubs.bronnen['KVS']?.reset();
    const antwoord = await vraag();
    expect(antwoord.uitkomst).toBe('GEVONDEN');
    expect(stubs.bronnen['KVS']?.calls()).toEqual({ 'POST /klantinteracties/api/v1/kengetallen': 1 });
  });

  it('takes no figures under a warning for no proof of nothing', async () => {
    const leeg = json(200, { count: 0, next: null, results: [] });
    anders = { ...leeg, headers: { ...leeg.headers, warning: '199 - "deels"' } };
    expect(await vraag()).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVOLLEDIG' });
    anders = leeg;
    expect(await vraag()).toMatchObject({ uitkomst: 'NIETS_GEVONDEN' });
    anders = undefined;
  });

  it.each([
    ['has a page after this one', { count: 1, next: 'http://127.0.0.1/?page=2', results: [] }],
    ['counts more lines than it holds', { count: 3, next: null, results: [] }],
  ])('believes no totals of an answer that %s', async (_wat, body) => {
    anders = json(200, body);
    expect(await vraag()).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' });
    anders = undefined;
  });

  it('puts two offices together, and says so when one is silent', async () => {
    const stil = createKvsSource(
      { url: new URL('http://127.0.0.1:9'), timeoutMs: 500, maxGelijktijdig: 1, token: 'x' },
      pseudoniem,
    );
    const beide = kengetallenBijAlle({
      standaard: kvs,
      standaardGemeenten: new Set(),
      perGemeente: new Map([['0794', stil]]),
    });
    expect(await beide(periode, proefraadpleging())).toMatchObject({
      bron: 'KVS',
      uitkomst: 'GEDEELTELIJK',
      reden: 'ONVOLLEDIG',
    });
    await stil.sluit();
  });
});
