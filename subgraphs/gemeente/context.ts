import type DataLoader from 'dataloader';
import {
  type Bronantwoord,
  type Correctieverzoek,
  createBronloader,
  createOndertekenaar,
  createPseudonimiseerder,
  createToetsloader,
  type Logger,
  leesOnjuistheid,
  meldBij,
  type Onjuistheid,
  type Ontvangst,
  type OpenSubgraph,
  type Poolkandidaat,
  type Raadpleging,
  type Toetsloader,
  type Vacatureprofiel,
  type VerantwoordingSleutel,
  type Werkvoorraadgegevens,
} from '../kit/index.ts';
import type { BrpPersoon } from './brp/messages.ts';
import { createBrpSource, maxPersonenPerVraag, type Zoeksleutel } from './brp/source.ts';
import type { Config, OndertekendeSuwiConfig } from './config.ts';
import type { DkdDocument } from './dkd/messages.ts';
import { createDkdSource, maxPersonenPerDocumentvraag } from './dkd/source.ts';
import type { JaarOpgaveClient, UitkeringsSpecificatieClient } from './gws/messages.ts';
import {
  createGwsSource,
  type Jaaropgavevraag,
  jaaropgaveSleutel,
  type Specificatievraag,
  specificatieSleutel,
} from './gws/source.ts';
import { alleKantoren, mapKantoren } from './kantoren.ts';
import { kandidatenBijAlle, werkvoorraadBijAlle } from './kvs/alle-kantoren.ts';
import type { KvsKandidaat } from './kvs/kandidaten-messages.ts';
import { kengetallenBijAlle } from './kvs/kengetallen-kantoren.ts';
import type { KvsKengetallen } from './kvs/kengetallen-messages.ts';
import type { KvsPartij } from './kvs/messages.ts';
import { createKvsSource, maxPartijenPerVraag } from './kvs/source.ts';
import { toetsPerKantoor } from './kvs/toets-kantoren.ts';
import { routeer } from './routering.ts';
import type { Antwoord as BijstandAntwoord } from './suwi-bijstand/messages.ts';
import { createBijstandBron } from './suwi-bijstand/source.ts';
import type { Antwoord as ReintegratieAntwoord } from './suwi-reintegratie/messages.ts';
import { createReintegratieBron } from './suwi-reintegratie/source.ts';

type Loader<T, K = string> = DataLoader<K, Bronantwoord<T>>;

/** What the resolvers of one request ask their sources with; loaders are keyed on clientnummer. */
export type Context = {
  /** The request's clock. */
  readonly now: () => Date;
  readonly personen: Loader<BrpPersoon>;
  /** Clientnummers of the persons who meet a search by name. */
  readonly zoekInBrp: (sleutel: Zoeksleutel) => Promise<Bronantwoord<readonly string[]>>;
  readonly bijstand: Loader<BijstandAntwoord>;
  readonly uitkeringsspecificaties: Loader<UitkeringsSpecificatieClient, Specificatievraag>;
  readonly jaaropgaven: Loader<JaarOpgaveClient, Jaaropgavevraag>;
  readonly reintegratie: Loader<ReintegratieAntwoord>;
  readonly klantdossiers: Loader<KvsPartij>;
  readonly documenten: Loader<readonly DkdDocument[]>;
  /** By number of the klantmanager. */
  readonly werkvoorraden: Loader<Werkvoorraadgegevens>;
  /** Which of some clients are those of a klantmanager. */
  readonly werkvoorraadtoetsen: Toetsloader;
  /** The municipality's own candidates for a vacancy. */
  readonly zoekKandidaten: (
    profiel: Vacatureprofiel,
  ) => Promise<Bronantwoord<readonly Poolkandidaat<KvsKandidaat>[]>>;
  /** Figures over a period, without persons. */
  readonly telKengetallen: (periode: VerantwoordingSleutel) => Promise<Bronantwoord<KvsKengetallen>>;
  /** Hands over what the citizen who asks says is not right, and gives the receipt. */
  readonly meldOnjuistheid: (bron: string, onjuistheid: Onjuistheid) => ReturnType<typeof meldBij>;
};

type Sluitbaar = { readonly sluit: () => Promise<void> };
/** Sources without a batch call: every key is a call of its own, bounded by the source's bulkhead. */
const eenVoorEen = { maxPerVraag: Number.POSITIVE_INFINITY };

