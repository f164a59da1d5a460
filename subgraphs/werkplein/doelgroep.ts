import { type Bronvermelding, grenzen } from '../kit/index.ts';
import { bronstand, type Ingebracht, isVolledig } from './bronstand.ts';

export type Doelgroep = 'BIJNA_VOLLEDIG' | 'BEPERKT' | 'BESCHUT' | 'ZORG';

/**
 * Target group by wage value, percent of the minimum wage: more than 80 nearly full, 20 up to and
 * including 80 limited, less than 20 sheltered, none (0) care.
 * @throws RangeError for a negative or non-finite percentage
 */
export function doelgroepVan(loonwaardePercentage: number): Doelgroep {
  if (!(loonwaardePercentage >= 0) || !Number.isFinite(loonwaardePercentage)) {
    throw new RangeError('a wage value is a percentage of 0 or more');
  }
  if (loonwaardePercentage > 80) return 'BIJNA_VOLLEDIG';
  if (loonwaardePercentage >= 20) return 'BEPERKT';
  return loonwaardePercentage > 0 ? 'BESCHUT' : 'ZORG';
}

/** Target groups 1 and 2 are served in the front office, 3 and 4 in the back office. */
export function bedieningVan(doelgroep: Doelgroep): 'FRONT_OFFICE' | 'BACK_OFFICE' {
  return doelgroep === 'BIJNA_VOLLEDIG' || doelgroep === 'BEPERKT' ? 'FRONT_OFFICE' : 'BACK_OFFICE';
}

/** The slices that the target group rests on, as the graph hands them over. */
export type DoelgroepInvoer = {
  readonly loonwaarde?: Ingebracht<{
    readonly metingen?:
      | readonly { readonly vastgesteldOp?: string | null; readonly loonwaardePercentage?: number | null }[]
      | null;
  }>;
  readonly reintegratie?: Ingebracht<{
    readonly voorzieningen?:
      | readonly { readonly begindatum?: string | null; readonly loonwaardePercentage?: number | null }[]
      | null;
  }>;
};

export type Doelgroepbepaling = {
  readonly volledig: boolean;
  readonly bronnen: readonly Bronvermelding[];
} & (
  | { readonly bepaalbaarheid: 'GEEN_GEGEVENS' | 'NIET_TE_BEPALEN' }
  | {
      readonly bepaalbaarheid: 'BEPAALD';
      readonly doelgroep: Doelgroep;
      readonly bediening: 'FRONT_OFFICE' | 'BACK_OFFICE';
      readonly loonwaardePercentage: number;
      readonly vastgesteldOp: string | null;
      readonly berustOp: Feit['bron'];
    }
);

type Feit = {
  readonly percentage: number;
  readonly datum: string | null;
  readonly bron: 'SW_ADMINISTRATIE' | 'SUWI_REINTEGRATIE';
};

/** The target group from the latest wage value that the answering sources have; never from silence. */
export function bepaalDoelgroep(invoer: DoelgroepInvoer, now: () => Date): Doelgroepbepaling {
  const bronnen = [
    bronstand(invoer.loonwaarde, 'SW_ADMINISTRATIE', now),
    bronstand(invoer.reintegratie, 'SUWI_REINTEGRATIE', now),
  ];
  const volledig = bronnen.every((b) => isVolledig(b.uitkomst));
  const feit = laatsteFeit(invoer);
  if (feit === undefined) {
    return { bepaalbaarheid: volledig ? 'GEEN_GEGEVENS' : 'NIET_TE_BEPALEN', volledig, bronnen };
  }
  const doelgroep = doelgroepVan(feit.percentage);
  return {
    bepaalbaarheid: 'BEPAALD',
    doelgroep,
    bediening: bedieningVan(doelgroep),
    loonwaardePercentage: feit.percentage,
    vastgesteldOp: feit.datum,
    berustOp: feit.bron,
    volledig,
    bronnen,
  };
}

function laatsteFeit(invoer: DoelgroepInvoer): Feit | undefined {
  const feiten: readonly Feit[] = [
    ...(invoer.loonwaarde?.metingen ?? []).flatMap((m) =>
      feitVan(m.loonwaardePercentage, m.vastgesteldOp, 'SW_ADMINISTRATIE'),
    ),
    ...(invoer.reintegratie?.voorzieningen ?? []).flatMap((v) =>
      feitVan(v.loonwaardePercentage, v.begindatum, 'SUWI_REINTEGRATIE'),
    ),
  ];
  // The sort is stable and measurements stand first: of the same day a measurement goes before a
  // provision. It is the finding, the other its use.
  return [...feiten].sort((a, b) => eersteDag(b).localeCompare(eersteDag(a)))[0];
}

function feitVan(
  percentage: number | null | undefined,
  datum: string | null | undefined,
  bron: Feit['bron'],
): readonly Feit[] {
  const bruikbaar = typeof percentage === 'number' && Number.isFinite(percentage) && percentage >= 0;
  if (!bruikbaar) return [];
  return [{ percentage, datum: datum ?? null, bron }];
}

/** Facts without a date come last; a partial date counts as its first possible day. */
function eersteDag(feit: Feit): string {
  return feit.datum === null ? '' : grenzen(feit.datum).eerste;
}
