import { aanvraagstatussen, aoKlassen, beslissingen, type szWetten } from './codes.ts';
import { addDays, addMonths, birthday, earliest, latest, randomDate } from './dates.ts';
import type { Datum, UwvAanvraag, UwvUitkering } from './facts.ts';
import type { Kader } from './frame.ts';
import type { Prng } from './prng.ts';
import type { Rol } from './roles.ts';

/** WAO and WAZ have had no new cases since people fell ill after these days (WIA; end of WAZ access). */
const LAATSTE_AO_DAG = { WAO: '2003-12-31', WAZ: '2004-07-31' } as const;

type SzWet = keyof typeof szWetten;
type Ongeschiktheid = NonNullable<Rol['ongeschiktheid']>;

/** Benefits of UWV, oldest first. */
export function makeUwvUitkeringen(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  geboren: Datum,
): readonly UwvUitkering[] {
  const volwassen = birthday(geboren, 18);
  const uitkeringen: UwvUitkering[] = [];
  if (rol.ongeschiktheid) {
    uitkeringen.push(makeOngeschiktheid(prng, kader.peildatum, rol.ongeschiktheid, volwassen));
  }
  if (rol.ww === 'LOPEND') {
    const lopend = makeWw(prng, kader.peildatum, rol.bijstand === 'LOPEND');
    if (prng.chance(0.04)) uitkeringen.push(makeOudeWw(prng, addMonths(lopend.begindatum, -12)));
    uitkeringen.push(lopend);
  }
  if (rol.ww === 'BEEINDIGD') uitkeringen.push(makeOudeWw(prng, addDays(kader.peildatum, -20)));
  return uitkeringen.sort((a, b) => a.begindatum.localeCompare(b.begindatum));
}

/** @param klein a few hours, beside social assistance */
function makeWw(prng: Prng, peildatum: Datum, klein: boolean): UwvUitkering {
  const begindatum = addDays(
    peildatum,
    -prng.weighted([
      [prng.integer(7, 110), 40],
      [prng.integer(111, 560), 60],
    ]),
  );
  const maximaleEinddatum = latest(
    addMonths(begindatum, prng.integer(3, 24)),
    addDays(peildatum, prng.integer(5, 90)),
  );
  const maatregel = prng.chance(0.04)
    ? { maatregel: { begindatum, einddatum: addMonths(begindatum, 4), percentage: prng.pick([5, 15, 25]) } }
    : {};
  return {
    wet: 'WW',
    szWet: 'WW' satisfies SzWet,
    begindatum,
    maximaleEinddatum,
    eersteWerkloosheidsdag: begindatum,
    urenPerWeek: klein ? prng.integer(4, 12) : prng.integer(16, 40),
    brutoPerMaandCenten: (klein ? prng.integer(140, 460) : prng.integer(900, 2_700)) * 100,
    ...maatregel,
  };
}

function makeOudeWw(prng: Prng, uiterlijk: Datum): UwvUitkering {
  const einddatum = addDays(uiterlijk, -prng.integer(0, 700));
  const begindatum = addMonths(einddatum, -prng.integer(2, 14));
  return {
    wet: 'WW',
    szWet: 'WW' satisfies SzWet,
    begindatum,
    einddatum,
    redenEinde: prng.pick(['Werkhervatting', 'Werkhervatting', 'Einde maximale uitkeringsduur']),
    maximaleEinddatum: addMonths(einddatum, prng.integer(0, 6)),
    eersteWerkloosheidsdag: begindatum,
    urenPerWeek: prng.integer(16, 40),
    brutoPerMaandCenten: prng.integer(900, 2_700) * 100,
  };
}

