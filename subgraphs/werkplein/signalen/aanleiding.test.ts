/** What settles each rule, or keeps it from applying. */
import { describe, expect, it } from 'vitest';
import type { SignalenInvoer } from './index.ts';
import type { Signaalregel } from './oordeel.ts';
import { antwoorden, geplaatst, groep, pw, stand } from './proefinvoer.ts';

const dag = '2026-03-18';

describe('what settles a rule, or keeps it from applying', () => {
  const wf = (workFirst: object) =>
    antwoorden({
      klantdossier: { workFirst: { aangemeldOp: '2026-01-01', gestartOp: '2026-01-01', ...workFirst } },
    });
  const zelf = (meer: object) =>
    antwoorden({ klantdossier: { zelfredzaam: true, aangemeldOp: '2025-11-01', ...meer } });
  const sinds = (meer: Parameters<typeof antwoorden>[0], dossier = {}) =>
    antwoorden({ klantdossier: { aangemeldOp: '2025-01-01', ...dossier }, ...meer });
  const aanvraag = (code: string, meer = {}) =>
    antwoorden({
      klantdossier: groep(code),
      bijstand: { aanvragen: [{ datum: '2026-01-01', regeling: { code: 'PW' }, ...meer }] },
    });
  const gereed = (meer = {}) =>
    antwoorden({ klantdossier: { status: { code: 'GEREED_VOOR_UITSTROOM' } }, ...meer });
  const bijWerkgever = (einddatum: string | null) => ({
    plaatsingen: [{ begindatum: '2025-01-01', einddatum, werkgever: { kvkNummer: '90000001' } }],
  });

  it.each<readonly [Signaalregel, string, SignalenInvoer, readonly string[]]>([
    ['WF48', 'no Work First', antwoorden({ klantdossier: {} }), ['GEEN']],
    ['WF48', 'at work', wf({ aanHetWerkOp: '2026-01-02' }), ['GEEN']],
    ['WF48', 'at work from tomorrow', wf({ aanHetWerkOp: '2026-03-19' }), ['TE_LAAT']],
    [
      'WF48',
      'at work this month, on a day not known',
      wf({ aanHetWerkOp: '2026-03-XX' }),
      ['NIET_TE_BEPALEN'],
    ],
    ['WF48', 'the intake was planned', wf({ uitkeringsintakeGeplandOp: '2026-03-25' }), ['GEEN']],
    ['WF48', 'ended', wf({ beeindigdOp: '2026-01-09' }), ['GEEN']],
    ['WF14', 'contact', wf({ eersteContactKlantmanagerOp: '2026-01-12' }), ['GEEN']],
    [
      'WF14',
      'not started',
      antwoorden({ klantdossier: { workFirst: { aangemeldOp: '2026-01-01' } } }),
      ['GEEN'],
    ],
    [
      'WF14',
      'a trajectory without its stages',
      antwoorden({
        klantdossier: { trajecten: [{ soort: { code: 'WORK_FIRST' }, begindatum: '2026-01-01' }] },
      }),
      ['NIET_TE_BEPALEN'],
    ],
    [
      'WF14',
      'an ended trajectory',
      antwoorden({
        klantdossier: {
          trajecten: [{ soort: { code: 'WORK_FIRST' }, begindatum: '2026-01-01', einddatum: '2026-03-17' }],
        },
      }),
      ['GEEN'],
    ],
    ['PW90', 'not self-reliant', zelf({ zelfredzaam: false }), ['GEEN']],
    ['PW90', 'not known whether self-reliant', zelf({ zelfredzaam: null }), ['NIET_TE_BEPALEN']],
    [
      'PW90',
      'a trajectory since',
      zelf({ trajecten: [{ soort: { code: 'SCHOLING' }, begindatum: '2025-11-01' }] }),
      ['GEEN'],
    ],
    [
      'PW90',
      'a trajectory before',
      zelf({ trajecten: [{ soort: { code: 'SCHOLING' }, begindatum: '2025-10-31' }] }),
      ['TE_LAAT'],
    ],
    [
      'PW90',
      'a trajectory that has yet to begin',
      zelf({ trajecten: [{ soort: { code: 'SCHOLING' }, begindatum: '2026-03-19' }] }),
      ['TE_LAAT'],
    ],
    [
      'PW90',
      'a trajectory of that year',
      zelf({ trajecten: [{ soort: { code: 'SCHOLING' }, begindatum: '2025-XX-XX' }] }),
      ['NIET_TE_BEPALEN'],
    ],
    ['PW90', 'in aftercare', zelf({ status: { code: 'NAZORG' } }), ['GEEN']],
    ['PW90', 'no file', antwoorden(), ['GEEN']],
    ['PW90', 'never registered', zelf({ aangemeldOp: null }), ['NIET_TE_BEPALEN']],
    ['BED180', 'neither work nor an offer', sinds({}), ['TE_LAAT', 'TE_LAAT']],
    [
      'BED180',
      'between the two',
      antwoorden({ klantdossier: { aangemeldOp: '2025-06-01' } }),
      ['TE_LAAT', 'KOMT'],
    ],
    [
      'BED180',
      'wages',
      sinds({ inkomen: { inkomstenverhoudingen: [{ soort: { code: '15' }, begindatum: '2025-05-01' }] } }),
      ['GEEN'],
    ],
    [
      'BED180',
      'wages that ended',
      sinds({
        inkomen: {
          inkomstenverhoudingen: [
            { soort: { code: '15' }, begindatum: '2025-05-01', einddatum: '2026-03-17' },
          ],
        },
      }),
      ['TE_LAAT', 'TE_LAAT'],
    ],
    [
      'BED180',
      'a benefit is no work',
      sinds({ inkomen: { inkomstenverhoudingen: [{ soort: { code: '33' }, begindatum: '2025-05-01' }] } }),
      ['TE_LAAT', 'TE_LAAT'],
    ],
    ['BED180', 'placed at an employer', sinds({ plaatsingen: bijWerkgever(null) }), ['GEEN']],
    [
      'BED180',
      'a proposal that led to a placement',
      sinds({ bemiddeling: geplaatst('2025-06-01', []) }),
      ['GEEN'],
    ],
    ['BED180', 'in care', sinds({}, { status: { code: 'ZORG' } }), ['GEEN']],
    ['BED180', 'target group 4', sinds({}, groep('4')), ['GEEN']],
    [
      'NAZ14',
      'nobody placed',
      antwoorden({ bemiddeling: { voorstellen: [{ status: 'GESPREK', voorgesteldOp: '2026-01-01' }] } }),
      ['GEEN'],
    ],
    [
      'NAZ14',
      'a contact on the fourteenth day',
      antwoorden({ bemiddeling: geplaatst('2026-01-01', ['2026-02-01'], [['2026-02-15T09:00:00Z', 'WSP']]) }),
      ['GEEN'],
    ],
    [
      'NAZ14',
      'a contact just before midnight the day before',
      antwoorden({ bemiddeling: geplaatst('2026-01-01', ['2026-02-01'], [['2026-02-14T22:59:59Z', 'WSP']]) }),
      ['TE_LAAT'],
    ],
    [
      'NAZ14',
      'a contact just after that midnight',
      antwoorden({ bemiddeling: geplaatst('2026-01-01', ['2026-02-01'], [['2026-02-14T23:00:00Z', 'WSP']]) }),
      ['GEEN'],
    ],
    [
      'NAZ14',
      'a contact of another partner',
      antwoorden({ bemiddeling: geplaatst('2026-01-01', ['2026-02-01'], [['2026-02-15T09:00:00Z', 'SW']]) }),
      ['TE_LAAT'],
    ],
    [
      'NAZ14',
      'a contact of nobody knows whom',
      antwoorden({ bemiddeling: geplaatst('2026-01-01', ['2026-02-01'], [['2026-02-15T09:00:00Z', null]]) }),
      ['NIET_TE_BEPALEN'],
    ],
    [
      'NAZ14',
      'no day of placement, proposed a while ago',
      antwoorden({ bemiddeling: geplaatst('2026-02-01', []) }),
      ['NIET_TE_BEPALEN'],
    ],
    [
      'NAZ14',
      'no day of placement, proposed last week: cannot be due yet',
      antwoorden({ bemiddeling: geplaatst('2026-03-11', []) }),
      ['KOMT'],
    ],
    [
      'NAZ14',
      'no day at all',
      antwoorden({ bemiddeling: { voorstellen: [{ status: 'GEPLAATST' }] } }),
      ['NIET_TE_BEPALEN'],
    ],
    ['TREDE365', 'never a step', antwoorden({ klantdossier: {} }), ['AAN_DE_ORDE']],
    [
      'TREDE365',
      'a step without a date',
      antwoorden({ klantdossier: { trede: { trede: 2 } } }),
      ['NIET_TE_BEPALEN'],
    ],
    ['TREDE365', 'no file', antwoorden(), ['GEEN']],
    ['ZOEK56', 'group 2', aanvraag('2'), ['GEEN']],
    ['ZOEK56', 'group 3', aanvraag('3'), ['GEEN']],
    ['ZOEK56', 'a group not known to us', aanvraag('9'), ['NIET_TE_BEPALEN']],
    ['ZOEK56', 'decided', aanvraag('1', { beslissing: { code: '01' } }), ['GEEN']],
    ['ZOEK56', 'no date', aanvraag('1', { datum: null }), ['NIET_TE_BEPALEN']],
    ['TEGEN180', 'group 2', antwoorden({ klantdossier: groep('2'), bijstand: pw('2020-01-01') }), ['GEEN']],
    [
      'TEGEN180',
      'ended',
      antwoorden({ klantdossier: groep('1'), bijstand: pw('2020-01-01', { einddatum: '2026-03-17' }) }),
      ['GEEN'],
    ],
    [
      'TEGEN180',
      'exempt',
      antwoorden({
        klantdossier: groep('1'),
        bijstand: pw('2020-01-01', { vrijstellingArbeidsplicht: { einddatum: dag } }),
      }),
      ['GEEN'],
    ],
    [
      'TEGEN180',
      'exempt until yesterday',
      antwoorden({
        klantdossier: groep('1'),
        bijstand: pw('2020-01-01', { vrijstellingArbeidsplicht: { einddatum: '2026-03-17' } }),
      }),
      ['AAN_DE_ORDE'],
    ],
    [
      'TEGEN180',
      'exempt until some day this month',
      antwoorden({
        klantdossier: groep('1'),
        bijstand: pw('2020-01-01', { vrijstellingArbeidsplicht: { einddatum: '2026-03-XX' } }),
      }),
      ['NIET_TE_BEPALEN'],
    ],
    [
      'TEGEN180',
      'unpaid work',
      antwoorden({ klantdossier: { ...groep('1'), trede: { trede: 4 } }, bijstand: pw('2020-01-01') }),
      ['GEEN'],
    ],
    [
      'TEGEN180',
      'a contribution runs',
      antwoorden({
        klantdossier: {
          ...groep('1'),
          trajecten: [{ soort: { code: 'TEGENPRESTATIE' }, begindatum: '2026-01-01' }],
        },
        bijstand: pw('2020-01-01'),
      }),
      ['GEEN'],
    ],
    ['HERB', 'group 2', antwoorden({ klantdossier: groep('2'), bijstand: pw('2020-01-01') }), ['GEEN']],
    ['HERB', 'no assistance, no waiting list', antwoorden({ klantdossier: groep('1') }), ['GEEN']],
    [
      'HERB',
      'assistance, no target group',
      antwoorden({ klantdossier: {}, bijstand: pw('2020-01-01') }),
      ['NIET_TE_BEPALEN'],
    ],
    ['GEREED', 'ready', gereed(), ['AAN_DE_ORDE']],
    ['GEREED', 'placed by a proposal', gereed({ bemiddeling: geplaatst('2025-06-01', []) }), ['GEEN']],
    [
      'GEREED',
      'proposed again after that placement',
      gereed({
        bemiddeling: {
          voorstellen: [
            ...geplaatst('2025-06-01', []).voorstellen,
            { status: 'AFGEWEZEN', voorgesteldOp: '2026-01-01' },
          ],
        },
      }),
      ['AAN_DE_ORDE'],
    ],
    ['GEREED', 'placed at an employer', gereed({ plaatsingen: bijWerkgever(null) }), ['GEEN']],
    [
      'GEREED',
      'was placed until yesterday',
      gereed({ plaatsingen: bijWerkgever('2026-03-17') }),
      ['AAN_DE_ORDE'],
    ],
    ['GEREED', 'in a trajectory', antwoorden({ klantdossier: { status: { code: 'TRAJECT' } } }), ['GEEN']],
  ])('%s: %s', (regel, _wat, invoer, verwacht) => {
    expect(stand(regel, invoer, dag)).toEqual(verwacht);
  });
});
