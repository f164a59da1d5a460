/** Every cell: what is known of the client, and what the worker brings. */
import { describe, expect, it } from 'vitest';
import { besluit, type Dossierbesluit, type Dossierfeiten } from './besluit.ts';

type Cel = readonly [
  inWerkvoorraad: Dossierfeiten['inWerkvoorraad'],
  mandaat: Dossierfeiten['mandaat'],
  zonderReden: Dossierbesluit,
  metReden: Dossierbesluit,
];

const tabel: readonly Cel[] = [
  ['JA', 'BINNEN', 'OPEN', 'OPEN'],
  ['JA', 'BUITEN', 'GESLOTEN', 'GESLOTEN'],
  ['JA', 'ONBEKEND', 'OPEN', 'OPEN'],
  ['JA', 'NVT', 'OPEN', 'OPEN'],
  ['NEE', 'BINNEN', 'VAN_ANDER', 'OPEN_MET_REDEN'],
  ['NEE', 'BUITEN', 'GESLOTEN', 'GESLOTEN'],
  ['NEE', 'ONBEKEND', 'NIET_TE_BEPALEN', 'OPEN_MET_REDEN'],
  ['NEE', 'NVT', 'VAN_ANDER', 'OPEN_MET_REDEN'],
  ['ONBEKEND', 'BINNEN', 'NIET_TE_BEPALEN', 'OPEN_MET_REDEN'],
  ['ONBEKEND', 'BUITEN', 'GESLOTEN', 'GESLOTEN'],
  ['ONBEKEND', 'ONBEKEND', 'NIET_TE_BEPALEN', 'OPEN_MET_REDEN'],
  ['ONBEKEND', 'NVT', 'NIET_TE_BEPALEN', 'OPEN_MET_REDEN'],
  ['NVT', 'BINNEN', 'OPEN', 'OPEN'],
  ['NVT', 'BUITEN', 'GESLOTEN', 'GESLOTEN'],
  ['NVT', 'ONBEKEND', 'NIET_TE_BEPALEN', 'OPEN_MET_REDEN'],
  ['NVT', 'NVT', 'OPEN', 'OPEN'],
];

describe.each(tabel)(
  'a client in the own caseload: %s, in a mandated municipality: %s',
  (inWerkvoorraad, mandaat, zonder, met) => {
    const over = (vertrouwelijk: Dossierfeiten['vertrouwelijk'], magVertrouwelijk: boolean) =>
      [false, true].map((metReden) =>
        besluit({ inWerkvoorraad, mandaat, vertrouwelijk }, { magVertrouwelijk, metReden }),
      );

    it(`is ${zonder} without a reason and ${met} with one`, () => {
      expect(over('NEE', false)).toEqual([zonder, met]);
      expect(over('NEE', true)).toEqual([zonder, met]);
    });

    it('takes a reason where nobody can say whether it is confidential, but of who has the right to those', () => {
      const verwacht =
        zonder === 'GESLOTEN' ? ['GESLOTEN', 'GESLOTEN'] : ['NIET_TE_BEPALEN', 'OPEN_MET_REDEN'];
      expect(over('ONBEKEND', false)).toEqual(verwacht);
      expect(over('ONBEKEND', true)).toEqual([zonder, met]);
    });

    it('is closed when confidential, but to who has the right, and then as any', () => {
      expect(over('JA', false)).toEqual(['GESLOTEN', 'GESLOTEN']);
      expect(over('JA', true)).toEqual([zonder, met]);
    });
  },
);

it('has every cell', () => {
  expect(new Set(tabel.map(([w, m]) => `${w} ${m}`)).size).toBe(4 * 4);
});
