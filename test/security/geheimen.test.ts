/**
 * What sources let us in with: each asks for it, and none of it is ever in a log or an answer, also not when a source sends
 * it back.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ontwikkelPseudoniem } from '../../commands/development.ts';
import { openVerzoeksleutel } from '../../commands/development-request-key.ts';
import { documenten, goldenMoment, invoerVan, leesDocument } from '../../commands/front-office.ts';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { ruimeTijd } from '../../commands/ruime-tijd.ts';
import { registry } from '../../subgraphs/index.ts';
import { createLogger, stubFaults } from '../../subgraphs/kit/index.ts';

/** Headers that let us in, by source; GWS and Suwinet are let in by the message itself, VUM by OIN and connection. */
const aanmelding: Readonly<Record<string, string>> = {
  BRP: 'x-api-key',
  KVS: 'authorization',
  DKD: 'authorization',
  SONAR: 'authorization',
  UWV_INDICATIES: 'authorization',
  SW_ADMINISTRATIE: 'authorization',
  SW_WACHTLIJST: 'authorization',
  CRM: 'authorization',
  KVK: 'apikey',
};

const map = mkdtempSync(join(tmpdir(), 'geheimen-'));
const geheimen: string[] = [ontwikkelPseudoniem.PSEUDONIEM_SLEUTEL];
let werkplein: LopendWerkplein;
let gedrag: 'gewoon' | 'zonder aanmelding' | 'herhaalt' = 'gewoon';
let uitvoer = '';
const gezien = new Map<string, Set<string>>();

beforeAll(async () => {
  const env: Record<string, string> = {};
  for (const { laad } of registry) {
    const module = await (await laad()).laadStubs?.();
    for (const [naam, waarde] of Object.entries(module?.ontwikkelOmgeving ?? {})) {
      if (!/(?:TOKEN|KEY|WACHTWOORD|SLEUTEL)$/.test(naam)) continue;
      // Those that the simulated source does not know by heart become words that are nowhere else.
      const geheim = waarde.startsWith('ontwikkeling') ? `kanarie-${naam.toLowerCase()}` : waarde;
      writeFileSync(join(map, naam), `${geheim}\n`, { mode: 0o600 });
      env[naam] = '';
      env[`${naam}_FILE`] = join(map, naam);
      geheimen.push(geheim);
    }
  }
  const pem = readFileSync(openVerzoeksleutel().gateway.SUBGRAPH_TOKEN_KEY_FILE, 'utf8');
  geheimen.push(pem.split('\n')[1] ?? '');
  werkplein = await startWerkplein({
    now: goldenMoment,
    logger: createLogger('test', { level: 'trace', destination: { write: (regel) => (uitvoer += regel) } }),
    // No file of before stands in for one that is refused.
    env: { ...(await ruimeTijd()), ...env, SW_WACHTLIJST_BEWAAR_UREN: '0' },
    bron: (stub) => ({
      ...stub,
      antwoord: (vraag) => {
        const header = aanmelding[stub.bron] ?? '';
        const waarde = vraag.headers[header];
        if (typeof waarde === 'string')
          gezien.set(stub.bron, (gezien.get(stub.bron) ?? new Set()).add(waarde));
        if (gedrag === 'herhaalt') return { status: 401, headers: {}, body: JSON.stringify(vraag.headers) };
        const { [header]: _weg, ...zonder } = vraag.headers;
        return stub.antwoord(gedrag === 'gewoon' ? vraag : { ...vraag, headers: zonder });
      },
    }),
  });
}, 60_000);
afterAll(async () => {
  await werkplein.stop();
  rmSync(map, { recursive: true });
});

/** Asks everything the front office asks; outcomes by source. */
async function vraagAlles(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const invoer = invoerVan(werkplein);
  const uitkomsten = new Map<string, Set<string>>();
  for (const naam of documenten) {
    const antwoord = await werkplein.vraag(leesDocument(naam), invoer(naam));
    uitvoer += JSON.stringify(antwoord);
    for (const { bron, uitkomst } of antwoord.extensions?.bronnen ?? []) {
      uitkomsten.set(bron, (uitkomsten.get(bron) ?? new Set()).add(uitkomst));
    }
  }
  return uitkomsten;
}

it('every source is shown what it asks for', async () => {
  gedrag = 'gewoon';
  const uitkomsten = await vraagAlles();
  for (const bron of Object.keys(aanmelding))
    expect([...(uitkomsten.get(bron) ?? [])], bron).toContain('GEVONDEN');
  expect([...gezien.keys()].sort()).toEqual(Object.keys(aanmelding).sort());
});

describe.each(['zonder aanmelding', 'herhaalt'] as const)('a source that refuses it (%s)', (hoe) => {
  it('is a fault of ours, and the log says which', async () => {
    gedrag = hoe;
    uitvoer = '';
    const uitkomsten = await vraagAlles();
    for (const bron of Object.keys(aanmelding)) {
      expect([...(uitkomsten.get(bron) ?? [])], bron).toEqual(['FOUT']);
      expect(uitvoer).toMatch(
        new RegExp(`"bron":"${bron}","uitkomst":"FOUT","reden":"AANMELDING_GEWEIGERD"`),
      );
    }
    gedrag = 'gewoon';
  });
});

it('nothing of it is ever in a log or an answer', async () => {
  gedrag = 'herhaalt';
  await vraagAlles();
  gedrag = 'gewoon';
  for (const fault of stubFaults.filter((kind) => kind !== 'hang')) {
    await Promise.all(Object.values(werkplein.bronnen).map((bron) => bron.setFault(fault)));
    await vraagAlles();
  }
  expect(uitvoer).toContain('source did not answer');
  const verzonden = [...gezien.values()].flatMap((waarden) => [...waarden]);
  const woorden = [...geheimen, ...verzonden].flatMap((geheim) => [
    geheim,
    ...(geheim.split(' ')[1] === undefined ? [] : [geheim.split(' ')[1] ?? '']),
    Buffer.from(geheim).toString('base64').replace(/=+$/, ''),
  ]);
  expect(woorden.length).toBeGreaterThan(20);
  expect(woorden.filter((woord) => uitvoer.includes(woord))).toEqual([]);
  expect(uitvoer).not.toMatch(/Bearer |eyJ/);
});
