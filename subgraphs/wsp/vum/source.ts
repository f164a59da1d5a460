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
import type { Config, Partijen } from '../config.ts';
import { type Match, matches } from './messages.ts';

const pad = '/api/v3/werkgeverscontactmomenten/matches';

/** The exchange between labour-market regions. It has no batch call: one call per employer. */
export type Vum = {
  /** By KvK number: contacts of the last year. */
  readonly contactenElders: Bulkvraag<string, readonly Match[]>;
  readonly sluit: () => Promise<void>;
};

/** Headers of VUM 3: who asks, on whose behalf, and whom. The names are those of the contract. */
export function vumHeaders({
  oin,
  oinVerwerker,
  oinVoorziening,
}: Partijen): Readonly<Record<string, string>> {
  return {
    accept: 'application/json',
    'content-type': 'application/json',
    'api-version': '3.0.0',
    'x-vum-berichtversie': '3.0.0',
    'x-vum-fromparty': oin,
    'x-vum-viaparty': oinVerwerker,
    'x-vum-toparty': oinVoorziening,
    'x-vum-suwiparty': 'true',
  };
}

export function createVum(config: Config['vum']): Vum {
  const http = createHttpBron({
    ...config,
    bron: 'VUM',
    headers: vumHeaders(config),
  });
  return {
    contactenElders: perSleutel('VUM', niemand, (kvkNummer, raadpleging) =>
      fetchContacten(http, kvkNummer, raadpleging),
    ),
    sluit: http.sluit,
  };
}

async function fetchContacten(
  http: HttpBron,
  kvkNummer: string,
  raadpleging: Raadpleging,
): Promise<Bronresultaat<readonly Match[]>> {
  if (!/^\d{8}$/.test(kvkNummer)) throw new BronFout('FOUT', 'SLEUTEL_ONGELDIG');
  const vraagObject = {
    'werkgever.nummerKvk': { $eq: kvkNummer },
    datum: { $gte: jaarGeleden(raadpleging.now()) },
  };
  const antwoord = await http.vraagJson(
    { method: 'POST', path: pad, body: JSON.stringify({ vraagObject }) },
    raadpleging,
  );
  const gelezen = matches.safeParse(antwoord.json);
  if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
  const { matches: gevondenMatches, maximumAantalResultatenBereikt } = gelezen.data;
  // A contact with another employer means that a source did not do what was asked.
  if (gevondenMatches.some(({ werkgever }) => werkgever !== undefined && werkgever.nummerKvk !== kvkNummer)) {
    throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  }
  if (gevondenMatches.length === 0) {
    // Under a reservation, no matches are no proof of nothing.
    return antwoord.waarschuwing || maximumAantalResultatenBereikt
      ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' }
      : nietsGevonden();
  }
  if (maximumAantalResultatenBereikt) return gedeeltelijk(gevondenMatches, 'ONVOLLEDIG');
  return antwoord.waarschuwing ? gedeeltelijk(gevondenMatches, 'WAARSCHUWING') : gevonden(gevondenMatches);
}

/** The same day a year before, UTC: contacts name people, and older ones are not needed to work together. */
function jaarGeleden(nu: Date): string {
  const dag = new Date(nu);
  dag.setUTCFullYear(dag.getUTCFullYear() - 1);
  return dag.toISOString().slice(0, 10);
}