/** Opens the pools to the six sources; loaders are made anew for each request. */
export function open(config: Config, { logger }: { readonly logger: Logger }): OpenSubgraph<Context> {
  const pseudoniem = createPseudonimiseerder(config.pseudoniem.sleutel, config.pseudoniem.regio);
  const brp = createBrpSource(config.brp, pseudoniem);
  const gws = mapKantoren(config.gws, (kantoor) => createGwsSource(kantoor, pseudoniem));
  const ondertekeningVan = ({ ondertekening }: OndertekendeSuwiConfig, bron: string) =>
    ondertekening === undefined ? undefined : createOndertekenaar(ondertekening, { logger, bron });
  const tekenBijstand = ondertekeningVan(config.suwiBijstand, 'SUWI_BIJSTAND');
  const tekenReintegratie = ondertekeningVan(config.suwiReintegratie, 'SUWI_REINTEGRATIE');
  const suwiBijstand = createBijstandBron(config.suwiBijstand, {
    ...pseudoniem,
    onderteken: tekenBijstand?.onderteken,
  });
  const suwiReintegratie = createReintegratieBron(config.suwiReintegratie, {
    ...pseudoniem,
    onderteken: tekenReintegratie?.onderteken,
  });
  const kvs = mapKantoren(config.kvs, (kantoor) => createKvsSource(kantoor, pseudoniem));
  const dkd = mapKantoren(config.dkd, (kantoor) => createDkdSource(kantoor, pseudoniem));
  const werkvoorraad = werkvoorraadBijAlle(kvs);
  const kandidaten = kandidatenBijAlle(kvs);
  const kengetallen = kengetallenBijAlle(kvs);
  const opClientnummer = { clientnummerVan: (clientnummer: string) => clientnummer };
  const metGemeente = {
    clientnummerVan: ({ clientnummer }: { readonly clientnummer: string }) => clientnummer,
    voorGemeente: <V>(vraag: V, gemeentecode: string): V => ({ ...vraag, gemeentecode }),
  };
  const perClient = (raadpleging: Raadpleging) => {
    // Asked only when there is more than one office; the gateway's one request is asked once per client.
    const gemeenten = createBronloader(raadpleging, brp.gemeenten, { maxPerVraag: maxPersonenPerVraag });
    const gemeenteVan = (clientnummer: string) => gemeenten.load(clientnummer);
    return {
      uitkeringsspecificaties: createBronloader(
        raadpleging,
        routeer<Specificatievraag, UitkeringsSpecificatieClient>(
          'GWS',
          mapKantoren(gws, ({ loadUitkeringsspecificaties }) => loadUitkeringsspecificaties),
          { ...metGemeente, gemeenteVan },
        ),
        { ...eenVoorEen, cacheSleutel: specificatieSleutel },
      ),
      jaaropgaven: createBronloader(
        raadpleging,
        routeer<Jaaropgavevraag, JaarOpgaveClient>(
          'GWS',
          mapKantoren(gws, ({ loadJaaropgaven }) => loadJaaropgaven),
          { ...metGemeente, gemeenteVan },
        ),
        { ...eenVoorEen, cacheSleutel: jaaropgaveSleutel },
      ),
      klantdossiers: createBronloader(
        raadpleging,
        routeer(
          'KVS',
          mapKantoren(kvs, ({ partijen }) => partijen),
          { ...opClientnummer, gemeenteVan },
        ),
        { maxPerVraag: maxPartijenPerVraag },
      ),
      documenten: createBronloader(
        raadpleging,
        routeer(
          'DKD',
          mapKantoren(dkd, ({ documenten }) => documenten),
          { ...opClientnummer, gemeenteVan },
        ),
        { maxPerVraag: maxPersonenPerDocumentvraag },
      ),
      werkvoorraadtoetsen: createToetsloader(raadpleging, toetsPerKantoor(kvs, gemeenteVan)),
      meldOnjuistheid: async (bron: string, onjuistheid: Onjuistheid) =>
        meldBij(
          routeer<Correctieverzoek, Ontvangst>(
            'KVS',
            mapKantoren(kvs, ({ correctie }) => correctie),
            { clientnummerVan: ({ clientnummer }) => clientnummer, gemeenteVan },
          ),
          leesOnjuistheid(raadpleging, bron, onjuistheid),
          raadpleging,
        ),
    };
  };
  return {
    context: (raadpleging) => ({
      ...perClient(raadpleging),
      now: raadpleging.now,
      personen: createBronloader(raadpleging, brp.personen, { maxPerVraag: maxPersonenPerVraag }),
      zoekInBrp: (sleutel) => brp.zoek(sleutel, raadpleging),
      bijstand: createBronloader(raadpleging, suwiBijstand.vraag, eenVoorEen),
      reintegratie: createBronloader(raadpleging, suwiReintegratie.vraag, eenVoorEen),
      werkvoorraden: createBronloader(raadpleging, werkvoorraad, eenVoorEen),
      zoekKandidaten: (profiel) => kandidaten(profiel, raadpleging),
      telKengetallen: (periode) => kengetallen(periode, raadpleging),
    }),
    sluit: async () => {
      tekenBijstand?.sluit();
      tekenReintegratie?.sluit();
      const kantoren = [gws, kvs, dkd].flatMap((bron) => [...alleKantoren<Sluitbaar>(bron)]);
      await Promise.all([brp, suwiBijstand, suwiReintegratie, ...kantoren].map((bron) => bron.sluit()));
    },
  };
}
