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
import { kengetallenAntwoord, type SonarKengetallen } from './kengetallen-messages.ts';

/** UWV's figures over a period: one call. */
export type Kengetallenvraag = (
  periode: VerantwoordingSleutel,
  raadpleging: Raadpleging,
) => Promise<Bronresultaat<SonarKengetallen>>;

const path = '/sonar/v1/kengetallen';

export function createKengetallenvraag(http: HttpBron): Kengetallenvraag {
  return async ({ van, tot }, raadpleging) => {
    const body = JSON.stringify({ datumVan: van, datumTotEnMet: tot });
    const antwoord = await http.vraagJson({ method: 'POST', path, body }, raadpleging);
    const gelezen = kengetallenAntwoord.safeParse(antwoord.json);
    if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    const { data } = gelezen;
    // Figures of another period are another answer.
    if (data.datumVan !== van || data.datumTotEnMet !== tot) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
    if (data.stromen.length === 0) {
      // Under a warning, no figures is no proof of nothing.
      return antwoord.waarschuwing ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' } : nietsGevonden();
    }
    return antwoord.waarschuwing ? gedeeltelijk(data, 'WAARSCHUWING') : gevonden(data);
  };
}
