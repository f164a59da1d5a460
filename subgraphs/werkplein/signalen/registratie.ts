import type { DatumOnvolledig } from '../../kit/index.ts';
import { allemaal, type Dag, type Drie, eenVan, gebeurdOp, nietVoor } from '../kalender.ts';
import { feit } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import type { Feit } from './oordeel.ts';

/** Whether the municipality did something, and the facts that say so. */
export type Grond = { readonly gedaan: Drie; readonly feiten: readonly Feit[] };

/** What the municipality's file registers of it: null when the file does not register it at all. */
export type Registratie<T> = {
  readonly wat: string;
  readonly vermeldingen: readonly T[] | null | undefined;
  readonly gedaan: (vermelding: T) => Drie;
  /** The date that stands with the fact. */
  readonly datum: (vermelding: T) => DatumOnvolledig | null | undefined;
};

/**
 * By the file's own registration; in a file without it by what stands in for it. Registering nothing is a
 * registration too: then nothing was done, whatever would stand in for it. The fact says which of both it is.
 */
export function grondVan<T>(
  klantdossier: SignalenInvoer['klantdossier'],
  { wat, vermeldingen, gedaan, datum }: Registratie<T>,
  vervanging: { readonly wat: string; readonly gedaan: Drie },
): Grond {
  if (vermeldingen == null) {
    const waarde = `niet geregistreerd: beoordeeld op ${vervanging.wat}`;
    return {
      gedaan: vervanging.gedaan,
      feiten: heeftDossier(klantdossier) ? feit('KVS', wat, { waarde }) : [],
    };
  }
  const feiten = vermeldingen.flatMap((vermelding) => {
    const op = datum(vermelding) ?? null;
    return feit('KVS', wat, op === null ? { waarde: 'datum onbekend' } : { datum: op });
  });
  return {
    gedaan: eenVan(vermeldingen.map(gedaan)),
    feiten: feiten.length > 0 ? feiten : feit('KVS', wat, { waarde: 'geen' }),
  };
}

/** Whether a date lies between the registration and today, both included. */
export function sinds(
  datum: DatumOnvolledig | null | undefined,
  aanmelding: DatumOnvolledig | null,
  vandaag: Dag,
): Drie {
  if (typeof datum !== 'string' || aanmelding === null) return 'MOGELIJK';
  return allemaal([gebeurdOp(datum, vandaag), nietVoor(datum, aanmelding)]);
}

/** A source that is silent does not say that it registers nothing. */
function heeftDossier(klantdossier: SignalenInvoer['klantdossier']): boolean {
  const uitkomst = klantdossier?.bron.uitkomst;
  return uitkomst === 'GEVONDEN' || uitkomst === 'GEDEELTELIJK';
}
