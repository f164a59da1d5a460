/**
 * Dates as sources send them. A partial date stays partial: the graph shows it in the form of
 * ISO 8601-2 (EDTF), with an X for each digit that is not known: `2015-03-17`, `2015-03-XX`,
 * `2015-XX-XX`, `XXXX-XX-XX`.
 */
export type DatumOnvolledig = string;

const edtf = /^(\d{4}|XXXX)-(\d{2}|XX)-(\d{2}|XX)$/;
const dagenInMaand = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a date or a partial date in the form above, with an existing month and day. */
export function isDatumOnvolledig(value: string): boolean {
  const delen = edtf.exec(value);
  if (!delen) return false;
  const [, jaar = '', maand = '', dag = ''] = delen;
  if (jaar === '0000' || maand === '00' || dag === '00') return false;
  if (maand !== 'XX' && Number(maand) > 12) return false;
  if (dag === 'XX') return true;
  const max = maand === 'XX' ? 31 : (dagenInMaand[Number(maand) - 1] ?? 0);
  if (Number(dag) > max) return false;
  if (maand === '02' && dag === '29' && jaar !== 'XXXX') return isSchrikkeljaar(Number(jaar));
  return true;
}

function isSchrikkeljaar(jaar: number): boolean {
  return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
}

/**
 * `JJJJMMDD` with zeros for unknown parts (SuwiML `Datum`, GWS `Datum`) to EDTF.
 * @returns undefined when the text is not such a date
 */
export function datumUitJjjjmmdd(value: string): DatumOnvolledig | undefined {
  if (!/^\d{8}$/.test(value)) return undefined;
  const jaar = value.slice(0, 4);
  const maand = value.slice(4, 6);
  const dag = value.slice(6, 8);
  const datum = `${jaar === '0000' ? 'XXXX' : jaar}-${maand === '00' ? 'XX' : maand}-${dag === '00' ? 'XX' : dag}`;
  return isDatumOnvolledig(datum) ? datum : undefined;
}

/** The inverse of `datumUitJjjjmmdd`. @throws RangeError when the text is not an EDTF date of the form above */
export function jjjjmmddVan(datum: DatumOnvolledig): string {
  if (!isDatumOnvolledig(datum)) throw new RangeError('not a date');
  return datum.replaceAll('-', '').replaceAll('X', '0');
}

/**
 * The first and the last day that a (partial) date can mean, `JJJJ-MM-DD`. Unknown years span all of time.
 * @throws RangeError when the text is not an EDTF date of the form above
 */
export function grenzen(datum: DatumOnvolledig): { readonly eerste: string; readonly laatste: string } {
  const delen = isDatumOnvolledig(datum) ? edtf.exec(datum) : null;
  if (!delen) throw new RangeError('not a date');
  const [, jaar = '', maand = '', dag = ''] = delen;
  if (jaar === 'XXXX') return { eerste: '0001-01-01', laatste: '9999-12-31' };
  const laatsteMaand = maand === 'XX' ? '12' : maand;
  const laatsteDag =
    dag !== 'XX'
      ? dag
      : laatsteMaand === '02'
        ? isSchrikkeljaar(Number(jaar))
          ? '29'
          : '28'
        : String(dagenInMaand[Number(laatsteMaand) - 1]);
  return {
    eerste: `${jaar}-${maand === 'XX' ? '01' : maand}-${dag === 'XX' ? '01' : dag}`,
    laatste: `${jaar}-${laatsteMaand}-${laatsteDag}`,
  };
}

/** A period with possibly partial or missing ends; a missing end is open. */
export type Periode = {
  readonly begindatum: DatumOnvolledig | null;
  readonly einddatum: DatumOnvolledig | null;
};

/** The last day there is: where a period with an open end is still running. */
const laatsteDag = '9999-12-31';
/** Sorts after every day: the latest begin of a period of which nothing bounds the begin. */
const naAlleDagen = '9999-99-99';

/** The earliest and latest begin and end a period can have; a period does not end before it begins. */
function uitersten({ begindatum, einddatum }: Periode) {
  const eind = einddatum === null ? { eerste: laatsteDag, laatste: laatsteDag } : grenzen(einddatum);
  const begin =
    begindatum === null || begindatum.startsWith('XXXX')
      ? { eerste: '0001-01-01', laatste: naAlleDagen }
      : grenzen(begindatum);
  return {
    begin: {
      eerste: begin.eerste,
      laatste: eind.laatste < laatsteDag ? vroegste(begin.laatste, eind.laatste) : begin.laatste,
    },
    eind: { eerste: begin.eerste > eind.eerste ? begin.eerste : eind.eerste, laatste: eind.laatste },
  };
}

function vroegste(a: string, b: string): string {
  return a < b ? a : b;
}

/**
 * Whether two periods share a day: `JA` whatever the unknown parts of their dates are, `MOGELIJK`
 * when it depends on them (or on a begin that is not known), `NEE`. A period that ends before it
 * begins has no days.
 */
export function overlap(a: Periode, b: Periode): 'JA' | 'MOGELIJK' | 'NEE' {
  const [x, y] = [uitersten(a), uitersten(b)];
  const onmogelijk = x.begin.eerste > x.eind.laatste || y.begin.eerste > y.eind.laatste;
  if (onmogelijk || x.begin.eerste > y.eind.laatste || y.begin.eerste > x.eind.laatste) return 'NEE';
  return x.begin.laatste <= y.eind.eerste && y.begin.laatste <= x.eind.eerste ? 'JA' : 'MOGELIJK';
}
