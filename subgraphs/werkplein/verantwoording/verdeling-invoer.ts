import { GraafFout } from '../../kit/index.ts';
import { type Verdeelopdracht, type Verdeling, verdeel } from './verdeelsleutel.ts';

const maxPartijen = 50;
const maxSleutels = 5;
const maxNaam = 100;

/** `Query.verdeling`. @throws GraafFout ONGELDIGE_INVOER */
export function bepaalVerdeling(opdracht: Verdeelopdracht): Verdeling {
  const { partijen, sleutelgewichten = [] } = opdracht;
  const sleutels = Math.max(sleutelgewichten.length, ...partijen.map(({ gewichten }) => gewichten.length));
  if (partijen.length < 1 || partijen.length > maxPartijen || sleutels > maxSleutels) {
    throw new GraafFout(
      'ONGELDIGE_INVOER',
      `Verdeel over 1 tot ${maxPartijen} partijen, met hoogstens ${maxSleutels} sleutels.`,
    );
  }
  if (partijen.some(({ naam }) => naam.trim() === '' || naam.length > maxNaam)) {
    throw new GraafFout('ONGELDIGE_INVOER', `Een naam van een partij is 1 tot ${maxNaam} tekens lang.`);
  }
  try {
    return verdeel(opdracht);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new GraafFout(
      'ONGELDIGE_INVOER',
      'Een verdeling vraagt een bedrag vanaf 0, unieke namen, en per sleutel van elke partij een gewicht vanaf 0 dat niet bij iedereen 0 is.',
      { cause: error },
    );
  }
}
