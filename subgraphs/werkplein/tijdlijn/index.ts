import { createHash } from 'node:crypto';
import { type Bronvermelding, GraafFout, grenzen } from '../../kit/index.ts';
import { isVolledig } from '../bronstand.ts';
import { leesCursor, maakCursor, type Positie } from './cursor.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import { bronnenVan, gebeurtenissenVan, type TijdlijnInvoer } from './partners.ts';

export type { TijdlijnInvoer } from './partners.ts';

/** The most that one page holds. */
export const maxPerPagina = 100;

export type Pagina = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

export type Tijdlijn = {
  readonly edges: readonly { readonly cursor: string; readonly node: Gebeurtenis }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly volledig: boolean;
  readonly bronnen: readonly Bronvermelding[];
};

/**
 * One page of the time line over all partners, the latest first and the future included. A partial date stands
 * at its earliest day; what has no date stands last.
 * @throws GraafFout ONGELDIGE_INVOER for a size outside 1 to 100 or an `after` that is no cursor of ours
 */
export function maakTijdlijn(invoer: TijdlijnInvoer, { first, after }: Pagina, now: () => Date): Tijdlijn {
  const aantal = first ?? 50;
  if (!Number.isInteger(aantal) || aantal < 1 || aantal > maxPerPagina) {
    throw new GraafFout('ONGELDIGE_INVOER', `first is een getal van 1 tot en met ${maxPerPagina}.`);
  }
  const vanaf = after === null || after === undefined ? null : leesCursor(after);
  const alle = geordend(gebeurtenissenVan(invoer));
  const rest = vanaf === null ? alle : alle.filter(({ plek }) => vergelijk(plek, vanaf) > 0);
  const edges = rest.slice(0, aantal).map(({ plek, node }) => ({ cursor: maakCursor(plek), node }));
  const bronnen = bronnenVan(invoer, now);
  return {
    edges,
    pageInfo: {
      hasNextPage: rest.length > edges.length,
      hasPreviousPage: rest.length < alle.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    volledig: bronnen.every((b) => isVolledig(b.uitkomst)),
    bronnen,
  };
}

type Geplaatst = { readonly plek: Positie; readonly node: Gebeurtenis };

/** In order, each with a position that does not depend on what else is on the line. */
function geordend(nodes: readonly Gebeurtenis[]): readonly Geplaatst[] {
  const gezien = new Map<string, number>();
  return nodes
    .map((node): Geplaatst => {
      const soort = `${node.soort}_${node.moment}_${node.bron}`;
      const kern = createHash('sha256')
        .update(JSON.stringify([node.datum, soort, node.tijdstip, node.omschrijving]))
        .digest('hex')
        .slice(0, 24);
      // Events that are the same in everything are told apart by number: they are interchangeable.
      const volgnummer = gezien.get(kern) ?? 0;
      gezien.set(kern, volgnummer + 1);
      return { plek: [plaatsInTijd(node), soort, `${kern}.${String(volgnummer).padStart(4, '0')}`], node };
    })
    .sort((a, b) => vergelijk(a.plek, b.plek));
}

/** Earliest day the date can mean, then the moment of that day when it is known; empty for no date. */
function plaatsInTijd({ datum, tijdstip }: Gebeurtenis): string {
  if (datum === null) return '';
  const dag = grenzen(datum).eerste;
  return tijdstip === null ? dag : `${dag}T${String(Math.max(0, Date.parse(tijdstip))).padStart(15, '0')}`;
}

/** The latest day first; on one day by kind and key, so that the order is one. */
function vergelijk(a: Positie, b: Positie): number {
  return tekstvolgorde(b[0], a[0]) || tekstvolgorde(a[1], b[1]) || tekstvolgorde(a[2], b[2]);
}

function tekstvolgorde(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
