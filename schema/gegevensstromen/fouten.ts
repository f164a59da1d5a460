/** What composition asks of the declared flows: each problem in words that say what to write. */
import type { DocumentNode } from 'graphql';
import {
  createGegevensstromen,
  type Doel,
  doelen,
  type FieldPolicy,
  type Gegevensstroom,
  type Veldovergang,
} from '../../gateway/access/index.ts';
import { doelenVanOvergangen } from './doelen.ts';
import { mogelijkeOvergangen, type Overgang, tekstVan } from './mogelijk.ts';
import { leesSupergraaf, type Supergraaf } from './supergraaf.ts';

/** @returns every problem, none when the flows are those that the supergraph makes possible, for the same purposes */
export function stroomfouten(
  supergraph: DocumentNode,
  policy: FieldPolicy,
  stromen: readonly Gegevensstroom[],
): readonly string[] {
  const graaf = leesSupergraaf(supergraph);
  const nodig = nodigeStromen(graaf, policy);
  return [
    ...graaf.metContext.map(
      (veld) =>
        `GEGEVENSSTROOM_CONTEXT: ${veld} takes an argument from elsewhere (@fromContext), which is not checked`,
    ),
    ...onbekend(graaf, stromen),
    ...ontbrekend(nodig, stromen),
    ...verlopen(graaf, nodig, stromen),
  ];
}

/** A crossing with the purposes for which it can happen. */
export type NodigeStroom = Overgang & { readonly doelen: readonly Doel[] };

/** Every crossing that a supergraph and its field policy make possible; without a purpose it cannot happen. */
export function nodigeStromen(graaf: Supergraaf, policy: FieldPolicy): readonly NodigeStroom[] {
  const doelenVan = doelenVanOvergangen(graaf, policy);
  return mogelijkeOvergangen(graaf).flatMap((overgang) => {
    const voor = doelenVan(overgang);
    return voor.size === 0 ? [] : [{ ...overgang, doelen: doelen.filter((doel) => voor.has(doel)) }];
  });
}

/** Partners and fields that are not there: a slip of the pen, or a partner that went. */
function onbekend(graaf: Supergraaf, stromen: readonly Gegevensstroom[]): readonly string[] {
  return stromen.flatMap(({ id, van, naar, delen }) => [
    ...[...van, naar]
      .filter((partner) => !graaf.partners.includes(partner))
      .map((partner) => `GEGEVENSSTROOM_ONBEKEND: ${id} names ${partner}, which is no partner`),
    ...delen
      .flatMap(({ velden }) => velden)
      .filter((veld) => !graaf.velden.has(veld))
      .map((veld) => `GEGEVENSSTROOM_ONBEKEND: ${id} names ${veld}, which is no field`),
  ]);
}

/** Crossings that are possible and not declared, or not for a purpose for which they are possible. */
function ontbrekend(nodig: readonly NodigeStroom[], stromen: readonly Gegevensstroom[]): readonly string[] {
  const { van: stroomVoor } = createGegevensstromen(stromen);
  return nodig.flatMap((overgang) => {
    const zonder = overgang.doelen.filter((doel) => stroomVoor(overgang, doel).length === 0);
    if (zonder.length === 0) return [];
    const { van, naar, veld, door } = overgang;
    return [
      `GEGEVENSSTROOM_ONTBREEKT: ${veld} of ${van} may reach ${naar} for ${zonder.join(', ')}, by ${door
        .map(tekstVan)
        .join(', ')}: say in schema/gegevensstromen/${naar}.json why, and by what law, or ask it of nobody`,
    ];
  });
}

/** What is declared and cannot happen any more: a field that nothing takes, or takes for another purpose. */
function verlopen(
  graaf: Supergraaf,
  nodig: readonly NodigeStroom[],
  stromen: readonly Gegevensstroom[],
): readonly string[] {
  const perOvergang = new Map(nodig.map((een) => [sleutelVan(een), een.doelen]));
  return stromen.flatMap(({ id, van, naar, delen }) =>
    delen.flatMap(({ doelen: voor, velden }) =>
      van.flatMap((gever) =>
        velden.flatMap((veld) => {
          // Said already: which is not there.
          if (![gever, naar].every((een) => graaf.partners.includes(een)) || !graaf.velden.has(veld))
            return [];
          const mogelijk = perOvergang.get(sleutelVan({ van: gever, naar, veld }));
          if (mogelijk === undefined) {
            return [
              `GEGEVENSSTROOM_VERLOPEN: ${id}: nothing takes ${veld} from ${gever} to ${naar} any more`,
            ];
          }
          const over = voor.filter((doel) => !mogelijk.includes(doel));
          if (over.length === 0) return [];
          return [
            `GEGEVENSSTROOM_VERLOPEN: ${id}: nothing takes ${veld} from ${gever} to ${naar} for ${over.join(', ')}`,
          ];
        }),
      ),
    ),
  );
}

function sleutelVan({ van, naar, veld }: Veldovergang): string {
  return `${van} ${naar} ${veld}`;
}
