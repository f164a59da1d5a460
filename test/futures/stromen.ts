/** The data flows that are declared when partners change: today's, between those who do the same tasks then. */
import {
  createGegevensstromen,
  type Doel,
  type Gegevensstroom,
  type Veldovergang,
} from '../../gateway/access/index.ts';
import {
  type Compositie,
  composeRegistry,
  composeSupergraph,
  verklaardeStromen,
} from '../../schema/composition.ts';
import { leesSupergraaf, nodigeStromen } from '../../schema/gegevensstromen/index.ts';
import type { Partners } from './toekomsten.ts';

/** Partners of today, by the name of a partner of then; who is not named is who it was. */
export type Verleden = Readonly<Record<string, readonly string[]>>;

export type Toen = Compositie & {
  /** Fields that go between partners that were one, as `from > to Type.field`: nobody declared those yet. */
  readonly nieuw: readonly string[];
};

/** @throws CompositieFout also when a field would reach a partner that did not get it by any of today's flows */
export async function composeToekomst(partners: Partners, was: Verleden = {}): Promise<Toen> {
  const { supergraph, policy } = await composeSupergraph(partners);
  const vandaag = createGegevensstromen(verklaardeStromen());
  const eerder = (partner: string) => was[partner] ?? [partner];
  const nieuw: string[] = [];

  const stromenVoor = (overgang: Veldovergang, doel: Doel): readonly Gegevensstroom[] => {
    const { van, naar, veld } = overgang;
    const ids = eerder(van).flatMap((gever) =>
      eerder(naar).flatMap((ontvanger) => vandaag.van({ van: gever, naar: ontvanger, veld }, doel)),
    );
    const bekend = vandaag.alle.filter(({ id }) => ids.includes(id));
    const warenEen = eerder(van).some((partner) => eerder(naar).includes(partner));
    if (bekend.length > 0 || !warenEen) return bekend.map((stroom) => alleen(stroom, overgang, doel));
    nieuw.push(`${van} > ${naar} ${veld}`);
    const [voorbeeld] = vandaag.alle.filter(({ naar: ontvanger }) => eerder(naar).includes(ontvanger));
    return voorbeeld === undefined ? [] : [alleen({ ...voorbeeld, id: 'waren-een' }, overgang, doel)];
  };
  const stromen = nodigeStromen(leesSupergraaf(supergraph), policy).flatMap((overgang) =>
    overgang.doelen.flatMap((doel) => stromenVoor(overgang, doel)),
  );
  return { ...(await composeRegistry(partners, stromen)), nieuw: [...new Set(nieuw)].sort() };
}

/** Of a flow what it says of one field for one purpose, between partners of then. */
function alleen(stroom: Gegevensstroom, { van, naar, veld }: Veldovergang, doel: Doel): Gegevensstroom {
  return { ...stroom, van: [van], naar, delen: [{ doelen: [doel], velden: [veld] }] };
}
