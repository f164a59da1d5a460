import type { Inburgering } from './facts.ts';
import { type Gemeentegegevens, gemeentegegevens } from './municipalities.ts';

/** How many persons of a municipality have something running at the reference date. Exact. */
export type Aantallen = {
  readonly bijstand: number;
  readonly ww: number;
  readonly wao: number;
  readonly wajong: number;
  readonly waz: number;
  readonly swDienstverband: number;
  readonly swWachtlijst: number;
  readonly inburgering: Readonly<Record<Inburgering['status'], number>>;
};

export type Gemeente = Gemeentegegevens & {
  readonly inwoners?: number;
  /** Outside the region: its people only work in the region's SW company. */
  readonly buitenRegio?: true;
  readonly aantallen: Aantallen;
};

export type Regio = {
  readonly naam: Regionaam;
  readonly titel: string;
  /** Area code of the made-up telephone numbers. */
  readonly netnummer: string;
  /** Made-up name of the sheltered-employment company. */
  readonly swBedrijf: string;
  readonly gemeenten: readonly Gemeente[];
  readonly aantalWerkgevers: number;
  readonly aantalVacatures: number;
};

export type Regionaam = 'westland' | 'noord-kennemerland' | 'ijmond' | 'helmond';

/** Counts of the Westland paper of 2009. */
const westlandAantallen: Aantallen = {
  bijstand: 530,
  ww: 580,
  wao: 2270,
  wajong: 930,
  waz: 430,
  swDienstverband: 273,
  swWachtlijst: 63,
  inburgering: { POTENTIEEL: 595, AANGEMELD: 297, AANGEBODEN: 61, VRIJGESTELD: 32, ONTHEVEN: 10 },
};

/** About the inhabitants of Westland in 2009 (the paper does not say): base of the derived counts. */
const WESTLAND_INWONERS = 99_300;

/**
 * Counts a paper does not give, at Westland's number per inhabitant, rounded per municipality. WAO and WAZ
 * (closed to new claims since 2004) are left out: with them a region would need more people than the test
 * range has BSNs.
 */
function deriveAantallen(inwoners: number): Aantallen {
  const scaled = (count: number) => Math.round((count * inwoners) / WESTLAND_INWONERS);
  const { inburgering } = westlandAantallen;
  return {
    bijstand: scaled(westlandAantallen.bijstand),
    ww: scaled(westlandAantallen.ww),
    wao: 0,
    wajong: scaled(westlandAantallen.wajong),
    waz: 0,
    swDienstverband: scaled(westlandAantallen.swDienstverband),
    swWachtlijst: scaled(westlandAantallen.swWachtlijst),
    inburgering: {
      POTENTIEEL: scaled(inburgering.POTENTIEEL),
      AANGEMELD: scaled(inburgering.AANGEMELD),
      AANGEBODEN: scaled(inburgering.AANGEBODEN),
      VRIJGESTELD: scaled(inburgering.VRIJGESTELD),
      ONTHEVEN: scaled(inburgering.ONTHEVEN),
    },
  };
}

function derived(gegevens: Gemeentegegevens, inwoners: number): Gemeente {
  return { ...gegevens, inwoners, aantallen: deriveAantallen(inwoners) };
}

/** Columns of the Noord-Kennemerland table: SW (SE), SW waiting list, WWB including WIJ, Wajong. */
function counted(
  gegevens: Gemeentegegevens,
  inwoners: number,
  [swDienstverband, swWachtlijst, bijstand, wajong]: readonly [number, number, number, number],
): Gemeente {
  const aantallen = { ...deriveAantallen(inwoners), swDienstverband, swWachtlijst, bijstand, wajong };
  return { ...gegevens, inwoners, aantallen };
}

const alleenSw = (swDienstverband: number): Aantallen => ({
  ...deriveAantallen(0),
  swDienstverband,
});

const g = gemeentegegevens;

/** The regions that can be generated. */
export const regios: Readonly<Record<Regionaam, Regio>> = {
  westland: {
    naam: 'westland',
    titel: 'Westland',
    netnummer: '0174',
    swBedrijf: 'Werkbedrijf Glasrijk',
    gemeenten: [{ ...g.westland, aantallen: westlandAantallen }],
    aantalWerkgevers: 120,
    aantalVacatures: 90,
  },
  /**
   * The paper of 2012. Its printed totals (271,931 inhabitants, 848 SW, 235 waiting, 3,250 WWB, 62 Wajong)
   * are the sums of these rows; the 848 include the 28 from outside the region, whose municipality the paper
   * does not name. SE are subsidy units: one person each here. WW and inburgering are derived.
   */
  'noord-kennemerland': {
    naam: 'noord-kennemerland',
    titel: 'Noord-Kennemerland',
    netnummer: '072',
    swBedrijf: 'Werkbedrijf Kaasland',
    gemeenten: [
      counted(g.alkmaar, 93_861, [425, 168, 1_890, 31]),
      counted(g.heiloo, 22_451, [47, 4, 160, 4]),
      counted(g.heerhugowaard, 51_178, [170, 40, 540, 9]),
      counted(g.bergen, 30_985, [65, 5, 210, 7]),
      counted(g.langedijk, 26_955, [61, 7, 190, 4]),
      counted(g.schermer, 5_360, [9, 7, 40, 1]),
      counted(g.graftDeRijp, 6_489, [4, 1, 30, 1]),
      counted(g.castricum, 34_652, [39, 3, 190, 5]),
      { ...g.denHelder, buitenRegio: true, aantallen: alleenSw(28) },
    ],
    aantalWerkgevers: 320,
    aantalVacatures: 240,
  },
  /** The paper of 2011 gives inhabitants only; all counts are derived. */
  ijmond: {
    naam: 'ijmond',
    titel: 'IJmond',
    netnummer: '0251',
    swBedrijf: 'Werkbedrijf Sluiswijk',
    gemeenten: [
      derived(g.velsen, 67_290),
      derived(g.beverwijk, 39_329),
      derived(g.heemskerk, 39_193),
      derived(g.uitgeest, 12_804),
    ],
    aantalWerkgevers: 190,
    aantalVacatures: 140,
  },
  /** The paper of 2010 names the municipalities only; inhabitants are our rounding to thousands. */
  helmond: {
    naam: 'helmond',
    titel: 'Helmond',
    netnummer: '0492',
    swBedrijf: 'Werkbedrijf Peelrand',
    gemeenten: [
      derived(g.helmond, 88_000),
      derived(g.asten, 16_000),
      derived(g.laarbeek, 22_000),
      derived(g.geldropMierlo, 38_000),
      derived(g.deurne, 32_000),
    ],
    aantalWerkgevers: 230,
    aantalVacatures: 170,
  },
};

/** Whether a text (a setting, an argument of a command) names a region. */
export function isRegionaam(text: string): text is Regionaam {
  return Object.hasOwn(regios, text);
}
