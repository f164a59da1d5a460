import {
  BronFout,
  type Bronresultaat,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  leesJson,
  nietsGevonden,
  type Raadpleging,
  type VerantwoordingSleutel,
} from '../../kit/index.ts';
import { type KengetalRij, kengetallenPagina } from './kengetallen-messages.ts';

/** The company's figures over a period: one page. */
export type Kengetallenvraag = (
  periode: VerantwoordingSleutel,
  raadpleging: Raadpleging,
) => Promise<Bronresultaat<readonly KengetalRij[]>>;

/** Far more rows than there are municipalities and kinds. */
const take = 1_000;

export function createKengetallenvraag(http: HttpBron): Kengetallenvraag {
  return async ({ van, tot }, raadpleging) => {
    const periode = `${van}/${tot}`;
    const vraag = [
      'skip=0',
      `take=${take}`,
      'filterfieldids=Periode',
      `filtervalues=${periode}`,
      'operatortypes=1',
      'orderbyfieldids=Onderwerp,Code,Gemeentecode',
    ].join('&');
    const path = `/ProfitRestServices/connectors/Werkplein_Kengetallen?${vraag}`;
    const antwoord = await http.vraag({ method: 'GET', path, ookStatus: [403] }, raadpleging);
    // AFAS says 403 to an address it does not know: about us, not about what this user may see.
    if (antwoord.status === 403) throw new BronFout('FOUT', 'AANMELDING_GEWEIGERD');
    const gelezen = kengetallenPagina.safeParse(leesJson(antwoord.tekst));
    if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    const { rows, take: geleverd } = gelezen.data;
    // A full page may have a successor, and totals over a part of the rows are wrong totals; figures of
    // another period mean that the filter did not work.
    if (rows.length >= geleverd || rows.some(({ Periode }) => Periode !== periode)) {
      throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
    }
    if (rows.length === 0) {
      return antwoord.waarschuwing ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' } : nietsGevonden();
    }
    return antwoord.waarschuwing ? gedeeltelijk(rows, 'WAARSCHUWING') : gevonden(rows);
  };
}
