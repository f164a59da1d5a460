import {
  type Bronantwoord,
  niemand,
  type Raadpleging,
  raadpleeg,
  type VerantwoordingSleutel,
} from '../../kit/index.ts';
import { alleKantoren, type Kantoren, verenig } from '../kantoren.ts';
import type { KvsKengetallen } from './kengetallen-messages.ts';
import type { KvsSource } from './source.ts';

/** The figures of all offices together; when one did not answer, they are those of the others, and say so. */
export function kengetallenBijAlle(
  kvs: Kantoren<KvsSource>,
): (periode: VerantwoordingSleutel, raadpleging: Raadpleging) => Promise<Bronantwoord<KvsKengetallen>> {
  return async (periode, raadpleging) => {
    const antwoorden = await Promise.all(
      alleKantoren(kvs).map(({ kengetallen }) =>
        raadpleeg(raadpleging, 'KVS', niemand, () => kengetallen(periode, raadpleging)),
      ),
    );
    const geraadpleegdOp = raadpleging.now().toISOString();
    return { ...verenig(antwoorden, (delen) => delen.flat()), bron: 'KVS', geraadpleegdOp };
  };
}
