import type { Persoon } from '../../population/index.ts';
import {
  allePlaatsen,
  beroepenVanAfdeling,
  kanNaarBuiten,
  reistijdMinuten,
} from '../../population/matching.ts';

/** Columns of the GetConnector `Werkplein_Kandidaten`, simulated; it is filtered on the first. */
export const kandidaatvelden = [
  'Beschikbaar_voor_plaatsing',
  'Beroepscodes',
  'Uren_per_week',
  'Werkgebied',
  'Beschikbaar_vanaf',
  'Instrumenten',
] as const;

/** As far as the company's own transport goes, minutes. */
const hoogsteReistijd = 30;
/** Wage value, percent, from which individual secondment is in reach; below it supported work. */
const loonwaardeDetachering = 50;

/** The row of a worker who is able to leave sheltered work; the others have none. */
export function kandidaatrijen(
  persoon: Persoon,
): readonly Readonly<Record<(typeof kandidaatvelden)[number], string | number | null>>[] {
  const dienst = persoon.swDienstverband;
  if (dienst === undefined || !kanNaarBuiten(persoon)) return [];
  const loonwaarde = persoon.loonwaardemetingen.at(-1)?.percentage ?? 0;
  const bereikbaar = (plaats: string) => (reistijdMinuten(persoon, plaats) ?? Infinity) <= hoogsteReistijd;
  return [
    {
      Beschikbaar_voor_plaatsing: 'true',
      Beroepscodes: beroepenVanAfdeling(dienst.afdeling).join(';'),
      Uren_per_week: dienst.urenPerWeek,
      Werkgebied: allePlaatsen.filter(bereikbaar).join(';'),
      Beschikbaar_vanaf: null,
      Instrumenten: [
        loonwaarde >= loonwaardeDetachering ? 'DETACHERING' : 'BEGELEID_WERKEN',
        'JOBCOACH',
        'WERKPLEKAANPASSING',
      ].join(';'),
    },
  ];
}
