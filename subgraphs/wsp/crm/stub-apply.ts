import { FilterFout, type Waarde } from './stub-filter.ts';

/**
 * The part of OData `$apply` that this CRM is asked in: a filter, one column to group by, a count and sums.
 * @throws FilterFout when it is anything else
 */
export function leesApply(bron: string): {
  readonly filter: string;
  readonly kolom: string;
  readonly sommen: readonly { readonly kolom: string; readonly alias: string }[];
} {
  const vorm =
    /^filter\((.+)\)\/groupby\(\((\w+)\),aggregate\(\$count as aantal((?:,\w+ with sum as \w+)*)\)\)$/;
  const [, filter, kolom, sommen] = vorm.exec(bron) ?? [];
  if (filter === undefined || kolom === undefined || sommen === undefined) {
    throw new FilterFout('the $apply expression is not supported');
  }
  return {
    filter,
    kolom,
    sommen: [...sommen.matchAll(/,(\w+) with sum as (\w+)/g)].map(([, som = '', alias = '']) => ({
      kolom: som,
      alias,
    })),
  };
}

/** One object for each value of the column; a sum over empty columns only is null, as in SQL. */
export function groepeer<R>(
  rijen: readonly R[],
  { kolom, sommen }: Pick<ReturnType<typeof leesApply>, 'kolom' | 'sommen'>,
  lees: (rij: R, kolom: string) => Waarde,
): readonly Readonly<Record<string, Waarde>>[] {
  const groepen = new Map<Waarde, R[]>();
  for (const rij of rijen) {
    const waarde = lees(rij, kolom);
    const groep = groepen.get(waarde);
    if (groep === undefined) groepen.set(waarde, [rij]);
    else groep.push(rij);
  }
  return [...groepen].map(([waarde, groep]) => ({
    [kolom]: waarde,
    aantal: groep.length,
    ...Object.fromEntries(
      sommen.map(({ kolom: som, alias }) => {
        const getallen = groep.flatMap((rij) => {
          const getal = lees(rij, som);
          return typeof getal === 'number' ? [getal] : [];
        });
        return [alias, getallen.length === 0 ? null : getallen.reduce((a, b) => a + b, 0)];
      }),
    ),
  }));
}
