import { z } from 'zod';
import { BronFout, type Bronresultaat, gedeeltelijk, gevonden, nietsGevonden } from './bronantwoord.ts';
import type { SoapAntwoord } from './soap.ts';

/**
 * The answer convention that SuwiML (FWI v0205) and GWS share: data, and/or an `FWI` with errors,
 * warnings or information, or `NietsGevonden`, or `NietGerechtigd`.
 */
const fwiAntwoord = z.looseObject({
  FWI: z
    .union([
      z.looseObject({ Fout: z.unknown().optional(), Waarschuwing: z.unknown().optional() }),
      z.literal(''),
    ])
    .optional(),
  NietsGevonden: z.unknown().optional(),
  NietGerechtigd: z.unknown().optional(),
});

/**
 * Reads such an answer. `schema` describes the whole answer element; `gegevens` picks the data
 * out of it, or returns undefined when there are none.
 * @throws BronFout NIET_GERECHTIGD/GEWEIGERD, FOUT/BRONFOUT (FWI Fout), FOUT/ONVERWACHTE_VORM
 */
export function leesFwiAntwoord<S extends z.ZodType, T>(
  antwoord: SoapAntwoord,
  schema: S,
  gegevens: (bericht: z.output<S>) => T | undefined,
): Bronresultaat<T> {
  const kop = fwiAntwoord.safeParse(antwoord.inhoud);
  if (!kop.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  if (kop.data.NietGerechtigd !== undefined) throw new BronFout('NIET_GERECHTIGD', 'GEWEIGERD');
  const fwi = kop.data.FWI === '' ? undefined : kop.data.FWI;
  if (fwi?.Fout !== undefined) throw new BronFout('FOUT', 'BRONFOUT');
  if (kop.data.NietsGevonden !== undefined) return nietsGevonden();
  const bericht = schema.safeParse(antwoord.inhoud);
  if (!bericht.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', bericht.error);
  const data = gegevens(bericht.data);
  if (data === undefined) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return fwi?.Waarschuwing !== undefined || antwoord.waarschuwing
    ? gedeeltelijk(data, 'WAARSCHUWING')
    : gevonden(data);
}
