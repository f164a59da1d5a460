import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesJson } from '../../subgraphs/kit/index.ts';
import { leesGevallen } from './gevallen.ts';
import { type Lezing, uitkomst } from './toets.ts';
import { verminkt } from './verminking.ts';

/** Damaged messages that each source is tried with, over all of its mappings. */
const perBron = 10_000;
/** Longer cases say no more here, and take longer. */
const langsteBericht = 1_500;

/**
 * Reads the cases of every mapping of a partner, damaged: whatever a source sends is data, or refused with a reason of
 * ours. Whatever else is thrown fails, with the message that did it.
 */
export function toetsVerminkt(partner: URL, lezingen: Readonly<Record<string, Lezing>>): void {
  const bronVan = (naam: string) => naam.split('/')[0];
  describe.each(Object.entries(lezingen))('damaged cases of %s', (naam, lezing) => {
    const broers = Object.keys(lezingen).filter((ander) => bronVan(ander) === bronVan(naam));
    const numRuns = Math.ceil(perBron / broers.length);
    const gevallen = leesGevallen(new URL(`${naam.replace('/', '/fixtures/')}/`, partner))
      .map(({ bericht }) => ontleed(bericht, lezing.deel))
      .filter(({ bericht }) => bericht.length < langsteBericht);

    it('are read or refused', async () => {
      let geweigerd = 0;
      await fc.assert(
        fc.asyncProperty(verminkt(gevallen), async (geval) => {
          const gegeven = await uitkomst(() => lees(lezing, geval), geval.bericht);
          if (isGeweigerd(gegeven)) geweigerd += 1;
        }),
        { numRuns },
      );
      expect(({} as Readonly<Record<string, unknown>>)['vervuild']).toBeUndefined();
      // Neither taken as they come, nor all broken before anything is mapped.
      expect(geweigerd).toBeGreaterThan(numRuns / 20);
      expect(numRuns - geweigerd).toBeGreaterThan(10);
    }, 120_000);
  });
}

type Onderdelen = { readonly bericht: string; readonly rest: object; readonly isJson: boolean };

/** What the source sends of a case, and what stands beside it. */
function ontleed(geval: string, deel: string | undefined): Onderdelen {
  const isJson = /^\s*[[{]/.test(geval);
  if (deel === undefined) return { bericht: geval, rest: {}, isJson };
  const rest = JSON.parse(geval) as Readonly<Record<string, unknown>>;
  return { bericht: JSON.stringify(rest[deel]), rest, isJson };
}

function lees({ lees: leesBericht, deel }: Lezing, { bericht, rest, isJson }: Onderdelen): unknown {
  // A source of JSON reads it with `leesJson` before anything else.
  const json = isJson ? leesJson(bericht) : undefined;
  return leesBericht(deel === undefined ? bericht : JSON.stringify({ ...rest, [deel]: json }));
}

function isGeweigerd(gegeven: unknown): boolean {
  return typeof gegeven === 'object' && gegeven !== null && 'geweigerd' in gegeven;
}
