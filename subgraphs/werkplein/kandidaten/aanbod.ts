import { z } from 'zod';
import { type Bronvermelding, GraafFout } from '../../kit/index.ts';
import { bronstand, type Ingebracht, isVolledig } from '../bronstand.ts';
import {
  type Kandidaat,
  type Plaats,
  type Pool,
  type Poolmatch,
  rangschik,
  vergelijkPlaats,
  voegSamen,
} from './rangschikking.ts';

type Poolinvoer = Ingebracht<{ readonly kandidaten?: readonly Poolmatch[] | null }>;

/** The vacancy and the pools, as the graph hands them over. */
export type KandidatenInvoer = {
  readonly id: string;
  readonly gegevens?: Ingebracht<object>;
  readonly kandidatenGemeente?: Poolinvoer;
  readonly kandidatenUwv?: Poolinvoer;
  readonly kandidatenSw?: Poolinvoer;
};

/** A page of the offer; `edges` is null when the vacancy itself is not known: then nobody was asked. */
export type Kandidatenaanbod = {
  readonly edges: readonly KandidaatEdge[] | null;
  readonly pageInfo: Paginastand | null;
  readonly aantal: number | null;
  readonly volledig: boolean;
  readonly bronnen: readonly Bronvermelding[];
};

type KandidaatEdge = {
  readonly cursor: string;
  readonly node: {
    readonly client: { readonly clientnummer: string };
    readonly rang: number;
    readonly redenen: readonly {
      readonly criterium: Criteriumnaam;
      readonly graad: Kandidaat['redenen'][number]['graad'];
      readonly volgens: readonly Poolbron[];
    }[];
    readonly beschikbaarVanaf: string | null;
    readonly instrumenten: Kandidaat['instrumenten'];
  };
};

type Criteriumnaam = Uppercase<Kandidaat['redenen'][number]['criterium']>;
type Poolbron = 'KVS' | 'SONAR' | 'SW_ADMINISTRATIE';

type Paginastand = {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
};

const maxPerPagina = 100;

/**
 * The joint offer for one vacancy. A pool that is silent leaves the others standing, and is named.
 * @throws GraafFout ONGELDIGE_INVOER for a page size or position that cannot be
 */
export function biedAan(
  vacature: KandidatenInvoer,
  pagina: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
  now: () => Date,
): Kandidatenaanbod {
  const first = leesFirst(pagina.first);
  const na = pagina.after == null ? undefined : leesCursor(pagina.after);
  const crm = bronstand(vacature.gegevens, 'CRM', now);
  if (crm.uitkomst !== 'GEVONDEN' && crm.uitkomst !== 'GEDEELTELIJK') {
    return { edges: null, pageInfo: null, aantal: null, volledig: isVolledig(crm.uitkomst), bronnen: [crm] };
  }
  const invoer = [
    ['KVS', vacature.kandidatenGemeente],
    ['SONAR', vacature.kandidatenUwv],
    ['SW_ADMINISTRATIE', vacature.kandidatenSw],
  ] as const satisfies readonly (readonly [Poolbron, Poolinvoer])[];
  const bronnen = [crm, ...invoer.map(([bron, pool]) => bronstand(pool, bron, now))];
  const pools: readonly Pool[] = invoer.map(([bron, pool]) => ({ bron, kandidaten: pool?.kandidaten ?? [] }));
  const alle = rangschik(vacature.id, voegSamen(pools)).map((rij, index) => ({ ...rij, rang: index + 1 }));
  const vanaf = na === undefined ? alle : alle.filter(({ plaats }) => vergelijkPlaats(na, plaats) < 0);
  const edges = vanaf.slice(0, first).map(({ kandidaat, plaats, rang }) => edge(kandidaat, plaats, rang));
  return {
    edges,
    pageInfo: {
      hasNextPage: vanaf.length > edges.length,
      hasPreviousPage: vanaf.length < alle.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    aantal: alle.length,
    volledig: bronnen.every(({ uitkomst }) => isVolledig(uitkomst)),
    bronnen,
  };
}

function edge(kandidaat: Kandidaat, plaats: Plaats, rang: number): KandidaatEdge {
  const { clientnummer, redenen, beschikbaarVanaf, instrumenten } = kandidaat;
  return {
    cursor: maakCursor(plaats),
    node: {
      client: { clientnummer },
      rang,
      redenen: redenen.map(({ criterium, graad, volgens }) => ({
        criterium: criterium.toUpperCase() as Criteriumnaam,
        graad,
        volgens: volgens as readonly Poolbron[],
      })),
      beschikbaarVanaf,
      instrumenten,
    },
  };
}

function leesFirst(first: number | null | undefined): number {
  const aantal = first ?? 20;
  if (aantal >= 1 && aantal <= maxPerPagina) return aantal;
  throw new GraafFout('ONGELDIGE_INVOER', `first moet tussen 1 en ${maxPerPagina} liggen.`);
}

/**
 * A position in an offer: points and lot, no person. It stays valid while candidates come and go, because
 * it says where, not how many.
 */
const positie = z.tuple([
  z.literal('kandidaat'),
  z.int().min(0).max(1_000),
  z.string().regex(/^[0-9a-f]{32}$/),
]);

export function maakCursor({ punten, loting }: Plaats): string {
  return Buffer.from(JSON.stringify(['kandidaat', punten, loting]), 'utf8').toString('base64url');
}

function leesCursor(cursor: string): Plaats {
  const gelezen = positie.safeParse(inhoud(cursor));
  if (gelezen.success) {
    const plaats = { punten: gelezen.data[1], loting: gelezen.data[2] };
    // Base64 has many spellings of one value; only our own is a cursor.
    if (maakCursor(plaats) === cursor) return plaats;
  }
  throw new GraafFout('ONGELDIGE_INVOER', 'after is geen positie van dit aanbod.');
}

function inhoud(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
