import type { DatumOnvolledig } from '../../kit/index.ts';
import { type Ingebracht, isVolledig } from '../bronstand.ts';
import type { Bron } from '../generated/resolvers.ts';
import type { Feit } from './oordeel.ts';

/** Whether what a slice does not show is not there: only a whole answer says so. */
export function sluitUit(slice: Ingebracht<object>): boolean {
  return slice !== null && slice !== undefined && isVolledig(slice.bron.uitkomst);
}

/** Of these slices the sources that did not give their whole answer. */
export function zwijgenden(slices: Readonly<Partial<Record<Bron, Ingebracht<object>>>>): readonly Bron[] {
  return (Object.keys(slices) as Bron[]).filter((bron) => !sluitUit(slices[bron]));
}

/** A fact with a date or a value; nothing when the source has neither. */
export function feit(
  bron: Bron,
  wat: string,
  gegeven: {
    readonly waarde?: string | null | undefined;
    readonly datum?: DatumOnvolledig | null | undefined;
  },
): readonly Feit[] {
  const { waarde = null, datum = null } = gegeven;
  return waarde === null && datum === null ? [] : [{ bron, wat, waarde, datum }];
}
