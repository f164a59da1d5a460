import {
  GraafFout,
  isMedewerkernummer,
  leesAantalClienten,
  maxClientenPerBladzijde,
  type WerkvoorraadSleutel,
} from '../../kit/index.ts';
import type { Doelgroep } from '../doelgroep.ts';
import { leesPositie, type Positie } from './positie.ts';
import type { Sortering, Volgorde } from './volgorde.ts';

/** Arguments of `Werkvoorraad.clienten`, as GraphQL hands them over. */
export type Argumenten = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly filter?:
    | {
        readonly doelgroepen?: readonly Doelgroep[] | null | undefined;
        readonly treden?: readonly number[] | null | undefined;
        readonly statussen?: readonly string[] | null | undefined;
      }
    | null
    | undefined;
  readonly sortering?: Sortering | null | undefined;
};

/** Which page of which order. */
export type Bladeren = {
  readonly first: number;
  readonly na: Positie | undefined;
  readonly volgorde: Volgorde;
};

/** What is wanted of a caseload: absent conditions are no conditions. */
export type Wens = Bladeren & { readonly filter: Filter };

export type Filter = {
  readonly doelgroepen?: ReadonlySet<Doelgroep>;
  readonly treden?: ReadonlySet<number>;
  readonly statussen?: ReadonlySet<string>;
};

/** @throws GraafFout ONGELDIGE_INVOER */
export function leesSleutel({ rol, medewerkernummer }: WerkvoorraadSleutel): WerkvoorraadSleutel {
  if (isMedewerkernummer(medewerkernummer)) return { rol, medewerkernummer };
  throw new GraafFout(
    'ONGELDIGE_INVOER',
    'medewerkernummer does not have the form of the number of a worker.',
  );
}

/**
 * Whoever filters nothing and wants no order that rests on a fact, asks the partner that keeps the list for its
 * page: here everybody's facts would be fetched for nothing.
 * @throws GraafFout ONGELDIGE_INVOER
 */
export function eisKeuze({ filter, sortering }: Argumenten): void {
  const { doelgroepen, treden, statussen } = filter ?? {};
  const gefilterd = doelgroepen != null || treden != null || statussen != null;
  if (gefilterd || (sortering ?? 'CLIENTNUMMER') !== 'CLIENTNUMMER') return;
  throw new GraafFout(
    'ONGELDIGE_INVOER',
    'clienten must be given a filter or an order; the list as it is stands in the bladzijde of its partner.',
  );
}

/**
 * Checks the arguments for the role of the caseload. A matchmaker sees wage-value bands, and neither ladder
 * steps nor the file of the municipality: so not as a filter or an order either.
 * @throws GraafFout ONGELDIGE_INVOER
 */
export function leesWens(rol: WerkvoorraadSleutel['rol'], argumenten: Argumenten): Wens {
  const sortering = argumenten.sortering ?? 'CLIENTNUMMER';
  const { doelgroepen, treden, statussen } = argumenten.filter ?? {};
  if (rol === 'MATCHMAKER' && (treden != null || statussen != null || sortering !== 'CLIENTNUMMER')) {
    throw new GraafFout('ONGELDIGE_INVOER', 'A matchmaker does not see ladder steps or the klantdossier.');
  }
  if (treden?.some((trede) => trede < 1 || trede > 6) === true) {
    throw new GraafFout('ONGELDIGE_INVOER', 'treden must be between 1 and 6.');
  }
  return {
    ...leesBladeren(sortering, argumenten),
    filter: {
      ...(doelgroepen == null ? {} : { doelgroepen: keuze('doelgroepen', doelgroepen) }),
      ...(treden == null ? {} : { treden: keuze('treden', treden) }),
      ...(statussen == null ? {} : { statussen: keuze('statussen', statussen) }),
    },
  };
}

/** @throws GraafFout ONGELDIGE_INVOER for a size or a position that this list does not have */
export function leesBladeren(volgorde: Volgorde, argumenten: Pick<Argumenten, 'first' | 'after'>): Bladeren {
  const first = leesAantalClienten(argumenten.first);
  const { after } = argumenten;
  return { first, na: after == null ? undefined : leesPositie(volgorde, after), volgorde };
}

/** The values of one condition. An empty list would ask for nobody: that is a mistake, and not silently everybody. */
export function keuze<T>(naam: keyof Filter | 'regels', waarden: readonly T[]): ReadonlySet<T> {
  if (waarden.length >= 1 && waarden.length <= maxClientenPerBladzijde) return new Set(waarden);
  throw new GraafFout(
    'ONGELDIGE_INVOER',
    `${naam} must name between 1 and ${maxClientenPerBladzijde} values.`,
  );
}
