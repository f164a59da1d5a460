/**
 * Huge messages, made of small ones that are kept: the small message holds three of something, the second of
 * which is repeated. So the first, the last and the number of them can be seen in the answer.
 */

/** How many there are of what is repeated. */
export const zeerVeel = 5_000;

type Bericht = { readonly bericht: string; readonly verwacht: unknown };

/** From the small message and its answer to the huge one and its answer. */
export type Vermenigvuldiging = (klein: Bericht) => Bericht;

/**
 * Of an XML message: repeats the second of three elements.
 * @param element local name; the element has no other of the same name inside it
 * @param lijst where its list stands in the answer
 * @throws Error when there are not three
 */
export function herhaalElement(element: string, ...lijst: readonly string[]): Vermenigvuldiging {
  return ({ bericht, verwacht }) => {
    const delen = [...bericht.matchAll(new RegExp(`<${element}>.*?</${element}>`, 'gs'))];
    const [, tweede] = delen;
    if (tweede === undefined || delen.length !== 3) throw new Error(`not three of ${element}`);
    const tot = tweede.index + tweede[0].length;
    return {
      bericht: bericht.slice(0, tot) + tweede[0].repeat(zeerVeel - 3) + bericht.slice(tot),
      verwacht: herhaalIn(verwacht, lijst),
    };
  };
}

/**
 * What the second row is known by, in the message and in the answer: first as in the small message, then one pair
 * for each row that is made of it.
 */
export type Kenmerken = readonly (readonly [inBericht: string, inAntwoord: string])[];

/** As many marks as it takes, the same in message and answer: `<begin>10002` and on, which is also their order as text. */
export function kenmerken(begin: string): Kenmerken {
  return Array.from({ length: zeerVeel - 2 }, (_, index) => {
    const kenmerk = `${begin}${10_002 + index}`;
    return [kenmerk, kenmerk];
  });
}

/**
 * Of a JSON message: repeats the second of three rows.
 * @param rijen where the rows stand in the message
 * @param lijsten where lists of them stand in the answer
 * @param anders what makes the rows different from each other; without it they are the same
 * @throws Error when there are not three
 */
export function herhaalRij(
  rijen: readonly string[],
  lijsten: readonly (readonly string[])[],
  anders?: Kenmerken,
): Vermenigvuldiging {
  return ({ bericht, verwacht }) => ({
    bericht: JSON.stringify(
      herhaalIn(
        JSON.parse(bericht),
        rijen,
        anders?.map(([kenmerk]) => kenmerk),
      ),
    ),
    verwacht: lijsten.reduce(
      (antwoord, lijst) =>
        herhaalIn(
          antwoord,
          lijst,
          anders?.map(([, kenmerk]) => kenmerk),
        ),
      verwacht,
    ),
  });
}

/** A value with the second of the three elements of one of its lists repeated; no path is the value itself. */
function herhaalIn(waarde: unknown, pad: readonly string[], anders?: readonly string[]): unknown {
  const [stap, ...rest] = pad;
  if (stap === undefined) return herhaal(waarde, anders);
  if (Array.isArray(waarde)) {
    return waarde.map((deel: unknown, index) =>
      String(index) === stap ? herhaalIn(deel, rest, anders) : deel,
    );
  }
  if (typeof waarde !== 'object' || waarde === null || !(stap in waarde))
    throw new Error(`nothing at ${stap}`);
  return Object.fromEntries(
    Object.entries(waarde).map(([naam, deel]) => [
      naam,
      naam === stap ? herhaalIn(deel, rest, anders) : deel,
    ]),
  );
}

function herhaal(waarde: unknown, anders: readonly string[] | undefined): readonly unknown[] {
  const rijen: readonly unknown[] = Array.isArray(waarde) ? waarde : [];
  const [eerste, tweede, laatste] = rijen;
  if (rijen.length !== 3) throw new Error('not three of what is to be repeated');
  const tekst = JSON.stringify(tweede);
  const midden = Array.from({ length: zeerVeel - 2 }, (_, index): unknown =>
    anders === undefined ? tweede : JSON.parse(tekst.replaceAll(anders[0] ?? '', anders[index] ?? '')),
  );
  return [eerste, ...midden, laatste];
}
