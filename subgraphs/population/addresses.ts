import type { Adres } from './facts.ts';
import type { Gemeentegegevens } from './municipalities.ts';
import type { Prng } from './prng.ts';

/** Made-up street names, at most 24 characters (SuwiML `NaamAdresNederlandAN24`). */
const straten = [
  'Aalbesstraat',
  'Amaryllishof',
  'Bloemkoolpad',
  'Chrysantenlaan',
  'Dijkveldseweg',
  'Druivenkas',
  'Esdoornhof',
  'Frambozengaarde',
  'Freesialaan',
  'Geestwaltuin',
  'Glastuinstraat',
  'Graanhof',
  'Helmgrasweg',
  'Hyacintenstraat',
  'IJsvogelplein',
  'Jachthoornlaan',
  'Komkommerkade',
  'Kruisbeshof',
  'Lange Tuinweg',
  'Leeuwerikstraat',
  'Lisdoddepad',
  'Meidoornlaan',
  'Molenslootkade',
  'Oranjeriestraat',
  'Perzikgaarde',
  'Polderkavel',
  'Rietzangerhof',
  'Schelpenpad',
  'Sluiskolkstraat',
  'Tomatenweg',
  'Trostuinlaan',
  'Veldlathyrushof',
  'Veilingkade',
  'Vlierbesplantsoen',
  'Warmoesstraat',
  'Waterlelieweg',
  'Zandheuvelweg',
  'Zonneschermlaan',
] as const;

const bedrijfsstraten = [
  'Ambachtskade',
  'Bloementransportweg',
  'Energiestraat',
  'Handelskavel',
  'Industriegaarde',
  'Kassenbouwweg',
  'Logistieklaan',
  'Nijverheidspolder',
  'Ondernemershof',
  'Techniekstraat',
  'Vrachtvaartkade',
] as const;

/** Postcode letters in use: without F, I, O, Q, U and Y, and never SA, SD or SS. */
const LETTERS = 'ABCDEGHJKLMNPRSTVWXZ';

export function makeAdres(prng: Prng, gemeente: Gemeentegegevens, bedrijf = false): Adres {
  const plaats = prng.pick(gemeente.plaatsen);
  const letters = LETTERS.charAt(prng.integer(0, 13)) + LETTERS.charAt(prng.integer(0, LETTERS.length - 1));
  return {
    straat: prng.pick(bedrijf ? bedrijfsstraten : straten),
    huisnummer: prng.integer(1, 240),
    ...(prng.chance(0.06) ? { huisletter: prng.pick(['A', 'B', 'C']) } : {}),
    ...(!bedrijf && prng.chance(0.03) ? { toevoeging: prng.pick(['1', '2', 'bis', 'hs']) } : {}),
    postcode: `${prng.integer(...plaats.postcodes)}${letters}`,
    woonplaats: plaats.naam,
    gemeentecode: gemeente.code,
    gemeentenaam: gemeente.naam,
  };
}
