import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPseudonimiseerder } from '../../subgraphs/kit/index.ts';
import type { Auditregel } from './auditregel.ts';
import type { LogboekSettings } from './logboek.ts';
import type { Verwerking } from './verwerkingsregel.ts';

const pseudoniem = createPseudonimiseerder('00'.repeat(32), 'proef');
/** Clientnummers of made-up people. */
export const bsns = ['999990019', '999990020', '999990032'] as const;
export const [klant, ander, derde] = bsns.map((bsn) => pseudoniem.clientnummerVan(bsn)) as [
  string,
  string,
  string,
];

/** Settings of a log in a directory of a test, with keys of its own in files. */
export function proefSettings(dir: string, meer: Partial<LogboekSettings> = {}): LogboekSettings {
  const sleutel = join(dir, 'sleutel.hex');
  const ondertekensleutel = join(dir, 'onderteken.pem');
  const paar = generateKeyPairSync('ed25519');
  writeFileSync(sleutel, randomBytes(64).toString('hex'), { mode: 0o600 });
  writeFileSync(ondertekensleutel, paar.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(join(dir, 'publiek.pem'), paar.publicKey.export({ type: 'spki', format: 'pem' }));
  return {
    dir: join(dir, 'logboek'),
    registerDir: 'schema/verwerkingen',
    stromenDir: 'schema/gegevensstromen',
    maxBytes: 65_536,
    fsync: 'per-batch',
    retention: { verwerkingen: { profiel: 'proef', dagen: 30 }, audit: { profiel: 'proef', dagen: 30 } },
    sleutelFiles: [sleutel],
    ondertekensleutelFile: ondertekensleutel,
    schrijfTimeoutMs: 5_000,
    otlp: undefined,
    ...meer,
  };
}

/** URI of an activity of the register. */
export const activiteit = (doel: string, partner: string): string =>
  `https://werkplein.example/verwerkingsactiviteiten/${doel}/${partner}/1`;

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

export function verwerking(betrokkene: string, meer: Partial<Verwerking> = {}): Verwerking {
  return {
    traceId: trace,
    spanId: '00f067aa0ba902b7',
    name: 'ClientProfiel',
    startTime: Date.parse('2026-11-22T09:00:00.000Z'),
    endTime: Date.parse('2026-11-22T09:00:00.120Z'),
    status: 'Ok',
    verwerkingsactiviteit: activiteit('inkomen', 'gemeente'),
    bron: 'GWS',
    betrokkene: { id: betrokkene, soort: 'CLIENTNUMMER' },
    ...meer,
  };
}

export function auditregel(meer: Partial<Auditregel> = {}): Auditregel {
  return {
    tijd: '2026-11-22T09:00:00.130Z',
    actor: 'mw-3f2b8c1e',
    rollen: ['inkomensconsulent'],
    doel: 'inkomen',
    organisatie: '00000001001234567000',
    operatie: 'ClientProfiel',
    correlationId: '3f2b8c1e-0d5a-4c1b-9a57-2f6f1f0f8a11',
    uitkomst: 'GEGEVEN',
    traceId: trace,
    verwerkingen: ['00f067aa0ba902b7'],
    gegevensstromen: ['uwv-client'],
    ...meer,
  };
}
