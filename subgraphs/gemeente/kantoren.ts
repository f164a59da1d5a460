import { type Bronresultaat, ergsteUitkomst, gedeeltelijk, gevonden, nietsGevonden } from '../kit/index.ts';

/** The offices (kantoren) that keep one kind of system: one for all municipalities, or several beside it. */
export type Kantoren<T> = {
  /** The office of the default address. */
  readonly standaard: T;
  /** Municipalities that the default office serves, four-digit CBS codes; of no meaning when it is the only one. */
  readonly standaardGemeenten: ReadonlySet<string>;
  /** Municipalities with an address of their own; one office may serve several. */
  readonly perGemeente: ReadonlyMap<string, T>;
};

/** Every office once. */
export function alleKantoren<T>({ standaard, perGemeente }: Kantoren<T>): readonly T[] {
  return [...new Set([standaard, ...perGemeente.values()])];
}

/** The office that serves a municipality; undefined when none does. */
export function kantoorVan<T>(kantoren: Kantoren<T>, gemeentecode: string): T | undefined {
  const eigen = kantoren.perGemeente.get(gemeentecode);
  if (eigen !== undefined) return eigen;
  return kantoren.standaardGemeenten.has(gemeentecode) ? kantoren.standaard : undefined;
}

/** The same offices as something else: one `maak` for each office, however many municipalities it serves. */
export function mapKantoren<A, B>(kantoren: Kantoren<A>, maak: (kantoor: A) => B): Kantoren<B> {
  const gemaakt = new Map(alleKantoren(kantoren).map((kantoor) => [kantoor, maak(kantoor)]));
  const van = (kantoor: A) => gemaakt.get(kantoor) as B;
  return {
    standaard: van(kantoren.standaard),
    standaardGemeenten: kantoren.standaardGemeenten,
    perGemeente: new Map([...kantoren.perGemeente].map(([code, kantoor]) => [code, van(kantoor)])),
  };
}

/**
 * What all offices together answered to one question. When one did not answer, or not wholly, what the others
 * gave is part of the answer; when nobody gave anything, the gravest outcome is the answer.
 */
export function verenig<T>(
  resultaten: readonly Bronresultaat<T>[],
  voegSamen: (delen: readonly T[]) => T,
): Bronresultaat<T> {
  const [enig, ...andere] = resultaten;
  if (enig !== undefined && andere.length === 0) return enig;
  const delen = resultaten.flatMap((r) => ('gegevens' in r ? [r.gegevens] : []));
  const heel = resultaten.every(({ uitkomst }) => uitkomst === 'GEVONDEN' || uitkomst === 'NIETS_GEVONDEN');
  if (delen.length > 0) {
    const samen = voegSamen(delen);
    return heel ? gevonden(samen) : gedeeltelijk(samen, 'ONVOLLEDIG');
  }
  return resultaten.reduce<Bronresultaat<T>>(
    (a, b) => (ergsteUitkomst(a.uitkomst, b.uitkomst) === a.uitkomst ? a : b),
    nietsGevonden(),
  );
}
