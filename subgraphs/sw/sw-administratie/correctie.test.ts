/** A correction request to the administration: inserted once, and a receipt is of what was read back. */
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
import { type Administratie, createAdministratie } from './source.ts';
import { createAdministratieStub } from './stub.ts';

const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const clientnummer = pseudoniem.clientnummerVan(bevolking.personen[0]?.bsn ?? '');

let stubs: LopendeStubs;
let administratie: Administratie;
let gezien: StubRequest[];
let anders: (request: StubRequest) => StubResponse | undefined;

beforeAll(async () => {
  const gewoon = createAdministratieStub({
    bevolking,
    ...pseudoniem,
    now: () => new Date('2026-11-05T10:00:00Z'),
  });
  const antwoord = (request: StubRequest) => {
    gezien.push(request);
    return anders(request) ?? gewoon.antwoord(request);
  };
  stubs = await startStubs([{ ...gewoon, antwoord }]);
  const url = new URL(stubs.bronnen['SW_ADMINISTRATIE']?.url ?? '');
  administratie = createAdministratie(
    { url, timeoutMs: 3_000, maxGelijktijdig: 4, token: 'A1'.repeat(32) },
    pseudoniem.bsnVan,
  );
});
beforeEach(() => {
  gezien = [];
  anders = () => undefined;
});
afterAll(async () => {
  await administratie.sluit();
  await stubs.stop();
});

let nr = 0;
function nieuw(): Correctieverzoek {
  nr += 1;
  const kenmerk = createHash('sha256').update(String(nr)).digest('hex');
  return { clientnummer, bron: 'SW_WACHTLIJST', gegeven: 'voorkeur', toelichting: 'Liever binnen.', kenmerk };
}

const meld = (verzoek: Correctieverzoek) => meldBij(administratie.correctie, verzoek, proefraadpleging());
const bestaatAl = () => json(500, { externalMessage: 'Kenmerk bestaat al.', profitLogReference: 'A1' });

describe('a request', () => {
  it('is inserted and read back, and has one number however often', async () => {
    const verzoek = nieuw();
    const eerste = await meld(verzoek);
    expect([eerste, await meld(verzoek)]).toEqual([
      {
        nummer: 'CV-00001',
        ontvangenOp: '2026-11-05T10:00:00.000Z',
        uiterlijk: '2026-12-05',
        bron: expect.objectContaining({ bron: 'SW_ADMINISTRATIE', uitkomst: 'GEVONDEN' }) as unknown,
      },
      eerste,
    ]);
    const [invoer, terug] = gezien;
    expect([
      gezien.length,
      invoer?.path,
      JSON.parse(invoer?.body ?? ''),
      terug?.query.get('filtervalues'),
    ]).toEqual([
      4,
      '/ProfitRestServices/connectors/Werkplein_Correctieverzoek',
      {
        Werkplein_Correctieverzoek: {
          Element: {
            Fields: {
              Werkpleinnummer: clientnummer,
              Kenmerk: verzoek.kenmerk,
              Bron: 'SW_WACHTLIJST',
              Gegeven: 'voorkeur',
              Toelichting: 'Liever binnen.',
            },
          },
        },
      },
      verzoek.kenmerk,
    ]);
  });

  it('of a number that was not issued here does not travel', async () => {
    expect(await meld({ ...nieuw(), clientnummer: `w1.${'A'.repeat(34)}` })).toMatchObject({
      bron: { uitkomst: 'FOUT' },
    });
    expect(gezien).toEqual([]);
  });
});

describe('an answer that is no receipt', () => {
  const rij = (verzoek: Correctieverzoek, meer: object) => ({
    Werkpleinnummer: clientnummer,
    Volgnummer: 1,
    Kenmerk: verzoek.kenmerk,
    Nummer: 'CV-9',
    Ontvangen_op: '2026-11-05T10:00:00Z',
    ...meer,
  });
  it.each<[string, (verzoek: Correctieverzoek) => readonly object[]]>([
    ['a refusal of what is not there', () => []],
    ['another request', (v) => [rij(v, { Kenmerk: 'ff' })]],
    ['the request of another', (v) => [rij(v, { Werkpleinnummer: 'w1.x' })]],
    ['two requests', (v) => [rij(v, {}), rij(v, {})]],
    ['a request without a number', (v) => [rij(v, { Nummer: '' })]],
    ['a request without a moment', (v) => [rij(v, { Ontvangen_op: null })]],
  ])('%s', async (_wat, rijen) => {
    const verzoek = nieuw();
    anders = ({ method }) =>
      method === 'POST' ? bestaatAl() : json(200, { skip: 0, take: 2, rows: rijen(verzoek) });
    expect(await meld(verzoek)).toEqual({ bron: expect.objectContaining({ uitkomst: 'FOUT' }) as unknown });
  });

  it('403: AFAS does not know our address, and nothing is read', async () => {
    anders = () => json(403, {});
    expect(await meld(nieuw())).toEqual({ bron: expect.objectContaining({ uitkomst: 'FOUT' }) as unknown });
    expect(gezien).toHaveLength(1);
  });
});
