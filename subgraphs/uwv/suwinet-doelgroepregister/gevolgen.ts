import { type DatumOnvolledig, grenzen } from '../../kit/index.ts';
import type { Doelgroepgevolg } from '../generated/resolvers.ts';

/** What the register says of a person, as far as it opens anything: when it ends, and its grounds. */
export type Registratie = {
  readonly einddatum: DatumOnvolledig | null;
  readonly grondslagen: readonly { readonly begindatum: DatumOnvolledig }[];
};

/**
 * What registration in the target-group register opens for an employer: the wage-cost advantage of the
 * banenafspraak (Wtl art. 2.10) and the no-riskpolis (ZW art. 29b). Both hang on the registration, whatever
 * the ground; wage-cost subsidy, wage dispensation and job coach do not (they hang on the ground, or on the
 * municipality), and so are not here. It runs from the first day of the first ground to the end of the
 * registration. What the register does not say is not added: whether the employer's own conditions are met, nor
 * that somebody with beschut werk should not be in it (Wfsv art. 38b), which the register alone cannot know.
 * @returns null when the register names no ground: then it does not say what the registration rests on
 */
export function gevolgenVan({ einddatum, grondslagen }: Registratie): readonly Doelgroepgevolg[] | null {
  if (grondslagen.length === 0) return null;
  const begindatum = vroegste(grondslagen.map((grondslag) => grondslag.begindatum));
  return [
    { soort: 'LKV_BANENAFSPRAAK', wettelijkeGrondslag: 'Wtl art. 2.10', begindatum, einddatum },
    { soort: 'NO_RISKPOLIS', wettelijkeGrondslag: 'ZW art. 29b', begindatum, einddatum },
  ];
}

/**
 * The earliest of (partial) dates, as partial as it is; null when the unknown parts decide which that is.
 * A date is the earliest when its last possible day is not after the first possible day of any other.
 */
function vroegste(datums: readonly DatumOnvolledig[]): DatumOnvolledig | null {
  const kandidaat = datums.find((datum) =>
    datums.every((ander) => ander === datum || grenzen(datum).laatste <= grenzen(ander).eerste),
  );
  return kandidaat === undefined || kandidaat.startsWith('XXXX') ? null : kandidaat;
}
