import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Omgeving } from '../config.ts';
import { ConfiguratieFout } from '../configuratie-fout.ts';
import { createLogger } from '../logger.ts';
import { createUitgever, type Sleutelpaar } from '../stub/development-certificates.ts';
import { createHandtekeningcontrole } from './controle.ts';
import { createOndertekenaar, type Ondertekening } from './ondertekenaar.ts';
import { nu, paren, vraagOver } from './proefbericht.ts';
import { leesOptioneleSleutelbestanden, leesSleutelbestanden } from './sleutelmateriaal.ts';

const map = mkdtempSync(join(tmpdir(), 'ondertekening-'));
afterAll(() => {
  rmSync(map, { recursive: true });
});
const pad = { sleutel: join(map, 'sleutel.pem'), certificaat: join(map, 'certificaat.pem') };
const env: Omgeving = { X_SLEUTEL_FILE: pad.sleutel, X_CERTIFICAAT_FILE: pad.certificaat };

function schrijf({ sleutel, certificaat }: Partial<Sleutelpaar>): void {
  if (sleutel !== undefined) writeFileSync(pad.sleutel, sleutel, { mode: 0o600 });
  if (certificaat !== undefined) writeFileSync(pad.certificaat, certificaat);
}
beforeEach(() => {
  schrijf(paren.eigen);
  chmodSync(pad.sleutel, 0o600);
});

function problemen(gezet: Omgeving = env, now = nu): readonly string[] {
  try {
    leesSleutelbestanden('X', gezet, now);
    return [];
  } catch (error) {
    if (error instanceof ConfiguratieFout) return error.problems;
    throw error;
  }
}

const pem = (soort: 'rsa' | 'ec') =>
  (soort === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 1024 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  ).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
const versleuteld = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'geheim' })
  .toString();
const geenSleutel =
  'X_SLEUTEL_FILE: must be an RSA private key of 2048 bits or more in PEM, without a password';

describe('key and certificate', () => {
  it('that fit are right', () => {
    expect(problemen()).toEqual([]);
  });

  it.each<[string, Partial<Sleutelpaar>, string]>([
    [
      'a key of another certificate',
      { sleutel: paren.ander.sleutel },
      'X_SLEUTEL_FILE: does not fit the certificate of X_CERTIFICAAT_FILE',
    ],
    ['a key that is no PEM', { sleutel: 'nee' }, geenSleutel],
    ['an empty key', { sleutel: '' }, geenSleutel],
    ['a certificate for a key', { sleutel: paren.eigen.certificaat }, geenSleutel],
    ['a key of 1024 bits', { sleutel: pem('rsa') }, geenSleutel],
    ['a key on a curve', { sleutel: pem('ec') }, geenSleutel],
    ['a key with a password', { sleutel: versleuteld }, geenSleutel],
    [
      'a certificate that is no PEM',
      { certificaat: 'nee' },
      'X_CERTIFICAAT_FILE: must be an X.509 certificate in PEM',
    ],
    [
      'half a certificate',
      { certificaat: paren.eigen.certificaat.slice(0, 400) },
      'X_CERTIFICAAT_FILE: must be an X.509 certificate in PEM',
    ],
    [
      'a key for a certificate',
      { certificaat: paren.eigen.sleutel },
      'X_CERTIFICAAT_FILE: must be an X.509 certificate in PEM',
    ],
    ['a certificate that has expired', paren.verlopen, 'X_CERTIFICAAT_FILE: has expired'],
  ])('%s is a problem, of which the content is not told', (_naam, inhoud, probleem) => {
    schrijf(inhoud);
    expect(problemen()).toEqual([probleem]);
  });

  it('that is not valid yet is a problem', () => {
    expect(problemen(env, new Date('2019-12-31T00:00:00Z'))).toEqual([
      'X_CERTIFICAAT_FILE: is not valid yet',
    ]);
  });

  it('that are not there are told of together', () => {
    expect(problemen({ X_SLEUTEL_FILE: `${map}/een`, X_CERTIFICAAT_FILE: `${map}/twee` })).toEqual([
      'X_SLEUTEL_FILE: the file cannot be read',
      'X_CERTIFICAAT_FILE: the file cannot be read',
    ]);
    expect(problemen({ X_SLEUTEL_FILE: '' })).toEqual([
      'X_SLEUTEL_FILE: must be the path of a PEM file',
      'X_CERTIFICAAT_FILE: must be the path of a PEM file',
    ]);
  });

  it.each([0o640, 0o604, 0o660])('a key with mode %o is a problem', (mode) => {
    chmodSync(pad.sleutel, mode);
    expect(problemen()).toEqual(['X_SLEUTEL_FILE: only the owner may read or write the file (chmod 600)']);
  });

  it('where signing is a choice: neither is none, one of them a problem', () => {
    expect(leesOptioneleSleutelbestanden('X', {}, nu)).toBeUndefined();
    expect(leesOptioneleSleutelbestanden('X', env, nu)).toEqual(leesSleutelbestanden('X', env, nu));
    expect(() => leesOptioneleSleutelbestanden('X', { X_SLEUTEL_FILE: pad.sleutel }, nu)).toThrow(
      ConfiguratieFout,
    );
  });
});

