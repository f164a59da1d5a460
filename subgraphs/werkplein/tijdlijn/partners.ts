import type { Bronvermelding } from '../../kit/index.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import { type GemeenteInvoer, gemeente } from './gemeente.ts';
import { type SwInvoer, sw } from './sw.ts';
import { type UwvInvoer, uwv } from './uwv.ts';
import { type WspInvoer, wsp } from './wsp.ts';

/** The slices that the time line rests on, as the graph hands them over. */
export type TijdlijnInvoer = GemeenteInvoer & UwvInvoer & SwInvoer & WspInvoer;

const partners = [gemeente, uwv, sw, wsp];

/** Everything that the answering sources know with a place in time, in no order. */
export function gebeurtenissenVan(invoer: TijdlijnInvoer): readonly Gebeurtenis[] {
  return partners.flatMap((partner) => partner.gebeurtenissen(invoer));
}

/** Every source that the line rests on, with what came of asking it. */
export function bronnenVan(invoer: TijdlijnInvoer, now: () => Date): readonly Bronvermelding[] {
  return partners.flatMap((partner) => partner.bronnen(invoer, now));
}
