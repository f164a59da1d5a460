/** What happens when an issuer's keys are away, change, or are something else. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  burger,
  clientnummer,
  klantmanager,
  metToken,
  openProefdeur,
  type Proefdeur,
  settings,
} from './proefdeur.ts';
import {
  maakSleutel,
  onderteken,
  type Proefissuer,
  type Proefsleutel,
  type Stoornis,
  startProefissuer,
} from './proefissuer.ts';
import type { IdentitySettings } from './settings.ts';

const weg = ['SLEUTELS_WEG', 'AANMELDING_NIET_BESCHIKBAAR'];
const onbekend = ['SLEUTEL', 'NIET_AANGEMELD'];
const welkom = { medewerkernummer: 'KM-001' };
const cooldownMs = 200;
/** Long enough that nothing here outlasts it on a busy machine. */
const langzaam = { timeoutMs: 2_000, cooldownMs: 1_500, maxAgeMs: 60_000 };

let oud: Proefsleutel;
let nieuw: Proefsleutel;
let issuer: Proefissuer;
let deur: Proefdeur;

beforeAll(async () => {
  [oud, nieuw] = await Promise.all([maakSleutel('m-1'), maakSleutel('m-2')]);
});
beforeEach(async () => {
  issuer = await startProefissuer(oud);
  deur = open();
});
afterEach(async () => {
  await Promise.all([deur.close(), issuer.stop()]);
});

const open = (more: Partial<IdentitySettings> = {}) =>
  openProefdeur(settings({ jwksUri: issuer.jwksUri }, { jwks: { keys: [oud.jwk] } }, more));
const met = async (sleutel: Proefsleutel) => metToken(await onderteken(sleutel, klantmanager));

describe('keys that are away', () => {
  it.each<Stoornis>(['status', 'redirect', 'rubbish', 'no-keys', 'endless', 'silent'])(
    'from the start (%s): nobody is let in, and it says that it is not their token',
    async (stoornis) => {
      issuer.disturb(stoornis);
      expect(await deur.probeer(await met(oud))).toEqual(weg);
      issuer.disturb(undefined);
      await pause(cooldownMs + 50);
      expect(await deur.probeer(await met(oud))).toMatchObject(welkom);
    },
  );

  it('because nothing listens any more: keys that were fetched still serve', async () => {
    expect(await deur.probeer(await met(oud))).toMatchObject(welkom);
    await issuer.stop();
    await pause(cooldownMs + 50);
    expect(await deur.probeer(await met(nieuw))).toEqual(weg);
    expect(await deur.probeer(await met(oud))).toMatchObject(welkom);
  });

  it('keep out who needs them, and nobody of another issuer', async () => {
    issuer.disturb('status');
    expect(await deur.probeer(await met(oud))).toEqual(weg);
    const token = await onderteken(oud, burger);
    expect(await deur.probeer(metToken(token, 'inzage'))).toMatchObject({ clientnummer });
  });

  it('are not asked for again by every request, and are told once in the log', async () => {
    await deur.close();
    deur = open({ jwksTimes: langzaam });
    issuer.disturb('status');
    const headers = await met(oud);
    const uitkomsten = await Promise.all(Array.from({ length: 50 }, () => deur.probeer(headers)));
    expect(uitkomsten).toEqual(Array.from({ length: 50 }, () => weg));
    expect(issuer.fetches()).toBe(1);
    expect(deur.sporen().match(/keys of an issuer cannot be had/g)).toHaveLength(1);
    expect(deur.sporen()).toContain('"issuer":"medewerkers"');
  });

  it('for longer than fetched keys may be used: nobody is let in', async () => {
    const kort = open({ jwksTimes: { timeoutMs: 2_000, cooldownMs, maxAgeMs: 300 } });
    expect(await kort.probeer(await met(oud))).toMatchObject(welkom);
    issuer.disturb('status');
    await pause(350);
    expect(await kort.probeer(await met(oud))).toEqual(weg);
    await kort.close();
  });
});

describe('keys that change', () => {
  it('are fetched when a token needs them, but not within the cooldown', async () => {
    await deur.close();
    deur = open({ jwksTimes: langzaam });
    expect(await deur.probeer(await met(oud))).toMatchObject(welkom);
    issuer.publish(nieuw);
    expect(await deur.probeer(await met(nieuw))).toEqual(onbekend);
    expect(issuer.fetches()).toBe(1);
    await pause(langzaam.cooldownMs + 50);
    expect(await deur.probeer(await met(nieuw))).toMatchObject(welkom);
    expect(issuer.fetches()).toBe(2);
    // The old one was withdrawn.
    expect(await deur.probeer(await met(oud))).toEqual(onbekend);
  });

  it('cost one fetch per cooldown, whatever names an attacker makes up', async () => {
    await deur.close();
    deur = open({ jwksTimes: langzaam });
    await deur.probeer(await met(oud));
    await pause(langzaam.cooldownMs + 50);
    for (let i = 0; i < 20; i += 1) {
      const token = await onderteken(oud, klantmanager, { kid: `verzonnen-${i}` });
      expect(await deur.probeer(metToken(token))).toEqual(onbekend);
    }
    expect(issuer.fetches()).toBeLessThanOrEqual(3);
  });
});

describe('a set of keys that is another than it should be', () => {
  it('with a symmetric key of the same name: it is not used', async () => {
    issuer.publish({ ...oud, jwk: { kty: 'oct', k: 'AAAA', kid: 'm-1', alg: 'EdDSA' } });
    expect(await deur.probeer(await met(oud))).toEqual(onbekend);
  });

  it('with an RSA key that is too short: it is not used', async () => {
    const kort = { kty: 'RSA', n: Buffer.alloc(64, 0xc1).toString('base64url'), e: 'AQAB' };
    issuer.publish({ ...oud, jwk: { ...kort, kid: 'm-1', alg: 'RS256' } });
    const basis = settings({ jwksUri: issuer.jwksUri }, { jwks: { keys: [] } });
    const ander = openProefdeur({
      ...basis,
      issuers: basis.issuers.map((one) => ({ ...one, algorithms: ['RS256'] as const })),
    });
    const deel = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${deel({ alg: 'RS256', kid: 'm-1' })}.${deel(klantmanager)}.${'A'.repeat(86)}`;
    expect(await ander.probeer(metToken(token))).toEqual(['HANDTEKENING', 'NIET_AANGEMELD']);
    await ander.close();
  });
});
