import type { z } from 'zod';
import {
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  createHttpBron,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  niemand,
  nietsGevonden,
  perSleutel,
  type Raadpleging,
} from '../../kit/index.ts';
import type { Config } from '../config.ts';
import { type Basisprofiel, basisprofiel, foutmelding, type Vestigingen, vestigingen } from './messages.ts';

/** The KvK Handelsregister API. It has no batch call: one call per KvK number. */
export type Kvk = {
  readonly basisprofielen: Bulkvraag<string, Basisprofiel>;
  readonly vestigingen: Bulkvraag<string, Vestigingen>;
  readonly sluit: () => Promise<void>;
};

export function createKvk(config: Config['kvk']): Kvk {
  const http = createHttpBron({
    ...config,
    bron: 'KVK',
    headers: { accept: 'application/hal+json', apikey: config.apikey },
  });
  return {
    basisprofielen: perSleutel('KVK', niemand, (kvkNummer, raadpleging) =>
      fetchProduct(http, kvkNummer, '', basisprofiel, raadpleging),
    ),
    vestigingen: perSleutel('KVK', niemand, async (kvkNummer, raadpleging) =>
      metVolledigheid(await fetchProduct(http, kvkNummer, '/vestigingen', vestigingen, raadpleging)),
    ),
    sluit: http.sluit,
  };
}

/** What is asked of one business: nothing below it, or one of its lists. */
async function fetchProduct<T extends { readonly kvkNummer: string }>(
  http: HttpBron,
  kvkNummer: string,
  onderdeel: '' | '/vestigingen',
  vorm: z.ZodType<T>,
  raadpleging: Raadpleging,
): Promise<Bronresultaat<T>> {
  if (!/^\d{8}$/.test(kvkNummer)) throw new BronFout('FOUT', 'SLEUTEL_ONGELDIG');
  const antwoord = await http.vraagJson(
    { method: 'GET', path: `/api/v1/basisprofielen/${kvkNummer}${onderdeel}`, ookStatus: [404] },
    raadpleging,
  );
  if (antwoord.status === 404) {
    // A 404 of a gateway or a wrong base URL is not the register's "nothing found".
    const melding = foutmelding.safeParse(antwoord.json);
    if (melding.success && melding.data.fout.some(({ code }) => code === 'IPD0005')) return nietsGevonden();
    throw new BronFout('FOUT', 'ONVERWACHTE_VORM', melding.error);
  }
  const product = vorm.safeParse(antwoord.json);
  if (!product.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', product.error);
  // An answer about another business is worse than none.
  if (product.data.kvkNummer !== kvkNummer) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return antwoord.waarschuwing ? gedeeltelijk(product.data, 'WAARSCHUWING') : gevonden(product.data);
}

/** A list that does not hold what the register counts, or that did not come, is not whole. */
function metVolledigheid(resultaat: Bronresultaat<Vestigingen>): Bronresultaat<Vestigingen> {
  if (!('gegevens' in resultaat)) return resultaat;
  const { totaalAantalVestigingen: totaal, vestigingen: lijst } = resultaat.gegevens;
  const volledig = lijst === undefined ? totaal === 0 : totaal === undefined || totaal === lijst.length;
  return volledig ? resultaat : gedeeltelijk(resultaat.gegevens, 'ONVOLLEDIG');
}
