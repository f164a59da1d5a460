import { describe, expect, it } from 'vitest';
import { aantallenVertrouwelijk } from './confidentiality.ts';
import { createBevolking, isRegionaam, regios } from './index.ts';

describe.each(Object.keys(regios).filter(isRegionaam))('who is confidential in %s', (regio) => {
  const { personen, levenslopen = [] } = createBevolking({ regio, seed: 1 });
  const plaatsen = personen.flatMap(({ geheimhouding, klantdossier }, i) =>
    geheimhouding === true || klantdossier?.afgeschermd === true ? [i] : [],
  );

  it('are a few, of each kind the same number', () => {
    expect({
      geheimhouding: personen.filter(({ geheimhouding }) => geheimhouding).length,
      afgeschermd: personen.filter(({ klantdossier }) => klantdossier?.afgeschermd).length,
    }).toEqual(aantallenVertrouwelijk);
    expect(plaatsen.length).toBe(aantallenVertrouwelijk.geheimhouding + aantallenVertrouwelijk.afgeschermd);
  });

  it('are nobody whom documents show: not the first, nor in that caseload, nor of whom a term ends', () => {
    const eerste = personen[0]?.klantdossier?.klantmanager.nummer;
    const getoond = plaatsen.filter(
      (i) =>
        i < personen.length / 2 ||
        personen[i]?.klantdossier?.klantmanager.nummer === eerste ||
        levenslopen.some(({ volgnummer }) => volgnummer === i),
    );
    expect(getoond).toEqual([]);
  });
});
