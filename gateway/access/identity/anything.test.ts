/** Whatever is sent, the answer is an identity or a refusal with a code. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doelen, doelenVanRol, rollen } from '../policy/rollen.ts';
import {
  bsn,
  burgers,
  klantmanager,
  medewerkers,
  metToken,
  openProefdeur,
  type Proefdeur,
  settings,
} from './proefdeur.ts';
import { maakSleutel, onderteken, type Proefsleutel } from './proefissuer.ts';

let sleutel: Proefsleutel;
let deur: Proefdeur;
let goed: string;

beforeAll(async () => {
  sleutel = await maakSleutel('m-1');
  const jwks = { keys: [sleutel.jwk] };
  deur = openProefdeur(settings({ jwks }, { jwks }));
  goed = await onderteken(sleutel, klantmanager);
});
afterAll(() => deur.close());

const deel = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Mostly what it should be, so that the other claims matter. */
const meestal = <T>(goede: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: goede, weight: 30 }, { arbitrary: fc.jsonValue(), weight: 1 });
const kop = fc.record(
  {
    alg: fc.oneof(fc.constantFrom('EdDSA', 'none', 'HS256', 'RS256'), fc.jsonValue()),
    kid: fc.oneof(fc.constant('m-1'), fc.jsonValue()),
    crit: fc.jsonValue(),
    b64: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const claims = fc.record(
  {
    iss: meestal(fc.constantFrom(medewerkers, burgers)),
    aud: meestal(fc.constant('werkplein-graph')),
    sub: meestal(fc.string({ minLength: 1 })),
    azp: meestal(fc.constantFrom('front-office', 'mijn-werkplein')),
    iat: meestal(fc.constant(klantmanager.iat)),
    exp: meestal(fc.constant(klantmanager.exp)),
    nbf: meestal(fc.constant(klantmanager.iat)),
    rollen: meestal(fc.array(fc.constantFrom(...rollen), { maxLength: 3 })),
    organisatie: meestal(fc.constant('gemeente-westland')),
    mandaten: meestal(fc.array(fc.stringMatching(/^\d{4}$/))),
    medewerkernummer: meestal(fc.constantFrom('KM-001', bsn)),
    bsn: meestal(fc.constant(bsn)),
  },
  { requiredKeys: ['iss', 'aud', 'sub', 'azp', 'iat', 'exp', 'rollen'] },
);
const doel = fc.oneof(
  { arbitrary: fc.constantFrom(...doelen), weight: 30 },
  { arbitrary: fc.string(), weight: 1 },
);

/** `probeer` throws on whatever is no refusal. */
it('a header of any text', async () => {
  const tekst = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 2_000 }));
  const waarde = fc.oneof(
    tekst,
    tekst.map((t) => `Bearer ${t}`),
    fc.array(tekst, { maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(waarde, doel, async (authorization, doelbinding) => {
      expect(await deur.probeer({ authorization, 'x-doelbinding': doelbinding })).toHaveLength(2);
    }),
    { numRuns: 1_000 },
  );
});

it('a token of any header and any claims, not rightly signed', async () => {
  const token = fc
    .tuple(fc.oneof(kop, fc.jsonValue()), fc.oneof(claims, fc.jsonValue()), fc.base64String())
    .map(([header, payload, signature]) => `${deel(header)}.${deel(payload)}.${signature}`);
  await fc.assert(
    fc.asyncProperty(token, async (value) => {
      expect(await deur.probeer(metToken(value))).toHaveLength(2);
    }),
    { numRuns: 1_000 },
  );
});

it('a token of any claims, rightly signed: no more comes of it than the lists allow', async () => {
  let toegelaten = 0;
  await fc.assert(
    fc.asyncProperty(
      claims,
      fc.oneof(doel, fc.constantFrom('reintegratie', 'inzage')),
      async (payload, doelbinding) => {
        const uitkomst = await deur.probeer(metToken(await onderteken(sleutel, payload), doelbinding));
        if ('actor' in uitkomst) {
          toegelaten += 1;
          expect(JSON.stringify(uitkomst)).not.toContain(bsn);
          expect(rollen).toEqual(expect.arrayContaining([...uitkomst.rollen]));
          const { doel: gesteld } = uitkomst;
          expect(uitkomst.rollen.some((rol) => doelenVanRol[rol].includes(gesteld))).toBe(true);
          expect(uitkomst.rollen.includes('client')).toBe(uitkomst.clientnummer !== undefined);
          expect(uitkomst.mandaten.every((code) => /^\d{4}$/.test(code))).toBe(true);
        } else expect(uitkomst).toHaveLength(2);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(toegelaten).toBeGreaterThan(20);
});

it('a good token with one character changed: it is refused, or means the same', async () => {
  const zelf = await deur.identify(metToken(goed));
  await fc.assert(
    fc.asyncProperty(fc.nat(goed.length - 1), fc.base64String({ minLength: 4 }), async (plaats, tekens) => {
      const ander = goed.slice(0, plaats) + tekens.charAt(0) + goed.slice(plaats + 1);
      const uitkomst = await deur.probeer(metToken(ander));
      if ('actor' in uitkomst) expect(uitkomst).toEqual(zelf);
      else expect(uitkomst[1]).toBe('NIET_AANGEMELD');
    }),
    { numRuns: 1_000 },
  );
});
