import type { Raadpleging, Vacatureprofiel, Werkvoorraadgegevens } from '../../kit/index.ts';
import {
  type Bronantwoord,
  type Bulkvraag,
  deClienten,
  type Poolkandidaat,
  raadpleeg,
} from '../../kit/index.ts';
import { alleKantoren, type Kantoren, verenig } from '../kantoren.ts';
import type { KvsKandidaat } from './kandidaten-messages.ts';
import type { KvsSource } from './source.ts';

/*
 * Questions that name no client go to every office: nobody learns of a person who is not theirs.
 */

type Werkvoorraad = Werkvoorraadgegevens;
type Kandidaten = readonly Poolkandidaat<KvsKandidaat>[];

const bron = 'KVS';

/**
 * The clients of a klantmanager at all offices, for one who works for several. Numbers of workers are one
 * series for all offices.
 */
export function werkvoorraadBijAlle(kvs: Kantoren<KvsSource>): Bulkvraag<string, Werkvoorraad> {
  const kantoren = alleKantoren(kvs);
  if (kantoren.length === 1) return kvs.standaard.werkvoorraad;
  return async (medewerkers, raadpleging) => {
    const perKantoor = await Promise.all(
      kantoren.map(({ werkvoorraad }) => werkvoorraad(medewerkers, raadpleging)),
    );
    const geraadpleegdOp = raadpleging.now().toISOString();
    return medewerkers.map((_medewerker, i) => {
      const delen = perKantoor.flatMap((antwoorden) => antwoorden[i] ?? []);
      return { ...verenig(delen, voegSamen), bron, geraadpleegdOp };
    });
  };
}

/** A client with a file at two offices is one client. */
export function voegSamen(delen: readonly Werkvoorraad[]): Werkvoorraad {
  const clienten = delen.flatMap(({ clienten: eigen }) => eigen);
  const uniek = new Map(clienten.map((client) => [client.clientnummer, client]));
  const geteld = delen.every(({ totaal }) => typeof totaal === 'number');
  const dubbel = clienten.length - uniek.size;
  return {
    clienten: [...uniek.values()],
    totaal: geteld ? delen.reduce((som, { totaal }) => som + (totaal ?? 0), 0) - dubbel : null,
  };
}

/** The candidates of all offices for a vacancy; for the employer the municipality of residence plays no part. */
export function kandidatenBijAlle(
  kvs: Kantoren<KvsSource>,
): (profiel: Vacatureprofiel, raadpleging: Raadpleging) => Promise<Bronantwoord<Kandidaten>> {
  return async (profiel, raadpleging) => {
    const antwoorden = await Promise.all(
      alleKantoren(kvs).map(({ kandidaten }) =>
        raadpleeg(raadpleging, bron, deClienten, () => kandidaten(profiel, raadpleging)),
      ),
    );
    const geraadpleegdOp = raadpleging.now().toISOString();
    return { ...verenig(antwoorden, zonderDubbelen), bron, geraadpleegdOp };
  };
}

function zonderDubbelen(delen: readonly Kandidaten[]): Kandidaten {
  return [...new Map(delen.flat().map((kandidaat) => [kandidaat.clientnummer, kandidaat])).values()];
}
