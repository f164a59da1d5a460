import { type Bronantwoord, type Bronresultaat, type Bulkvraag, niemand, raadpleeg } from '../kit/index.ts';
import { alleKantoren, type Kantoren, kantoorVan } from './kantoren.ts';

/** Municipality of registration of a client, as the BRP says it: four-digit CBS code. */
export type GemeenteVan = (clientnummer: string) => Promise<Bronantwoord<string>>;

/**
 * A source that several offices keep, as one: each client is asked of the office that serves the municipality
 * the client is registered in, and of no other (docs/adr/0007). With one office nothing is looked up.
 * @param opties `voorGemeente` adds to a question which municipality it is about, for an office of its own
 */
export function routeer<K, T>(
  bron: string,
  kantoren: Kantoren<Bulkvraag<K, T>>,
  opties: {
    readonly clientnummerVan: (sleutel: K) => string;
    readonly gemeenteVan: GemeenteVan;
    readonly voorGemeente?: (sleutel: K, gemeentecode: string) => K;
  },
): Bulkvraag<K, T> {
  if (alleKantoren(kantoren).length === 1) return kantoren.standaard;
  return async (sleutels, raadpleging) => {
    const keuzes = await Promise.all(
      sleutels.map(async (sleutel) =>
        kies(kantoren, await opties.gemeenteVan(opties.clientnummerVan(sleutel))),
      ),
    );
    const perKantoor = new Map<Bulkvraag<K, T>, { readonly index: number; readonly sleutel: K }[]>();
    const antwoorden = new Map<number, Bronantwoord<T>>();
    const nietGevraagd: Promise<unknown>[] = [];
    for (const [index, sleutel] of sleutels.entries()) {
      const keuze = keuzes[index];
      if (keuze === undefined) continue;
      if (!('kantoor' in keuze)) {
        const antwoord = raadpleeg<T>(raadpleging, bron, niemand, () => Promise.resolve(keuze));
        nietGevraagd.push(antwoord.then((a) => antwoorden.set(index, a)));
        continue;
      }
      const { kantoor, gemeentecode } = keuze;
      const eigen = kantoren.perGemeente.has(gemeentecode);
      const vraag = eigen ? (opties.voorGemeente?.(sleutel, gemeentecode) ?? sleutel) : sleutel;
      perKantoor.set(kantoor, [...(perKantoor.get(kantoor) ?? []), { index, sleutel: vraag }]);
    }
    // Side by side; how many calls run at once is bounded by each office's own bulkhead.
    await Promise.all([
      ...nietGevraagd,
      ...[...perKantoor].map(async ([kantoor, vragen]) => {
        const gekregen = await kantoor(
          vragen.map(({ sleutel }) => sleutel),
          raadpleging,
        );
        for (const [i, antwoord] of gekregen.entries()) {
          const index = vragen[i]?.index;
          if (index !== undefined) antwoorden.set(index, antwoord);
        }
      }),
    ]);
    return sleutels.map((_sleutel, index) => {
      const antwoord = antwoorden.get(index);
      if (antwoord === undefined) throw new RangeError('an office gave fewer answers than it was asked for');
      return antwoord;
    });
  };
}

type Keuze<Kantoor> =
  | { readonly kantoor: Kantoor; readonly gemeentecode: string }
  | Extract<
      Bronresultaat<never>,
      { readonly uitkomst: 'NIET_GERECHTIGD' | 'BRON_NIET_BESCHIKBAAR' | 'FOUT' }
    >;

/** The office to ask, or why none is: whoever is not known to serve a client does not learn who the client is. */
export function kies<T>(kantoren: Kantoren<T>, inschrijving: Bronantwoord<string>): Keuze<T> {
  switch (inschrijving.uitkomst) {
    case 'GEVONDEN':
    case 'GEDEELTELIJK': {
      const kantoor = kantoorVan(kantoren, inschrijving.gegevens);
      return kantoor === undefined
        ? { uitkomst: 'NIET_GERECHTIGD', reden: 'BUITEN_WERKGEBIED' }
        : { kantoor, gemeentecode: inschrijving.gegevens };
    }
    case 'BRON_NIET_BESCHIKBAAR':
      return { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'KANTOOR_ONBEKEND' };
    case 'FOUT':
      return inschrijving.reden === 'CLIENTNUMMER_ONBEKEND'
        ? { uitkomst: 'FOUT', reden: inschrijving.reden }
        : { uitkomst: 'FOUT', reden: 'KANTOOR_ONBEKEND' };
    case 'NIETS_GEVONDEN':
    case 'NIET_GERECHTIGD':
      return { uitkomst: 'FOUT', reden: 'KANTOOR_ONBEKEND' };
    default:
      return inschrijving satisfies never;
  }
}
