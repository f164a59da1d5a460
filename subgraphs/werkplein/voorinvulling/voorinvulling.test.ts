import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bronuitkomst, type Bronvermelding, meldingVan } from '../../kit/index.ts';
import { type Formulier, type Formulierveld, formulieren, type VoorinvullingInvoer, vulIn } from './index.ts';
import { velden } from './velden.ts';

const geraadpleegdOp = '2026-03-18T12:00:00.000Z';
const now = () => new Date(geraadpleegdOp);
const bron = (naam: string, uitkomst: Bronuitkomst = 'GEVONDEN'): Bronvermelding => ({
  bron: naam,
  uitkomst,
  geraadpleegdOp,
  actueelPer: null,
  melding: null,
});
const veld = (vraag: string, formulier: Formulier, invoer: VoorinvullingInvoer): Formulierveld | undefined =>
  vulIn(formulier, invoer, now).velden.find((v) => v.vraag === vraag);
const kort = (v: Formulierveld | undefined) => [
  v?.status,
  v?.waarden.map((w) => [w.waarde, w.vastgesteldOp, w.herkomst.bron]),
  v?.zwijgend,
];

describe('a form', () => {
  it('asks its questions in its own order, each with what there is to say of it', () => {
    for (const formulier of Object.keys(formulieren) as Formulier[]) {
      expect(vulIn(formulier, {}, now).velden.map(({ vraag }) => vraag)).toEqual(formulieren[formulier]);
    }
  });

  it('every question is in a form', () => {
    const gevraagd = new Set<string>(Object.values(formulieren).flat());
    expect(Object.keys(velden).filter((vraag) => !gevraagd.has(vraag))).toEqual([]);
  });

  it('names the sources of its own questions only', () => {
    expect(vulIn('AANVRAAG_BIJSTAND', {}, now).bronnen.map((b) => b.bron)).toEqual(
      [
        'BRP',
        'KVS',
        'SUWI_BIJSTAND',
        'SUWINET_INKOMSTEN',
        'SUWINET_WERKNEMERSVERZEKERINGEN',
        'SW_ADMINISTRATIE',
        'SUWINET_AANVRAAGSTATUS',
      ].sort((a, b) => volgorde.indexOf(a) - volgorde.indexOf(b)),
    );
  });
});

const volgorde = [
  'BRP',
  'KVS',
  'SUWI_BIJSTAND',
  'SUWI_REINTEGRATIE',
  'SUWINET_INKOMSTEN',
  'SUWINET_WERKNEMERSVERZEKERINGEN',
  'SW_ADMINISTRATIE',
  'SUWINET_AANVRAAGSTATUS',
];

