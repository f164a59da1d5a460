import type { szWetten } from './codes.ts';
import { addDays, addMonths, birthday, earliest, latest, randomDate, workday } from './dates.ts';
import type { Betaling, Bijstand, Datum } from './facts.ts';
import type { Kader } from './frame.ts';
import type { Prng } from './prng.ts';
import type { Rol } from './roles.ts';

/** Monthly net norms in cents, rounded: close to the law's, not the law's. */
const NORM_ALLEENSTAAND = 136_800;
const NORM_GEHUWD = 195_500;

export type BijstandInvoer = {
  readonly geboren: Datum;
  readonly volgnummer: number;
  readonly leefvorm: Bijstand['leefvorm'];
};

export function makeBijstand(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  invoer: BijstandInvoer,
): Bijstand | undefined {
  if (rol.bijstand === undefined) return undefined;
  return rol.bijstand === 'LOPEND'
    ? makeLopend(prng, kader, rol, invoer)
    : makeBeeindigd(prng, kader, invoer);
}

function makeLopend(prng: Prng, kader: Kader, rol: Rol, invoer: BijstandInvoer): Bijstand {
  const { peildatum } = kader;
  const begindatum = latest(birthday(invoer.geboren, 18), rol.bijstandSinds ?? beginLopend(prng, peildatum));
  const samen = invoer.leefvorm === 'GEHUWD_OF_SAMENWONEND';
  const kostendelers = prng.chance(0.15) ? prng.integer(samen ? 3 : 2, 4) : undefined;
  const normCenten = normVan(invoer.leefvorm, kostendelers);
  const aanvraagdatum = earliest(addDays(begindatum, prng.integer(0, 3)), peildatum);
  const gekort = rol.ww !== undefined || rol.bijverdienste || rol.ongeschiktheid === 'WAO';
  return {
    szWet: 'PW' satisfies keyof typeof szWetten,
    dossiernummer: String(610_000 + invoer.volgnummer),
    leefvorm: invoer.leefvorm,
    fase: rol.fase ?? 2,
    normCenten,
    aanvraagdatum,
    beschikkingsdatum: earliest(addDays(aanvraagdatum, prng.integer(10, 56)), peildatum),
    begindatum,
    ...(kostendelers === undefined ? {} : { kostendelers }),
    ...(rol.medischeBelemmering && prng.chance(0.6)
      ? { vrijstellingArbeidsplicht: { einddatum: addDays(peildatum, prng.integer(20, 360)) } }
      : {}),
    ...makeMaatregel(prng, peildatum, begindatum, normCenten),
    ...makeVordering(prng, peildatum, begindatum, invoer.volgnummer),
    betalingen: makeBetalingen(kader, begindatum, normCenten, gekort ? prng.integer(150, 450) * 100 : 0),
  };
}

/** Some have just come in, so that there is something due in the first weeks. */
function beginLopend(prng: Prng, peildatum: Datum): Datum {
  const dagenGeleden = prng.weighted([
    [prng.integer(14, 70), 8],
    [prng.integer(71, 365), 15],
    [prng.integer(366, 1_460), 40],
    [prng.integer(1_461, 4_700), 37],
  ]);
  return addDays(peildatum, -dagenGeleden);
}

/** The cost-sharing norm (art. 22a Participatiewet) goes by the number of adults who share the home. */
function normVan(leefvorm: Bijstand['leefvorm'], kostendelers: number | undefined): number {
  const samen = leefvorm === 'GEHUWD_OF_SAMENWONEND';
  if (kostendelers === undefined) return samen ? NORM_GEHUWD : NORM_ALLEENSTAAND;
  return Math.round(((0.4 + 0.3 * kostendelers) / kostendelers) * NORM_GEHUWD * (samen ? 2 : 1));
}

function makeMaatregel(prng: Prng, peildatum: Datum, vanaf: Datum, normCenten: number): Partial<Bijstand> {
  if (!prng.chance(0.04)) return {};
  const begindatum = randomDate(prng, latest(vanaf, addDays(peildatum, -300)), peildatum);
  const einddatum = addDays(addMonths(begindatum, prng.pick([1, 3])), -1);
  return {
    maatregel: { begindatum, einddatum, verlagingCenten: Math.round(normCenten * prng.pick([0.3, 1])) },
  };
}

function makeVordering(prng: Prng, peildatum: Datum, vanaf: Datum, volgnummer: number): Partial<Bijstand> {
  if (!prng.chance(0.08)) return {};
  const aanvangCenten = prng.integer(80, 6_500) * 100;
  return {
    vordering: {
      nummer: String(7_100_000 + volgnummer),
      besluitdatum: randomDate(prng, vanaf, peildatum),
      aanvangCenten,
      saldoCenten: Math.round(aanvangCenten * prng.fraction()),
      fraude: prng.chance(0.15),
    },
  };
}

/** Of the last months in which there was a right for the whole month; holiday money is set aside (5%). */
export function makeBetalingen(
  kader: Kader,
  begindatum: Datum,
  normCenten: number,
  gekorteInkomstenCenten: number,
): readonly Betaling[] {
  const reserveringVakantiegeldCenten = Math.round(normCenten * 0.05);
  return kader.maanden
    .filter((maand) => maand.begin >= begindatum)
    .map(({ maand, begin }) => ({
      maand,
      nettoCenten: Math.max(0, normCenten - reserveringVakantiegeldCenten - gekorteInkomstenCenten),
      gekorteInkomstenCenten,
      reserveringVakantiegeldCenten,
      datumBetaald: workday(addDays(begin, 22), -1),
    }));
}

/** Old rights under the laws of their time: WWB until 2015, WIJ from 1 October 2009 to 2012. */
function makeBeeindigd(prng: Prng, kader: Kader, invoer: BijstandInvoer): Bijstand {
  const { peildatum } = kader;
  const volwassen = birthday(invoer.geboren, 18);
  const zevenentwintig = birthday(invoer.geboren, 27);
  const wetten = [
    ['WWB', '2004-01-01', '2014-12-31', 55],
    ['WIJ', '2009-10-01', earliest('2011-12-31', zevenentwintig), 40],
    ['PW', '2015-01-01', addDays(peildatum, -20), 35],
  ] as const;
  const mogelijk = wetten.filter(([, van, tot]) => addMonths(latest(van, volwassen), 8) < tot);
  const [szWet, van, tot] = prng.weighted(
    (mogelijk.length > 0 ? mogelijk : wetten.slice(2)).map((wet) => [wet, wet[3]] as const),
  );
  const begindatum = randomDate(prng, latest(van, volwassen), addMonths(tot, -6));
  const aanvraagdatum = addDays(begindatum, prng.integer(0, 3));
  return {
    szWet,
    dossiernummer: String(610_000 + invoer.volgnummer),
    leefvorm: invoer.leefvorm,
    fase: prng.pick([1, 2, 3] as const),
    normCenten: normVan(invoer.leefvorm, undefined),
    aanvraagdatum,
    beschikkingsdatum: addDays(aanvraagdatum, prng.integer(10, 56)),
    begindatum,
    einddatum: randomDate(prng, addMonths(begindatum, 4), tot),
    betalingen: [],
  };
}
