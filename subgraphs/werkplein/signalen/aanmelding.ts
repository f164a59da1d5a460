import type { DatumOnvolledig } from '../../kit/index.ts';
import type { Bron } from '../generated/resolvers.ts';
import { feit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import type { Feit } from './oordeel.ts';

/** When the client registered, and what may still say so when that is not known. */
export type Aanmelding = {
  readonly datum: DatumOnvolledig | null;
  readonly feiten: readonly Feit[];
  readonly zwijgend: readonly Bron[];
};

/** Registration at the Werkplein by the municipality's file, else as a jobseeker at UWV. */
export function aanmelding({ klantdossier, werkzoekende }: SignalenInvoer): Aanmelding {
  const bijGemeente = klantdossier?.aangemeldOp ?? null;
  if (bijGemeente !== null) {
    return { datum: bijGemeente, feiten: feit('KVS', 'aanmelding', { datum: bijGemeente }), zwijgend: [] };
  }
  const bijUwv = werkzoekende?.inschrijving?.begindatum ?? null;
  return {
    datum: bijUwv,
    feiten: feit('SUWINET_WERKZOEKENDE', 'inschrijving als werkzoekende', { datum: bijUwv }),
    zwijgend: zwijgenden({
      KVS: klantdossier,
      ...(bijUwv === null ? { SUWINET_WERKZOEKENDE: werkzoekende } : {}),
    }),
  };
}
