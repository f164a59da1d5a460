import { grenzen } from '../kit/index.ts';

type Looptijd = { readonly begin: string | undefined; readonly einde: string | undefined };

/**
 * Of things that follow each other in time, the one that counts now: it ends last (open end above
 * all), and of those it began last. A date that is not known counts as early as it can be.
 */
export function laatstLopende<T>(dingen: readonly T[], looptijd: (ding: T) => Looptijd): T | undefined {
  const plek = (ding: T): string => {
    const { begin, einde } = looptijd(ding);
    const tot = einde === undefined ? '9999-99-99' : grenzen(einde).eerste;
    const van = begin === undefined ? '0000-00-00' : grenzen(begin).eerste;
    return `${tot} ${van}`;
  };
  return dingen.reduce<T | undefined>(
    (beste, ding) => (beste === undefined || plek(ding) > plek(beste) ? ding : beste),
    undefined,
  );
}
