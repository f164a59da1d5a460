/** An identifier for tests, with a medewerker and a burger issuer, whose log and clock the test holds. */
import { inspect } from 'node:util';
import { createLogger, createPseudonimiseerder } from '../../../subgraphs/kit/index.ts';
import { createIdentifier, type Identifier } from './identifier.ts';
import type { Identity } from './identity.ts';
import type { RequestHeaders } from './request-headers.ts';
import type { IdentitySettings, Issuer } from './settings.ts';
import { Weigering } from './weigering.ts';

/** The moment of every test, seconds. */
export const nu = 1_793_872_800;
export const bsn = '999900006';
export const medewerkers = 'https://medewerkers.example/';
export const burgers = 'https://burgers.example/';

const pseudoniem = { sleutel: '00112233445566778899aabbccddeeff'.repeat(2), regio: 'westland' };
export const clientnummer = createPseudonimiseerder(pseudoniem.sleutel, pseudoniem.regio).clientnummerVan(
  bsn,
);

/** Claims of a klantmanager, all as they should be. */
export const klantmanager = {
  iss: medewerkers,
  sub: 'kanarie-jansen',
  aud: 'werkplein-graph',
  azp: 'front-office',
  iat: nu - 60,
  exp: nu + 600,
  rollen: ['klantmanager'],
  organisatie: 'gemeente-westland',
  mandaten: ['1783'],
  medewerkernummer: 'KM-001',
};

/** Claims of a citizen, all as they should be; the `sub` is what brokers make it: the BSN again. */
export const burger = {
  iss: burgers,
  sub: bsn,
  aud: 'werkplein-graph',
  azp: 'mijn-werkplein',
  iat: nu - 60,
  exp: nu + 600,
  bsn,
};

export const settings = (
  medewerkerKeys: Issuer['keys'],
  burgerKeys: Issuer['keys'],
  more: Partial<IdentitySettings> = {},
): IdentitySettings => ({
  issuers: [
    {
      naam: 'medewerkers',
      issuer: medewerkers,
      kind: 'medewerker',
      keys: medewerkerKeys,
      algorithms: ['EdDSA'],
      azp: ['front-office'],
      organisaties: ['gemeente-westland', '00000001234567890000'],
    },
    {
      naam: 'burgers',
      issuer: burgers,
      kind: 'burger',
      keys: burgerKeys,
      algorithms: ['EdDSA', 'ES256', 'PS256', 'RS256'],
      azp: ['mijn-werkplein'],
      organisaties: ['werkplein'],
    },
  ],
  audience: 'werkplein-graph',
  clockSkewSeconds: 30,
  maxTokenAgeSeconds: 3_600,
  maxTokenBytes: 8_192,
  // Each request is verified anew: keys are what most tests are about.
  recognisedForMs: 0,
  jwksTimes: { timeoutMs: 2_000, cooldownMs: 200, maxAgeMs: 60_000 },
  actorSleutel: 'ab'.repeat(32),
  pseudoniem,
  ...more,
});

export type Proefdeur = Identifier & {
  /** What came of headers: an identity, or the reason and the code of the refusal. */
  readonly probeer: (headers: RequestHeaders) => Promise<Identity | readonly [reden: string, code: string]>;
  /** Everything that was logged and thrown, as text. */
  readonly sporen: () => string;
};

export function openProefdeur(instellingen: IdentitySettings): Proefdeur {
  let sporen = '';
  const logger = createLogger('proef', {
    level: 'trace',
    destination: { write: (tekst) => (sporen += tekst) },
  });
  const identifier = createIdentifier(instellingen, logger, () => new Date(nu * 1_000));
  return {
    ...identifier,
    probeer: async (headers) => {
      try {
        return await identifier.identify(headers);
      } catch (error) {
        sporen += inspect(error, { depth: 9, showHidden: true });
        if (!(error instanceof Weigering)) throw error;
        return [error.reden, error.extensions.code];
      }
    },
    sporen: () => sporen,
  };
}

export const metToken = (token: string, doel = 'reintegratie'): RequestHeaders => ({
  authorization: `Bearer ${token}`,
  'x-doelbinding': doel,
});
