import { isVolledig } from '../bronstand.ts';
import { bepaalDoelgroep, type Doelgroep } from '../doelgroep.ts';
import type { Lid } from './invoer.ts';

/** A fact of a client: known (null when the client has none), or not, because a source did not say. */
export type Feit<T> = { readonly bekend: true; readonly waarde: T | null } | { readonly bekend: false };

/** The target group by wage value; see `bepaalDoelgroep`. */
export function doelgroepVanLid(lid: Lid, now: () => Date): Feit<Doelgroep> {
  const bepaling = bepaalDoelgroep(lid, now);
  switch (bepaling.bepaalbaarheid) {
    case 'BEPAALD':
      return { bekend: true, waarde: bepaling.doelgroep };
    case 'GEEN_GEGEVENS':
      return { bekend: true, waarde: null };
    case 'NIET_TE_BEPALEN':
      return { bekend: false };
    default:
      return bepaling satisfies never;
  }
}

/** The code of the status in the client tracking system. */
export function statusVan({ klantdossier }: Lid): Feit<string> {
  return uitDossier(klantdossier, klantdossier?.status?.code);
}

/** The ladder step established last, with its date. */
export function tredeVan({
  klantdossier,
}: Lid): Feit<NonNullable<NonNullable<Lid['klantdossier']>['trede']>> {
  return uitDossier(klantdossier, klantdossier?.trede);
}

/** What is there is known; that it is not there only when the whole file came. */
function uitDossier<T>(klantdossier: Lid['klantdossier'], waarde: T | null | undefined): Feit<T> {
  if (waarde != null) return { bekend: true, waarde };
  return klantdossier != null && isVolledig(klantdossier.bron.uitkomst)
    ? { bekend: true, waarde: null }
    : { bekend: false };
}
