import type { Bronvermelding } from '../../kit/index.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';

/** One partner's part of the time line. */
export type Partnerdeel<Invoer> = {
  /** Everything that its answering sources know with a place in time, in no order. */
  readonly gebeurtenissen: (invoer: Invoer) => readonly Gebeurtenis[];
  /** Every source it rests on, also the silent ones, each once. */
  readonly bronnen: (invoer: Invoer, now: () => Date) => readonly Bronvermelding[];
};
