import type { Persoon } from './facts.ts';
import type { Kader } from './frame.ts';
import type { Leven } from './lives.ts';
import { createPrng } from './prng.ts';

/** How many asked not to have their data given to third parties, and how many files are closed. */
export const aantallenVertrouwelijk = { geheimhouding: 6, afgeschermd: 4 } as const;

/**
 * Makes a few persons confidential, from a stream of its own: late in the list, in no caseload of the first client's
 * klantmanager, and none of whom a term ends, so that what documents show of the others is complete.
 */
export function voegVertrouwelijkheidToe(
  personen: readonly Persoon[],
  { seedText }: Kader,
  levens: readonly Pick<Leven, 'volgnummer'>[],
): readonly Persoon[] {
  const eerste = personen[0]?.klantdossier?.klantmanager.nummer;
  const metTermijn = new Set(levens.map(({ volgnummer }) => volgnummer));
  const kiesbaar = personen.flatMap(({ klantdossier }, i) =>
    i < personen.length / 2 || metTermijn.has(i) || klantdossier?.klantmanager.nummer === eerste
      ? []
      : [{ i, heeftDossier: klantdossier !== undefined }],
  );
  const prng = createPrng(`${seedText}/vertrouwelijk`);
  const geheim = new Set(
    prng
      .shuffle(kiesbaar)
      .slice(0, aantallenVertrouwelijk.geheimhouding)
      .map(({ i }) => i),
  );
  const afgeschermd = new Set(
    prng
      .shuffle(kiesbaar.filter(({ i, heeftDossier }) => heeftDossier && !geheim.has(i)))
      .slice(0, aantallenVertrouwelijk.afgeschermd)
      .map(({ i }) => i),
  );
  return personen.map((persoon, i) => {
    if (geheim.has(i)) return { ...persoon, geheimhouding: true };
    const { klantdossier } = persoon;
    return afgeschermd.has(i) && klantdossier !== undefined
      ? { ...persoon, klantdossier: { ...klantdossier, afgeschermd: true } }
      : persoon;
  });
}
