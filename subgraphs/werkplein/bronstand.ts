import { type Bronuitkomst, type Bronvermelding, meldingVan } from '../kit/index.ts';

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

/** Whether the source gave its whole answer, be it that there is nothing. */
export function isVolledig(uitkomst: Bronuitkomst): boolean {
  return uitkomst === 'GEVONDEN' || uitkomst === 'NIETS_GEVONDEN';
}
