import { addDays, addMonths, earliest, latest, randomDate, yearOf } from './dates.ts';
import type { Bijstand, Bijstandsgeschiedenis, Datum, Persoon } from './facts.ts';
import type { Kader } from './frame.ts';
import { createPrng, type Prng } from './prng.ts';

/** CdClusterBijzBijstand (one digit, own values) with costs that belong to it. */
const bijzondereKosten = [
  ['1', 'Eigen bijdrage rechtsbijstand'],
  ['1', 'Bewindvoering'],
  ['2', 'Woninginrichting'],
  ['2', 'Wasmachine'],
  ['3', 'Reiskosten sollicitatie'],
  ['4', 'Collectieve zorgverzekering'],
  ['4', 'Bril'],
] as const;

/**
 * Adds what happened in and beside the social assistance of everyone who has it. Draws from a stream of its
 * own, so that nothing else in the population depends on it. No running right is added: the counts stay exact.
 */
export function voegBijstandsgeschiedenisToe(personen: readonly Persoon[], kader: Kader): readonly Persoon[] {
  return personen.map((persoon, i) => {
    const { bijstand } = persoon;
    if (bijstand === undefined) return persoon;
    const prng = createPrng(`${kader.seedText}/bijstandsgeschiedenis/${i}`);
    const geschiedenis =
      i === 0 ? eersteGeschiedenis(kader) : maakGeschiedenis(prng, kader, bijstand, persoon.geboortedatum);
    return { ...persoon, bijstand: { ...bijstand, ...geschiedenis } };
  });
}

function maakGeschiedenis(
  prng: Prng,
  { peildatum }: Kader,
  bijstand: Bijstand,
  geboren: Datum,
): Partial<Bijstandsgeschiedenis> {
  const tot = bijstand.einddatum ?? peildatum;
  const eerdereUitkering = maakEerdereUitkering(prng, bijstand, geboren);
  return {
    andereAanvragen: maakAanvragen(prng, peildatum, bijstand),
    bijzondereBijstand: maakBijzondereBijstand(prng, bijstand.begindatum, tot),
    ...(prng.chance(0.04) ? { waarschuwingOp: randomDate(prng, bijstand.begindatum, tot) } : {}),
    ...(bijstand.vordering?.fraude === true
      ? { fraude: maakFraude(prng, bijstand.vordering.besluitdatum, peildatum) }
      : {}),
    ...(eerdereUitkering === undefined ? {} : { eerdereUitkering }),
  };
}

function maakAanvragen(
  prng: Prng,
  peildatum: Datum,
  { aanvraagdatum, szWet, einddatum }: Bijstand,
): Bijstandsgeschiedenis['andereAanvragen'] {
  const eerder = addDays(aanvraagdatum, -prng.integer(70, 900));
  const eerdere = {
    datum: eerder,
    szWet: prng.chance(0.1) ? 'IOAW' : wetVan(eerder, szWet),
    beslissing: {
      soort: prng.pick(['AFGEWEZEN', 'AFGEWEZEN', 'BUITEN_BEHANDELING'] as const),
      datum: addDays(eerder, prng.integer(7, 55)),
    },
  };
  const lopende = { datum: addDays(peildatum, -prng.integer(1, 50)), szWet: 'PW' };
  return [
    ...(prng.chance(0.25) ? [eerdere] : []),
    ...(einddatum === undefined && lopende.datum > aanvraagdatum && prng.chance(0.08) ? [lopende] : []),
  ];
}

/** The law of the day: the Wet werk en bijstand until 2015. */
function wetVan(datum: Datum, anders: string): string {
  return datum < '2015-01-01' ? 'WWB' : anders === 'PW' ? anders : 'PW';
}

function maakBijzondereBijstand(
  prng: Prng,
  vanaf: Datum,
  tot: Datum,
): Bijstandsgeschiedenis['bijzondereBijstand'] {
  if (!prng.chance(0.3)) return [];
  return prng
    .shuffle(bijzondereKosten)
    .slice(0, prng.integer(1, 3))
    .map(([cluster, kosten]) => ({
      cluster,
      kosten,
      ...(prng.chance(0.9) ? { betaalbaarOp: randomDate(prng, vanaf, tot) } : {}),
    }))
    .sort((a, b) => (a.betaalbaarOp ?? tot).localeCompare(b.betaalbaarOp ?? tot));
}

/** A decision cannot be appealed any more after six weeks. */
function maakFraude(
  prng: Prng,
  besluitdatum: Datum,
  peildatum: Datum,
): NonNullable<Bijstandsgeschiedenis['fraude']> {
  const onherroepelijkOp = addDays(besluitdatum, 42);
  return {
    recidive: prng.chance(0.2),
    boete: prng.pick(['1', '2', '3', '4']),
    ...(onherroepelijkOp <= peildatum ? { onherroepelijkOp } : {}),
  };
}

/** One in thirty came from another scheme: IOAW for the older jobless, IOAZ and Bbz for the self-employed. */
function maakEerdereUitkering(
  prng: Prng,
  { begindatum, einddatum }: Bijstand,
  geboren: Datum,
): Bijstandsgeschiedenis['eerdereUitkering'] | undefined {
  if (einddatum !== undefined || begindatum < '2008' || !prng.chance(1 / 30)) return undefined;
  const eind = addDays(begindatum, -1);
  const ouder = yearOf(begindatum) - yearOf(geboren) >= 53;
  const szWet = ouder ? prng.pick(['IOAW', 'IOAZ', 'BBZ'] as const) : ('BBZ' as const);
  return {
    szWet,
    ...(szWet === 'BBZ' ? { classificatieBbz: prng.pick(['1', '2', '3']) } : {}),
    normCenten: 136_800,
    begindatum: latest('2004-01-01', addMonths(eind, -prng.integer(6, 30))),
    einddatum: eind,
  };
}

/** The first client's: something of everything, but no other benefit than the documented one. */
function eersteGeschiedenis({ peildatum }: Kader): Partial<Bijstandsgeschiedenis> {
  const terug = (dagen: number) => addDays(peildatum, -dagen);
  return {
    andereAanvragen: [
      {
        datum: terug(1_600),
        szWet: 'PW',
        beslissing: { soort: 'AFGEWEZEN', datum: terug(1_560) },
      },
      { datum: terug(9), szWet: 'PW' },
    ],
    bijzondereBijstand: [
      { cluster: '2', kosten: 'Wasmachine', betaalbaarOp: terug(610) },
      { cluster: '1', kosten: 'Bewindvoering', betaalbaarOp: terug(95) },
    ],
    waarschuwingOp: terug(520),
    andereVorderingen: [
      {
        nummer: '7900000',
        besluitdatum: terug(500),
        aanvangCenten: 21_000,
        saldoCenten: 0,
        fraude: true,
      },
    ],
    fraude: { recidive: false, boete: '1', onherroepelijkOp: earliest(terug(458), peildatum) },
  };
}
