import type DataLoader from 'dataloader';
import {
  type Bronantwoord,
  createBronloader,
  createPseudonimiseerder,
  createToetsloader,
  deClienten,
  leesOnjuistheid,
  meldBij,
  niemand,
  type Onjuistheid,
  type OpenSubgraph,
  type Poolkandidaat,
  raadpleeg,
  type Toetsloader,
  type VerantwoordingSleutel,
  type Werkvoorraadgegevens,
} from '../kit/index.ts';
import type { Config } from './config.ts';
import { maxClientenPerVraag } from './sw-administratie/get-connector.ts';
import type { KandidaatRij } from './sw-administratie/kandidaten-messages.ts';
import type { KengetalRij } from './sw-administratie/kengetallen-messages.ts';
import type {
  DienstverbandRij,
  LoonwaardeRij,
  OntwikkelplanRij,
  PlaatsingRij,
} from './sw-administratie/messages.ts';
import { createAdministratie } from './sw-administratie/source.ts';
import type { WerkgeverplaatsingRij } from './sw-administratie/werkgever-messages.ts';
import type { WachtlijstPlek } from './sw-wachtlijst/bestand.ts';
import { createWachtlijst } from './sw-wachtlijst/source.ts';

type Loader<T> = DataLoader<string, Bronantwoord<T>>;

/** The loaders of one request, keyed on clientnummer. */
export type Context = {
  readonly dienstverbanden: Loader<readonly DienstverbandRij[]>;
  readonly plaatsingen: Loader<readonly PlaatsingRij[]>;
  readonly loonwaarden: Loader<readonly LoonwaardeRij[]>;
  /** By number of the consulent. */
  readonly werkvoorraden: Loader<Werkvoorraadgegevens>;
  /** Which of some clients are those of a consulent. */
  readonly werkvoorraadtoetsen: Toetsloader;
  readonly ontwikkelplannen: Loader<readonly OntwikkelplanRij[]>;
  readonly wachtlijst: Loader<WachtlijstPlek>;
  /** By KvK number. */
  readonly bijWerkgever: Loader<readonly WerkgeverplaatsingRij[]>;
  /** The company's own candidates: the same people, whatever a vacancy asks. */
  readonly zoekKandidaten: () => Promise<Bronantwoord<readonly Poolkandidaat<KandidaatRij>[]>>;
  /** Figures over a period, without persons. */
  readonly telKengetallen: (periode: VerantwoordingSleutel) => Promise<Bronantwoord<readonly KengetalRij[]>>;
  /** Hands over what the citizen who asks says is not right, and gives the receipt. */
  readonly meldOnjuistheid: (bron: string, onjuistheid: Onjuistheid) => ReturnType<typeof meldBij>;
};

/** Opens the pools to both sources; loaders are made anew for each request. */
export function open(config: Config): OpenSubgraph<Context> {
  const pseudoniem = createPseudonimiseerder(config.pseudoniem.sleutel, config.pseudoniem.regio);
  const administratie = createAdministratie(config.administratie, pseudoniem.bsnVan);
  const wachtlijst = createWachtlijst(config.wachtlijst, pseudoniem);
  const perVraag = { maxPerVraag: maxClientenPerVraag };
  return {
    context: (raadpleging) => ({
      telKengetallen: (periode) =>
        raadpleeg(raadpleging, 'SW_ADMINISTRATIE', niemand, () =>
          administratie.kengetallen(periode, raadpleging),
        ),
      meldOnjuistheid: async (bron, onjuistheid) =>
        meldBij(administratie.correctie, leesOnjuistheid(raadpleging, bron, onjuistheid), raadpleging),
      zoekKandidaten: eenmaal(() =>
        raadpleeg(raadpleging, 'SW_ADMINISTRATIE', deClienten, () => administratie.kandidaten(raadpleging)),
      ),
      dienstverbanden: createBronloader(raadpleging, administratie.dienstverbanden, perVraag),
      plaatsingen: createBronloader(raadpleging, administratie.plaatsingen, perVraag),
      loonwaarden: createBronloader(raadpleging, administratie.loonwaarden, perVraag),
      werkvoorraden: createBronloader(raadpleging, administratie.werkvoorraad, perVraag),
      werkvoorraadtoetsen: createToetsloader(raadpleging, administratie.toets),
      bijWerkgever: createBronloader(raadpleging, administratie.bijWerkgever, perVraag),
      ontwikkelplannen: createBronloader(raadpleging, administratie.ontwikkelplannen, perVraag),
      wachtlijst: createBronloader(raadpleging, wachtlijst.voorVraag(), { maxPerVraag: Infinity }),
    }),
    sluit: async () => {
      await Promise.all([administratie.sluit(), wachtlijst.sluit()]);
    },
  };
}

/** Asks once, however many vacancies of a request need the answer. */
function eenmaal<T>(vraag: () => Promise<T>): () => Promise<T> {
  let antwoord: Promise<T> | undefined;
  return () => {
    antwoord ??= vraag();
    return antwoord;
  };
}
