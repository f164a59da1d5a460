import { type Codetabel, codewaardeOfNull } from '../../kit/index.ts';
import type { Wachtlijstplaats } from '../generated/resolvers.ts';
import type { WachtlijstPlek } from './bestand.ts';

/** The export's own codes; a code that is not here stays visible as a code. */
const indicaties: Codetabel = {
  WSW: 'Indicatie Wet sociale werkvoorziening',
  BESCHUT_WERK: 'Advies beschut werk (Participatiewet)',
};

/** A row of the export to the graph. */
export function mapWachtlijst(rij: WachtlijstPlek): Omit<Wachtlijstplaats, 'bron'> {
  return {
    plaats: rij.PLAATS,
    aangemeldOp: rij.AANGEMELD,
    indicatie: codewaardeOfNull(rij.INDICATIE ?? undefined, indicaties),
    indicatieGeldigTot: rij.GELDIG_TOT,
    voorkeur: rij.VOORKEUR,
  };
}
