import { type Bronvermelding, grenzen, overlap, type Periode } from '../kit/index.ts';
import { bronstand, type Ingebracht, isVolledig } from './bronstand.ts';
import { inkomstenaard } from './inkomstensoort.ts';

type Code = { readonly code: string; readonly omschrijving?: string | null | undefined };
type Benefit = Partial<Periode> & { readonly regeling: Code };

type Verhouding = Partial<Periode> & { readonly soort?: Code | null; readonly werkgevernaam?: string | null };

/** The slices that the overview rests on, as the graph hands them over. */
export type UitkeringenInvoer = {
  readonly bijstand?: Ingebracht<{ readonly uitkeringen?: readonly Benefit[] | null }>;
  readonly werknemersverzekeringen?: Ingebracht<{ readonly uitkeringen?: readonly Benefit[] | null }>;
  readonly inkomen?: Ingebracht<{
    readonly inkomstenverhoudingen?: readonly Verhouding[] | null;
  }>;
};

export type Uitkering = Periode & { readonly verstrekker: 'GEMEENTE' | 'UWV'; readonly regeling: Code };

export type Samenloop = Periode & {
  readonly soort: 'UITKERING' | 'INKOMEN';
  readonly zekerheid: 'ZEKER' | 'MOGELIJK';
  readonly bijstand: Uitkering;
  readonly naast: Code | null;
  readonly werkgevernaam: string | null;
};

export type Uitkeringenoverzicht = {
  readonly uitkeringen: readonly Uitkering[];
  readonly samenloop: readonly Samenloop[];
  readonly volledig: boolean;
  readonly bronnen: readonly Bronvermelding[];
};

/** One list over municipality and UWV, and rule SAMEN, from the sources that answered. */
export function bepaalUitkeringen(invoer: UitkeringenInvoer, now: () => Date): Uitkeringenoverzicht {
  const { bijstand, werknemersverzekeringen, inkomen } = invoer;
  const gemeente = (bijstand?.uitkeringen ?? []).map((u) => uitkering('GEMEENTE', u));
  const uwv = (werknemersverzekeringen?.uitkeringen ?? []).map((u) => uitkering('UWV', u));
  const inkomsten = naastBijstand(inkomen?.inkomstenverhoudingen ?? [], werknemersverzekeringen);
  const bronnen = [
    bronstand(bijstand, 'SUWI_BIJSTAND', now),
    bronstand(werknemersverzekeringen, 'SUWINET_WERKNEMERSVERZEKERINGEN', now),
    bronstand(inkomen, 'SUWINET_INKOMSTEN', now),
  ];
  return {
    uitkeringen: [...gemeente, ...uwv].sort(laatsteBeginEerst),
    samenloop: gemeente.flatMap((b) => [
      ...uwv.flatMap((u) => samenloop(b, 'UITKERING', u, u.regeling, null)),
      ...inkomsten.flatMap(({ soort, verhouding }) =>
        samenloop(b, soort, periode(verhouding), verhouding.soort ?? null, verhouding.werkgevernaam ?? null),
      ),
    ]),
    volledig: bronnen.every((b) => isVolledig(b.uitkomst)),
    bronnen,
  };
}

/**
 * The income relations that count beside social assistance. The Polisadministratie also lists the
 * assistance itself, and the benefits that UWV pays: these come from UWV's own slice, and from here only
 * when that slice is not there to say it.
 */
function naastBijstand(
  verhoudingen: readonly Verhouding[],
  werknemersverzekeringen: UitkeringenInvoer['werknemersverzekeringen'],
): readonly { readonly soort: Samenloop['soort']; readonly verhouding: Verhouding }[] {
  const uwvSpreekt = (werknemersverzekeringen?.uitkeringen ?? undefined) !== undefined;
  return verhoudingen.flatMap(
    (verhouding): readonly { soort: Samenloop['soort']; verhouding: Verhouding }[] => {
      const aard = inkomstenaard(verhouding.soort?.code);
      switch (aard) {
        case 'BIJSTAND':
          return [];
        case 'WERKNEMERSVERZEKERING':
          return uwvSpreekt ? [] : [{ soort: 'UITKERING', verhouding }];
        case 'UITKERING':
          return [{ soort: 'UITKERING', verhouding }];
        case 'INKOMEN':
          return [{ soort: 'INKOMEN', verhouding }];
        default:
          return aard satisfies never;
      }
    },
  );
}

function uitkering(verstrekker: Uitkering['verstrekker'], benefit: Benefit): Uitkering {
  return { verstrekker, regeling: benefit.regeling, ...periode(benefit) };
}

function periode(p: Partial<Periode>): Periode {
  return { begindatum: p.begindatum ?? null, einddatum: p.einddatum ?? null };
}

function samenloop(
  bijstand: Uitkering,
  soort: Samenloop['soort'],
  naast: Periode,
  code: Code | null,
  werkgevernaam: string | null,
): readonly Samenloop[] {
  const raakvlak = overlap(bijstand, naast);
  if (raakvlak === 'NEE') return [];
  return [
    {
      soort,
      zekerheid: raakvlak === 'JA' ? 'ZEKER' : 'MOGELIJK',
      bijstand,
      naast: code,
      werkgevernaam,
      begindatum: naast.begindatum,
      einddatum: naast.einddatum,
    },
  ];
}

/** Latest beginning first; an unknown begin last; then by payer and law, so that the order is one. */
function laatsteBeginEerst(a: Uitkering, b: Uitkering): number {
  const begin = (u: Uitkering) => (u.begindatum === null ? '' : grenzen(u.begindatum).eerste);
  return (
    begin(b).localeCompare(begin(a)) ||
    a.verstrekker.localeCompare(b.verstrekker) ||
    a.regeling.code.localeCompare(b.regeling.code)
  );
}
