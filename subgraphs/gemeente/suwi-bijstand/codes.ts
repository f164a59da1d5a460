import type { Codetabel } from '../../kit/index.ts';

/** StdIndJN. */
export const jaNee: Codetabel = { '1': 'Ja', '2': 'Nee' };
