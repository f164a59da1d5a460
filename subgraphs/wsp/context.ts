import type DataLoader from 'dataloader';
import { type Bronantwoord, createBronloader, type Raadpleging } from '../kit/index.ts';
import type { Account, Contactmoment, Vacature, Voorstel } from './crm/messages.ts';
import { type Crm, maxPerVraag } from './crm/source.ts';
import type { Basisprofiel } from './kvk/messages.ts';
import type { Kvk } from './kvk/source.ts';

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
  /** By id of the vacancy. */
  readonly vacatures: Loader<Vacature>;
  readonly zoekVacatures: Zoek<'zoekVacatures'>;
  readonly zoekWerkgevers: Zoek<'zoekWerkgevers'>;
  /** By KvK number. */
  readonly basisprofielen: Loader<Basisprofiel>;
};

export function createContext(crm: Crm, kvk: Kvk, raadpleging: Raadpleging): Context {
  const opties = { maxPerVraag };
  const vacatures = createBronloader(raadpleging, crm.vacatures, opties);
  const werkgevers = createBronloader(raadpleging, crm.werkgevers, opties);

  return {
    vacatures,
    werkgevers,
    contactmomenten: createBronloader(raadpleging, crm.contactmomenten, opties),
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
    basisprofielen: createBronloader(raadpleging, kvk.basisprofielen, opties),
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
