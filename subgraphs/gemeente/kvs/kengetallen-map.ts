import {
  bestandPerGemeente,
  cijfersPerRegeling,
  codewaarde,
  type Stroomregel,
  szWetten,
  tellingenVanPersonen,
  telSamen,
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
  const over = (onderwerp: string) =>
    rijen.flatMap((rij) => (rij.soort === 'telling' && rij.onderwerp === onderwerp ? [rij] : []));
  return {
    totaal: telStromen(regels),
    doorstroom: telSamen(over('tredewisseling').map(({ aantal }) => aantal)),
    regelingen: cijfersPerRegeling(regels),
    bestandPerGemeente: bestandPerGemeente(regels),
    treden: tellingenVanPersonen(over('trede'), treden),
    doelgroepen: tellingenVanPersonen(over('doelgroep'), doelgroepen),
    trajecten: tellingenVanPersonen(over('traject'), trajectsoorten),
    inburgering: tellingenVanPersonen(over('inburgering'), inburgeringsstatussen),
  };
}
