import { addDays, addMonths, birthday, latest, randomDate } from './dates.ts';
import type { Datum, Loonwaardemeting, SwDienstverband, SwWachtlijst } from './facts.ts';
import type { Kader } from './frame.ts';
import type { Prng } from './prng.ts';
import type { Rol } from './roles.ts';

/** Wsw has had no inflow since 1 January 2015; from then on it is beschut werk (art. 10b Participatiewet). */
const LAATSTE_WSW = '2014-12-31';
const EERSTE_BESCHUT = '2015-01-01';

const afdelingen = {
  INDUSTRIE: ['Verpakken', 'Montage', 'Metaal'],
  DIENSTVERLENING: ['Groen', 'Schoonmaak', 'Catering'],
} as const;

const functies: Readonly<Record<string, string>> = {
  Verpakken: 'Verpakkingsmedewerker',
  Montage: 'Montagemedewerker',
  Metaal: 'Metaalbewerker',
  Groen: 'Medewerker groen',
  Schoonmaak: 'Schoonmaakmedewerker',
  Catering: 'Cateringmedewerker',
};

const meetmethoden = ['Landelijk uniforme loonwaardemeting', 'Praktijkroute'] as const;

export function makeSwDienstverband(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  geboren: Datum,
  volgnummer: number,
): SwDienstverband | undefined {
  if (rol.sw === undefined) return undefined;
  const { peildatum, personeel } = kader;
  const achttien = birthday(geboren, 18);
  const wsw = achttien < '2014-06-01' && prng.chance(0.85);
  const begindatum = wsw
    ? randomDate(prng, latest(achttien, '1995-01-01'), LAATSTE_WSW)
    : randomDate(prng, latest(achttien, EERSTE_BESCHUT), addDays(peildatum, -60));
  const einddatum =
    rol.sw === 'BEEINDIGD'
      ? randomDate(prng, addDays(latest(begindatum, addMonths(peildatum, -36)), 30), addDays(peildatum, -15))
      : undefined;
  const eenheid = prng.pick(['INDUSTRIE', 'DIENSTVERLENING'] as const);
  const afdeling = prng.pick(afdelingen[eenheid]);
  const urenPerWeek = prng.pick([16, 20, 24, 28, 32, 36]);
  return {
    medewerkernummer: String(40_000 + volgnummer),
    soort: wsw ? 'WSW' : 'BESCHUT_WERK',
    eenheid,
    afdeling,
    begindatum,
    ...(einddatum === undefined ? {} : { einddatum }),
    urenPerWeek,
    consulent: prng.pick(personeel.swConsulenten),
    plaatsingen: makePlaatsingen(prng, kader, {
      begindatum,
      ...(einddatum === undefined ? {} : { einddatum }),
      functie: functies[afdeling] ?? afdeling,
      urenPerWeek,
    }),
  };
}

type Kaders = { begindatum: Datum; einddatum?: Datum; functie: string; urenPerWeek: number };

/** First inside; half of the people have moved on to an employer, some of them came back. */
function makePlaatsingen(prng: Prng, kader: Kader, dienst: Kaders): SwDienstverband['plaatsingen'] {
  const { functie, urenPerWeek } = dienst;
  const tot = dienst.einddatum ?? kader.peildatum;
  const binnen = { soort: 'BESCHUT_BINNEN', functie, urenPerWeek } as const;
  const overstap = randomDate(prng, addDays(dienst.begindatum, 20), addDays(tot, -10));
  if (overstap >= addDays(tot, -10) || prng.chance(0.45))
    return [{ begindatum: dienst.begindatum, ...eindeVan(dienst), ...binnen }];

  const soort = prng.weighted([
    ['GROEPSDETACHERING', 45],
    ['INDIVIDUELE_DETACHERING', 28],
    ['BEGELEID_WERKEN', 20],
    ['PROEFPLAATSING', 7],
  ] as const);
  const buiten = { soort, kvkNummer: prng.pick(kader.werkgevers).kvkNummer, functie, urenPerWeek };
  const eerst = { begindatum: dienst.begindatum, einddatum: addDays(overstap, -1), ...binnen };
  if (prng.chance(0.15)) {
    const terug = randomDate(prng, addDays(overstap, 5), tot);
    return [
      eerst,
      { begindatum: overstap, einddatum: addDays(terug, -1), ...buiten },
      { begindatum: terug, ...eindeVan(dienst), ...binnen },
    ];
  }
  return [eerst, { begindatum: overstap, ...eindeVan(dienst), ...buiten }];
}

function eindeVan(dienst: Kaders): { einddatum?: Datum } {
  return dienst.einddatum === undefined ? {} : { einddatum: dienst.einddatum };
}

/** The first twelfth of the queue dates from the Wsw. */
export function heeftWswIndicatie(plaats: number, { lengteWachtlijst }: Kader): boolean {
  return plaats <= lengteWachtlijst / 12;
}

/** Earlier in the queue is longer on the list. */
export function makeSwWachtlijst(prng: Prng, kader: Kader, rol: Rol): SwWachtlijst | undefined {
  const plaats = rol.plaatsOpWachtlijst;
  if (plaats === undefined) return undefined;
  const { peildatum, lengteWachtlijst } = kader;
  const oud = heeftWswIndicatie(plaats, kader);
  return {
    plaats,
    aangemeldOp: oud
      ? addDays('2014-06-01', plaats * 3)
      : addDays(peildatum, -20 - Math.floor(((lengteWachtlijst - plaats) * 1_000) / lengteWachtlijst)),
    indicatieGeldigTot: addDays(peildatum, prng.integer(30, 1_400)),
    indicatie: oud ? 'WSW' : 'BESCHUT_WERK',
    voorkeur: prng.pick(Object.values(functies)),
  };
}

/** Most recent last. Who works sheltered earns less of the wage than who works with a subsidy. */
export function makeLoonwaardemetingen(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  geboren: Datum,
): readonly Loonwaardemeting[] {
  const kans =
    rol.sw === 'LOPEND' || rol.plaatsOpWachtlijst !== undefined
      ? 0.7
      : rol.ongeschiktheid === 'WAJONG'
        ? 0.2
        : 0;
  if (!prng.chance(kans)) return [];
  const vroegst = latest(birthday(geboren, 18), addDays(kader.peildatum, -2_200));
  let percentage = prng.pick([0, 12, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70, 80, 85]);
  return Array.from({ length: prng.integer(1, 3) }, () =>
    randomDate(prng, vroegst, addDays(kader.peildatum, -10)),
  )
    .sort()
    .map((datum) => {
      const meting = {
        datum,
        percentage,
        methode: prng.pick(meetmethoden),
        functie: prng.pick(Object.values(functies)),
      };
      percentage = Math.min(95, percentage + prng.integer(0, 2) * 5);
      return meting;
    });
}
