import { isClientnummer } from './clientnummer.ts';
import { GraafFout } from './errors.ts';
import type { ClientSleutel } from './sleutels.ts';

/** Most clients of a caseload in one page. */
export const maxClientenPerBladzijde = 100;

/** Which page of a caseload is wanted, as GraphQL hands it over. */
export type Bladzijdevraag = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

/** `Werkvoorraadbladzijde` of a partner's schema. */
export type Werkvoorraadbladzijde = {
  readonly edges: readonly { readonly cursor: string; readonly node: ClientSleutel }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/**
 * One page of the clients of a caseload in the order of their pseudonyms, which means nothing and stays the same
 * when clients come and go. Null when the list did not come.
 * @throws GraafFout ONGELDIGE_INVOER for a size or a position that no page has
 */
export function bladerWerkvoorraaddeel(
  clienten: readonly ClientSleutel[] | null | undefined,
  { first, after }: Bladzijdevraag,
): Werkvoorraadbladzijde | null {
  const aantal = leesAantalClienten(first);
  const na = after == null ? '' : leesPositie(after);
  if (clienten == null) return null;
  const nummers = clienten.map(({ clientnummer }) => clientnummer).sort();
  const rest = nummers.filter((nummer) => nummer > na);
  const edges = rest.slice(0, aantal).map((clientnummer) => ({
    cursor: maakPositie(clientnummer),
    node: { clientnummer },
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rest.length > aantal,
      hasPreviousPage: rest.length < nummers.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** How many clients are wanted, 50 when it is not said. @throws GraafFout ONGELDIGE_INVOER */
export function leesAantalClienten(first: number | null | undefined): number {
  const aantal = first ?? 50;
  if (Number.isInteger(aantal) && aantal >= 1 && aantal <= maxClientenPerBladzijde) return aantal;
  throw new GraafFout('ONGELDIGE_INVOER', `first must be between 1 and ${maxClientenPerBladzijde}.`);
}

/** Opaque to the caller: base64url of the pseudonym after which to go on. */
function maakPositie(clientnummer: string): string {
  return Buffer.from(clientnummer, 'utf8').toString('base64url');
}

function leesPositie(cursor: string): string {
  const clientnummer = Buffer.from(cursor, 'base64url').toString('utf8');
  // Base64 has many spellings of one value: only our own is a cursor.
  if (isClientnummer(clientnummer) && maakPositie(clientnummer) === cursor) return clientnummer;
  throw new GraafFout('ONGELDIGE_INVOER', 'after is not a position of this list.');
}
