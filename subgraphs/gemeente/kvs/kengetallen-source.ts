import {
  BronFout,
  type Bronresultaat,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  nietsGevonden,
  type Raadpleging,
  type VerantwoordingSleutel,
} from '../../kit/index.ts';
import { type KvsKengetallen, kengetallenBladzijde } from './kengetallen-messages.ts';

/** The municipality's figures over a period: one call. */
export type Kengetallenvraag = (
  periode: VerantwoordingSleutel,
  raadpleging: Raadpleging,
) => Promise<Bronresultaat<KvsKengetallen>>;

const path = '/klantinteracties/api/v1/kengetallen';

export function createKengetallenvraag(http: HttpBron): Kengetallenvraag {
  return async ({ van, tot }, raadpleging) => {
    const body = JSON.stringify({ datumVan: van, datumTotEnMet: tot });
    const antwoord = await http.vraagJson({ method: 'POST', path, body }, raadpleging);
    const gelezen = kengetallenBladzijde.safeParse(antwoord.json);
    if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    const { count, next, results } = gelezen.data;
    // Totals over a part of the lines are wrong totals, so all of them or none.
    if (next !== null || count !== results.length) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
    if (results.length === 0) {
      // Under a warning, no figures is no proof of nothing.
      return antwoord.waarschuwing ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' } : nietsGevonden();
    }
    return antwoord.waarschuwing ? gedeeltelijk(results, 'WAARSCHUWING') : gevonden(results);
  };
}
