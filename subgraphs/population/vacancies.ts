import { addDays, earliest, randomDate } from './dates.ts';
import { grootsteWerkgever } from './employers.ts';
import type { Datum, Vacature, Werkgever } from './facts.ts';
import { createPrng } from './prng.ts';
import { beroepenPerBranche } from './professions.ts';
import type { Regio } from './regions.ts';

/** All kinds; the first nine vacancies of a region are one of each. */
const soorten: readonly (readonly [Vacature['soort'], number])[] = [
  ['STRUCTUREEL', 46],
  ['ADDITIONEEL', 10],
  ['BESCHUT_VANGNET', 6],
  ['VRIJWILLIGER', 7],
  ['LEERWERK', 10],
  ['STAGE', 7],
  ['INBURGERINGSTRAJECT', 4],
  ['DUAAL_TRAJECT', 4],
  ['PROEFPLAATSING', 6],
];

export function makeVacatures(
  regio: Regio,
  seedText: string,
  peildatum: Datum,
  werkgevers: readonly Werkgever[],
): readonly Vacature[] {
  return Array.from({ length: regio.aantalVacatures }, (_, i) => {
    const prng = createPrng(`${seedText}/vacature/${i}`);
    const gekozen = prng.pick(werkgevers);
    // The largest employer of the region always has one.
    const werkgever = i === regio.aantalVacatures - 1 ? grootsteWerkgever(werkgevers) : gekozen;
    const soort = soorten[i]?.[0] ?? prng.weighted(soorten);
    const beroep = prng.pick(beroepenPerBranche[werkgever.branche]);
    // One of each kind is open, so that every kind can be met.
    const status =
      i < soorten.length
        ? 'OPEN'
        : prng.weighted([
            ['OPEN', 68],
            ['VERVULD', 22],
            ['INGETROKKEN', 10],
          ] as const);
    const geplaatstOp = addDays(
      peildatum,
      -prng.integer(status === 'OPEN' ? 3 : 30, status === 'OPEN' ? 120 : 300),
    );
    const sluitingsdatum =
      status === 'OPEN'
        ? addDays(peildatum, prng.integer(5, 75))
        : earliest(
            randomDate(prng, addDays(geplaatstOp, 14), addDays(geplaatstOp, 90)),
            addDays(peildatum, -1),
          );
    return {
      id: prng.uuid(),
      kvkNummer: werkgever.kvkNummer,
      titel: titelVan(soort, beroep.naam),
      soort,
      beroep,
      urenPerWeek: prng.pick([8, 12, 16, 20, 24, 28, 32, 36, 38]),
      aantalPlaatsen: prng.weighted([
        [1, 70],
        [2, 18],
        [4, 8],
        [10, 4],
      ] as const),
      plaats: werkgever.adres.woonplaats,
      geplaatstOp,
      ...(status !== 'OPEN' || prng.chance(0.7) ? { sluitingsdatum } : {}),
      status,
    } satisfies Vacature;
  });
}

function titelVan(soort: Vacature['soort'], beroep: string): string {
  switch (soort) {
    case 'VRIJWILLIGER':
      return `Vrijwilliger: ${beroep.toLowerCase()}`;
    case 'LEERWERK':
      return `${beroep} (leerwerkplek)`;
    case 'STAGE':
      return `Stage ${beroep.toLowerCase()}`;
    case 'PROEFPLAATSING':
      return `${beroep} (proefplaatsing)`;
    case 'INBURGERINGSTRAJECT':
    case 'DUAAL_TRAJECT':
      return `${beroep} met taaltraject`;
    case 'STRUCTUREEL':
    case 'ADDITIONEEL':
    case 'BESCHUT_VANGNET':
      return beroep;
  }
}
