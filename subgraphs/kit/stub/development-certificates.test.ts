import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bewaarEenmaal, createUitgever } from './development-certificates.ts';

const map = mkdtempSync(join(tmpdir(), 'certificaten-'));
afterAll(() => {
  rmSync(map, { recursive: true });
});

describe('an authority of development', () => {
  it.each(['RSA', 'EC'] as const)(
    'issues a certificate (%s) that it signed, for a key that fits',
    async (soort) => {
      const uitgever = await createUitgever({ cn: 'Proef CA', soort });
      const paar = await uitgever.geefUit({
        cn: 'proef',
        soort,
        dns: ['localhost'],
        ip: ['127.0.0.1'],
        geldigTot: new Date('2040-01-02T03:04:05Z'),
      });
      const ca = new X509Certificate(uitgever.certificaat);
      const blad = new X509Certificate(paar.certificaat);
      expect({
        ca: [ca.ca, ca.verify(ca.publicKey)],
        blad: [blad.ca, blad.subject, blad.verify(ca.publicKey), blad.checkIssued(ca)],
        past: blad.checkPrivateKey(createPrivateKey(paar.sleutel)),
        namen: blad.subjectAltName,
        tot: new Date(blad.validTo).toISOString(),
      }).toEqual({
        ca: [true, true],
        blad: [false, 'CN=proef', true, true],
        past: true,
        namen: 'DNS:localhost, IP Address:127.0.0.1',
        tot: '2040-01-02T03:04:05.000Z',
      });
    },
  );
});

describe('what development keeps', () => {
  it('is made once, whole, for its owner only, however many make it at once', async () => {
    let gemaakt = 0;
    const maak = () => {
      gemaakt += 1;
      return Promise.resolve({ 'een.pem': `${gemaakt}`, 'twee.pem': `${gemaakt}` });
    };
    const mappen = await Promise.all([1, 2, 3].map(() => bewaarEenmaal('proef', maak, join(map, 'nieuw'))));
    expect(new Set(mappen).size).toBe(1);
    expect(readdirSync(join(map, 'nieuw'))).toEqual(['proef']);
    const [pad = ''] = mappen;
    expect(readFileSync(join(pad, 'een.pem'), 'utf8')).toBe(readFileSync(join(pad, 'twee.pem'), 'utf8'));
    expect(statSync(join(pad, 'een.pem')).mode & 0o777).toBe(0o600);
    const eerder = gemaakt;
    expect(await bewaarEenmaal('proef', maak, join(map, 'nieuw'))).toBe(pad);
    expect(gemaakt).toBe(eerder);
  });
});
