import { describe, expect, it } from 'vitest';
import {
  type Bronantwoord,
  BronFout,
  type Bronresultaat,
  type Bronuitkomst,
  ergsteUitkomst,
  gedeeltelijk,
  gevonden,
  meldingVan,
  nietsGevonden,
  slice,
} from './bronantwoord.ts';

const geraadpleegdOp = '2025-03-03T08:00:00.000Z';
const antwoord = <T>(resultaat: Bronresultaat<T>): Bronantwoord<T> => ({
  ...resultaat,
  bron: 'GWS',
  geraadpleegdOp,
});
const map = ({ bedrag }: { readonly bedrag: number }) => ({ bedragCenten: bedrag });
const bron = { bron: 'GWS', geraadpleegdOp, actueelPer: null, melding: null };

describe('a slice', () => {
  it('has the data of an answer, under their provenance', () => {
    expect(slice(antwoord(gevonden({ bedrag: 5 }, '2025-02-XX')), map)).toEqual({
      bedragCenten: 5,
      bron: { ...bron, uitkomst: 'GEVONDEN', actueelPer: '2025-02-XX' },
    });
  });

  it('has the data of an answer with a reservation, and says the reservation', () => {
    expect(slice(antwoord(gedeeltelijk({ bedrag: 5 }, 'WAARSCHUWING')), map)).toEqual({
      bedragCenten: 5,
      bron: { ...bron, uitkomst: 'GEDEELTELIJK', melding: meldingVan('WAARSCHUWING') },
    });
  });

  it.each<[Bronresultaat<{ bedrag: number }>, string | null]>([
    [nietsGevonden(), null],
    [{ uitkomst: 'NIET_GERECHTIGD', reden: 'GEWEIGERD' }, meldingVan('GEWEIGERD')],
    [{ uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TE_LAAT' }, meldingVan('TE_LAAT')],
    [{ uitkomst: 'FOUT', reden: 'ONLEESBAAR' }, meldingVan('ONLEESBAAR')],
  ])('has nothing but its provenance for %j', (resultaat, melding) => {
    expect(slice(antwoord(resultaat), map)).toEqual({
      bron: { ...bron, uitkomst: resultaat.uitkomst, melding },
    });
  });

  it('cannot lose its provenance to a field of the data', () => {
    const eigen = slice(antwoord(gevonden({})), () => ({ bron: 'van de bron zelf' }));
    expect(eigen).toEqual({ bron: { ...bron, uitkomst: 'GEVONDEN' } });
  });

  it('says of what day "nothing found" is, when the source does', () => {
    const leeg = slice(antwoord(nietsGevonden<{ bedrag: number }>('2025-03-02')), map);
    expect(leeg.bron).toEqual({ ...bron, uitkomst: 'NIETS_GEVONDEN', actueelPer: '2025-03-02' });
  });
});

describe('the graver of two outcomes', () => {
  const [G, N, D, R, B, F] = [
    'GEVONDEN',
    'NIETS_GEVONDEN',
    'GEDEELTELIJK',
    'NIET_GERECHTIGD',
    'BRON_NIET_BESCHIKBAAR',
    'FOUT',
  ] as const satisfies readonly Bronuitkomst[];
  const uitkomsten = [G, N, D, R, B, F];
  const tabel = [
    [G, G, D, R, B, F],
    [G, N, D, R, B, F],
    [D, D, D, R, B, F],
    [R, R, R, R, B, F],
    [B, B, B, B, B, F],
    [F, F, F, F, F, F],
  ];
  const cellen = uitkomsten.flatMap((a, i) => uitkomsten.map((b, j) => [a, b, tabel[i]?.[j]] as const));

  it.each(cellen)('%s with %s is %s', (a, b, verwacht) => {
    expect(ergsteUitkomst(a, b)).toBe(verwacht);
  });
});

it('the failure of a source names its reason, and keeps what was under it for the log', () => {
  const cause = new Error('ECONNREFUSED 10.0.0.7');
  const fout = new BronFout('BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR', cause);
  expect([fout.message, fout.cause]).toEqual(['source failed: ONBEREIKBAAR', cause]);
});
