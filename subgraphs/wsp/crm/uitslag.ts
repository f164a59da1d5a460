import { type Bronresultaat, gedeeltelijk, gevonden, nietsGevonden } from '../../kit/index.ts';
import type { Pagina, Rijen } from './odata.ts';

/** A page of a search: rows in the order of the list, and whether there is more. */
export type Zoekpagina<R> = {
  readonly rijen: readonly R[];
  readonly meer: boolean;
  readonly cursorVan: (rij: R) => string;
};

/** Rows of one key, whichever their number. */
export function leesLijst<R>(deel: Rijen<R>): Bronresultaat<readonly R[]> {
  if (deel.rijen.length === 0) return zonderRijen(deel);
  if (deel.onvolledig !== undefined) return gedeeltelijk(deel.rijen, 'ONVOLLEDIG');
  return deel.waarschuwing ? gedeeltelijk(deel.rijen, 'WAARSCHUWING') : gevonden(deel.rijen);
}

/** The one row of a key. More than one (a duplicate in the CRM): the first, and not as the whole truth. */
export function leesEnige<R>(deel: Rijen<R>): Bronresultaat<R> {
  const [eerste, ...andere] = deel.rijen;
  if (eerste === undefined) return zonderRijen(deel);
  if (andere.length > 0) return gedeeltelijk(eerste, 'ONVOLLEDIG');
  return deel.waarschuwing ? gedeeltelijk(eerste, 'WAARSCHUWING') : gevonden(eerste);
}

/** No rows prove that there is nothing only when all pages came, and without a warning. */
function zonderRijen<T>({ onvolledig, waarschuwing }: Omit<Rijen<unknown>, 'rijen'>): Bronresultaat<T> {
  if (onvolledig !== undefined) return { uitkomst: onvolledig.uitkomst, reden: onvolledig.reden };
  return waarschuwing ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' } : nietsGevonden();
}

/** One page of a search. */
export function leesPagina<R>(
  pagina: Pagina<R>,
  cursorVan: (rij: R) => string,
): Bronresultaat<Zoekpagina<R>> {
  if (pagina.rijen.length === 0) return zonderRijen(pagina);
  const gegevens = { rijen: pagina.rijen, meer: pagina.nextLink !== undefined, cursorVan };
  return pagina.waarschuwing ? gedeeltelijk(gegevens, 'WAARSCHUWING') : gevonden(gegevens);
}
