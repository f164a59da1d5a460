import { z } from 'zod';
import { isClientnummer, type Verwerkingsmelding } from '../../subgraphs/kit/index.ts';
import type { SubgraphOperatie } from './subgraph-operatie.ts';

/** A person whose data a source was asked for, for one operation. */
export type Verwerkt = Verwerkingsmelding & { readonly subgraph: string };

const meldingen: z.ZodType<readonly Verwerkingsmelding[]> = z.array(
  z
    .object({
      bron: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/),
      soort: z.enum(['CLIENTNUMMER', 'CRM_CONTACT']),
      id: z.string().regex(/^[\w.-]{1,100}$/),
      begin: z.number().int().nonnegative(),
      einde: z.number().int().nonnegative(),
      gelukt: z.boolean(),
    })
    .refine(({ begin, einde }) => begin <= einde),
);

/** What a subgraph says it processed (`extensions.verwerkingen`); undefined when it does not say, or not readably. */
export function leesVerwerkingen(gegeven: unknown): readonly Verwerkingsmelding[] | undefined {
  return meldingen.safeParse(gegeven).data;
}

const vraagVariabelen = z.record(z.string(), z.unknown());

/**
 * What a call must be taken to have processed when the subgraph does not say: every client that it was about, at
 * every source behind the fields that were asked. Too much is recorded then, never too little.
 *
 * @param variables JSON text of the call's variables
 * @param burger the citizen who asks; what a citizen changes is of the own file, and is asked without a number
 */
export function verwerktAlsGevraagd(
  { delen, soort }: SubgraphOperatie,
  variables: string,
  bronnenVan: (type: string, field: string) => readonly string[],
  burger: string | undefined,
  { begin, einde, gelukt }: Pick<Verwerkingsmelding, 'begin' | 'einde' | 'gelukt'>,
): readonly Verwerkingsmelding[] {
  const bronnen = new Set(
    delen.flatMap(({ velden }) => velden.flatMap(({ type, field }) => bronnenVan(type, field))),
  );
  if (bronnen.size === 0) return [];
  const clienten = new Set([
    ...(soort === 'mutation' && burger !== undefined ? [burger] : []),
    ...Object.values(vraagVariabelen.parse(JSON.parse(variables))).flatMap((waarde) => clientenIn(waarde)),
  ]);
  return [...bronnen].flatMap((bron) =>
    [...clienten].map((id) => ({ bron, soort: 'CLIENTNUMMER' as const, id, begin, einde, gelukt })),
  );
}

/** Clientnummers anywhere in a value of JSON. */
function clientenIn(waarde: unknown): readonly string[] {
  if (typeof waarde === 'string') return isClientnummer(waarde) ? [waarde] : [];
  if (typeof waarde !== 'object' || waarde === null) return [];
  return Object.values(waarde).flatMap((deel: unknown) => clientenIn(deel));
}
