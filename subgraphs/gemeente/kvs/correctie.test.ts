/** A correction request as a task in the client tracking system: once, for the right person, at the right office. */
import { createHash } from 'node:crypto';
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
import { referentieVan } from './correctie-source.ts';
import { createKvsSource, type KvsSource } from './source.ts';
import { createKvsStub } from './stub.ts';

const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const [bsn = '', ander = ''] = bevolking.personen.map((persoon) => persoon.bsn);

let stubs: LopendeStubs;
let kvs: KvsSource;
let gezien: StubRequest[];
/** Answers in place of the system. */
let anders: (request: StubRequest) => StubResponse | undefined;

beforeAll(async () => {
  const gewoon = createKvsStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') });
  const antwoord = (request: StubRequest) => {
    gezien.push(request);
    return anders(request) ?? gewoon.antwoord(request);
  };
  stubs = await startStubs([{ ...gewoon, antwoord }]);
  const url = new URL(stubs.bronnen['KVS']?.url ?? '');
  kvs = createKvsSource({ url, timeoutMs: 3_000, maxGelijktijdig: 4, token: 'ontwikkeling' }, pseudoniem);
});
beforeEach(() => {
  gezien = [];
  anders = () => undefined;
});
afterAll(async () => {
  await kvs.sluit();
  await stubs.stop();
});

let nr = 0;
function nieuw(meer: Partial<Correctieverzoek> = {}): Correctieverzoek {
  nr += 1;
  const kenmerk = createHash('sha256').update(String(nr)).digest('hex');
  const clientnummer = pseudoniem.clientnummerVan(bsn);
  return {
    clientnummer,
    bron: 'BRP',
    gegeven: 'x'.repeat(150),
    toelichting: 'y'.repeat(800),
    kenmerk,
    ...meer,
  };
}

const meld = (verzoek: Correctieverzoek) => meldBij(kvs.correctie, verzoek, proefraadpleging());

/** The task of a request with something else in it. */
const taak = (verzoek: Correctieverzoek, meer: object) => ({
  referentienummer: referentieVan(verzoek),
  toegewezenOp: '2026-11-05T11:00:00+01:00',
  partijIdentificator: { codeSoortObjectId: 'bsn', objectId: bsn },
  ...meer,
});

describe('a request', () => {
  it('is a task for whoever handles the file, also with the longest text', async () => {
    const verzoek = nieuw();
    expect(await meld(verzoek)).toMatchObject({
      nummer: referentieVan(verzoek),
      ontvangenOp: '2026-11-05T10:00:00.000Z',
      uiterlijk: '2026-12-05',
      bron: { uitkomst: 'GEVONDEN' },
    });
    expect(gezien.map(({ method, path, body }) => [method, path, JSON.parse(body) as unknown])).toEqual([
      [
        'POST',
        '/klantinteracties/api/v1/internetaken',
        {
          referentienummer: expect.stringMatching(/^[0-9A-Z]{10}$/) as string,
          gevraagdeHandeling: 'Correctieverzoek (AVG art. 16): BRP',
          toelichting: `${'x'.repeat(150)}\n\n${'y'.repeat(800)}`,
          status: 'te_verwerken',
          uiterlijkeDatum: '2025-04-03',
          partijIdentificator: {
            codeObjecttype: 'natuurlijk_persoon',
            codeSoortObjectId: 'bsn',
            codeRegister: 'brp',
            objectId: bsn,
          },
          toegewezenAanActoren: [],
        },
      ],
    ]);
  });

  it('that the system has is looked up by its reference, with no number of a person in the URL', async () => {
    const verzoek = nieuw();
    const eerste = await meld(verzoek);
    gezien = [];
    expect(await meld(verzoek)).toEqual(eerste);
    expect(gezien.map(({ method, query }) => [method, query.toString()])).toEqual([
      ['POST', ''],
      ['GET', `referentienummer=${referentieVan(verzoek)}`],
    ]);
  });

  it('of a number that was not issued here does not travel', async () => {
    expect(await meld(nieuw({ clientnummer: `w1.${'A'.repeat(34)}` }))).toMatchObject({
      bron: { uitkomst: 'FOUT' },
    });
    expect(gezien).toEqual([]);
  });

  it('about a person whom the system does not know finds nothing', async () => {
    await stubs.bronnen['KVS']?.setFault('nothing-found');
    const ontvangst = await meld(nieuw());
    await stubs.bronnen['KVS']?.setFault('none');
    expect(ontvangst).toEqual({
      bron: expect.objectContaining({ uitkomst: 'NIETS_GEVONDEN' }) as unknown,
    });
  });
});

describe('an answer that is no receipt', () => {
  const geweigerd = (name: string, code: string) => json(400, { invalidParams: [{ name, code }] });
  it.each<[string, (verzoek: Correctieverzoek, request: StubRequest) => StubResponse]>([
    ['of another reference', (v) => json(201, taak(v, { referentienummer: 'ANDERS' }))],
    [
      'of another person',
      (v) => json(201, taak(v, { partijIdentificator: { codeSoortObjectId: 'bsn', objectId: ander } })),
    ],
    ['without a moment', (v) => json(201, taak(v, { toegewezenOp: 'gisteren' }))],
    ['that is empty', () => json(200, null)],
    ['a refusal for another reason', () => geweigerd('status', 'invalid_choice')],
    ['a refusal that says nothing', () => json(400, {})],
    [
      'a reference that happens to be of another',
      (v, { method }) =>
        method === 'POST'
          ? geweigerd('referentienummer', 'unique')
          : json(200, {
              results: [taak(v, { partijIdentificator: { codeSoortObjectId: 'bsn', objectId: ander } })],
            }),
    ],
    [
      'a reference that is of two',
      (v, { method }) =>
        method === 'POST'
          ? geweigerd('referentienummer', 'unique')
          : json(200, { results: [taak(v, {}), taak(v, {})] }),
    ],
    [
      'a reference that is and is not there',
      (_v, { method }) =>
        method === 'POST' ? geweigerd('referentienummer', 'unique') : json(200, { results: [] }),
    ],
  ])('%s', async (_wat, antwoord) => {
    const verzoek = nieuw();
    anders = (request) => antwoord(verzoek, request);
    expect(await meld(verzoek)).toEqual({ bron: expect.objectContaining({ uitkomst: 'FOUT' }) as unknown });
  });

  it('while one with a warning is a receipt with a reservation', async () => {
    await stubs.bronnen['KVS']?.setFault('warning');
    const ontvangst = await meld(nieuw());
    await stubs.bronnen['KVS']?.setFault('none');
    expect(ontvangst).toMatchObject({
      nummer: expect.any(String) as string,
      bron: { uitkomst: 'GEDEELTELIJK' },
    });
  });
});
