import { Kind, type SelectionSetNode } from 'graphql';
import { type Blik, blikken, type Doel, type FieldPolicy, wieZiet } from '../../gateway/access/index.ts';
import type { Aanleiding, Overgang } from './mogelijk.ts';
import { genoemd, type Supergraaf } from './supergraaf.ts';

type Blikken = ReadonlySet<Blik>;

/**
 * The purposes for which a crossing can happen at all: one and the same role may see for it what is asked of the
 * receiver, and something for which the giver was asked. Fields that others are computed from are asked by whoever
 * may see those.
 */
export function doelenVanOvergangen(
  graaf: Supergraaf,
  policy: FieldPolicy,
): (overgang: Overgang) => Set<Doel> {
  const door = gevraagdDoor(graaf, policy);
  const van = (coordinate: string) => [...(door.get(coordinate) ?? [])];

  /** Who has a partner asked about objects of a type, beside the key by which it is asked. */
  const vraagtOver = (partner: string, type: string, sleutelvelden: ReadonlySet<string>) => {
    const familie = new Set(graaf.familie(type));
    return [...graaf.velden.keys()].flatMap((coordinate) => {
      const [eigenaar = '', veld = ''] = coordinate.split('.');
      const over = familie.has(eigenaar) && !sleutelvelden.has(veld);
      return over && graaf.gevers(coordinate).has(partner) ? van(coordinate) : [];
    });
  };
  /** Who has a partner hand out objects of a type. */
  const krijgt = (partner: string, type: string) => {
    const erheen = [...graaf.velden].filter(
      ([coordinate, naar]) => graaf.familie(naar).includes(type) && graaf.gevers(coordinate).has(partner),
    );
    return [
      ...erheen.flatMap(([coordinate]) => van(coordinate)),
      ...vraagtOver(partner, type, inElkeSleutel(graaf, partner, type)),
    ];
  };
  const vraagt = (naar: string, { soort, type, veld }: Aanleiding) =>
    soort === '@requires' ? van(`${type}.${veld}`) : vraagtOver(naar, type, new Set(veld.split(' ')));

  return ({ van: gever, naar, veld, door: aanleidingen }) => {
    const [type = ''] = veld.split('.');
    const vanGever: Blikken = new Set(graaf.isEntiteit(type) ? krijgt(gever, type) : blikken);
    const samen = aanleidingen.flatMap((een) => vraagt(naar, een)).filter((blik) => vanGever.has(blik));
    return new Set(samen.map(({ doel }) => doel));
  };
}

/** By `Type.field`: who can ask it, or can ask a field that it is an input of. */
function gevraagdDoor(graaf: Supergraaf, policy: FieldPolicy): ReadonlyMap<string, Blikken> {
  const door = bereikbaarVoor(graaf, policy);
  const eisen = graaf.eisen.map(({ type, veld, velden }) => ({
    veld: `${type}.${veld}`,
    invoer: genoemd(velden, type, graaf),
  }));
  totNietsGroeit(() =>
    eisen.some(({ veld, invoer }) => invoer.map((een) => voegToe(door, een, door.get(veld))).includes(true)),
  );
  return door;
}

/** By `Type.field`: who sees it and, from the root, a way to it. */
function bereikbaarVoor(graaf: Supergraaf, policy: FieldPolicy): Map<string, Set<Blik>> {
  const velden = new Map<string, Set<Blik>>();
  const typen = new Map<string, Set<Blik>>(['Query', 'Mutation'].map((wortel) => [wortel, new Set(blikken)]));
  const alle = [...graaf.velden].map(([coordinate, naar]) => {
    const [type = ''] = coordinate.split('.');
    return { coordinate, type, naar: graaf.familie(naar), ziet: wieZiet(policy, coordinate) };
  });
  totNietsGroeit(() =>
    alle
      .map(({ coordinate, type, naar, ziet }) => {
        const hier = new Set(ziet.filter((blik) => typen.get(type)?.has(blik) === true));
        return (
          voegToe(velden, coordinate, hier) && naar.map((lid) => voegToe(typen, lid, hier)).includes(true)
        );
      })
      .includes(true),
  );
  return velden;
}

/** @returns whether there were any more */
function voegToe(bij: Map<string, Set<Blik>>, sleutel: string, erbij: Blikken | undefined): boolean {
  const bekend = bij.get(sleutel) ?? new Set();
  const vooraf = bekend.size;
  for (const blik of erbij ?? []) bekend.add(blik);
  bij.set(sleutel, bekend);
  return bekend.size > vooraf;
}

function totNietsGroeit(groei: () => boolean): void {
  while (groei());
}

/** Fields by which a partner is asked about a type whichever key is used: they are never what it is asked for. */
function inElkeSleutel(graaf: Supergraaf, partner: string, type: string): ReadonlySet<string> {
  const eigen = graaf.sleutels.filter((een) => een.partner === partner && een.type === type);
  const namen = ({ selections }: SelectionSetNode) =>
    new Set(selections.flatMap((s) => (s.kind === Kind.FIELD ? [s.name.value] : [])));
  const [eerste, ...rest] = eigen.map(({ velden }) => namen(velden));
  return new Set([...(eerste ?? [])].filter((naam) => rest.every((ander) => ander.has(naam))));
}
