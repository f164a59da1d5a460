import { describe, expect, it } from 'vitest';
import { createBevolking, isRegionaam, type Persoon, regios } from './index.ts';

const bevolkingen = Object.keys(regios)
  .filter(isRegionaam)
  .map((regio) => createBevolking({ regio, seed: 1 }));

describe.each(bevolkingen)('in $regio', ({ personen, peildatum }) => {
  const indicatiesVan = (p: Persoon) => p.indicaties ?? [];

  it('everybody who works at the company or waits for it was indicated before', () => {
    const zonder = personen.filter((p) => {
      const nodig = p.swWachtlijst?.indicatie ?? p.swDienstverband?.soort;
      return (
        nodig !== undefined &&
        !indicatiesVan(p).some(({ soort, advies }) => soort === nodig && advies === 'POSITIEF')
      );
    });
    expect(zonder).toEqual([]);
    const teLaat = personen.filter(
      (p) =>
        p.swWachtlijst !== undefined &&
        (indicatiesVan(p)[0]?.besluitdatum ?? '') > p.swWachtlijst.aangemeldOp,
    );
    expect(teLaat).toEqual([]);
  });

  it('indications follow each other, and none is of after today', () => {
    for (const indicaties of personen.map(indicatiesVan)) {
      const dagen = indicaties.flatMap(({ geldigVan, geldigTot }) => [
        geldigVan ?? '',
        geldigTot ?? '9999-12-31',
      ]);
      expect(dagen).toEqual(dagen.toSorted());
      expect(indicaties.filter(({ besluitdatum }) => besluitdatum > peildatum)).toEqual([]);
    }
  });

  it('a development plan is of somebody who works or worked at the company, and goals are of that time', () => {
    const plannen = personen.filter((p) => p.ontwikkelplan !== undefined);
    expect(plannen.filter((p) => p.swDienstverband === undefined)).toEqual([]);
    const buiten = plannen.filter((p) =>
      p.ontwikkelplan?.doelen.some(
        ({ begindatum, behaaldOp, streefdatum, status }) =>
          begindatum < (p.swDienstverband?.begindatum ?? '') ||
          (behaaldOp ?? begindatum) < begindatum ||
          (behaaldOp ?? '') > (p.swDienstverband?.einddatum ?? peildatum) ||
          streefdatum < begindatum ||
          (behaaldOp === undefined) === (status === 'BEHAALD'),
      ),
    );
    expect(buiten).toEqual([]);
  });

  it('WIA is IVA or WGA, of 35 percent or more, and paid as such', () => {
    const wia = personen.flatMap((p) =>
      p.uwvUitkeringen.filter(({ wet }) => wet === 'WIA').map((uitkering) => ({ p, uitkering })),
    );
    expect(wia.length).toBeGreaterThan(0);
    for (const { p, uitkering } of wia) {
      expect((uitkering.aoKlasse ?? '') >= '3').toBe(true);
      expect(uitkering.szWet).toBe(uitkering.aoKlasse === '7' ? 'IVA' : 'WGA');
      // What UWV awarded from a day to come is not paid yet.
      if (uitkering.begindatum > peildatum) continue;
      const soorten = p.inkomstenverhoudingen.map(({ soort }) => soort);
      expect(soorten).toContain(uitkering.szWet === 'IVA' ? '39' : '40');
    }
  });
});
