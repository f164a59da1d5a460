import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registry } from '../../subgraphs/index.ts';
import { doelen } from '../access/index.ts';
import { metMap } from './segmenten/proefmap.ts';
import { leesVerwerkingenregister } from './verwerkingenregister.ts';

const dir = 'schema/verwerkingen';
const register = leesVerwerkingenregister(dir);
const partners = await Promise.all(registry.map(({ laad }) => laad()));

describe('the register of processing activities', () => {
  it('has an activity for each purpose', () => {
    expect(new Set(register.alle.map(({ doel }) => doel))).toEqual(new Set(doelen));
  });

  it('covers every source of every partner, and names no other', () => {
    for (const { naam, bronnen } of partners) {
      const genoemd = register.alle.filter((a) => a.partner === naam).flatMap((a) => a.bronnen);
      expect(new Set(genoemd), naam).toEqual(new Set(bronnen));
    }
    const namen = partners.map(({ naam }) => naam);
    expect(register.alle.filter(({ partner }) => !namen.includes(partner))).toEqual([]);
  });

  it('lets a citizen ask every partner that shows the own file', () => {
    const inzage = register.alle.filter(({ doel }) => doel === 'inzage');
    expect(inzage.map(({ partner }) => partner)).toEqual(['gemeente', 'uwv', 'sw']);
  });

  it('has persons in every purpose but that of figures, and investigations alone are confidential', () => {
    const zonder = register.alle.filter(
      ({ betrokkenen, gegevens }) => betrokkenen.length + gegevens.length === 0,
    );
    expect(new Set(zonder.map(({ doel }) => doel))).toEqual(new Set(['verantwoording']));
    const geheim = register.alle.filter(({ vertrouwelijk }) => vertrouwelijk);
    expect(new Set(geheim.map(({ doel }) => doel))).toEqual(new Set(['handhaving']));
  });

  it('names each legal ground of AVG art. 6 and a law beside it', () => {
    for (const { id, grondslagen } of register.alle) expect(grondslagen[0], id).toMatch(/^AVG art\. 6 /);
  });

  it('is found by purpose and partner, and by id', () => {
    const activiteit = register.van('inkomen', 'gemeente');
    expect(activiteit).toMatchObject({ doel: 'inkomen', partner: 'gemeente', vertrouwelijk: false });
    expect(register.metId(activiteit?.id ?? '')).toBe(activiteit);
    expect(register.van('handhaving', 'wsp')).toBeUndefined();
  });

  it('is refused with every problem', async () => {
    await metMap(async (basis) => {
      const kopie = join(basis, 'register');
      cpSync(dir, kopie, { recursive: true });
      rmSync(join(kopie, 'nazorg.json'));
      const tekst = readFileSync(join(kopie, 'intake.json'), 'utf8');
      writeFileSync(join(kopie, 'intake.json'), tekst.replace('/intake/uwv/1', '/intake/uwv'));
      writeFileSync(join(kopie, 'beheer.json'), '{');
      expect(() => leesVerwerkingenregister(kopie)).toThrow(
        /beheer\.json[\s\S]*intake\.json: activiteiten\.1\.id: must end in a version[\s\S]*no activity for intake, nazorg, beheer/,
      );
    });
  });
});
