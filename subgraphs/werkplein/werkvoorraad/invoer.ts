import type { ClientSleutel, WerkvoorraadSleutel } from '../../kit/index.ts';
import type { Ingebracht } from '../bronstand.ts';
import type { SignalenInvoer } from '../signalen/index.ts';

/** What a caseload is filtered and sorted on, of one client; a part that was not asked for is absent. */
export type Lid = ClientSleutel & SignalenInvoer;

/** The part of one partner; null for a role that is not the partner's, or when its subgraph was silent. */
export type Deel = Ingebracht<{ readonly clienten?: readonly Lid[] | null; readonly totaal?: number | null }>;

/** A caseload as the gateway hands it over. */
export type WerkvoorraadInvoer = {
  readonly vanGemeente?: Deel;
  readonly vanUwv?: Deel;
  readonly vanSw?: Deel;
  readonly vanWsp?: Deel;
};

/** Which partner keeps the caseload of a role, and in which source. */
const bronnen = {
  KLANTMANAGER: { veld: 'vanGemeente', bron: 'KVS' },
  WERKCOACH: { veld: 'vanUwv', bron: 'SONAR' },
  ARBEIDSBEMIDDELAAR: { veld: 'vanSw', bron: 'SW_ADMINISTRATIE' },
  MATCHMAKER: { veld: 'vanWsp', bron: 'CRM' },
} as const;

/** The part that this caseload rests on. */
export function deelVan(werkvoorraad: Pick<WerkvoorraadSleutel, 'rol'> & WerkvoorraadInvoer): {
  readonly bron: string;
  readonly deel: Deel;
} {
  const { veld, bron } = bronnen[werkvoorraad.rol];
  return { bron, deel: werkvoorraad[veld] };
}
