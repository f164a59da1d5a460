import { arbeidsvermogens, doelenRv, grondslagen, voorzieningtype } from './codes.ts';
import { addDays, birthday, latest, randomDate } from './dates.ts';
import type { Bijstand, Datum, Doelgroepregistratie, Reintegratie } from './facts.ts';
import type { Kader } from './frame.ts';
import type { Prng } from './prng.ts';
import type { Rol } from './roles.ts';

const omschrijvingen: Readonly<Record<string, string>> = {
  [voorzieningtype.LOONKOSTENSUBSIDIE]: 'Loonkostensubsidie Participatiewet',
  [voorzieningtype.PROEFPLAATSING]: 'Proefplaatsing ten behoeve van loonwaardebepaling',
  [voorzieningtype.OVERIGE_WERKPLEK]: 'Overige werkplek',
  [voorzieningtype.JOBCOACH]: 'Jobcoach of begeleiding op de werkplek',
  [voorzieningtype.WERKPLEKAANPASSING]: 'Werkplekaanpassing',
  [voorzieningtype.OVERIG_FACILITEREND]: 'Overige faciliterende voorziening',
};

export function omschrijvingVanVoorziening(type: string): string {
  return omschrijvingen[type] ?? type;
}

/** What the municipality has on re-integration: of most people with social assistance, of some who left. */
export function makeReintegratie(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  bijstand: Bijstand | undefined,
  volgnummer: number,
): Reintegratie | undefined {
  if (!bijstand || !prng.chance(rol.bijstand === 'LOPEND' ? 0.6 : 0.15)) return undefined;
  const { fase } = bijstand;
  const arbeidsvermogen =
    fase === 4 ? arbeidsvermogens.BESCHUT : fase === 3 ? arbeidsvermogens.BEPERKT : arbeidsvermogens.VOLLEDIG;
  return {
    arbeidsvermogen: rol.medischeBelemmering && fase === 4 ? arbeidsvermogens.GEEN : arbeidsvermogen,
    doel: fase === 4 ? doelenRv.PARTICIPATIE : doelenRv.ARBEIDSINSCHAKELING,
    voorzieningen: makeVoorzieningen(prng, kader, rol, bijstand, volgnummer),
  };
}

function makeVoorzieningen(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  bijstand: Bijstand,
  volgnummer: number,
): Reintegratie['voorzieningen'] {
  const tot = bijstand.einddatum ?? kader.peildatum;
  const vanaf = latest(bijstand.begindatum, addDays(tot, -900));
  // A wage-cost subsidy goes with a job.
  const types = Object.values(voorzieningtype).filter(
    (type) => type !== voorzieningtype.LOONKOSTENSUBSIDIE || rol.bijverdienste,
  );
  return prng
    .shuffle(types)
    .slice(0, prng.integer(1, 2))
    .map((type, i) => {
      const begindatum = randomDate(prng, vanaf, addDays(tot, -2));
      const einddatum = addDays(begindatum, prng.integer(60, 400));
      return {
        registratienummer: `RV${String(volgnummer * 10 + i).padStart(7, '0')}`,
        type,
        omschrijving: omschrijvingVanVoorziening(type),
        begindatum,
        ...(einddatum < tot ? { einddatum } : rol.bijstand === 'LOPEND' ? {} : { einddatum: tot }),
        ...(type === voorzieningtype.LOONKOSTENSUBSIDIE
          ? { loonwaardePercentage: prng.integer(6, 15) * 5 }
          : {}),
      };
    })
    .sort((a, b) => a.begindatum.localeCompare(b.begindatum));
}

/**
 * The doelgroepregister (art. 38d Wfsv, since 2015). Who is indicated for beschut werk is not in it: rule 9
 * of the domain, whether at work or waiting.
 */
export function makeDoelgroepregistratie(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  geboren: Datum,
  beschut: boolean,
): Doelgroepregistratie | undefined {
  const [kans, code] = kansOpRegistratie(rol);
  if (beschut || !prng.chance(kans)) return undefined;
  const vroegst = latest(birthday(geboren, 18), '2015-01-01');
  const begindatum = randomDate(prng, vroegst, addDays(kader.peildatum, -10));
  if (!prng.chance(0.06)) return { grondslagen: [{ code, begindatum }] };
  const einddatum = randomDate(prng, begindatum, kader.peildatum);
  return { einddatum, grondslagen: [{ code, begindatum, einddatum }] };
}

function kansOpRegistratie(rol: Rol): readonly [number, string] {
  if (rol.ongeschiktheid === 'WAJONG') return [0.5, grondslagen.WAJONG];
  if (rol.sw !== undefined || rol.plaatsOpWachtlijst !== undefined) return [0.5, grondslagen.WSW];
  return [rol.fase === 3 || rol.fase === 4 ? 0.15 : 0, grondslagen.PARTICIPATIEWET];
}
