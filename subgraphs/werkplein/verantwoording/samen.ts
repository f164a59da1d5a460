import type { Bronvermelding } from '../../kit/index.ts';
import { bronstand, type Ingebracht, isVolledig } from '../bronstand.ts';

type Cijferslice = Ingebracht<{
  readonly totaal?: {
    readonly instroom: number;
    readonly uitstroom?: number | null;
    readonly bestand: number;
  } | null;
  readonly doorstroom?: number | null;
}>;

/** The slices that the joint figures rest on, as the graph hands them over. */
export type VerantwoordingInvoer = {
  readonly gemeente?: Cijferslice;
  readonly uwv?: Cijferslice;
  readonly sw?: Cijferslice;
  readonly wsp?: Ingebracht<{
    readonly ontvangen?: readonly { readonly aantal?: number | null }[] | null;
    readonly vervuld?: number | null;
    readonly ingetrokken?: number | null;
    readonly open?: number | null;
  }>;
};

type Cijfers = {
  readonly instroom: number | null;
  readonly doorstroom: number | null;
  readonly uitstroom: number | null;
  readonly bestand: number | null;
};

export type SamenVerantwoord = Cijfers & {
  readonly partners: readonly (Cijfers & {
    readonly partner: 'GEMEENTE' | 'UWV' | 'SW' | 'WSP';
    readonly eenheid: 'CLIENT' | 'VACATURE';
  })[];
  readonly volledig: boolean;
  readonly bronnen: readonly Bronvermelding[];
};

/** The partners side by side, and the totals of those who answered: silence is null and never a zero. */
export function bepaalSamen(invoer: VerantwoordingInvoer, now: () => Date): SamenVerantwoord {
  const { gemeente, uwv, sw, wsp } = invoer;
  const clienten = [
    { partner: 'GEMEENTE', eenheid: 'CLIENT', ...cijfers(gemeente) },
    { partner: 'UWV', eenheid: 'CLIENT', ...cijfers(uwv) },
    { partner: 'SW', eenheid: 'CLIENT', ...cijfers(sw) },
  ] as const;
  const bronnen = [
    bronstand(gemeente, 'KVS', now),
    bronstand(uwv, 'SONAR', now),
    bronstand(sw, 'SW_ADMINISTRATIE', now),
    bronstand(wsp, 'CRM', now),
  ];
  const samen = (veld: keyof Cijfers) => optellen(clienten.map((deel) => deel[veld]));
  return {
    instroom: samen('instroom'),
    doorstroom: samen('doorstroom'),
    uitstroom: samen('uitstroom'),
    bestand: samen('bestand'),
    partners: [...clienten, { partner: 'WSP', eenheid: 'VACATURE', ...vacaturecijfers(wsp) }],
    volledig: bronnen.every(({ uitkomst }) => isVolledig(uitkomst)),
    bronnen,
  };
}

function cijfers(slice: Cijferslice): Cijfers {
  return {
    instroom: slice?.totaal?.instroom ?? null,
    doorstroom: slice?.doorstroom ?? null,
    uitstroom: slice?.totaal?.uitstroom ?? null,
    bestand: slice?.totaal?.bestand ?? null,
  };
}

function vacaturecijfers(slice: VerantwoordingInvoer['wsp']): Cijfers {
  const { ontvangen, vervuld, ingetrokken, open } = slice ?? {};
  return {
    instroom: ontvangen ? ontvangen.reduce((totaal, { aantal }) => totaal + (aantal ?? 0), 0) : null,
    doorstroom: null,
    uitstroom: typeof vervuld === 'number' && typeof ingetrokken === 'number' ? vervuld + ingetrokken : null,
    bestand: open ?? null,
  };
}

/** The sum of what is known; null when nothing is. */
function optellen(getallen: readonly (number | null)[]): number | null {
  const bekend = getallen.filter((getal) => getal !== null);
  return bekend.length === 0 ? null : bekend.reduce((totaal, getal) => totaal + getal, 0);
}