describe('a certificate that is renewed on disk', () => {
  const opruimen: (() => void)[] = [];
  afterEach(() => {
    for (const ruimOp of opruimen.splice(0)) ruimOp();
  });

  /** Which certificate a message is signed with now. */
  const wie = ({ onderteken }: Ondertekening) => {
    const tekst = onderteken(vraagOver('999990019'), nu);
    return Object.entries(paren)
      .filter(
        ([, { certificaat }]) =>
          'envelop' in createHandtekeningcontrole({ vertrouwd: [certificaat], now: () => nu })(tekst),
      )
      .map(([naam]) => naam)
      .join();
  };
  const begin = () => {
    const regels: string[] = [];
    const logger = createLogger('test', {
      level: 'info',
      destination: { write: (regel) => regels.push(regel) },
    });
    const bestanden = leesSleutelbestanden('X', { ...env, FILES_POLL_MS: '100' }, nu);
    const ondertekening = createOndertekenaar(bestanden, { logger, bron: 'PROEF' });
    opruimen.push(ondertekening.sluit);
    const berichten = () => regels.map((regel) => (JSON.parse(regel) as { msg: string }).msg);
    return { ondertekening, berichten };
  };
  const onbruikbaar = 'changed files cannot be used; what they said before stays';

  it('signs from then on, whatever file is renewed first, and says so', async () => {
    const { ondertekening, berichten } = begin();
    expect(wie(ondertekening)).toBe('eigen');
    schrijf({ certificaat: paren.ander.certificaat });
    await expect.poll(berichten).toEqual([onbruikbaar]);
    expect(wie(ondertekening)).toBe('eigen');
    schrijf({ sleutel: paren.ander.sleutel });
    await expect.poll(() => wie(ondertekening)).toBe('ander');
    expect(berichten()).toEqual([onbruikbaar, 'changed files are in use']);
  });

  it('by another file in its place too, as a mounted secret is', async () => {
    const { ondertekening } = begin();
    mkdirSync(join(map, 'nieuw'), { recursive: true });
    for (const [naam, inhoud] of [
      ['sleutel.pem', paren.ander.sleutel],
      ['certificaat.pem', paren.ander.certificaat],
    ] as const) {
      writeFileSync(join(map, 'nieuw', naam), inhoud, { mode: 0o600 });
      renameSync(join(map, 'nieuw', naam), join(map, naam));
    }
    await expect.poll(() => wie(ondertekening)).toBe('ander');
  });

  it.each<[string, () => void]>([
    [
      'broken',
      () => {
        schrijf({ certificaat: 'nee' });
      },
    ],
    [
      'gone',
      () => {
        rmSync(pad.certificaat);
      },
    ],
    [
      'expired',
      () => {
        schrijf(paren.verlopen);
      },
    ],
  ])('and is %s leaves the last one at work, and is told of once', async (_naam, doe) => {
    const { ondertekening, berichten } = begin();
    doe();
    await expect.poll(berichten).toEqual([onbruikbaar]);
    expect(wie(ondertekening)).toBe('eigen');
  });
});

it('signs with RSA, also for a certificate that an authority with another kind of key issued', async () => {
  const uitgever = await createUitgever({ cn: 'EC CA', soort: 'EC' });
  schrijf(await uitgever.geefUit({ cn: 'blad' }));
  expect(problemen()).toEqual([]);
});
