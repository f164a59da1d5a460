import type DataLoader from 'dataloader';
import {
  type Bronantwoord,
  createBronloader,
  createToetsloader,
  niemand,
  type Raadpleging,
  raadpleeg,
  type Toetsloader,
  type VerantwoordingSleutel,
  type Werkvoorraadgegevens,
} from '../kit/index.ts';
import type { CrmKengetallen } from './crm/kengetallen-messages.ts';
import type {
  Account,
  Contactmoment,
  Plaatsingsafspraak,
  Vacature,
  Voorstel,
  Zoekopdracht,
} from './crm/messages.ts';
import { type Crm, maxPerVraag } from './crm/source.ts';
import type { Basisprofiel, Vestigingen } from './kvk/messages.ts';
import type { Kvk } from './kvk/source.ts';
import type { Match } from './vum/messages.ts';
import type { Vum } from './vum/source.ts';

type Loader<T> = DataLoader<string, Bronantwoord<T>>;
type Zoek<F extends 'zoekVacatures' | 'zoekWerkgevers'> = (zoek: Parameters<Crm[F]>[0]) => ReturnType<Crm[F]>;

/** What the resolvers of one request get. Rows that came along with others are not asked again. */
export type Context = {
  /** By clientnummer. */
  readonly voorstellen: Loader<readonly Voorstel[]>;
  /** By KvK number. */
  readonly werkgevers: Loader<Account>;
  /** By id of the account. */
  readonly contactmomenten: Loader<readonly Contactmoment[]>;
  /** By id of the account. */
  readonly vacaturesVanWerkgever: Loader<readonly Vacature[]>;
  /** By id of the account. */
  readonly zoekopdrachten: Loader<readonly Zoekopdracht[]>;
  /** By id of the proposal. */
  readonly plaatsingsafspraken: Loader<readonly Plaatsingsafspraak[]>;
  /** By id of the vacancy. */
  readonly vacatures: Loader<Vacature>;
  /** By number of the matchmaker. */
  readonly werkvoorraden: Loader<Werkvoorraadgegevens>;
  /** Which of some clients are candidates of a matchmaker. */
  readonly werkvoorraadtoetsen: Toetsloader;
  readonly zoekVacatures: Zoek<'zoekVacatures'>;
  readonly zoekWerkgevers: Zoek<'zoekWerkgevers'>;
  /** Figures over a period, without persons. */
  readonly telKengetallen: (periode: VerantwoordingSleutel) => Promise<Bronantwoord<CrmKengetallen>>;
  /** By KvK number. */
  readonly basisprofielen: Loader<Basisprofiel>;
  /** By KvK number. */
  readonly vestigingen: Loader<Vestigingen>;
  /** By KvK number. */
  readonly contactenElders: Loader<readonly Match[]>;
};

export type Bronnen = { readonly crm: Crm; readonly kvk: Kvk; readonly vum: Vum };

export function createContext({ crm, kvk, vum }: Bronnen, raadpleging: Raadpleging): Context {
  const opties = { maxPerVraag };
  const vacatures = createBronloader(raadpleging, crm.vacatures, opties);
  const werkgevers = createBronloader(raadpleging, crm.werkgevers, opties);

  return {
    vacatures,
    werkgevers,
    contactmomenten: createBronloader(raadpleging, crm.contactmomenten, opties),
    zoekopdrachten: createBronloader(raadpleging, crm.zoekopdrachten, opties),
    plaatsingsafspraken: createBronloader(raadpleging, crm.plaatsingsafspraken, opties),
    werkvoorraden: createBronloader(raadpleging, crm.werkvoorraad, opties),
    werkvoorraadtoetsen: createToetsloader(raadpleging, crm.toets),
    voorstellen: createBronloader(
      raadpleging,
      async (sleutels, vraag) => {
        const antwoorden = await crm.voorstellen(sleutels, vraag);
        for (const antwoord of antwoorden) {
          onthoud(vacatures, antwoord, (rijen) =>
            rijen.flatMap(({ wg_vacatureid: v }) => (v === null ? [] : [[v.wg_vacatureid, v]])),
          );
        }
        return antwoorden;
      },
      opties,
    ),
    vacaturesVanWerkgever: createBronloader(
      raadpleging,
      async (sleutels, vraag) => {
        const antwoorden = await crm.vacaturesVanWerkgever(sleutels, vraag);
        for (const antwoord of antwoorden) onthoud(vacatures, antwoord, opVacature);
        return antwoorden;
      },
      opties,
    ),
    zoekVacatures: async (zoek) => {
      const antwoord = await crm.zoekVacatures(zoek, raadpleging);
      onthoud(vacatures, antwoord, ({ rijen }) => opVacature(rijen));
      return antwoord;
    },
    zoekWerkgevers: async (zoek) => {
      const antwoord = await crm.zoekWerkgevers(zoek, raadpleging);
      onthoud(werkgevers, antwoord, ({ rijen }) =>
        rijen.flatMap((rij) => (rij.wg_kvknummer === null ? [] : [[rij.wg_kvknummer, rij]])),
      );
      return antwoord;
    },
    telKengetallen: (periode) =>
      raadpleeg(raadpleging, 'CRM', niemand, () => crm.kengetallen(periode, raadpleging)),
    basisprofielen: createBronloader(raadpleging, kvk.basisprofielen, opties),
    vestigingen: createBronloader(raadpleging, kvk.vestigingen, opties),
    contactenElders: createBronloader(raadpleging, vum.contactenElders, opties),
  };
}

function opVacature(rijen: readonly Vacature[]): readonly (readonly [string, Vacature])[] {
  return rijen.map((rij) => [rij.wg_vacatureid, rij]);
}

/**
 * Gives a loader the rows that came along in another answer, under that answer's provenance. A warning
 * holds for each of them; a list that is not complete says nothing against the rows that did come.
 */
function onthoud<A, T>(
  loader: Loader<T>,
  antwoord: Bronantwoord<A>,
  rijen: (gegevens: A) => readonly (readonly [string, T])[],
): void {
  if (antwoord.uitkomst !== 'GEVONDEN' && antwoord.uitkomst !== 'GEDEELTELIJK') return;
  const { bron, geraadpleegdOp } = antwoord;
  for (const [sleutel, gegevens] of rijen(antwoord.gegevens)) {
    loader.prime(
      sleutel,
      antwoord.uitkomst === 'GEDEELTELIJK' && antwoord.reden === 'WAARSCHUWING'
        ? { uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING', gegevens, bron, geraadpleegdOp }
        : { uitkomst: 'GEVONDEN', gegevens, bron, geraadpleegdOp },
    );
  }
}
