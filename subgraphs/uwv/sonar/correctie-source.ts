import {
  BronFout,
  type BsnVan,
  bsnOfFout,
  type Correctievraag,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  nietsGevonden,
  perSleutel,
  vanVerzoeker,
} from '../../kit/index.ts';
import { correctieAntwoord, weigering } from './correctie-messages.ts';

const path = '/sonar/v1/correctieverzoeken';

/** SONAR takes a request by its reference: it may be sent again, and is one request. */
export function createCorrectievraag(http: HttpBron, bsnVan: BsnVan): Correctievraag {
  return perSleutel(
    http.bron,
    vanVerzoeker,
    async ({ clientnummer, kenmerk, bron, gegeven, toelichting }, raadpleging) => {
      const bsn = bsnOfFout(bsnVan, clientnummer);
      const body = JSON.stringify({ kenmerk, bsn, bron, gegeven, toelichting });
      const antwoord = await http.vraagJson({ method: 'POST', path, body, ookStatus: [404] }, raadpleging);
      if (antwoord.status === 404) {
        if (weigering.safeParse(antwoord.json).data?.code === 'persoon_onbekend') return nietsGevonden();
        throw new BronFout('FOUT', 'BRONFOUT');
      }
      const gelezen = correctieAntwoord.safeParse(antwoord.json);
      // A receipt of another request is none.
      if (!gelezen.success || gelezen.data.kenmerk !== kenmerk) {
        throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
      }
      const { nummer, ontvangenOp } = gelezen.data;
      const ontvangst = { nummer, ontvangenOp };
      return antwoord.waarschuwing ? gedeeltelijk(ontvangst, 'WAARSCHUWING') : gevonden(ontvangst);
    },
  );
}
