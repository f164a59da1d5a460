import { Kind, type SelectionSetNode } from 'graphql';
import type { Supergraaf } from './supergraaf.ts';

/** That a field which one subgraph gives may be told to another, whichever plan is made. */
export type Overgang = {
  readonly van: string;
  readonly naar: string;
  /** `Type.field` */
  readonly veld: string;
  readonly door: readonly Aanleiding[];
};

/** What makes a planner tell it: an entity is asked about by key, or a field is computed from it. */
export type Aanleiding = {
  readonly soort: '@key' | '@requires';
  readonly type: string;
  /** The fields of the key, or the computed field. */
  readonly veld: string;
};

/**
 * Every crossing that a supergraph makes possible. A planner may take a field from any subgraph that gives it, so each
 * of these counts; of a value without a key, those that give what it hangs from.
 */
export function mogelijkeOvergangen(graaf: Supergraaf): readonly Overgang[] {
  const gevonden = new Map<string, Overgang & { readonly door: Aanleiding[] }>();
  const voegToe = (naar: string, gegeven: readonly Gegeven[], aanleiding: Aanleiding) => {
    for (const { veld, gevers } of gegeven) {
      for (const van of gevers) {
        if (van === naar) continue;
        const sleutel = `${van} ${naar} ${veld}`;
        const bekend = gevonden.get(sleutel) ?? { van, naar, veld, door: [] };
        gevonden.set(sleutel, bekend);
        if (!bekend.door.some((een) => tekstVan(een) === tekstVan(aanleiding))) bekend.door.push(aanleiding);
      }
    }
  };
  for (const { partner, type, velden } of graaf.sleutels) {
    const namen = velden.selections.flatMap((s) => (s.kind === Kind.FIELD ? [s.name.value] : []));
    const aanleiding = { soort: '@key', type, veld: namen.join(' ') } as const;
    voegToe(partner, gegevenIn(graaf, velden, type, new Set()), aanleiding);
  }
  for (const { partner, type, veld, velden } of graaf.eisen) {
    voegToe(partner, gegevenIn(graaf, velden, type, new Set()), { soort: '@requires', type, veld });
  }
  return [...gevonden.values()];
}

/** The cause in words. */
export function tekstVan({ soort, type, veld }: Aanleiding): string {
  return soort === '@key' ? `@key "${veld}" of ${type}` : `@requires of ${type}.${veld}`;
}

type Gegeven = { readonly veld: string; readonly gevers: ReadonlySet<string> };

/** @param bronnen the subgraphs that give the object itself, which matters when it has no key */
function gegevenIn(
  graaf: Supergraaf,
  { selections }: SelectionSetNode,
  type: string,
  bronnen: ReadonlySet<string>,
): readonly Gegeven[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return gegevenIn(graaf, selection.selectionSet, selection.typeCondition?.name.value ?? type, bronnen);
    }
    const naam = selection.name.value;
    const eigen = graaf.familie(type).flatMap((lid): Gegeven[] => {
      const veld = `${lid}.${naam}`;
      if (!graaf.velden.has(veld)) return [];
      const gevers = [...graaf.gevers(veld)].filter(
        (partner) => graaf.isEntiteit(lid) || bronnen.has(partner),
      );
      return [{ veld, gevers: new Set(gevers) }];
    });
    const onder = graaf.velden.get(`${type}.${naam}`);
    if (selection.selectionSet === undefined || onder === undefined) return eigen;
    const hier = new Set(eigen.flatMap(({ gevers }) => [...gevers]));
    return [...eigen, ...gegevenIn(graaf, selection.selectionSet, onder, hier)];
  });
}
