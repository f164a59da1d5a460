import { describe, expect, it } from 'vitest';
import { createBevolking, isRegionaam, regios, vraagdagVan } from './index.ts';

const bevolkingen = Object.keys(regios)
  .filter(isRegionaam)
  .map((regio) => createBevolking({ regio, seed: 1 }));

describe.each(bevolkingen)(
  'lives in $regio in which a term ends',
  ({ personen, peildatum, levenslopen = [] }) => {
    it('are of different clients with a file, beside the two that are known by number', () => {
      const nummers = levenslopen.map(({ volgnummer }) => volgnummer);
      expect(new Set(nummers).size).toBe(nummers.length);
      expect(Math.min(...nummers)).toBeGreaterThan(1);
      expect(nummers.filter((i) => personen[i]?.klantdossier === undefined)).toEqual([]);
    });

    it('end before, on and after the day of asking, rule by rule; a benefit to come only after it', () => {
      const vraagdag = vraagdagVan(peildatum);
      const kanten = Object.fromEntries(
        [...new Set(levenslopen.flatMap(({ regels }) => regels))].sort().map((regel) => {
          const dagen = levenslopen.filter(({ regels }) => regels.includes(regel)).map((l) => l.vervalt);
          return [regel, [...new Set(dagen.map((dag) => Math.sign(dag.localeCompare(vraagdag))))].sort()];
        }),
      );
      const alle = [-1, 0, 1].sort();
      expect(kanten).toEqual({
        BED180: alle,
        HERB: alle,
        NAZ14: alle,
        PW90: alle,
        SAMEN: [1],
        TEGEN180: alle,
        TREDE365: alle,
        WF14: alle,
        WF48: alle,
        ZOEK56: alle,
      });
    });
  },
);
