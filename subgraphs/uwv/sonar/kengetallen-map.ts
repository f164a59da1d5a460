import {
  bestandPerGemeente,
  cijfersPerRegeling,
  codewaarde,
  type Stroomregel,
  szWetten,
  telStromen,
} from '../../kit/index.ts';
import type { VerantwoordingUwv } from '../generated/resolvers.ts';
import type { SonarKengetallen } from './kengetallen-messages.ts';

/** Figures of SONAR to the graph; registrations stand apart from benefits. */
export function mapKengetallen({
  stromen,
  aantalOvergangen,
}: SonarKengetallen): Omit<VerantwoordingUwv, 'bron'> {
  const regels = (soort: SonarKengetallen['stromen'][number]['soort']) =>
    stromen.flatMap((stroom): readonly Stroomregel[] =>
      stroom.soort === soort
        ? [
            {
              regeling: codewaarde(stroom.codeWet, szWetten),
              gemeente: { code: stroom.codeGemeente, omschrijving: stroom.naamGemeente },
              instroom: stroom.instroom,
              uitstroom: stroom.uitstroom,
              bestand: stroom.lopend,
              dagenBeeindigd: stroom.totaalDagenBeeindigd,
            },
          ]
        : [],
    );
  const uitkeringen = regels('UITKERING');
  return {
    totaal: telStromen(uitkeringen),
    doorstroom: aantalOvergangen ?? null,
    regelingen: cijfersPerRegeling(uitkeringen),
    bestandPerGemeente: bestandPerGemeente(uitkeringen),
    werkzoekenden: telStromen(regels('INSCHRIJVING')),
  };
}
