import { type Codetabel, codewaarde } from '../../kit/index.ts';
import type { Dienstverlening, Tegenprestatie, Werkaanbod } from '../generated/resolvers.ts';
import type { KvsDienstverlening, KvsTegenprestatie, KvsWerkaanbod } from './messages.ts';
import { vanaf } from './volgorde.ts';

/*
 * What the klantmanager does for a client and asks of one, as the file registers it; each most recent first.
 */

const soorten: Codetabel = {
  BASIS_DIGITAAL: 'Digitale basisdienstverlening',
  INTENSIEF_PERSOONLIJK: 'Intensieve persoonlijke dienstverlening',
};

export function mapDienstverlening(diensten: readonly KvsDienstverlening[]): readonly Dienstverlening[] {
  return diensten
    .toSorted((a, b) => vanaf(b.begindatum, a.begindatum))
    .map(({ soort, ...periode }) => ({ soort: codewaarde(soort, soorten), ...periode }));
}

export function mapWerkaanbod(aanbod: readonly KvsWerkaanbod[]): readonly Werkaanbod[] {
  return aanbod.toSorted((a, b) => vanaf(b.aangebodenOp, a.aangebodenOp));
}

export function mapTegenprestatie(prestaties: readonly KvsTegenprestatie[]): readonly Tegenprestatie[] {
  return prestaties.toSorted((a, b) => vanaf(b.begindatum, a.begindatum));
}
