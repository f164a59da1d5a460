/** A correction request to SONAR: what is sent, and which answers are no receipt of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Correctieverzoek,
  createPseudonimiseerder,
  json,
  type LopendeStubs,
  meldBij,
  type StubRequest,
  type StubResponse,
  startStubs,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking } from '../../population/index.ts';
import { createSonar, type Sonar } from './source.ts';
import { createSonarStub } from './stub.ts';

const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const bsn = bevolking.personen[0]?.bsn ?? '';
const verzoek: Correctieverzoek = {
  clientnummer: pseudoniem.clientnummerVan(bsn),
  bron: 'SUWINET_INKOMSTEN',
  gegeven: 'werkgever',
  toelichting: 'Ik werkte daar niet.',
  kenmerk: 'ab'.repeat(32),
};

let stubs: LopendeStubs;
let sonar: Sonar;
let gezien: StubRequest[];
let anders: StubResponse | undefined;

beforeAll(async () => {
  const gewoon = createSonarStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') });
  const antwoord = (request: StubRequest) => {
    gezien.push(request);
    return anders ?? gewoon.antwoord(request);
  };
  stubs = await startStubs([{ ...gewoon, antwoord }]);
  const url = new URL(stubs.bronnen['SONAR']?.url ?? '');
  sonar = createSonar({ url, timeoutMs: 3_000, maxGelijktijdig: 4, token: 'ontwikkeling' }, pseudoniem);
});
beforeEach(() => {
  gezien = [];
  anders = undefined;
});
afterAll(async () => {
  await sonar.sluit();
  await stubs.stop();
});

const meld = (meer: Partial<Correctieverzoek> = {}) =>
  meldBij(sonar.correctie, { ...verzoek, ...meer }, proefraadpleging());

describe('a request', () => {
  it('is posted with its reference, and has one number however often', async () => {
    const eerste = await meld();
    expect([eerste, await meld()]).toEqual([
      {
        nummer: 'SON-000001',
        ontvangenOp: '2026-11-05T10:00:00.000Z',
        uiterlijk: '2026-12-05',
        bron: expect.objectContaining({ bron: 'SONAR', uitkomst: 'GEVONDEN' }) as unknown,
      },
      eerste,
    ]);
    const { kenmerk, bron, gegeven, toelichting } = verzoek;
    expect(gezien.map(({ path, body }) => [path, JSON.parse(body) as unknown])).toEqual(
      Array(2).fill(['/sonar/v1/correctieverzoeken', { kenmerk, bsn, bron, gegeven, toelichting }]),
    );
  });

  it('of a number that was not issued here does not travel', async () => {
    expect(await meld({ clientnummer: `w1.${'A'.repeat(34)}` })).toMatchObject({
      bron: { uitkomst: 'FOUT' },
    });
    expect(gezien).toEqual([]);
  });
});

describe('an answer', () => {
  const goed = { kenmerk: verzoek.kenmerk, nummer: 'SON-1', ontvangenOp: '2026-11-05T11:00:00+01:00' };
  it.each<[string, StubResponse, string]>([
    ['of another request', json(201, { ...goed, kenmerk: 'cd'.repeat(32) }), 'FOUT'],
    ['without a number', json(201, { ...goed, nummer: '' }), 'FOUT'],
    ['without a moment', json(201, { ...goed, ontvangenOp: '5 november' }), 'FOUT'],
    ['of a service that is not there', json(404, { code: 'niet_gevonden' }), 'FOUT'],
    ['about nobody that it knows', json(404, { code: 'persoon_onbekend' }), 'NIETS_GEVONDEN'],
  ])('%s is no receipt', async (_wat, antwoord, uitkomst) => {
    anders = antwoord;
    expect(await meld()).toEqual({ bron: expect.objectContaining({ uitkomst }) as unknown });
  });

  it('with a warning is a receipt with a reservation', async () => {
    anders = json(201, goed, { warning: '199 - "loopt achter"' });
    expect(await meld()).toMatchObject({
      nummer: 'SON-1',
      ontvangenOp: '2026-11-05T10:00:00.000Z',
      bron: { uitkomst: 'GEDEELTELIJK' },
    });
  });
});
