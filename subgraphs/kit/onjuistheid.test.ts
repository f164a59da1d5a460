/** What a citizen says is not right: who may, which texts, and what makes two requests one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn } from './bsn.ts';
import { leesOnjuistheid, type Onjuistheid, uiterlijkOp } from './onjuistheid.ts';
import type { Verzoek } from './verzoek/index.ts';

const sleutel = '3f2b8c1e-0d5a-4c1b-9a57-2f6f1f0f8a11';
const goed: Onjuistheid = {
  gegeven: 'geboortedatum',
  toelichting: 'Ik ben een jaar later geboren.',
  idempotentiesleutel: sleutel,
};
const vrager = { actor: 'a', rollen: ['client'], organisatie: 'burger', mandaten: [], doel: 'inzage' };
const van = (clientnummer: string): { readonly verzoek: Verzoek } => ({
  verzoek: { verwerking: '0'.repeat(32), vrager: { ...vrager, clientnummer } },
});
const lees = (anders: Partial<Onjuistheid>, bron = 'BRP', wie = 'w1.een') =>
  leesOnjuistheid(van(wie), bron, { ...goed, ...anders });

describe('a request', () => {
  it('is of the citizen who asks, in the words that were written', () => {
    expect(lees({ toelichting: '  Regel een.\r\nRegel twee.\t' })).toEqual({
      clientnummer: 'w1.een',
      bron: 'BRP',
      gegeven: 'geboortedatum',
      toelichting: 'Regel een.\nRegel twee.',
      kenmerk: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it.each<[string, { readonly verzoek?: Verzoek }]>([
    ['a subgraph that is open', {}],
    ['a graph that is open', { verzoek: { verwerking: '0'.repeat(32), vrager: undefined } }],
    [
      'a worker',
      { verzoek: { verwerking: '0'.repeat(32), vrager: { ...vrager, medewerkernummer: 'KM-1' } } },
    ],
  ])('is not taken of %s', (_wie, raadpleging) => {
    expect(() => leesOnjuistheid(raadpleging, 'BRP', goed)).toThrow(
      expect.objectContaining({ extensions: { code: 'NIET_GERECHTIGD' } }) as Error,
    );
  });

  it.each<[string, Partial<Onjuistheid>]>([
    ['no datum', { gegeven: ' ' }],
    ['a datum that is a story', { gegeven: 'x'.repeat(151) }],
    ['a datum of two lines', { gegeven: 'naam\nadres' }],
    ['no explanation', { toelichting: '\n' }],
    ['a book', { toelichting: 'x'.repeat(801) }],
    ['a null character', { toelichting: 'a\0b' }],
    ['an escape to a terminal', { toelichting: '\u001b[31mrood' }],
    ['text that is turned around', { toelichting: 'a\u202eb' }],
    ['half a character', { toelichting: 'a\ud800' }],
    ['no key', { idempotentiesleutel: '' }],
    ['a key that is no UUID', { idempotentiesleutel: 'melding-1' }],
    ['more than a UUID', { idempotentiesleutel: `${sleutel}\n` }],
  ])('is refused with %s, which is not repeated', (_wat, anders) => {
    const [waarde = ''] = Object.values(anders);
    expect(() => lees(anders)).toThrow(
      expect.objectContaining({ extensions: { code: 'ONGELDIGE_INVOER' } }) as Error,
    );
    try {
      lees(anders);
    } catch (error) {
      if (waarde.trim() !== '') expect(String(error)).not.toContain(waarde);
    }
  });

  it('is as long as it may be', () => {
    expect(lees({ gegeven: 'x'.repeat(150), toelichting: 'y'.repeat(800) }).toelichting).toHaveLength(800);
  });

  it('holds no BSN, wherever it was written', () => {
    const bsn = fc
      .integer({ min: 1, max: 999_999_999 })
      .map((n) => String(n).padStart(9, '0'))
      .filter(isBsn);
    fc.assert(
      fc.property(bsn, fc.constantFrom('mijn BSN is ', '(', ''), (nummer, voor) => {
        const verzoek = lees({ gegeven: `${voor}${nummer}.`, toelichting: `${voor}${nummer}` });
        expect(verzoek.gegeven + verzoek.toelichting).not.toContain(nummer);
      }),
    );
  });
});

describe('what makes two requests one', () => {
  it('is the same citizen, source, words and key', () => {
    expect(lees({ idempotentiesleutel: sleutel.toUpperCase(), toelichting: `${goed.toelichting} ` })).toEqual(
      lees({}),
    );
  });

  it.each<[string, Parameters<typeof lees>]>([
    ['another key', [{ idempotentiesleutel: sleutel.replace('3', '4') }]],
    ['other words: a receipt is of what was read', [{ toelichting: 'Ik ben een jaar eerder geboren.' }]],
    ['another source', [{}, 'GWS']],
    ['another citizen, who cannot find out that a key was used', [{}, 'BRP', 'w1.twee']],
  ])('is not %s', (_wat, anders) => {
    expect(lees(...anders).kenmerk).not.toBe(lees({}).kenmerk);
  });
});

describe('the day by which an answer is due', () => {
  it.each([
    ['2026-11-05T10:00:00Z', '2026-12-05'],
    ['2026-01-31T12:00:00Z', '2026-02-28'],
    ['2026-01-31T23:30:00Z', '2026-03-01'],
  ])('of what was received at %s is %s', (ontvangen, uiterlijk) => {
    expect(uiterlijkOp(new Date(ontvangen))).toBe(uiterlijk);
  });
});
