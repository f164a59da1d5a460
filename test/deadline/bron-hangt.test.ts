/** One source of a partner hangs: its partner gives it up while the gateway still listens, and the rest of the partner is there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Antwoord, type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { operatie, toetsmoment } from '../operations.ts';
import { slices, zonder } from '../slices.ts';
import { type StilleServer, startStilleServer, totdat } from './stille-server.ts';

let kvs: StilleServer;
let gewoon: LopendWerkplein;
let werkplein: LopendWerkplein;

beforeAll(async () => {
  kvs = await startStilleServer();
  gewoon = await startWerkplein({ now: toetsmoment });
  werkplein = await startWerkplein({
    now: toetsmoment,
    // By itself it would wait far longer than the operation has.
    env: { GEMEENTE_KVS_URL: kvs.url, GEMEENTE_KVS_TIMEOUT_MS: '60000', SUBGRAPH_TIMEOUT_MS: '60000' },
  });
});

afterAll(async () => {
  await Promise.all([gewoon.stop(), werkplein.stop()]);
  await kvs.stop();
});

async function vraagProfiel({ url, pseudoniem, bevolking }: LopendWerkplein, budgetMs: number) {
  const clientnummer = pseudoniem.clientnummerVan(bevolking.personen[0]?.bsn ?? '');
  const antwoord = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tijdbudget-ms': String(budgetMs) },
    body: JSON.stringify({ query: operatie('clientprofiel'), variables: { clientnummer } }),
  });
  return (await antwoord.json()) as Antwoord;
}

describe('a source that hangs', () => {
  it('is missing from the profile, in time, and nothing else is', async () => {
    const gezond = await vraagProfiel(gewoon, 30_000);
    const { data, errors, extensions } = await vraagProfiel(werkplein, 5_000);
    expect(errors).toBeUndefined();
    const eigen = slices(data).filter(({ bron }) => bron.bron === 'KVS');
    expect(eigen.length).toBeGreaterThan(0);
    for (const { bron } of eigen) {
      expect([bron.uitkomst, bron.melding]).toEqual([
        'BRON_NIET_BESCHIKBAAR',
        'De bron heeft niet op tijd geantwoord.',
      ]);
    }
    expect(zonder(data, 'KVS')).toEqual(zonder(gezond.data, 'KVS'));
    const uitkomsten = (antwoord: Antwoord['extensions']) =>
      antwoord?.bronnen?.map(({ bron, uitkomst }) => `${bron} ${uitkomst}`).sort();
    expect(uitkomsten(extensions)).toEqual(
      uitkomsten(gezond.extensions)?.map((regel) =>
        regel.replace('KVS GEVONDEN', 'KVS BRON_NIET_BESCHIKBAAR'),
      ),
    );
  });

  it('sees that nobody waits for it any more', async () => {
    const eerder = kvs.vragen();
    await vraagProfiel(werkplein, 1_000);
    expect(kvs.vragen()).toBeGreaterThan(eerder);
    await totdat(() => kvs.wachtend() === 0);
  });
});
