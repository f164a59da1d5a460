import type { Bronresultaat } from '../../kit/index.ts';
import type { WerkgeverSleutel } from '../entiteiten.ts';

/** The RSIN to ask with, or the outcome when there is none: SONAR is not asked then. */
export function rsinVan(
  handelsregister: WerkgeverSleutel['handelsregister'],
): { readonly rsin: string } | Bronresultaat<never> {
  // Without even an outcome the subgraph of the register did not answer.
  if (handelsregister == null) return { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'RSIN_ONBEKEND' };
  const { bron, rsin } = handelsregister;
  switch (bron.uitkomst) {
    case 'GEVONDEN':
    case 'GEDEELTELIJK':
      // Of a sole trader there is none, and its fiscal number is not ours to ask with.
      return rsin == null ? { uitkomst: 'NIET_GERECHTIGD', reden: 'RSIN_ONBEKEND' } : { rsin };
    case 'BRON_NIET_BESCHIKBAAR':
      return { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'RSIN_ONBEKEND' };
    case 'NIETS_GEVONDEN':
    case 'NIET_GERECHTIGD':
    case 'FOUT':
      return { uitkomst: 'FOUT', reden: 'RSIN_ONBEKEND' };
    default:
      return bron.uitkomst satisfies never;
  }
}
