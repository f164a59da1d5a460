import { parse } from 'csv-parse';
import { z } from 'zod';
import { BronFout, type Bronresultaat, gedeeltelijk, gevonden, nietsGevonden } from '../../kit/index.ts';
import { kolommen, slotmerk, slotregel, type WachtlijstRij, wachtlijstRij } from './messages.ts';

/** One whole export of the waiting list. */
export type Wachtlijstbestand = {
  /** The day the file says it is of, `JJJJ-MM-DD`. */
  readonly datum: string;
  /** What the file says of one person, by the key that stands in for the BSN. */
  readonly resultaatVan: (sleutel: string) => Bronresultaat<WachtlijstPlek>;
};

/** A row without whose it is: what is kept of a file holds no BSN, not as a key either. */
export type WachtlijstPlek = Omit<WachtlijstRij, 'BSN'>;

/** A readable row, complete or without the cells that were not readable. */
type Rij = { readonly bsn: string; readonly plek: WachtlijstPlek; readonly volledig: boolean };

const record = z.array(z.string());
const onleesbaar = (cause?: unknown) => new BronFout('FOUT', 'ONLEESBAAR', cause);

/**
 * Reads an export: `;`-separated, quotes as in RFC 4180, UTF-8, header record first, trailer last; a
 * byte order mark, CRLF and empty lines are allowed. A file counts as whole only when it ends with a
 * line ending after a trailer that counts its data records.
 * @param sleutelVan the key of a person in what is read, from the (valid) BSN in the file
 * @throws BronFout ONLEESBAAR when the file is not whole, ONVERWACHTE_VORM when a column is missing
 */
export async function leesBestand(
  tekst: string,
  sleutelVan: (bsn: string) => string,
): Promise<Wachtlijstbestand> {
  // Without its last line ending even a trailer may have been cut.
  if (!tekst.endsWith('\n')) throw onleesbaar();
  const rijen = new Map<string, Omit<Rij, 'bsn'> | 'DUBBEL'>();
  let naamloos = 0;
  let aantal = 0;
  let posities: Posities | undefined;
  let slot: z.output<typeof slotregel> | undefined;

  const parser = parse(tekst, {
    bom: true,
    delimiter: ';',
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
    // A record with misplaced quotes is one unreadable row; the trailer's count tells if it swallowed others.
    skip_records_with_error: true,
    on_skip: () => {
      aantal += 1;
      naamloos += 1;
      return undefined;
    },
  });
  try {
    for await (const ruw of parser) {
      const velden = record.parse(ruw);
      if (slot !== undefined) throw onleesbaar();
      if (velden[0] === slotmerk) {
        slot = leesSlot(velden);
        continue;
      }
      if (posities === undefined) {
        posities = leesKop(velden);
        continue;
      }
      aantal += 1;
      const gelezen = leesRij(velden, posities);
      if (gelezen === undefined) {
        naamloos += 1;
        continue;
      }
      const { bsn, ...rij } = gelezen;
      const sleutel = sleutelVan(bsn);
      rijen.set(sleutel, rijen.has(sleutel) ? 'DUBBEL' : rij);
    }
  } catch (error) {
    throw error instanceof BronFout ? error : onleesbaar(error);
  }
  if (posities === undefined || slot === undefined || slot[1] !== aantal) throw onleesbaar();
  const datum = slot[2];
  return { datum, resultaatVan: (sleutel) => resultaat(rijen.get(sleutel), naamloos > 0, datum) };
}

/**
 * Somebody who is not in the file is NIETS_GEVONDEN, unless there are rows of which it cannot be read whose
 * they are: one of those may be theirs. Two rows for one person contradict each other; none is chosen.
 */
function resultaat(
  rij: Omit<Rij, 'bsn'> | 'DUBBEL' | undefined,
  naamloos: boolean,
  datum: string,
): Bronresultaat<WachtlijstPlek> {
  if (rij === 'DUBBEL') return { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
  if (rij === undefined) {
    return naamloos ? { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' } : nietsGevonden(datum);
  }
  return rij.volledig ? gevonden(rij.plek, datum) : gedeeltelijk(rij.plek, 'ONVERWACHTE_VORM', datum);
}

type Posities = { readonly breedte: number; readonly plaatsen: Readonly<Record<string, number>> };

function leesKop(velden: readonly string[]): Posities {
  const namen = velden.map((veld) => veld.trim());
  const eenmaal = kolommen.every((k) => namen.filter((naam) => naam === k).length === 1);
  if (!eenmaal) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  const plaatsen = Object.fromEntries(kolommen.map((k) => [k, namen.indexOf(k)]));
  return { breedte: namen.length, plaatsen };
}

function leesSlot(velden: readonly string[]): z.output<typeof slotregel> {
  const gelezen = slotregel.safeParse(velden);
  if (!gelezen.success) throw onleesbaar();
  return gelezen.data;
}

/** A row without the cells that cannot be read; undefined when it cannot be read whose row it is. */
function leesRij(velden: readonly string[], { breedte, plaatsen }: Posities): Rij | undefined {
  if (velden.length !== breedte) return undefined;
  const cellen = Object.fromEntries(kolommen.map((k) => [k, velden[plaatsen[k] ?? -1]]));
  const gelezen = wachtlijstRij.safeParse(cellen);
  if (gelezen.success) return splits(gelezen.data, true);
  const slecht = gelezen.error.issues.map((issue) => [String(issue.path[0]), ''] as const);
  const rest = wachtlijstRij.safeParse({ ...cellen, ...Object.fromEntries(slecht) });
  // An empty BSN is no BSN: a row with an unreadable one fails here.
  return rest.success ? splits(rest.data, false) : undefined;
}

function splits({ BSN: bsn, ...plek }: WachtlijstRij, volledig: boolean): Rij {
  return { bsn, plek, volledig };
}
