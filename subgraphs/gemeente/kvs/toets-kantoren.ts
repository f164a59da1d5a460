import {
  type Bronresultaat,
  type Bulkvraag,
  isMedewerkernummer,
  niemand,
  type Raadpleging,
  raadpleeg,
  type Toetsvraag,
  type Werkvoorraadgegevens,
} from '../../kit/index.ts';
import { alleKantoren, type Kantoren, verenig } from '../kantoren.ts';
import { type GemeenteVan, kies } from '../routering.ts';
import { voegSamen } from './alle-kantoren.ts';
import type { KvsSource } from './source.ts';

type Toets = Bulkvraag<Toetsvraag, Werkvoorraadgegevens>;

const bron = 'KVS';

/**
 * Which clients are those of a klantmanager, for one who may work for several offices. The question names clients,
 * so each is asked of the office that serves the client's municipality and of no other (docs/adr/0007). With one
 * office nothing is looked up.
 */
export function toetsPerKantoor(kvs: Kantoren<KvsSource>, gemeenteVan: GemeenteVan): Toets {
  if (alleKantoren(kvs).length === 1) return kvs.standaard.toets;
  return (vragen, raadpleging) =>
    Promise.all(vragen.map((vraag) => toets(kvs, gemeenteVan, vraag, raadpleging)));
}

async function toets(
  kvs: Kantoren<KvsSource>,
  gemeenteVan: GemeenteVan,
  { medewerkernummer, clientnummers }: Toetsvraag,
  raadpleging: Raadpleging,
) {
  // Nobody is looked up for a question that no office will be asked.
  if (!isMedewerkernummer(medewerkernummer)) {
    return raadpleeg<Werkvoorraadgegevens>(raadpleging, bron, niemand, () =>
      Promise.resolve({ uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' }),
    );
  }
  const keuzes = await Promise.all(
    clientnummers.map(async (nummer) => ({ nummer, keuze: kies(kvs, await gemeenteVan(nummer)) })),
  );
  // A number that was not issued here is in no caseload, and takes nothing from what is known of the others.
  const uitgegeven = keuzes.filter(
    ({ keuze }) => 'kantoor' in keuze || keuze.reden !== 'CLIENTNUMMER_ONBEKEND',
  );
  const perKantoor = new Map<KvsSource, string[]>();
  const geweigerd: Bronresultaat<Werkvoorraadgegevens>[] = [];
  for (const { nummer, keuze } of uitgegeven.length === 0 ? keuzes : uitgegeven) {
    if ('kantoor' in keuze) {
      perKantoor.set(keuze.kantoor, [...(perKantoor.get(keuze.kantoor) ?? []), nummer]);
    } else geweigerd.push(keuze);
  }
  const gekregen = await Promise.all([
    ...geweigerd.map((keuze) => raadpleeg(raadpleging, bron, niemand, () => Promise.resolve(keuze))),
    ...[...perKantoor].map(async ([kantoor, eigen]) => {
      const [antwoord] = await kantoor.toets([{ medewerkernummer, clientnummers: eigen }], raadpleging);
      if (antwoord === undefined) throw new RangeError('an office gave fewer answers than it was asked for');
      return antwoord;
    }),
  ]);
  const geraadpleegdOp = raadpleging.now().toISOString();
  return { ...verenig(gekregen, voegSamen), bron, geraadpleegdOp };
}
