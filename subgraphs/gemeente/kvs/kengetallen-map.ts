import {
  bestandPerGemeente,
  cijfersPerRegeling,
  codewaarde,
  type Stroomregel,
  szWetten,
  tellingenVanPersonen,
  telStromen,
} from '../../kit/index.ts';
import type { VerantwoordingGemeente } from '../generated/resolvers.ts';
import type { KvsKengetallen } from './kengetallen-messages.ts';
import { doelgroepen, inburgeringsstatussen, trajectsoorten, treden } from './map.ts';

/** Figures of the client tracking system to the graph; small counts of persons stay behind. */
export function mapKengetallen(rijen: KvsKengetallen): Omit<VerantwoordingGemeente, 'bron'> {
  const regels = rijen.flatMap((rij): readonly Stroomregel[] =>
    rij.soort === 'stroom'
      ? [
          {
            regeling: codewaarde(rij.code, szWetten),
            gemeente: { code: rij.gemeentecode, omschrijving: rij.gemeentenaam },
            instroom: rij.instroom,
            uitstroom: rij.uitstroom,
            bestand: rij.eindstand,
            dagenBeeindigd: rij.dagenBeeindigd,
          },
        ]
      : [],
  );
  const over = (onderwerp: string) => telSamen(rijen, onderwerp);
  return {
    totaal: telStromen(regels),
    // Absent when the system does not count it: that is not a zero.
    doorstroom: over('tredewisseling')[0]?.aantal ?? null,
    regelingen: cijfersPerRegeling(regels),
    bestandPerGemeente: bestandPerGemeente(regels),
    treden: tellingenVanPersonen(over('trede'), treden),
    doelgroepen: tellingenVanPersonen(over('doelgroep'), doelgroepen),
    trajecten: tellingenVanPersonen(over('traject'), trajectsoorten),
    inburgering: tellingenVanPersonen(over('inburgering'), inburgeringsstatussen),
  };
}

/** The counts of a subject by code: several offices each count their own clients. */
function telSamen(
  rijen: KvsKengetallen,
  onderwerp: string,
): readonly { readonly code: string; readonly aantal: number }[] {
  const aantallen = new Map<string, number>();
  for (const rij of rijen) {
    if (rij.soort !== 'telling' || rij.onderwerp !== onderwerp) continue;
    aantallen.set(rij.code, (aantallen.get(rij.code) ?? 0) + rij.aantal);
  }
  return [...aantallen].map(([code, aantal]) => ({ code, aantal }));
}
