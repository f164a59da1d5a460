import { type Bronuitkomst, type Bronvermelding, ergsteUitkomst, meldingVan } from '../kit/index.ts';

/** The provenance of an input slice as it arrives in a representation; null when its subgraph was silent. */
export type Ingebracht<T> = (T & { readonly bron: Bronvermelding }) | null | undefined;

/** The provenance of a slice, also of one whose whole subgraph was silent. */
export function bronstand(slice: Ingebracht<object>, bron: string, now: () => Date): Bronvermelding {
  return (
    slice?.bron ?? {
      bron,
      uitkomst: 'BRON_NIET_BESCHIKBAAR',
      geraadpleegdOp: now().toISOString(),
      actueelPer: null,
      melding: meldingVan('ONBEREIKBAAR'),
    }
  );
}

/** The provenance of several slices of one source: of the first that is not a whole answer, else of the first. */
export function gezamenlijkeBronstand(
  slices: readonly Ingebracht<object>[],
  bron: string,
  now: () => Date,
): Bronvermelding {
  const standen = slices.map((slice) => bronstand(slice, bron, now));
  return standen.find(({ uitkomst }) => !isVolledig(uitkomst)) ?? standen[0] ?? bronstand(null, bron, now);
}

/** Whether the source gave its whole answer, be it that there is nothing. */
export function isVolledig(uitkomst: Bronuitkomst): boolean {
  return uitkomst === 'GEVONDEN' || uitkomst === 'NIETS_GEVONDEN';
}

/** One line per source, in the order in which they first come: the gravest outcome of each. */
export function ergsteBronnen(vermeldingen: readonly Bronvermelding[]): readonly Bronvermelding[] {
  const perBron = new Map<string, Bronvermelding>();
  for (const vermelding of vermeldingen) {
    const eerder = perBron.get(vermelding.bron);
    const ergste = eerder === undefined ? undefined : ergsteUitkomst(eerder.uitkomst, vermelding.uitkomst);
    if (eerder === undefined || (ergste !== eerder.uitkomst && ergste === vermelding.uitkomst)) {
      perBron.set(vermelding.bron, vermelding);
    }
  }
  return [...perBron.values()];
}
