import { describe, expect, it } from 'vitest';
import { clientnummer, geraadpleegdOp, vraag } from './proefvraag.ts';

describe('what is computed from the slices of the partners', () => {
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Client {
    uitkeringen { volledig uitkeringen { verstrekker regeling { code omschrijving } begindatum einddatum }
      samenloop { soort zekerheid naast { code } bijstand { begindatum } } bronnen { bron uitkomst melding geraadpleegdOp } }
    doelgroep { bepaalbaarheid doelgroep bediening loonwaardePercentage vastgesteldOp berustOp volledig }
    bekendBij { partner bekend }
  } } }`;
  const bron = (naam: string, uitkomst = 'GEVONDEN') => ({
    bron: naam,
    uitkomst,
    geraadpleegdOp,
    actueelPer: null,
    melding: null,
  });
  const sleutel = { __typename: 'Client', clientnummer };

  it('is computed, however little comes in: absent, null, or null within', async () => {
    const niets = {
      uitkeringen: {
        volledig: false,
        uitkeringen: [],
        samenloop: [],
        bronnen: ['SUWI_BIJSTAND', 'SUWINET_WERKNEMERSVERZEKERINGEN', 'SUWINET_INKOMSTEN'].map((naam) => ({
          bron: naam,
          uitkomst: 'BRON_NIET_BESCHIKBAAR',
          melding: 'De bron is niet bereikbaar.',
          geraadpleegdOp,
        })),
      },
      doelgroep: {
        bepaalbaarheid: 'NIET_TE_BEPALEN',
        doelgroep: null,
        bediening: null,
        loonwaardePercentage: null,
        vastgesteldOp: null,
        berustOp: null,
        volledig: false,
      },
      bekendBij: ['GEMEENTE', 'UWV', 'SW', 'WSP'].map((partner) => ({ partner, bekend: 'NIET_TE_BEPALEN' })),
    };
    const alsNull = {
      bijstand: null,
      werknemersverzekeringen: null,
      inkomen: null,
      loonwaarde: null,
      reintegratie: null,
    };
    expect(await vraag(query, { r: [sleutel, { ...sleutel, ...alsNull }] })).toEqual({
      data: { _entities: [niets, niets] },
    });
  });

  it('for one client beside another, from what each brings', async () => {
    const vol = {
      ...sleutel,
      bijstand: {
        bron: bron('SUWI_BIJSTAND'),
        uitkeringen: [{ regeling: { code: '80' }, begindatum: '2020-XX-XX', einddatum: null }],
      },
      werknemersverzekeringen: {
        bron: bron('SUWINET_WERKNEMERSVERZEKERINGEN', 'NIETS_GEVONDEN'),
        uitkeringen: null,
      },
      inkomen: {
        bron: bron('SUWINET_INKOMSTEN'),
        inkomstenverhoudingen: [
          { soort: null, begindatum: '2021-01-01', einddatum: null, werkgevernaam: null },
        ],
      },
      loonwaarde: {
        bron: bron('SW_ADMINISTRATIE'),
        metingen: [{ vastgesteldOp: '2024-XX-XX', loonwaardePercentage: 80 }],
      },
      reintegratie: { bron: bron('SUWI_REINTEGRATIE', 'FOUT'), voorzieningen: null },
    };
    const antwoord = (await vraag(query, { r: [vol, sleutel] })) as {
      data: { _entities: readonly unknown[] };
    };
    expect(antwoord.data._entities[0]).toMatchObject({
      uitkeringen: {
        volledig: true,
        uitkeringen: [
          {
            verstrekker: 'GEMEENTE',
            regeling: { code: '80', omschrijving: null },
            begindatum: '2020-XX-XX',
            einddatum: null,
          },
        ],
        samenloop: [
          { soort: 'INKOMEN', zekerheid: 'ZEKER', naast: null, bijstand: { begindatum: '2020-XX-XX' } },
        ],
      },
      doelgroep: {
        bepaalbaarheid: 'BEPAALD',
        doelgroep: 'BEPERKT',
        bediening: 'FRONT_OFFICE',
        loonwaardePercentage: 80,
        vastgesteldOp: '2024-XX-XX',
        berustOp: 'SW_ADMINISTRATIE',
        volledig: false,
      },
    });
    expect(antwoord.data._entities[1]).toMatchObject({ doelgroep: { bepaalbaarheid: 'NIET_TE_BEPALEN' } });
  });
});
