/** Golden events: of every source and every kind of thing in it, what must stand on the line. */
import { gemeente } from './gemeente.ts';
import type { Geval } from './geval.ts';
import { klantdossier } from './klantdossier.ts';
import { sw } from './sw.ts';
import { uwv } from './uwv.ts';
import { wsp } from './wsp.ts';

export { bron, now } from './geval.ts';

export const gevallen: readonly Geval[] = [...gemeente, ...klantdossier, ...uwv, ...sw, ...wsp];