describe('a question of one answer', () => {
  const adres = {
    straat: 'Schelpenpad',
    huisnummer: 20,
    huisletter: 'A',
    huisnummertoevoeging: 'III',
    postcode: '2681JS',
    woonplaats: 'Monster',
    datumVan: '2019-XX-XX',
  };

  it('is known with its source, its date, and whether it is being investigated', () => {
    expect(
      veld('ADRES', 'INTAKE', {
        persoon: { bron: bron('BRP'), verblijfplaats: adres, inOnderzoek: ['verblijfplaats.huisnummer'] },
      }),
    ).toEqual({
      vraag: 'ADRES',
      omschrijving: 'Adres',
      meervoudig: false,
      status: 'BEKEND',
      waarden: [
        {
          waarde: 'Schelpenpad 20A-III, 2681JS Monster',
          vastgesteldOp: '2019-XX-XX',
          inOnderzoek: true,
          herkomst: bron('BRP'),
        },
      ],
      zwijgend: [],
    });
  });

  it.each([
    ['answered, and has none', bron('KVS'), 'ONBEKEND', []],
    ['knows nobody', bron('KVS', 'NIETS_GEVONDEN'), 'ONBEKEND', []],
    ['answered in part', bron('KVS', 'GEDEELTELIJK'), 'BRON_ZWIJGT', ['KVS']],
    ['was silent', bron('KVS', 'BRON_NIET_BESCHIKBAAR'), 'BRON_ZWIJGT', ['KVS']],
    ['failed', bron('KVS', 'FOUT'), 'BRON_ZWIJGT', ['KVS']],
    ['does not give it', bron('KVS', 'NIET_GERECHTIGD'), 'BRON_ZWIJGT', ['KVS']],
  ])('its source %s', (_wat, herkomst, status, zwijgend) => {
    expect(kort(veld('TELEFOONNUMMER', 'INTAKE', { klantdossier: { bron: herkomst } }))).toEqual([
      status,
      [],
      zwijgend,
    ]);
  });

  it('a subgraph that was silent is a source that was silent', () => {
    const { velden: alle, volledig, bronnen } = vulIn('INTAKE', {}, now);
    expect(alle.map(({ status }) => status)).toEqual(alle.map(() => 'BRON_ZWIJGT'));
    expect(volledig).toBe(false);
    expect(bronnen[0]).toEqual({
      ...bron('BRP', 'BRON_NIET_BESCHIKBAAR'),
      melding: meldingVan('ONBEREIKBAAR'),
    });
  });

  it('sources that contradict each other are both shown, and none is chosen', () => {
    const invoer: VoorinvullingInvoer = {
      loonwaarde: {
        bron: bron('SW_ADMINISTRATIE'),
        metingen: [
          { vastgesteldOp: '2024-01-01', loonwaardePercentage: 30 },
          { vastgesteldOp: '2025-01-01', loonwaardePercentage: 40 },
        ],
      },
      reintegratie: {
        bron: bron('SUWI_REINTEGRATIE'),
        voorzieningen: [{ begindatum: '2025-06-01', loonwaardePercentage: 55 }],
      },
    };
    const waarden = [
      ['55', '2025-06-01', 'SUWI_REINTEGRATIE'],
      ['40', '2025-01-01', 'SW_ADMINISTRATIE'],
    ];
    expect(kort(veld('LOONWAARDE', 'AANVRAAG_INDICATIE_BESCHUT_WERK', invoer))).toEqual([
      'STRIJDIG',
      waarden,
      [],
    ]);
  });

  it('assistance that one source says runs and the other does not is a contradiction', () => {
    const uitkeringen = [{ regeling: { code: 'PW' }, begindatum: '2025-01-01', einddatum: null }];
    const polis = (inkomstenverhoudingen: readonly object[], uitkomst: Bronuitkomst = 'GEVONDEN') => ({
      bron: bron('SUWINET_INKOMSTEN', uitkomst),
      inkomstenverhoudingen,
    });
    const status = (inkomen: ReturnType<typeof polis>) =>
      veld('ONTVANGT_BIJSTAND', 'AANVRAAG_BIJSTAND', {
        bijstand: { bron: bron('SUWI_BIJSTAND'), uitkeringen },
        inkomen,
      })?.status;
    expect(status(polis([{ soort: { code: '43' }, begindatum: '2025-01-01' }]))).toBe('BEKEND');
    expect(status(polis([{ soort: { code: '15' }, begindatum: '2025-01-01' }]))).toBe('STRIJDIG');
    expect(status(polis([], 'GEDEELTELIJK'))).toBe('BEKEND');
  });
});

describe('a question of many answers', () => {
  it('gathers what the sources have, and says which may have more', () => {
    const invoer: VoorinvullingInvoer = {
      wachtlijst: { bron: bron('SW_WACHTLIJST'), aangemeldOp: '2025-11-XX', voorkeur: 'Groenvoorziening' },
      werkzoekende: {
        bron: bron('SUWINET_WERKZOEKENDE', 'GEDEELTELIJK'),
        bemiddelingsberoepen: [{ naam: 'Sorteerder groenten' }, { naam: ' ' }],
      },
    };
    expect(kort(veld('BEROEPSWENSEN', 'INTAKE', invoer))).toEqual([
      'BEKEND',
      [
        ['Sorteerder groenten', null, 'SUWINET_WERKZOEKENDE'],
        ['Groenvoorziening', '2025-11-XX', 'SW_WACHTLIJST'],
      ],
      ['SUWINET_WERKZOEKENDE'],
    ]);
  });
});

describe('whatever the sources say', () => {
  const uitkomst = fc.constantFrom<Bronuitkomst>(
    'GEVONDEN',
    'NIETS_GEVONDEN',
    'GEDEELTELIJK',
    'NIET_GERECHTIGD',
    'BRON_NIET_BESCHIKBAAR',
    'FOUT',
  );
  const telefoon = fc.record({
    uitkomst,
    nummer: fc.option(fc.constantFrom('06-1', '')),
    voorkeur: fc.option(fc.constantFrom('Groen')),
  });

  it('a status of unknown means that every source of the question gave its whole answer', () => {
    fc.assert(
      fc.property(telefoon, fc.constantFrom(...(Object.keys(formulieren) as Formulier[])), (t, formulier) => {
        const invoer: VoorinvullingInvoer = {
          klantdossier: { bron: bron('KVS', t.uitkomst), telefoonnummer: t.nummer },
          wachtlijst: { bron: bron('SW_WACHTLIJST', t.uitkomst), voorkeur: t.voorkeur },
        };
        for (const v of vulIn(formulier, invoer, now).velden) {
          if (v.status === 'ONBEKEND') expect([v.waarden, v.zwijgend]).toEqual([[], []]);
          if (v.status === 'BRON_ZWIJGT') expect(v.waarden).toEqual([]);
          if (v.waarden.length > 0) expect(['BEKEND', 'STRIJDIG']).toContain(v.status);
        }
      }),
    );
  });
});
