import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createLogger,
  createPseudonimiseerder,
  createUitgever,
  type LopendeStubs,
  startStubs,
} from '../kit/index.ts';
import { proefraadpleging } from '../kit/proefraadpleging.ts';
import { createBevolking } from '../population/index.ts';
import { leesConfig } from './config.ts';
import { open } from './context.ts';
import { createStubs, ontwikkelOmgeving } from './stub.ts';

const sleutel = '0f'.repeat(32);
const pseudoniem = createPseudonimiseerder(sleutel, 'westland');
const map = mkdtempSync(join(tmpdir(), 'gemeente-'));
const certificaat = join(map, 'certificaat.pem');
/** What went over the line, by source. */
const gezien = new Map<string, string>();
let stubs: LopendeStubs;

beforeAll(async () => {
  const paar = await (await createUitgever({ cn: 'CA' })).geefUit({ cn: 'gemeente' });
  writeFileSync(join(map, 'sleutel.pem'), paar.sleutel, { mode: 0o600 });
  writeFileSync(certificaat, paar.certificaat);
  const bevolking = createBevolking({ regio: 'westland', seed: 1 });
  stubs = await startStubs(
    createStubs({ bevolking, ...pseudoniem, now: () => new Date() }).map((stub) => ({
      ...stub,
      antwoord: (request) => {
        gezien.set(stub.bron, request.body);
        return stub.antwoord(request);
      },
    })),
  );
});
afterAll(async () => {
  await stubs.stop();
  rmSync(map, { recursive: true });
});

it('each SuwiML source is signed for when its own key and certificate are set, and else goes as it is', async () => {
  const adressen = Object.values(stubs.bronnen).map(({ bron, url }) => [`GEMEENTE_${bron}_URL`, url]);
  const gemeente = open(
    leesConfig({
      PSEUDONIEM_SLEUTEL: sleutel,
      WERKPLEIN_REGIO: 'westland',
      ...ontwikkelOmgeving,
      ...(Object.fromEntries(adressen) as Record<string, string>),
      GEMEENTE_SUWI_BIJSTAND_SLEUTEL_FILE: join(map, 'sleutel.pem'),
      GEMEENTE_SUWI_BIJSTAND_CERTIFICAAT_FILE: certificaat,
    }),
    { logger: createLogger('test', { level: 'silent' }) },
  );
  const { bijstand, reintegratie } = gemeente.context(proefraadpleging());
  const nummer = pseudoniem.clientnummerVan('999900006');
  const antwoorden = await Promise.all([bijstand.load(nummer), reintegratie.load(nummer)]);
  await gemeente.sluit();
  expect(antwoorden.map(({ uitkomst }) => uitkomst)).not.toContain('FOUT');
  expect([...gezien].map(([bron, vraag]) => [bron, vraag.includes('<ds:SignatureValue>')])).toEqual([
    ['SUWI_BIJSTAND', true],
    ['SUWI_REINTEGRATIE', false],
  ]);
});

it('a source with a key and no certificate does not start', () => {
  const env = { ...ontwikkelOmgeving, GEMEENTE_SUWI_REINTEGRATIE_SLEUTEL_FILE: certificaat };
  expect(() => leesConfig(env)).toThrow('GEMEENTE_SUWI_REINTEGRATIE_CERTIFICAAT_FILE');
});
