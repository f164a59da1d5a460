import {
  bestandPerGemeente,
  cijfersPerRegeling,
  codewaarde,
  type Stroomregel,
  tellingenVanPersonen,
  telSamen,
  telStromen,
} from '../../kit/index.ts';
import type { VerantwoordingSw } from '../generated/resolvers.ts';
import type { KengetalRij } from './kengetallen-messages.ts';
import { soortenDienstverband, soortenPlaatsing } from './map.ts';

const wachtlijst = { WACHTLIJST: 'Wachtlijst beschut werk en Wsw' };

/** Rows of Werkplein_Kengetallen to the graph; small counts of workers stay behind. */
export function mapKengetallen(rijen: readonly KengetalRij[]): Omit<VerantwoordingSw, 'bron'> {
  const over = (onderwerp: string) => rijen.filter(({ Onderwerp }) => Onderwerp === onderwerp);
  const dienstverbanden = over('DIENSTVERBAND').map((rij) => regel(rij, soortenDienstverband));
  const wachtenden = over('WACHTLIJST').map((rij) => regel(rij, wachtlijst));
  return {
    totaal: telStromen(dienstverbanden),
    doorstroom: telSamen(over('NAAR_BUITEN').flatMap(({ Aantal }) => Aantal ?? [])),
    regelingen: cijfersPerRegeling(dienstverbanden),
    bestandPerGemeente: bestandPerGemeente(dienstverbanden),
    plaatsingen: tellingenVanPersonen(
      over('PLAATSING').map(({ Code, Aantal }) => ({ code: Code, aantal: Aantal ?? 0 })),
      soortenPlaatsing,
    ),
    wachtlijst: telStromen(wachtenden),
    wachtlijstPerGemeente: bestandPerGemeente(wachtenden),
  };
}

function regel(rij: KengetalRij, tabel: Readonly<Record<string, string>>): Stroomregel {
  return {
    regeling: codewaarde(rij.Code, tabel),
    gemeente: rij.Gemeentecode === null ? null : { code: rij.Gemeentecode, omschrijving: rij.Gemeentenaam },
    instroom: rij.Instroom ?? 0,
    uitstroom: rij.Uitstroom,
    bestand: rij.Eindstand ?? 0,
    dagenBeeindigd: rij.Dagen_beeindigd ?? 0,
  };
}
