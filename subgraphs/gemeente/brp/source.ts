import {
  type Bronantwoord,
  type BronConfig,
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  client,
  createHttpBron,
  gedeeltelijk,
  gevonden,
  type HttpAntwoord,
  nietsGevonden,
  type Pseudonimiseerder,
  type Raadpleging,
  raadpleeg,
  voorBekenden,
} from '../../kit/index.ts';
import { veldenInOnderzoek } from './map.ts';
import { type BrpPersoon, brpPersoon, raadpleegAntwoord, zoekAntwoord } from './messages.ts';

const bron = 'BRP';

/** Most persons one `RaadpleegMetBurgerservicenummer` takes (BRP Personen bevragen 2.7). */
export const maxPersonenPerVraag = 20;

/** What the BRP is told of the purpose of a question. */
export type Doelwoorden = { readonly doelbinding: string; readonly verwerking: string };

export type BrpConfig = BronConfig & {
  readonly apiKey: string;
  /** Purpose, processing, user and organisation, as agreed with the supplier of the BRP. */
  readonly doelbinding: string;
  readonly verwerking: string;
  /** The same where a purpose of the Werkplein has words of its own, by that purpose. */
  readonly bijDoel: ReadonlyMap<string, Doelwoorden>;
  readonly gebruiker: string;
  /** Organisatie-identificatienummer of the municipality, 20 digits. */
  readonly originOin: string;
};

export type Zoeksleutel = {
  readonly geslachtsnaam: string;
  /** Complete, `JJJJ-MM-DD`. */
  readonly geboortedatum: string;
};

export type BrpSource = {
  /** Persons by clientnummer, at most `maxPersonenPerVraag` at a time: one call. */
  readonly personen: Bulkvraag<string, BrpPersoon>;
  /** Of the same, only the municipality of registration (CBS code): to know which office serves a client. */
  readonly gemeenten: Bulkvraag<string, string>;
  /** Clientnummers of the living persons with this name and date of birth: one call. */
  readonly zoek: (sleutel: Zoeksleutel, raadpleging: Raadpleging) => Promise<Bronantwoord<readonly string[]>>;
  readonly sluit: () => Promise<void>;
};

/** Only what the graph shows; fields the BRP adds by itself may not be asked. */
const gevraagdeVelden = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.voorletters',
  'naam.voorvoegsel',
  'naam.geslachtsnaam',
  'naam.volledigeNaam',
  'geslacht',
  'geboorte.datum',
  'geboorte.plaats',
  'gemeenteVanInschrijving',
  'verblijfplaats.type',
  'verblijfplaats.datumVan',
  'verblijfplaats.functieAdres',
  'verblijfplaats.verblijfadres',
] as const;

const gemeentevelden = ['burgerservicenummer', 'gemeenteVanInschrijving'] as const;

/** The BRP over BRP Personen bevragen: a POST, so that no person's data stands in a URL. */
export function createBrpSource(config: BrpConfig, deps: Pseudonimiseerder): BrpSource {
  const { clientnummerVan, bsnVan } = deps;
  const http = createHttpBron({
    ...config,
    bron,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json; charset=utf-8',
      'x-api-key': config.apiKey,
      'x-gebruiker': config.gebruiker,
      'x-origin-oin': config.originOin,
    },
  });
  const doelheaders = ({ verzoek }: Raadpleging) => {
    const { doelbinding, verwerking } = config.bijDoel.get(verzoek?.vrager?.doel ?? '') ?? config;
    return { 'x-doelbinding': doelbinding, 'x-verwerking': verwerking };
  };
  const bevraag = (vraag: object, raadpleging: Raadpleging) =>
    http.vraagJson(
      { method: 'POST', path: '/personen', headers: doelheaders(raadpleging), body: JSON.stringify(vraag) },
      raadpleging,
    );

  const opBsn = <T>(
    fields: readonly string[],
    lees: (persoon: unknown, antwoord: HttpAntwoord, raadpleging: Raadpleging) => Bronresultaat<T>,
  ) =>
    voorBekenden<T>(bron, bsnVan, async (bsns, raadpleging) => {
      const perBsn = new Map([...bsns].map(([clientnummer, bsn]) => [bsn, clientnummer]));
      const resultaten = new Map<string, Bronresultaat<T>>();
      const antwoord = await bevraag(
        {
          type: 'RaadpleegMetBurgerservicenummer',
          burgerservicenummer: [...perBsn.keys()],
          fields,
        },
        raadpleging,
      );
      const gelezen = raadpleegAntwoord.safeParse(antwoord.json);
      if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
      for (const persoon of gelezen.data.personen) {
        const clientnummer = perBsn.get(persoon.burgerservicenummer);
        // A source that mixes people up must not leak a file: nothing of this answer is believed.
        if (clientnummer === undefined) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
        resultaten.set(
          clientnummer,
          // Twice the same person: which of the two is right cannot be told.
          resultaten.has(clientnummer)
            ? { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }
            : lees(persoon, antwoord, raadpleging),
        );
      }
      return resultaten;
    });

  return {
    personen: opBsn(gevraagdeVelden, leesPersoon),
    gemeenten: opBsn(gemeentevelden, leesGemeente),
    zoek: ({ geslachtsnaam, geboortedatum }, raadpleging) =>
      raadpleeg<readonly string[]>(raadpleging, bron, alleClienten, async () => {
        const antwoord = await bevraag(
          {
            type: 'ZoekMetGeslachtsnaamEnGeboortedatum',
            geslachtsnaam,
            geboortedatum,
            fields: ['burgerservicenummer'],
          },
          raadpleging,
        );
        const gelezen = zoekAntwoord.safeParse(antwoord.json);
        if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
        const bsns = new Set(gelezen.data.personen.map((persoon) => persoon.burgerservicenummer));
        if (bsns.size === 0) return nietsGevonden();
        const clientnummers = [...bsns].map(clientnummerVan);
        return antwoord.waarschuwing ? gedeeltelijk(clientnummers, 'WAARSCHUWING') : gevonden(clientnummers);
      }),
    sluit: http.sluit,
  };
}

const alleClienten = (clientnummers: readonly string[] | undefined) => (clientnummers ?? []).map(client);

function leesGemeente(
  persoon: unknown,
  antwoord: HttpAntwoord,
  raadpleging: Raadpleging,
): Bronresultaat<string> {
  const gelezen = leesPersoon(persoon, antwoord, raadpleging);
  if (!('gegevens' in gelezen)) return gelezen;
  const code = gelezen.gegevens.gemeenteVanInschrijving?.code;
  return code === undefined ? nietsGevonden() : { ...gelezen, gegevens: code };
}

function leesPersoon(
  persoon: unknown,
  antwoord: HttpAntwoord,
  raadpleging: Raadpleging,
): Bronresultaat<BrpPersoon> {
  const gelezen = brpPersoon.safeParse(persoon);
  if (!gelezen.success) {
    const { correlationId, logger } = raadpleging;
    logger.warn(
      { correlationId, bron, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM', error: gelezen.error },
      'one record of the source could not be read',
    );
    return { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
  }
  // Under investigation means: the register itself doubts these values.
  const voorbehoud = antwoord.waarschuwing || veldenInOnderzoek(gelezen.data).length > 0;
  return voorbehoud ? gedeeltelijk(gelezen.data, 'WAARSCHUWING') : gevonden(gelezen.data);
}
