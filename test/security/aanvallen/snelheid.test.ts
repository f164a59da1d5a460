/** Who asks too much waits, and nobody else does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Antwoord, type Doelwit, openDoelwit } from './doelwit.ts';

let doelwit: Doelwit;
beforeAll(async () => {
  // So slow that nothing flows in while this runs.
  doelwit = await openDoelwit({
    RATE_BURST: '5',
    RATE_PER_MINUTE: '1',
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
  });
}, 60_000);
afterAll(() => doelwit.stop());

const vraag = (headers: Readonly<Record<string, string>>) =>
  doelwit.stuur({ query: '{ __typename }' }, headers);
const keer = async (n: number, doe: (i: number) => Promise<Antwoord>) => {
  const statussen: number[] = [];
  for (let i = 0; i < n; i += 1) statussen.push((await doe(i)).status);
  return statussen;
};
const van = (adres: string) => ({ 'x-doelbinding': 'reintegratie', 'x-forwarded-for': adres });

describe('a person who asks too much', () => {
  it('waits as long as is said, whatever token, purpose or address comes with it', async () => {
    expect(await keer(6, () => vraag(doelwit.goed))).toEqual([200, 200, 200, 200, 200, 429]);
    const { status, headers, codes } = await vraag({
      ...(await doelwit.als('klantmanager', 'diagnose')),
      'x-forwarded-for': '192.0.2.9',
    });
    expect([status, codes]).toEqual([429, ['TE_VEEL_VERZOEKEN']]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(30);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });

  it('takes nothing from another', async () => {
    expect((await vraag(await doelwit.als('matchmaker', 'bemiddeling'))).status).toBe(200);
  });

  it('is not named in the log', () => {
    const regels = doelwit.log().filter((regel) => regel.includes('TE_VEEL_VERZOEKEN'));
    expect(regels.length).toBeGreaterThan(0);
    for (const regel of regels) {
      expect(Object.keys(JSON.parse(regel) as object).sort()).toEqual([
        'code',
        'component',
        'level',
        'msg',
        'time',
      ]);
    }
  });
});

describe('an address that does not sign in', () => {
  it('is told to wait, with a new token each time too', async () => {
    const gok = (i: number) => ({ ...van('192.0.2.1'), authorization: `Bearer a.${i}.b` });
    expect(await keer(7, (i) => vraag(gok(i)))).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('is the one that the proxy saw, not what its client says', async () => {
    expect((await vraag(van('203.0.113.7, 192.0.2.1'))).status).toBe(429);
    expect((await vraag(van('192.0.2.1, 203.0.113.7'))).status).toBe(401);
    expect((await vraag(van('geen adres'))).status).toBe(401);
  });

  it('is a network, of IPv6', async () => {
    const adres = (i: number) => van(`2001:db8::${(i + 1).toString(16)}:${(i * 7 + 1).toString(16)}`);
    expect(await keer(6, (i) => vraag(adres(i)))).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await vraag(van('2001:db8:0:1::1'))).status).toBe(401);
  });

  it('keeps nobody out who does', async () => {
    expect(
      (await vraag({ ...(await doelwit.als('werkcoach', 'reintegratie')), 'x-forwarded-for': '192.0.2.1' }))
        .status,
    ).toBe(200);
  });
});
