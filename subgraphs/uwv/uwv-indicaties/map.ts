import { type Codetabel, codewaarde, codewaardeOfNull } from '../../kit/index.ts';
import type { Indicaties } from '../generated/resolvers.ts';
import type { IndicatieBericht } from './messages.ts';

/** Codes of the service; one that is not here stays visible as a code. */
const soorten: Codetabel = {
  WSW: 'Indicatie Wet sociale werkvoorziening',
  BESCHUT_WERK: 'Advies beschut werk (Participatiewet)',
};
const adviezen: Codetabel = {
  POSITIEF: 'Aangewezen op sociale werkvoorziening of beschut werk',
  NEGATIEF: 'Niet aangewezen op sociale werkvoorziening of beschut werk',
};

/** The indications of one person to the graph, in the order of the source (oldest first). */
export function mapIndicaties(berichten: readonly IndicatieBericht[]): Omit<Indicaties, 'bron'> {
  return {
    indicaties: berichten.map((bericht) => ({
      soort: codewaarde(bericht.soort, soorten),
      besluitdatum: bericht.besluitdatum,
      geldigVan: bericht.geldigVan,
      geldigTot: bericht.geldigTot,
      advies: codewaardeOfNull(bericht.advies ?? undefined, adviezen),
    })),
  };
}
