/** What the gateway signs is what a subgraph reads: its own words, and nobody else's. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVerzoekcontrole, kidVan, verzoekKop } from '../../subgraphs/kit/index.ts';
import type { Identity } from '../access/index.ts';
import { createRequestSigner } from './request-token.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const ring = new Map([[verzoekKop(kidVan(privateKey)), createPublicKey(privateKey)]]);
const traceId = '0af7651916cd43dd8448eb211c80319c';
const trace = { traceId, spanId: '00f067aa0ba902b7' };
const sign = createRequestSigner(privateKey);

const controle = (naam: string, seconds: () => number, openToegestaan = true) =>
  createVerzoekcontrole({
    naam,
    sleutels: () => ring,
    openToegestaan,
    now: () => new Date(seconds() * 1_000),
  });

const naam = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
const word = fc.string({ minLength: 1, maxLength: 40 });
const identity: fc.Arbitrary<Identity> = fc.record(
  {
    issuer: word,
    actor: word,
    rollen: fc.uniqueArray(fc.constantFrom('klantmanager' as const, 'werkcoach' as const), { minLength: 1 }),
    organisatie: word,
    mandaten: fc.array(fc.stringMatching(/^\d{4}$/), { maxLength: 20 }),
    medewerkernummer: word,
    clientnummer: word,
    doel: fc.constantFrom('reintegratie' as const, 'inkomen' as const),
  },
  { requiredKeys: ['issuer', 'actor', 'rollen', 'organisatie', 'mandaten', 'doel'] },
);

describe('a token', () => {
  it('says to its subgraph who asks, whatever they are called, and not of which issuer', () => {
    fc.assert(
      fc.property(
        naam,
        fc.string(),
        identity,
        fc.integer({ min: 0, max: 90_000 }),
        (aud, body, who, budgetMs) => {
          const now = () => new Date('2026-11-05T10:00:00Z');
          const token = sign(aud, body, budgetMs, { identity: who, trace, now });
          const { leesToken, neem } = controle(aud, () => now().getTime() / 1_000);
          const { issuer: _issuer, ...vrager } = who;
          expect(neem(leesToken([`Bearer ${token}`]), Buffer.from(body))).toEqual({
            verwerking: traceId,
            vrager,
          });
        },
      ),
    );
  });

  it('of which one letter is another is none', () => {
    const now = () => new Date('2026-11-05T10:00:00Z');
    const { leesToken } = controle('uwv', () => now().getTime() / 1_000);
    const token = sign('uwv', '{}', 1_000, { identity: undefined, trace, now });
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=';
    fc.assert(
      // The last letter of a signature has bits that say nothing.
      fc.property(fc.nat(token.length - 2), fc.constantFrom(...letters.split(/(?=.)/)), (at, letter) => {
        fc.pre(token[at] !== letter);
        const other = token.slice(0, at) + letter + token.slice(at + 1);
        expect(() => leesToken([`Bearer ${other}`])).toThrow('answers its gateway only');
      }),
    );
  });

  it('is taken as long as its answer is waited for, 30 seconds at most, and 5 for clocks that differ', () => {
    const start = 1_793_872_800;
    const valid = (budgetMs: number, after: number) => {
      const token = sign('uwv', '{}', budgetMs, {
        identity: undefined,
        trace,
        now: () => new Date(start * 1_000),
      });
      const { leesToken } = controle('uwv', () => start + after);
      try {
        leesToken([`Bearer ${token}`]);
        return true;
      } catch {
        return false;
      }
    };
    expect([-6, -5, 0, 1, 2, 6, 6.9, 7].map((after) => valid(800, after))).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([34.9, 35].map((after) => valid(60_000, after))).toEqual([true, false]);
  });

  it('of a graph that is open is for development only', () => {
    const now = () => new Date('2026-11-05T10:00:00Z');
    const read = (openToegestaan: boolean) => {
      const { leesToken, neem } = controle('uwv', () => now().getTime() / 1_000, openToegestaan);
      const token = sign('uwv', '{}', 1_000, { identity: undefined, trace, now });
      return neem(leesToken([`Bearer ${token}`]), Buffer.from('{}'));
    };
    expect(read(true)).toEqual({ verwerking: traceId, vrager: undefined });
    expect(() => read(false)).toThrow(expect.objectContaining({ reden: 'GRAAF_OPEN' }));
  });
});
