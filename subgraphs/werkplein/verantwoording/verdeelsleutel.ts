/**
 * Allocation keys: who of the partners bears which part of a joint cost. Whole euros and hundredths of a
 * percent, in integers throughout.
 *
 * The papers do not state how they round. Every figure they print follows from one rule, that of the
 * largest remainders: each part is its exact share rounded down, and what is left over goes, one by one, to
 * the parts that lost most by it. So parts always add up to the amount, no part is a whole unit from its
 * exact share, and who weighs more never bears less. (Rounding half up, with the difference on the largest
 * part, prints the same figures, but can leave the largest part smaller than another.)
 */

/** Whether the shares are rounded to hundredths of a percent first, and the amounts follow from those. */
export type Afronding = 'OP_HONDERDSTE_PROCENT' | 'ALLEEN_BEDRAGEN';

export type Partij = {
  readonly naam: string;
  /** One weight for each key, whole numbers from 0: inflow and volume, work places, inhabitants. */
  readonly gewichten: readonly number[];
};

export type Verdeelopdracht = {
  /** Whole euros, from 0. */
  readonly bedragEuro: number;
  readonly partijen: readonly Partij[];
  /** How heavily each key counts, e.g. 50 and 50; each key counts for the same when absent. */
  readonly sleutelgewichten?: readonly number[];
  readonly afronding: Afronding;
};

export type Verdeling = {
  readonly bedragEuro: number;
  readonly delen: readonly {
    readonly naam: string;
    /** Percent, to two decimals. */
    readonly percentage: number;
    /** Whole euros. */
    readonly bedragEuro: number;
  }[];
};

const honderdProcent = 10_000;

/** @throws RangeError when names are not unique, weights are missing or negative, or a key is zero for all */
export function verdeel(opdracht: Verdeelopdracht): Verdeling {
  const { bedragEuro, partijen, afronding } = opdracht;
  const namen = partijen.map(({ naam }) => naam);
  const gewichten = aandelen(opdracht);
  const voorrang = partijen.map(({ naam }, i) => ({ naam, gewicht: gewichten[i] ?? 0n }));
  const honderdsten = verdeelGeheel(honderdProcent, gewichten, voorrang);
  const bedragen =
    afronding === 'OP_HONDERDSTE_PROCENT'
      ? verdeelGeheel(bedragEuro, honderdsten.map(BigInt), voorrang)
      : verdeelGeheel(bedragEuro, gewichten, voorrang);
  return {
    bedragEuro,
    delen: namen.map((naam, i) => ({
      naam,
      percentage: (honderdsten[i] ?? 0) / 100,
      bedragEuro: bedragen[i] ?? 0,
    })),
  };
}

/** The parties' exact shares as whole numbers of one common measure. */
function aandelen({ bedragEuro, partijen, sleutelgewichten }: Verdeelopdracht): readonly bigint[] {
  const aantalSleutels = partijen[0]?.gewichten.length ?? 0;
  const perSleutel = sleutelgewichten ?? Array.from({ length: aantalSleutels }, () => 1);
  if (!isGeheel(bedragEuro)) throw new RangeError('an amount is a whole number of euros from 0');
  if (new Set(partijen.map(({ naam }) => naam)).size !== partijen.length) {
    throw new RangeError('names must be unique');
  }
  if (perSleutel.length === 0 || partijen.some(({ gewichten }) => gewichten.length !== perSleutel.length)) {
    throw new RangeError('each party needs one weight for each key');
  }
  if (![...perSleutel, ...partijen.flatMap(({ gewichten }) => gewichten)].every(isGeheel)) {
    throw new RangeError('weights are whole numbers from 0');
  }
  const totalen = perSleutel.map((_, k) => som(partijen.map(({ gewichten }) => BigInt(gewichten[k] ?? 0))));
  if (totalen.includes(0n) || perSleutel.every((gewicht) => gewicht === 0)) {
    throw new RangeError('a key that nobody has a weight in divides nothing');
  }
  // Share k of a party is weight / total of key k: brought to one denominator, so that nothing is rounded.
  const noemer = totalen.reduce((product, totaal) => product * totaal, 1n);
  return partijen.map(({ gewichten }) =>
    som(
      perSleutel.map(
        (gewicht, k) => (BigInt(gewicht) * BigInt(gewichten[k] ?? 0) * noemer) / (totalen[k] ?? 1n),
      ),
    ),
  );
}

/**
 * Divides a whole number by weights, in whole numbers that add up to it (largest remainders). Of equal
 * remainders the party with the heavier exact share goes first (rounded weights can be equal where shares are
 * not), then the first name, so that the order of the parties is of no account.
 */
function verdeelGeheel(
  geheel: number,
  gewichten: readonly bigint[],
  voorrang: readonly { readonly gewicht: bigint; readonly naam: string }[],
): readonly number[] {
  const totaal = som(gewichten);
  const delen = gewichten.map((gewicht, i) => {
    const exact = BigInt(geheel) * gewicht;
    const { gewicht: aandeel, naam } = voorrang[i] ?? { gewicht, naam: '' };
    return { i, aandeel, naam, heel: exact / totaal, rest: exact % totaal };
  });
  const over = Number(BigInt(geheel) - som(delen.map(({ heel }) => heel)));
  const volgorde = delen.toSorted(
    (a, b) => opGrootte(b.rest, a.rest) || opGrootte(b.aandeel, a.aandeel) || (a.naam < b.naam ? -1 : 1),
  );
  const erbij = new Set(volgorde.slice(0, over).map(({ i }) => i));
  return delen.map(({ i, heel }) => Number(heel) + (erbij.has(i) ? 1 : 0));
}

function isGeheel(waarde: number): boolean {
  return Number.isSafeInteger(waarde) && waarde >= 0;
}

function som(waarden: readonly bigint[]): bigint {
  return waarden.reduce((totaal, waarde) => totaal + waarde, 0n);
}

function opGrootte(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
