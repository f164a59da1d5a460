import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BronFout, type Bronreden } from '../../kit/index.ts';
import { leesBestand } from './bestand.ts';

const kop = 'BSN;PLAATS;AANGEMELD;INDICATIE;GELDIG_TOT;VOORKEUR';
const regel = '999990019;1;20230115;BESCHUT_WERK;20270114;Groen';

/** What reading this file fails with; undefined when it is read. */
async function reden(tekst: string): Promise<Bronreden | undefined> {
  try {
    await leesBestand(tekst, (bsn) => bsn);
    return undefined;
  } catch (error) {
    if (error instanceof BronFout) return error.reden;
    throw error;
  }
}

describe('a file that is not whole is not read', () => {
  it.each([
    ['empty', ''],
    ['without a trailer', `${kop}\n${regel}\n`],
    ['without its last line ending', `${kop}\n${regel}\n#EINDE;1;20250302`],
    ['with fewer records than the trailer counts', `${kop}\n${regel}\n#EINDE;2;20250302\n`],
    ['with more records than the trailer counts', `${kop}\n${regel}\n${regel}\n#EINDE;1;20250302\n`],
    ['with records after the trailer', `${kop}\n${regel}\n#EINDE;1;20250302\n${regel}\n`],
    ['with two trailers', `${kop}\n#EINDE;0;20250302\n#EINDE;0;20250302\n`],
    ['with a trailer and no header', '#EINDE;0;20250302\n'],
    ['with a trailer without a date', `${kop}\n#EINDE;0\n`],
    ['with a partial date in the trailer', `${kop}\n#EINDE;0;20250300\n`],
    ['with a date that does not exist', `${kop}\n#EINDE;0;20250230\n`],
    ['with a quote that swallows a record', `${kop}\n1;"x\n${regel}\n2;"y"\n#EINDE;3;20250302\n`],
    ['with a quote that is never closed', `${kop}\n999990019;1;;;;"Groen\n#EINDE;1;20250302\n`],
    ['with a record without end', `${kop}\n${'x'.repeat(200_000)}\n#EINDE;1;20250302\n`],
  ])('%s', async (_naam, tekst) => {
    expect(await reden(tekst)).toBe('ONLEESBAAR');
  });

  it.each([
    ['a column is missing', `BSN;PLAATS\n#EINDE;0;20250302\n`],
    ['a column stands there twice', `${kop};BSN\n#EINDE;0;20250302\n`],
    ['it is something else altogether', '<html>\n<body>Log in</body>\n</html>\n'],
  ])('nor is one where %s', async (_naam, tekst) => {
    expect(await reden(tekst)).toBe('ONVERWACHTE_VORM');
  });
});

describe('property: wherever a file is cut off', () => {
  const veld = (waarde: string) => (/[";\r\n]/.test(waarde) ? `"${waarde.replaceAll('"', '""')}"` : waarde);
  // Free text that tries to look like the end of a file.
  const voorkeur = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '#EINDE;0;20250302',
      'x\n#EINDE;0;20250302\n',
      '"\n#EINDE;1;20250302\n',
      'Café',
      '\r\n',
      '""',
    ),
  );
  const bestand = fc
    .record({
      voorkeuren: fc.array(voorkeur, { maxLength: 5 }),
      regeleinde: fc.constantFrom('\n', '\r\n'),
      bom: fc.constantFrom('', '\uFEFF'),
    })
    .map(({ voorkeuren, regeleinde, bom }) => {
      const regels = voorkeuren.map(
        (tekst, i) => `999990019;${i + 1};20230115;BESCHUT_WERK;20270114;${veld(tekst)}`,
      );
      return bom + [kop, ...regels, `#EINDE;${regels.length};20250302`, ''].join(regeleinde);
    });

  it('the whole file is read', async () => {
    await fc.assert(
      fc.asyncProperty(bestand, async (tekst) => {
        expect(await reden(tekst)).toBeUndefined();
      }),
    );
  });

  it('and what is left of it is not', async () => {
    await fc.assert(
      fc.asyncProperty(bestand, fc.nat(), async (tekst, n) => {
        // Cut in bytes, as a broken connection or a half-written file does.
        const bytes = Buffer.from(tekst, 'utf8');
        expect(await reden(bytes.subarray(0, n % bytes.length).toString('utf8'))).toBe('ONLEESBAAR');
      }),
      { numRuns: 400 },
    );
  });

  it('also at each byte of one file', async () => {
    const bytes = Buffer.from(
      `${kop}\r\n${regel}\r\n999990032;2;;;;"Café ""x""\n#EINDE;1;20250302\n"\r\n#EINDE;2;20250302\r\n`,
    );
    expect(await reden(bytes.toString('utf8'))).toBeUndefined();
    for (let n = 0; n < bytes.length; n += 1) {
      expect(await reden(bytes.subarray(0, n).toString('utf8'))).toBe('ONLEESBAAR');
    }
  });
});
