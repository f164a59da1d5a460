import { isBsn } from '../kit/index.ts';
import { createPrng } from './prng.ts';

/**
 * Numbers of the population. BSNs come from the published test range; no other number may look like one,
 * so that a search for BSNs in logs and messages finds BSNs only.
 */

const EERSTE_TESTBSN = 999_900_000;
const LAATSTE_TESTBSN = 999_999_999;

let testBsns: readonly string[] | undefined;

function allTestBsns(): readonly string[] {
  testBsns ??= Array.from({ length: LAATSTE_TESTBSN - EERSTE_TESTBSN + 1 }, (_, i) =>
    String(EERSTE_TESTBSN + i),
  ).filter(isBsn);
  return testBsns;
}

export type BsnUitgifte = () => string;

/**
 * Gives out every BSN of the test range at most once: the first two are the same for every seed, so that
 * documentation can name them.
 * @throws RangeError when the range is used up
 */
export function createBsnUitgifte(seedText: string): BsnUitgifte {
  const [eerste = '', tweede = '', ...rest] = allTestBsns();
  const volgorde = [eerste, tweede, ...createPrng(`${seedText}/bsn`).shuffle(rest)];
  let volgende = 0;
  return () => {
    const bsn = volgorde[volgende];
    if (bsn === undefined) throw new RangeError('the test range has no BSN left');
    volgende += 1;
    return bsn;
  };
}

/** A made-up fiscal number (RSIN) of an organisation: nine digits that fail the eleven-test. */
export function fiscaalNummer(volgnummer: number): string {
  const nummer = String(800_000_000 + volgnummer * 7);
  // One up fails the test, except past a nine: there the carry makes up for it.
  return isBsn(nummer) ? String(Number(nummer) + (nummer.endsWith('9') ? -1 : 1)) : nummer;
}
