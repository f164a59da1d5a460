import type DataLoader from 'dataloader';
import {
  type Bronantwoord,
  createBronloader,
  createPseudonimiseerder,
  type OpenSubgraph,
} from '../kit/index.ts';
import type { Config } from './config.ts';
import { maxClientenPerVraag } from './sw-administratie/get-connector.ts';
import type { DienstverbandRij, LoonwaardeRij, PlaatsingRij } from './sw-administratie/messages.ts';
import { createAdministratie } from './sw-administratie/source.ts';
import type { WachtlijstRij } from './sw-wachtlijst/messages.ts';
import { createWachtlijst } from './sw-wachtlijst/source.ts';

type Loader<T> = DataLoader<string, Bronantwoord<T>>;

/** The loaders of one request, keyed on clientnummer. */
export type Context = {
  readonly dienstverbanden: Loader<readonly DienstverbandRij[]>;
  readonly plaatsingen: Loader<readonly PlaatsingRij[]>;
  readonly loonwaarden: Loader<readonly LoonwaardeRij[]>;
  readonly wachtlijst: Loader<WachtlijstRij>;
};

/** Opens the pools to both sources; loaders are made anew for each request. */
export function open(config: Config): OpenSubgraph<Context> {
  const { bsnVan } = createPseudonimiseerder(config.pseudoniem.sleutel, config.pseudoniem.regio);
  const administratie = createAdministratie(config.administratie, bsnVan);
  const wachtlijst = createWachtlijst(config.wachtlijst, bsnVan);
  const perVraag = { maxPerVraag: maxClientenPerVraag };
  return {
    context: (raadpleging) => ({
      dienstverbanden: createBronloader(raadpleging, administratie.dienstverbanden, perVraag),
      plaatsingen: createBronloader(raadpleging, administratie.plaatsingen, perVraag),
      loonwaarden: createBronloader(raadpleging, administratie.loonwaarden, perVraag),
      wachtlijst: createBronloader(raadpleging, wachtlijst.voorVraag(), { maxPerVraag: Infinity }),
    }),
    sluit: async () => {
      await Promise.all([administratie.sluit(), wachtlijst.sluit()]);
    },
  };
}
