import type { Filter } from './argumenten.ts';
import { doelgroepVanLid, type Feit, statusVan, tredeVan } from './feiten.ts';
import type { Lid } from './invoer.ts';

/** Whether a client meets a filter; `ONBEKEND` when a source that could tell did not answer. */
export type Oordeel = 'JA' | 'NEE' | 'ONBEKEND';

/** All conditions must be met; one that is known not to be settles it, whatever the others are. */
export function voldoet(lid: Lid, filter: Filter, now: () => Date): Oordeel {
  const { doelgroepen, treden, statussen } = filter;
  const oordelen = [
    ...(doelgroepen === undefined ? [] : [eenVan(doelgroepVanLid(lid, now), (d) => doelgroepen.has(d))]),
    ...(treden === undefined ? [] : [eenVan(tredeVan(lid), ({ trede }) => treden.has(trede))]),
    ...(statussen === undefined ? [] : [eenVan(statusVan(lid), (status) => statussen.has(status))]),
  ];
  if (oordelen.includes('NEE')) return 'NEE';
  return oordelen.includes('ONBEKEND') ? 'ONBEKEND' : 'JA';
}

/** Who has no such fact does not meet a condition on it. */
function eenVan<T>(feit: Feit<T>, gekozen: (waarde: T) => boolean): Oordeel {
  if (!feit.bekend) return 'ONBEKEND';
  return feit.waarde !== null && gekozen(feit.waarde) ? 'JA' : 'NEE';
}
