import { grenzen } from '../../kit/index.ts';

/** Order of dates by the first day they can mean; a date that is missing goes before all others. */
export function vanaf(a: string | null, b: string | null): number {
  const eerste = (datum: string | null) => (datum === null ? '' : grenzen(datum).eerste);
  return eerste(a).localeCompare(eerste(b));
}
