import type { Bronvermelding, ClientSleutel, WerkvoorraadSleutel } from '../../kit/index.ts';
import { bronstand, ergsteBronnen } from '../bronstand.ts';
import { bepaalSignalen, type Signalenoverzicht } from '../signalen/index.ts';
import { type Argumenten, type Bladeren, keuze, leesBladeren, leesWens, type Wens } from './argumenten.ts';
import { type Oordeel, voldoet } from './filter.ts';
import { deelVan, type Lid, type WerkvoorraadInvoer } from './invoer.ts';
import { maakPositie } from './positie.ts';
import { oordeelOverSignalen, type Signaalregel, signaalplaats } from './signaalvolgorde.ts';
import { type Plaats, plaatsVan, vergelijk } from './volgorde.ts';

export { eisKeuze, leesSleutel } from './argumenten.ts';
export type { WerkvoorraadInvoer } from './invoer.ts';

/** A page of the graph (`WerkvoorraadConnection`, `WerkvoorraadSignaalConnection`); `E` is what an edge holds. */
export type Bladzijde<E> = {
  readonly totalCount: number | null;
  readonly onbepaald: number | null;
  readonly edges: readonly (E & { readonly cursor: string })[] | null;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  } | null;
  readonly bronnen: readonly Bronvermelding[];
};

type Werkvoorraad = Pick<WerkvoorraadSleutel, 'rol'> & WerkvoorraadInvoer;

/** A client with the slices that the list rests on, so that no partner is asked for them again (`@provides`). */
export type ClientEdge = {
  readonly node: ClientSleutel & Pick<Lid, 'klantdossier' | 'loonwaarde' | 'reintegratie'>;
};
/** A client with what is due for it. */
export type SignaalEdge = { readonly node: ClientSleutel; readonly signalen: Signalenoverzicht };

/**
 * One page of a caseload, filtered and sorted on what the client's partners know.
 * @throws GraafFout ONGELDIGE_INVOER
 */
export function bladerWerkvoorraad(
  werkvoorraad: Werkvoorraad,
  argumenten: Argumenten,
  now: () => Date,
): Bladzijde<ClientEdge> {
  const wens = leesWens(werkvoorraad.rol, argumenten);
  const sortering = argumenten.sortering ?? 'CLIENTNUMMER';
  return blader(werkvoorraad, wens, now, (lid) => {
    const { clientnummer, klantdossier, loonwaarde, reintegratie } = lid;
    return {
      oordeel: voldoet(lid, wens.filter, now),
      plaats: plaatsVan(lid, sortering),
      bronnen: feitbronnen(lid, wens, now),
      edge: { node: { clientnummer, klantdossier, loonwaarde, reintegratie } },
    };
  });
}

/**
 * One page of a caseload by what is due for each client, the most urgent first.
 * @throws GraafFout ONGELDIGE_INVOER
 */
export function bladerNaarSignaal(
  werkvoorraad: Werkvoorraad,
  argumenten: Pick<Argumenten, 'first' | 'after'> & {
    readonly regels?: readonly Signaalregel[] | null | undefined;
  },
  now: () => Date,
): Bladzijde<SignaalEdge> {
  const bladeren = leesBladeren('SIGNAAL', argumenten);
  const regels = argumenten.regels == null ? undefined : keuze('regels', argumenten.regels);
  return blader(werkvoorraad, bladeren, now, (lid) => {
    const overzicht = bepaalSignalen(lid, now);
    return {
      oordeel: oordeelOverSignalen(overzicht, regels),
      plaats: signaalplaats(lid.clientnummer, overzicht, regels),
      bronnen: overzicht.bronnen,
      edge: { node: { clientnummer: lid.clientnummer }, signalen: overzicht },
    };
  });
}

/** Whether a client is listed, where, and what the page shows of it. */
type Beoordeling<E> = {
  readonly oordeel: Oordeel;
  readonly plaats: Plaats;
  readonly bronnen: readonly Bronvermelding[];
  readonly edge: E;
};

/**
 * The page that these judgements lead to. A source that did not answer never makes an empty list: without the
 * list itself, or when nobody can be listed and somebody could not be judged, there is no page.
 */
function blader<E>(
  werkvoorraad: Werkvoorraad,
  bladeren: Bladeren,
  now: () => Date,
  beoordeel: (lid: Lid) => Beoordeling<E>,
): Bladzijde<E> {
  const { bron, deel } = deelVan(werkvoorraad);
  const lijst = bronstand(deel, bron, now);
  const leden = lijst.uitkomst === 'NIETS_GEVONDEN' ? [] : deel?.clienten;
  if (leden == null) return geenBladzijde([lijst]);
  const oordelen = leden.map(beoordeel);
  const bronnen = ergsteBronnen([lijst, ...oordelen.flatMap((o) => o.bronnen)]);
  const gekozen = oordelen.filter(({ oordeel }) => oordeel === 'JA');
  const onbepaald = oordelen.filter(({ oordeel }) => oordeel === 'ONBEKEND').length;
  if (gekozen.length === 0 && onbepaald > 0) return { ...geenBladzijde(bronnen), onbepaald };
  return {
    ...snijd(gekozen, bladeren),
    // Of a list that did not come whole nobody knows how many there are.
    totalCount: lijst.uitkomst === 'GEDEELTELIJK' ? null : gekozen.length,
    onbepaald,
    bronnen,
  };
}

function geenBladzijde(bronnen: readonly Bronvermelding[]): Bladzijde<never> {
  return { totalCount: null, onbepaald: null, edges: null, pageInfo: null, bronnen };
}

/** The page after the position asked for. */
function snijd<E>(
  gekozen: readonly Beoordeling<E>[],
  { first, na, volgorde }: Bladeren,
): Pick<Bladzijde<E>, 'edges' | 'pageInfo'> {
  const opVolgorde = gekozen.toSorted((a, b) => vergelijk(a.plaats, b.plaats, volgorde));
  const begin =
    na === undefined ? 0 : opVolgorde.filter(({ plaats }) => vergelijk(plaats, na, volgorde) <= 0).length;
  const edges = opVolgorde
    .slice(begin, begin + first)
    .map(({ plaats, edge }) => ({ ...edge, cursor: maakPositie(volgorde, plaats) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: begin + first < opVolgorde.length,
      hasPreviousPage: begin > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The sources of one client that this filter and this order rest on. */
function feitbronnen(lid: Lid, { filter, volgorde }: Wens, now: () => Date): readonly Bronvermelding[] {
  const opDossier =
    filter.treden !== undefined || filter.statussen !== undefined || volgorde !== 'CLIENTNUMMER';
  return [
    ...(opDossier ? [bronstand(lid.klantdossier, 'KVS', now)] : []),
    ...(filter.doelgroepen === undefined
      ? []
      : [
          bronstand(lid.loonwaarde, 'SW_ADMINISTRATIE', now),
          bronstand(lid.reintegratie, 'SUWI_REINTEGRATIE', now),
        ]),
  ];
}
