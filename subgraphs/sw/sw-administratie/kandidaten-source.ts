import type { z } from 'zod';
import {
  BronFout,
  type Bronresultaat,
  type HttpBron,
  leesJson,
  leesPool,
  maxKandidatenPerPool,
  type Poolkandidaat,
  type Raadpleging,
} from '../../kit/index.ts';
import { type KandidaatRij, kandidaatRij, kandidatenPagina } from './kandidaten-messages.ts';

/** The company's candidates: one page, cut at `maxKandidatenPerPool`. */
export type Kandidatenvraag = (
  raadpleging: Raadpleging,
) => Promise<Bronresultaat<readonly Poolkandidaat<KandidaatRij>[]>>;

/** One row more than is offered tells whether there were more; operator 1 is "equals". */
const vraag = [
  'skip=0',
  `take=${maxKandidatenPerPool + 1}`,
  'filterfieldids=Beschikbaar_voor_plaatsing',
  'filtervalues=true',
  'operatortypes=1',
  'orderbyfieldids=Werkpleinnummer',
].join('&');

/** @param isUitgegeven tells whether a clientnummer was issued in this region */
export function createKandidatenvraag(
  http: HttpBron,
  isUitgegeven: (clientnummer: string) => boolean,
): Kandidatenvraag {
  const path = `/ProfitRestServices/connectors/Werkplein_Kandidaten?${vraag}`;
  return async (raadpleging) => {
    const antwoord = await http.vraag({ method: 'GET', path, ookStatus: [403] }, raadpleging);
    // AFAS says 403 to an address it does not know: about us, not about what this user may see.
    if (antwoord.status === 403) throw new BronFout('FOUT', 'AANMELDING_GEWEIGERD');
    const gelezen = kandidatenPagina.safeParse(leesJson(antwoord.tekst));
    if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    const { rows, take } = gelezen.data;
    if (rows.length > take) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
    return leesPool({
      rijen: rows,
      // A source that serves smaller pages than asked, and a full one, may have more.
      meer: rows.length === take,
      waarschuwing: antwoord.waarschuwing,
      lees: (rij) => leesRij(rij, isUitgegeven, raadpleging),
    });
  };
}

function leesRij(
  rij: z.output<typeof kandidatenPagina>['rows'][number],
  isUitgegeven: (clientnummer: string) => boolean,
  { correlationId, logger }: Raadpleging,
): Poolkandidaat<KandidaatRij> | undefined {
  const feiten = kandidaatRij.safeParse(rij);
  if (feiten.success && isUitgegeven(rij.Werkpleinnummer)) {
    return { clientnummer: rij.Werkpleinnummer, feiten: feiten.data };
  }
  logger.warn(
    {
      correlationId,
      bron: 'SW_ADMINISTRATIE',
      uitkomst: 'FOUT',
      reden: 'ONVERWACHTE_VORM',
      error: feiten.error,
    },
    'one candidate of the source could not be read',
  );
  return undefined;
}
