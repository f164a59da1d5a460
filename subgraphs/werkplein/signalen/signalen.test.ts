import { describe, expect, it } from 'vitest';
import { bepaalSignalen } from './index.ts';
import { antwoorden, enig, groep, pw, stand } from './proefinvoer.ts';
import { regels } from './register.ts';

const dag = '2026-03-18';

describe('SAMEN: social assistance beside something else', () => {
  const met = (begindatum: string | null, einddatum: string | null = null, bijstand = pw('2025-01-01')) =>
    antwoorden({
      bijstand,
      werknemersverzekeringen: { uitkeringen: [{ regeling: { code: 'WW' }, begindatum, einddatum }] },
    });

  it.each([
    ['from today', met(dag), ['AAN_DE_ORDE'], dag],
    ['from tomorrow', met('2026-03-19'), ['KOMT'], '2026-03-19'],
    ['until today', met('2026-01-01', dag), ['AAN_DE_ORDE'], '2026-01-01'],
    ['until yesterday', met('2026-01-01', '2026-03-17'), ['GEEN'], undefined],
    ['from some day this month', met('2026-03-XX'), ['NIET_TE_BEPALEN'], null],
    [
      'the assistance ended yesterday',
      met('2026-01-01', null, pw('2025-01-01', { einddatum: '2026-03-17' })),
      ['GEEN'],
      undefined,
    ],
    ['nothing beside it', antwoorden({ bijstand: pw('2025-01-01') }), ['GEEN'], undefined],
  ] as const)('%s', (_wat, invoer, standen, vervaldatum) => {
    expect(stand('SAMEN', invoer, dag)).toEqual(standen);
    const oordeel = enig('SAMEN', invoer, dag);
    expect(oordeel && 'vervaldatum' in oordeel ? oordeel.vervaldatum : undefined).toBe(vervaldatum);
  });

  it('income counts too, the assistance that the Polisadministratie repeats does not', () => {
    const polis = (code: string) =>
      antwoorden({
        bijstand: pw('2025-01-01'),
        inkomen: { inkomstenverhoudingen: [{ soort: { code }, begindatum: '2026-01-01' }] },
      });
    expect(stand('SAMEN', polis('15'), dag)).toEqual(['AAN_DE_ORDE']);
    expect(stand('SAMEN', polis('43'), dag)).toEqual(['GEEN']);
  });

  it('what is found stands, and a silent source is named beside it', () => {
    expect(regels.SAMEN({ ...met('2026-01-01'), inkomen: null }, dag)).toMatchObject([
      { stand: 'AAN_DE_ORDE' },
      { stand: 'NIET_TE_BEPALEN', zwijgend: ['SUWINET_INKOMSTEN'] },
    ]);
  });
});

describe('the overview', () => {
  it('takes the day of the Netherlands: late from midnight in Amsterdam', () => {
    const invoer = antwoorden({
      klantdossier: {
        trede: { trede: 3, vastgesteldOp: '2025-06-30' },
        zelfredzaam: false,
        status: { code: 'ZORG' },
      },
    });
    const op = (moment: string) =>
      bepaalSignalen(invoer, () => new Date(moment)).signalen.map((s) => [s.regel, s.stand]);
    expect(op('2026-06-29T21:59:59Z')).toEqual([['TREDE365', 'KOMT']]);
    expect(op('2026-06-29T22:00:00Z')).toEqual([['TREDE365', 'AAN_DE_ORDE']]);
    expect(op('2026-06-30T21:59:59Z')).toEqual([['TREDE365', 'AAN_DE_ORDE']]);
    expect(op('2026-06-30T22:00:00Z')).toEqual([['TREDE365', 'TE_LAAT']]);
  });

  it('of nothing at all tells nothing, and names every source', () => {
    const { signalen, nietTeBepalen, geenAanleiding, volledig, bronnen } = bepaalSignalen(
      {},
      () => new Date(`${dag}T12:00:00Z`),
    );
    expect([signalen, geenAanleiding, volledig]).toEqual([[], [], false]);
    expect([...new Set(nietTeBepalen.map(({ regel }) => regel))]).toEqual(Object.keys(regels));
    expect(nietTeBepalen.filter(({ zwijgend }) => zwijgend.length === 0)).toEqual([]);
    expect(bronnen.map((b) => b.uitkomst)).toEqual(bronnen.map(() => 'BRON_NIET_BESCHIKBAAR'));
  });

  it('of a client whom nobody knows has no occasion for anything', () => {
    const overzicht = bepaalSignalen(antwoorden(), () => new Date(`${dag}T12:00:00Z`));
    expect([overzicht.signalen, overzicht.nietTeBepalen, overzicht.volledig]).toEqual([[], [], true]);
    expect(overzicht.geenAanleiding).toEqual(Object.keys(regels));
  });

  it('puts the earliest day first', () => {
    const invoer = antwoorden({
      klantdossier: {
        ...groep('1'),
        zelfredzaam: true,
        aangemeldOp: '2026-01-10',
        trede: { trede: 3, vastgesteldOp: '2025-12-01' },
        status: { code: 'GEREED_VOOR_UITSTROOM' },
      },
    });
    const { signalen } = bepaalSignalen(invoer, () => new Date(`${dag}T12:00:00Z`));
    expect(signalen.map(({ regel, vervaldatum }) => [regel, vervaldatum])).toEqual([
      ['PW90', '2026-04-10'],
      ['BED180', '2026-07-10'],
      ['TREDE365', '2026-12-01'],
      ['BED180', '2027-01-10'],
      ['GEREED', null],
    ]);
  });
});
