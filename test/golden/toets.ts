import { describe, expect, it } from 'vitest';
import { ZodError, z } from 'zod';
import {
  antwoordElement,
  BronFout,
  eigenVan,
  leesFwiAntwoord,
  leesXml,
  type SoapDienst,
} from '../../subgraphs/kit/index.ts';
import { type Geval, leesGevallen, leesMappen } from './gevallen.ts';
import type { Vermenigvuldiging } from './zeer-veel.ts';

/** How the cases of one mapping are read. */
export type Lezing = {
  /** From what the source sends to what the graph shows, through the shapes of `messages.ts`; may be async. */
  readonly lees: (bericht: string) => unknown;
  /** Makes the small message of `zeer-veel` a huge one; the answer must hold all of it. */
  readonly zeerVeel?: Vermenigvuldiging;
  /** Member of the message in these cases that the source sends, when the rest is ours. */
  readonly deel?: string;
};

/**
 * Runs every golden case of a partner, and fails when a folder of cases is not read.
 * @param partner folder of the partner, with a slash at the end
 * @param lezingen by `<bron>/<mapping>`: the folder `<bron>/fixtures/<mapping>/`
 */
export function toetsGevallen(partner: URL, lezingen: Readonly<Record<string, Lezing>>): void {
  it('reads the golden cases of every mapping, and of no other', () => {
    expect(Object.keys(lezingen).sort()).toEqual(leesMappen(partner).toSorted());
  });

  describe.each(Object.entries(lezingen))('golden cases of %s', (naam, { lees, zeerVeel }) => {
    const gevallen = leesGevallen(new URL(`${naam.replace('/', '/fixtures/')}/`, partner));
    it.each(gevallen)('$naam', async ({ bericht, verwacht }) => {
      expect(await uitkomst(lees, bericht)).toStrictEqual(verwacht);
    });

    const klein = gevallen.find((geval) => geval.naam === 'zeer-veel');
    if (klein === undefined && zeerVeel === undefined) return;
    it('zeer-veel, made huge', async () => {
      const groot = maakGroot(klein, zeerVeel);
      expect(await uitkomst(lees, groot.bericht)).toStrictEqual(groot.verwacht);
    });
  });
}

function maakGroot(klein: Geval | undefined, zeerVeel: Vermenigvuldiging | undefined) {
  if (klein === undefined || zeerVeel === undefined) {
    throw new Error('zeer-veel needs a case and a way to make it huge');
  }
  return zeerVeel(klein);
}

/** What the graph shows, or `{ geweigerd: <reason> }` for a message that is not read: a source makes that its outcome. */
export async function uitkomst(lees: Lezing['lees'], bericht: string): Promise<unknown> {
  try {
    return await lees(bericht);
  } catch (error) {
    if (error instanceof ZodError) return { geweigerd: 'ONVERWACHTE_VORM' };
    if (error instanceof BronFout) return { geweigerd: error.reden };
    throw error;
  }
}

/**
 * An answer of a SOAP service with the FWI convention, as its source reads it: the data mapped, or the outcome
 * when there are none.
 * @param xml the answer element: what stands in the Body of the envelope
 */
export function leesAntwoord<S extends z.ZodType>(
  xml: string,
  dienst: SoapDienst,
  vorm: S,
  map: (bericht: z.output<S>) => unknown,
): unknown {
  const wortels = z.record(z.string(), z.unknown()).parse(leesXml(xml, eigenVan(dienst)));
  const antwoord = { inhoud: wortels[antwoordElement(dienst)], waarschuwing: false };
  const resultaat = leesFwiAntwoord(antwoord, vorm, (bericht) => bericht);
  return 'gegevens' in resultaat ? map(resultaat.gegevens) : resultaat;
}
