import type DataLoader from 'dataloader';
import {
  type Bronantwoord,
  createBronloader,
  createPseudonimiseerder,
  type OpenSubgraph,
} from '../kit/index.ts';
import type { BrpPersoon } from './brp/messages.ts';
import { createBrpSource, maxPersonenPerVraag, type Zoeksleutel } from './brp/source.ts';
import type { Config } from './config.ts';
import type { JaarOpgaveClient, UitkeringsSpecificatieClient } from './gws/messages.ts';
import {
  createGwsSource,
  type Jaaropgavevraag,
  jaaropgaveSleutel,
  type Specificatievraag,
  specificatieSleutel,
} from './gws/source.ts';
import type { KvsPartij } from './kvs/messages.ts';
import { createKvsSource, maxPartijenPerVraag } from './kvs/source.ts';
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
};

/** Sources without a batch call: every key is a call of its own, bounded by the source's bulkhead. */
const eenVoorEen = { maxPerVraag: Number.POSITIVE_INFINITY };

/** Opens the pools to the five sources; loaders are made anew for each request. */
export function open(config: Config): OpenSubgraph<Context> {
  const pseudoniem = createPseudonimiseerder(config.pseudoniem.sleutel, config.pseudoniem.regio);
  const brp = createBrpSource(config.brp, pseudoniem);
  const gws = createGwsSource(config.gws, pseudoniem);
  const suwiBijstand = createBijstandBron(config.suwiBijstand, pseudoniem);
  const suwiReintegratie = createReintegratieBron(config.suwiReintegratie, pseudoniem);
  const kvs = createKvsSource(config.kvs, pseudoniem);
  return {
    context: (raadpleging) => ({
      now: raadpleging.now,
      personen: createBronloader(raadpleging, brp.personen, { maxPerVraag: maxPersonenPerVraag }),
      zoekInBrp: (sleutel) => brp.zoek(sleutel, raadpleging),
      bijstand: createBronloader(raadpleging, suwiBijstand.vraag, eenVoorEen),
      uitkeringsspecificaties: createBronloader(raadpleging, gws.loadUitkeringsspecificaties, {
        ...eenVoorEen,
        cacheSleutel: specificatieSleutel,
      }),
      jaaropgaven: createBronloader(raadpleging, gws.loadJaaropgaven, {
        ...eenVoorEen,
        cacheSleutel: jaaropgaveSleutel,
      }),
      reintegratie: createBronloader(raadpleging, suwiReintegratie.vraag, eenVoorEen),
      klantdossiers: createBronloader(raadpleging, kvs.partijen, { maxPerVraag: maxPartijenPerVraag }),
    }),
    sluit: async () => {
      await Promise.all([brp, gws, suwiBijstand, suwiReintegratie, kvs].map((bron) => bron.sluit()));
    },
  };
}
