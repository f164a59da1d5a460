import { type Bronantwoord, GraafFout } from '../kit/index.ts';
import type { Contactmoment, Vacature, Zoekopdracht } from './crm/messages.ts';
import type { Bladeren } from './crm/source.ts';
import type { Zoekpagina } from './crm/uitslag.ts';
import { leesCursor, maakCursor } from './cursor.ts';
import type { PageInfo } from './generated/resolvers.ts';

/** Largest page of any list. */
export const maxPagina = 100;

type Argumenten = { readonly first?: number | null | undefined; readonly after?: string | null | undefined };

/** @throws GraafFout ONGELDIGE_INVOER for a page that is too small or too large */
export function leesBladeren({ first, after }: Argumenten): Bladeren {
  const aantal = first ?? 20;
  if (aantal < 1 || aantal > maxPagina) {
    throw new GraafFout('ONGELDIGE_INVOER', `first moet tussen 1 en ${maxPagina} liggen.`);
  }
  return { first: aantal, after: after ?? undefined };
}

/** Where a page stands (Relay Cursor Connections). */
export function pageInfo<R>(pagina: Zoekpagina<R>, after: string | null | undefined): PageInfo {
  const eerste = pagina.rijen[0];
  const laatste = pagina.rijen.at(-1);
  return {
    hasNextPage: pagina.meer,
    hasPreviousPage: after != null,
    startCursor: eerste === undefined ? null : pagina.cursorVan(eerste),
    endCursor: laatste === undefined ? null : pagina.cursorVan(laatste),
  };
}

/** The edges of a page. */
export function edges<R, N>(pagina: Zoekpagina<R>, map: (rij: R) => N) {
  return pagina.rijen.map((rij) => ({ cursor: pagina.cursorVan(rij), node: map(rij) }));
}

/**
 * An order in which the rows of one employer are paged: what comes first, how a row becomes a position,
 * and a position a cursor. Such lists come whole (one call for many employers), so pages are cut here.
 */
export type Volgorde<R> = {
  readonly positieVan: (rij: R) => Positie;
  readonly maak: (positie: Positie) => string;
  readonly lees: (cursor: string) => Positie;
};
/** Sort values: the first from high to low, the second from low to high. */
type Positie = readonly [string, string];

export const opMoment: Volgorde<Contactmoment> = {
  positieVan: (rij) => [rij.wg_op === null ? '' : new Date(rij.wg_op).toISOString(), rij.wg_contactmomentid],
  maak: ([op, id]) => maakCursor('contactmoment', [op, id]),
  lees: (cursor) => leesCursor('contactmoment', cursor),
};

export const opOntvangst: Volgorde<Zoekopdracht> = {
  positieVan: (rij) => [rij.wg_ontvangenop ?? '', rij.wg_zoekopdrachtid],
  maak: ([op, id]) => maakCursor('zoekopdracht', [op, id]),
  lees: (cursor) => leesCursor('zoekopdracht', cursor),
};

export const opNummer: Volgorde<Vacature> = {
  positieVan: (rij) => [rij.wg_vacaturenummer, ''],
  maak: ([nummer]) => maakCursor('vacature', [nummer]),
  lees: (cursor) => [leesCursor('vacature', cursor)[0], ''],
};

/**
 * One page of rows that came whole. A cursor stays valid while rows come and go, since it says where.
 * @throws GraafFout ONGELDIGE_INVOER for a cursor that is not of this list
 */
export function snijd<R>(
  antwoord: Bronantwoord<readonly R[]>,
  { first, after }: Bladeren,
  volgorde: Volgorde<R>,
): Bronantwoord<Zoekpagina<R>> {
  const na = after === undefined ? undefined : volgorde.lees(after);
  if (antwoord.uitkomst !== 'GEVONDEN' && antwoord.uitkomst !== 'GEDEELTELIJK') return antwoord;
  const rest = antwoord.gegevens
    .map((rij) => ({ rij, positie: volgorde.positieVan(rij) }))
    .filter(({ positie }) => na === undefined || vergelijk(positie, na) > 0)
    .sort((a, b) => vergelijk(a.positie, b.positie));
  const gegevens = {
    rijen: rest.slice(0, first).map(({ rij }) => rij),
    meer: rest.length > first,
    cursorVan: (rij: R) => volgorde.maak(volgorde.positieVan(rij)),
  };
  return { ...antwoord, gegevens };
}

function vergelijk([hoogA, laagA]: Positie, [hoogB, laagB]: Positie): number {
  if (hoogA !== hoogB) return hoogA > hoogB ? -1 : 1;
  return laagA === laagB ? 0 : laagA < laagB ? -1 : 1;
}
