import type { Signaalregel, Signalenoverzicht } from '../signalen/index.ts';
import type { Oordeel } from './filter.ts';
import type { Plaats } from './volgorde.ts';

export type { Signaalregel } from '../signalen/index.ts';

type Overzicht = Pick<Signalenoverzicht, 'signalen' | 'nietTeBepalen'>;

/**
 * Where a client stands by what is due: what is due or late first, by its day; then what comes, by its day;
 * then who has only what cannot be told; then who has nothing. What has no day comes after all days.
 */
export function signaalplaats(
  clientnummer: string,
  overzicht: Overzicht,
  regels: ReadonlySet<Signaalregel> | undefined,
): Plaats {
  const { nu, komt, nietTeBepalen } = verdeel(overzicht, regels);
  const eerste = nu[0] ?? komt[0];
  if (eerste === undefined) return { groep: nietTeBepalen.length > 0 ? 2 : 3, waarde: '', clientnummer };
  return { groep: nu.length > 0 ? 0 : 1, waarde: eerste.vervaldatum ?? '9999-12-31', clientnummer };
}

/** Whether one of the rules is due or late for a client; without rules everybody is listed. */
export function oordeelOverSignalen(
  overzicht: Overzicht,
  regels: ReadonlySet<Signaalregel> | undefined,
): Oordeel {
  if (regels === undefined) return 'JA';
  const { nu, nietTeBepalen } = verdeel(overzicht, regels);
  if (nu.length > 0) return 'JA';
  return nietTeBepalen.length > 0 ? 'ONBEKEND' : 'NEE';
}

/** The signals of these rules by how they stand; each in the order of the overview, by due day. */
function verdeel({ signalen, nietTeBepalen }: Overzicht, regels: ReadonlySet<Signaalregel> | undefined) {
  const telt = ({ regel }: { readonly regel: Signaalregel }) => regels?.has(regel) ?? true;
  const geldend = signalen.filter(telt);
  return {
    nu: geldend.filter(({ stand }) => stand !== 'KOMT'),
    komt: geldend.filter(({ stand }) => stand === 'KOMT'),
    nietTeBepalen: nietTeBepalen.filter(telt),
  };
}
