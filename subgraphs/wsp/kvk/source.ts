import {
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  createHttpBron,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  nietsGevonden,
  perSleutel,
  type Raadpleging,
} from '../../kit/index.ts';
import type { Config } from '../config.ts';
import { type Basisprofiel, basisprofiel, foutmelding } from './messages.ts';

/** The KvK Handelsregister API. It has no batch call: one call per KvK number. */
export type Kvk = {
  readonly basisprofielen: Bulkvraag<string, Basisprofiel>;
  readonly sluit: () => Promise<void>;
};

export function createKvk(config: Config['kvk']): Kvk {
  const http = createHttpBron({
    ...config,
    bron: 'KVK',
    headers: { accept: 'application/hal+json', apikey: config.apikey },
  });
  return {
    basisprofielen: perSleutel('KVK', (kvkNummer, raadpleging) =>
      fetchBasisprofiel(http, kvkNummer, raadpleging),
    ),
    sluit: http.sluit,
  };
}

async function fetchBasisprofiel(
  http: HttpBron,
  kvkNummer: string,
  raadpleging: Raadpleging,
): Promise<Bronresultaat<Basisprofiel>> {
  if (!/^\d{8}$/.test(kvkNummer)) throw new BronFout('FOUT', 'SLEUTEL_ONGELDIG');
  const antwoord = await http.vraagJson(
    { method: 'GET', path: `/api/v1/basisprofielen/${kvkNummer}`, ookStatus: [404] },
    raadpleging,
  );
  if (antwoord.status === 404) {
    // A 404 of a gateway or a wrong base URL is not the register's "nothing found".
    const melding = foutmelding.safeParse(antwoord.json);
    if (melding.success && melding.data.fout.some(({ code }) => code === 'IPD0005')) return nietsGevonden();
    throw new BronFout('FOUT', 'ONVERWACHTE_VORM', melding.error);
  }
  const profiel = basisprofiel.safeParse(antwoord.json);
  if (!profiel.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', profiel.error);
  // An answer about another business is worse than none.
  if (profiel.data.kvkNummer !== kvkNummer) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return antwoord.waarschuwing ? gedeeltelijk(profiel.data, 'WAARSCHUWING') : gevonden(profiel.data);
}
