import { GraafFout, isMedewerkernummer, type WerkvoorraadSleutel } from '../../kit/index.ts';
import type { Doelgroep } from '../doelgroep.ts';
import { leesPositie, type Positie } from './positie.ts';
import type { Sortering, Volgorde } from './volgorde.ts';

export const maxPerBladzijde = 100;

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
  const first = argumenten.first ?? 50;
  if (!Number.isInteger(first) || first < 1 || first > maxPerBladzijde) {
    throw new GraafFout('ONGELDIGE_INVOER', `first must be between 1 and ${maxPerBladzijde}.`);
  }
  const { after } = argumenten;
  return { first, na: after == null ? undefined : leesPositie(volgorde, after), volgorde };
}

/** The values of one condition. An empty list would ask for nobody: that is a mistake, and not silently everybody. */
export function keuze<T>(naam: keyof Filter | 'regels', waarden: readonly T[]): ReadonlySet<T> {
  if (waarden.length >= 1 && waarden.length <= maxPerBladzijde) return new Set(waarden);
  throw new GraafFout('ONGELDIGE_INVOER', `${naam} must name between 1 and ${maxPerBladzijde} values.`);
}