function makeOngeschiktheid(
  prng: Prng,
  peildatum: Datum,
  wet: Ongeschiktheid,
  volwassen: Datum,
): UwvUitkering {
  const { eersteAoDag, wachttijdDagen } = eersteDag(prng, peildatum, wet, volwassen);
  const getrokken = prng.pick(aoKlassen);
  // Under 35 percent there is no right to WIA (art. 5 and 54 Wet WIA): its classes begin at the third.
  const aoKlasse = wet === 'WIA' && getrokken < '3' ? '3' : getrokken;
  return {
    wet,
    szWet: szWetVan(wet, aoKlasse),
    begindatum: earliest(addDays(eersteAoDag, wachttijdDagen), peildatum),
    eersteAoDag: wet === 'ZW' ? eersteAoDag : maskeer(prng, eersteAoDag),
    ...(wet === 'ZW' ? { maximaleEinddatum: addDays(eersteAoDag, 728) } : { aoKlasse }),
    brutoPerMaandCenten: (500 + Number(aoKlasse) * 170 + prng.integer(0, 120)) * 100,
  };
}

/** WIA is paid as IVA or as WGA; made up here: the highest class is durable, and so IVA. */
function szWetVan(wet: Ongeschiktheid, aoKlasse: string): SzWet {
  if (wet === 'WIA') return aoKlasse === '7' ? 'IVA' : 'WGA';
  return wet === 'WAJONG' ? 'WAJ' : wet;
}

/** Of some old cases only the year was taken over from the systems of before. */
function maskeer(prng: Prng, datum: Datum): Datum {
  return prng.chance(0.01) ? `${datum.slice(0, 4)}-XX-XX` : datum;
}

/** The first day of incapacity and the waiting period of the law. */
function eersteDag(prng: Prng, peildatum: Datum, wet: Ongeschiktheid, volwassen: Datum) {
  switch (wet) {
    case 'WAO':
    case 'WAZ': {
      const vroegst = latest(volwassen, '1988-01-01');
      return { eersteAoDag: randomDate(prng, vroegst, LAATSTE_AO_DAG[wet]), wachttijdDagen: 364 };
    }
    case 'WAJONG':
      return { eersteAoDag: addMonths(volwassen, -12), wachttijdDagen: 366 + prng.integer(0, 400) };
    case 'WIA': {
      const vroegst = latest(volwassen, '2004-01-01');
      return { eersteAoDag: randomDate(prng, vroegst, addDays(peildatum, -740)), wachttijdDagen: 728 };
    }
    case 'ZW':
      return { eersteAoDag: addDays(peildatum, -prng.integer(10, 600)), wachttijdDagen: 2 };
  }
}

/** Applications at UWV of the last years; older ones are no longer in the exchange. */
export function makeUwvAanvragen(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  uitkeringen: readonly UwvUitkering[],
): readonly UwvAanvraag[] {
  const { peildatum } = kader;
  const toegekend = uitkeringen
    .filter(({ wet, einddatum }) => wet === 'WW' && einddatum === undefined)
    .map(({ szWet, begindatum }): UwvAanvraag => {
      const datum = addDays(begindatum, -prng.integer(1, 7));
      const beslist = earliest(addDays(datum, prng.integer(8, 28)), peildatum);
      return {
        datum,
        szWet,
        status: aanvraagstatussen.AFGEHANDELD,
        beslissing: { code: beslissingen.TOEGEKEND, datum: beslist },
      };
    });
  if (rol.ongeschiktheid === 'ZW' && prng.chance(0.5)) {
    const datum = addDays(peildatum, -prng.integer(1, 9));
    return [...toegekend, { datum, szWet: 'WIA', status: aanvraagstatussen.IN_BEHANDELING }];
  }
  if (rol.bijstand === 'LOPEND' && rol.ww === undefined && prng.chance(0.05)) {
    const datum = addDays(peildatum, -prng.integer(60, 400));
    const beslissing = { code: beslissingen.AFGEWEZEN, datum: addDays(datum, prng.integer(10, 40)) };
    return [...toegekend, { datum, szWet: 'WW', status: aanvraagstatussen.AFGEHANDELD, beslissing }];
  }
  return toegekend;
}
