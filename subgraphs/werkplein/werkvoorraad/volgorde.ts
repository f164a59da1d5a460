import { grenzen } from '../../kit/index.ts';
import { tredeVan } from './feiten.ts';
import type { Lid } from './invoer.ts';

/** Orders of a caseload that the caller can choose. */
export type Sortering = 'CLIENTNUMMER' | 'TREDE_LANGST_GELEDEN' | 'TREDE_KORTST_GELEDEN';

/**
 * Where a client stands in an order: first by group, then by value within it, then by clientnummer, so that
 * no two clients share a place and a place stays what it is when other clients come and go.
 */
export type Plaats = { readonly groep: number; readonly waarde: string; readonly clientnummer: string };

/** Every order: those, and that of what is due. */
export type Volgorde = Sortering | 'SIGNAAL';

/** Who never had a step established waits longest; of whom it is not known stands last in every order. */
export function plaatsVan(lid: Lid, sortering: Sortering): Plaats {
  const { clientnummer } = lid;
  if (sortering === 'CLIENTNUMMER') return { groep: 0, waarde: '', clientnummer };
  const trede = tredeVan(lid);
  const nooit = sortering === 'TREDE_LANGST_GELEDEN' ? 0 : 2;
  if (!trede.bekend) return { groep: 3, waarde: '', clientnummer };
  if (trede.waarde === null) return { groep: nooit, waarde: '', clientnummer };
  // A partial date counts as its first possible day; a step without a date as established long ago.
  const { vastgesteldOp } = trede.waarde;
  return { groep: 1, waarde: vastgesteldOp == null ? '' : grenzen(vastgesteldOp).eerste, clientnummer };
}

/** Negative when `a` comes before `b`. */
export function vergelijk(a: Plaats, b: Plaats, volgorde: Volgorde): number {
  const richting = volgorde === 'TREDE_KORTST_GELEDEN' ? -1 : 1;
  return (
    a.groep - b.groep ||
    richting * tekstvolgorde(a.waarde, b.waarde) ||
    tekstvolgorde(a.clientnummer, b.clientnummer)
  );
}

/** By code unit: the same on every machine, whatever its language. */
function tekstvolgorde(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
