import { competenties, knelpunttypen, opleidingen, rijbewijzen, vervoermiddelen } from './codes.ts';
import { addDays, birthday, earliest, latest, randomDate, yearOf } from './dates.ts';
import type { Datum, UwvUitkering, Werkzoekende } from './facts.ts';
import type { Kader } from './frame.ts';
import type { Prng } from './prng.ts';
import { beroepen } from './professions.ts';
import type { Rol } from './roles.ts';

/**
 * Registration as a jobseeker: everyone with a running WW benefit (but the client with the least facts),
 * many with social assistance, few of the others.
 */
export function makeWerkzoekende(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  geboren: Datum,
  uwvUitkeringen: readonly UwvUitkering[],
): Werkzoekende | undefined {
  if (!prng.chance(kansOpInschrijving(rol))) return undefined;
  const { peildatum, personeel } = kader;
  const ww = uwvUitkeringen.findLast(({ wet }) => wet === 'WW');
  const ingeschrevenOp = ww
    ? addDays(ww.begindatum, -prng.integer(0, 10))
    : randomDate(prng, latest(birthday(geboren, 18), addDays(peildatum, -1_100)), addDays(peildatum, -7));
  const uitgeschrevenOp =
    ww?.einddatum === undefined ? undefined : earliest(addDays(ww.einddatum, prng.integer(0, 14)), peildatum);
  const begeleid = rol.fase === 3 || rol.fase === 4 || rol.ongeschiktheid === 'WAJONG';
  const jarenVolwassen = Math.max(1, yearOf(peildatum) - yearOf(geboren) - 19);
  return {
    ingeschrevenOp,
    ...(uitgeschrevenOp === undefined ? {} : { uitgeschrevenOp }),
    werkcoach: prng.pick(personeel.werkcoaches),
    beroepen: prng.shuffle(beroepen).slice(0, prng.integer(1, 3)),
    beschikbaarVanaf: prng.chance(0.8) ? ingeschrevenOp : addDays(peildatum, prng.integer(1, 60)),
    urenPerWeek: begeleid ? prng.pick([8, 12, 16, 20, 24]) : prng.pick([20, 24, 28, 32, 36, 40]),
    reistijdMinuten: prng.pick([20, 30, 30, 45, 60]),
    vervoermiddel: prng.pick(Object.values(vervoermiddelen)),
    opleidingen: makeOpleidingen(prng, geboren, ingeschrevenOp),
    werkervaring: prng
      .shuffle(beroepen)
      .slice(0, prng.integer(begeleid ? 0 : 1, 3))
      .map(({ naam }) => ({ beroep: naam, jaren: prng.integer(1, Math.min(12, jarenVolwassen)) })),
    rijbewijzen: prng.chance(begeleid ? 0.25 : 0.65) ? prng.weighted(rijbewijzen) : [],
    competenties: prng.shuffle(competenties).slice(0, prng.integer(1, 4)),
    knelpunten: prng
      .shuffle(knelpunttypen)
      .slice(0, begeleid ? prng.integer(1, 2) : prng.chance(0.15) ? 1 : 0)
      .map((knelpunt) => ({
        ...knelpunt,
        begindatum: randomDate(prng, ingeschrevenOp, uitgeschrevenOp ?? peildatum),
      })),
    directBemiddelbaar: rol.fase === undefined ? prng.chance(0.8) : rol.fase <= 2,
  };
}

function kansOpInschrijving(rol: Rol): number {
  if (rol.ww !== undefined) return 1;
  if (rol.bijstand === 'LOPEND') return rol.medischeBelemmering ? 0.1 : 0.65;
  if (rol.ongeschiktheid === 'WAJONG') return rol.sw === undefined ? 0.18 : 0;
  return rol.ongeschiktheid === 'WIA' ? 0.3 : 0;
}

/** Oldest first; half of the people remember the year only. */
function makeOpleidingen(prng: Prng, geboren: Datum, uiterlijk: Datum): Werkzoekende['opleidingen'] {
  return prng
    .shuffle(opleidingen)
    .slice(0, prng.integer(1, 2))
    .map(({ naam, niveau, leeftijd }) => {
      const jaar = String(yearOf(geboren) + leeftijd);
      const einddatum = prng.chance(0.5)
        ? `${jaar}-XX-XX`
        : randomDate(prng, `${jaar}-06-01`, `${jaar}-07-15`);
      return { naam, niveau, diploma: prng.chance(0.75), einddatum };
    })
    .filter(({ einddatum }) => einddatum.slice(0, 4) < uiterlijk.slice(0, 4))
    .sort((a, b) => a.einddatum.localeCompare(b.einddatum));
}
