/** What settles each rule, or keeps it from applying. */
import { describe, expect, it } from 'vitest';
import type { SignalenInvoer } from './index.ts';
import type { Signaalregel } from './oordeel.ts';
import { antwoorden, geplaatst, groep, pw, stand } from './proefinvoer.ts';
import { regels } from './register.ts';

const dag = '2026-03-18';

describe('what settles a rule, or keeps it from applying', () => {
  const wf = (workFirst: object) =>
    antwoorden({
      klantdossier: { workFirst: { aangemeldOp: '2026-01-01', gestartOp: '2026-01-01', ...workFirst } },
    });
  const zelf = (meer: object) =>
    antwoorden({ klantdossier: { zelfredzaam: true, aangemeldOp: '2025-11-01', ...meer } });
  const dienst = (begindatum: string | null, code = 'INTENSIEF_PERSOONLIJK') =>
    zelf({ dienstverlening: [{ soort: { code }, begindatum }] });
  const aanbod = (...dagen: readonly (string | null)[]) =>
    sinds({}, { werkaanbod: dagen.map((aangebodenOp) => ({ aangebodenOp })) });
  const aanbodNaJaar = (aangemeldOp: string) => antwoorden({ klantdossier: { aangemeldOp, werkaanbod: [] } });
  const prestatie = (periode: object | null, meer = {}) =>
    antwoorden({
      klantdossier: { ...groep('1'), tegenprestatie: periode === null ? [] : [periode], ...meer },
      bijstand: pw('2020-01-01'),
    });
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
    ['PW90', 'personal service since', dienst('2025-11-01'), ['GEEN']],
    ['PW90', 'personal service from today', dienst(dag), ['GEEN']],
    ['PW90', 'personal service from tomorrow', dienst('2026-03-19'), ['TE_LAAT']],
    ['PW90', 'personal service of an earlier registration', dienst('2025-10-31'), ['TE_LAAT']],
    ['PW90', 'personal service of that year', dienst('2025-XX-XX'), ['NIET_TE_BEPALEN']],
    ['PW90', 'personal service of which no day is known', dienst(null), ['NIET_TE_BEPALEN']],
    ['PW90', 'only digital service', dienst('2025-11-01', 'BASIS_DIGITAAL'), ['TE_LAAT']],
    [
      'PW90',
      'no service in a file that registers it: a trajectory does not stand in for it',
      zelf({ dienstverlening: [], trajecten: [{ soort: { code: 'SCHOLING' }, begindatum: '2025-12-01' }] }),
      ['TE_LAAT'],
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
    ['BED180', 'a year tomorrow, no offer', aanbodNaJaar('2025-03-19'), ['TE_LAAT', 'KOMT']],
    ['BED180', 'a year today, no offer', aanbodNaJaar('2025-03-18'), ['TE_LAAT', 'AAN_DE_ORDE']],
    ['BED180', 'a year yesterday, no offer', aanbodNaJaar('2025-03-17'), ['TE_LAAT', 'TE_LAAT']],
    ['BED180', 'an offer on the day of registration', aanbod('2025-01-01'), ['TE_LAAT']],
    ['BED180', 'an offer today', aanbod(dag), ['TE_LAAT']],
    ['BED180', 'an offer for tomorrow', aanbod('2026-03-19'), ['TE_LAAT', 'TE_LAAT']],
    ['BED180', 'an offer before the registration', aanbod('2024-12-31'), ['TE_LAAT', 'TE_LAAT']],
    ['BED180', 'an offer of this month', aanbod('2026-03-XX'), ['TE_LAAT', 'NIET_TE_BEPALEN']],
    ['BED180', 'an offer of which no day is known', aanbod(null), ['TE_LAAT', 'NIET_TE_BEPALEN']],
    ['BED180', 'no offer in a file that registers them', aanbod(), ['TE_LAAT', 'TE_LAAT']],
    [
      'BED180',
      'an offer in time, before the year is over',
      antwoorden({
        klantdossier: { aangemeldOp: '2025-06-01', werkaanbod: [{ aangebodenOp: '2025-09-01' }] },
      }),
      ['TE_LAAT'],
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
    ['TEGEN180', 'a registered contribution from today', prestatie({ begindatum: dag }), ['GEEN']],
    ['TEGEN180', 'one from tomorrow', prestatie({ begindatum: '2026-03-19' }), ['AAN_DE_ORDE']],
    ['TEGEN180', 'one until today', prestatie({ begindatum: '2025-01-01', einddatum: dag }), ['GEEN']],
    [
      'TEGEN180',
      'one until yesterday',
      prestatie({ begindatum: '2025-01-01', einddatum: '2026-03-17' }),
      ['AAN_DE_ORDE'],
    ],
    [
      'TEGEN180',
      'one until some day this month',
      prestatie({ begindatum: '2025-01-01', einddatum: '2026-03-XX' }),
      ['NIET_TE_BEPALEN'],
    ],
    [
      'TEGEN180',
      'unpaid work in a file that registers contributions does not stand in for one',
      prestatie(null, { trede: { trede: 4 } }),
      ['AAN_DE_ORDE'],
    ],
    ['TEGEN180', 'paid work with support', prestatie(null, { trede: { trede: 5 } }), ['GEEN']],
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

describe('the facts say what a rule rests on: the registration of the municipality, or what stands in for it', () => {
  const feiten = (regel: Signaalregel, klantdossier: object, wat: string) =>
    regels[regel](antwoorden({ klantdossier, bijstand: pw('2020-01-01') }), dag)
      .flatMap((oordeel) => ('feiten' in oordeel ? oordeel.feiten : []))
      .filter((feit) => feit.wat === wat)
      .map(({ waarde, datum, bron }) => [waarde, datum, bron]);
  const zelfredzaam = { zelfredzaam: true, aangemeldOp: '2025-01-01' };
  const soort = { code: 'INTENSIEF_PERSOONLIJK' };

  it.each<readonly [Signaalregel, string, object, readonly unknown[]]>([
    [
      'PW90',
      'intensieve persoonlijke dienstverlening',
      zelfredzaam,
      ['niet geregistreerd: beoordeeld op trajecten', null],
    ],
    [
      'PW90',
      'intensieve persoonlijke dienstverlening',
      { ...zelfredzaam, dienstverlening: [] },
      ['geen', null],
    ],
    [
      'PW90',
      'intensieve persoonlijke dienstverlening',
      { ...zelfredzaam, dienstverlening: [{ soort, begindatum: '2024-01-01' }] },
      [null, '2024-01-01'],
    ],
    ['BED180', 'werkaanbod', zelfredzaam, ['niet geregistreerd: beoordeeld op werk', null]],
    ['BED180', 'werkaanbod', { ...zelfredzaam, werkaanbod: [] }, ['geen', null]],
    [
      'BED180',
      'werkaanbod',
      { ...zelfredzaam, werkaanbod: [{ aangebodenOp: null }] },
      ['datum onbekend', null],
    ],
    [
      'TEGEN180',
      'tegenprestatie',
      groep('1'),
      ['niet geregistreerd: beoordeeld op trajecten en trede', null],
    ],
    ['TEGEN180', 'tegenprestatie', { ...groep('1'), tegenprestatie: [] }, ['geen', null]],
    [
      'TEGEN180',
      'tegenprestatie',
      { ...groep('1'), tegenprestatie: [{ begindatum: '2025-01-01', einddatum: '2025-06-30' }] },
      [null, '2025-01-01'],
    ],
  ])('%s, %s', (regel, wat, klantdossier, verwacht) => {
    expect(feiten(regel, klantdossier, wat)).toEqual([[...verwacht, 'KVS']]);
  });

  it('and of a file that did not come they say nothing', () => {
    const stil = { ...antwoorden({ bijstand: pw('2020-01-01') }), klantdossier: null };
    const genoemd = (['PW90', 'BED180', 'TEGEN180'] as const)
      .flatMap((regel) => regels[regel](stil, dag))
      .flatMap((oordeel) => ('feiten' in oordeel ? oordeel.feiten : []));
    expect(genoemd.filter(({ bron }) => bron === 'KVS')).toEqual([]);
  });
});
