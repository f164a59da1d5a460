import { describe, expect, it } from 'vitest';
import { createLogger } from '../../subgraphs/kit/index.ts';
import { auditDir, createLogboek } from './logboek.ts';
import { auditregel, proefSettings } from './proeflogboek.ts';
import { metMap } from './segmenten/proefmap.ts';
import { leesOntsnappingen, weekGrenzen } from './weekrapport.ts';

describe('a week', () => {
  it.each([
    ['2026-W01', '2025-12-29', '2026-01-05'],
    ['2026-W47', '2026-11-16', '2026-11-23'],
    ['2026-W53', '2026-12-28', '2027-01-04'],
    ['2025-W52', '2025-12-22', '2025-12-29'],
    ['2024-W09', '2024-02-26', '2024-03-04'],
  ])('%s runs from Monday %s to Monday %s', (week, van, tot) => {
    expect(weekGrenzen(week)).toEqual({ van: new Date(van), tot: new Date(tot) });
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-47', '2026-W7', 'W47', ''])('%s is none', (week) => {
    expect(weekGrenzen(week)).toBeUndefined();
  });
});

describe('the weekly report', () => {
  it('lists who opened the file of somebody else’s client in it, and why', async () => {
    await metMap(async (dir) => {
      const now = () => new Date('2026-11-18T09:00:00.000Z');
      const settings = { ...proefSettings(dir), now };
      const logboek = await createLogboek(settings, createLogger('proef', { level: 'silent' }));
      const schrijf = (meer: Parameters<typeof auditregel>[0]) =>
        logboek.schrijf({ verwerkingen: [], audit: auditregel(meer) });
      await schrijf({ tijd: '2026-11-15T23:59:59.999Z', ontsnapping: { reden: 'de week ervoor' } });
      await schrijf({ tijd: '2026-11-16T00:00:00.000Z', ontsnapping: { reden: 'collega is ziek' } });
      await schrijf({ tijd: '2026-11-17T10:00:00.000Z' });
      await schrijf({ tijd: '2026-11-23T00:00:00.000Z', ontsnapping: { reden: 'de week erna' } });
      await logboek.sluit();
      const { van, tot } = weekGrenzen('2026-W47') ?? { van: now(), tot: now() };
      expect(await leesOntsnappingen(auditDir(settings.dir), van, tot)).toEqual([
        {
          tijd: '2026-11-16T00:00:00.000Z',
          actor: 'mw-3f2b8c1e',
          rollen: ['inkomensconsulent'],
          doel: 'inkomen',
          organisatie: '00000001001234567000',
          operatie: 'ClientProfiel',
          traceId: auditregel().traceId,
          reden: 'collega is ziek',
          verwerkingen: 1,
        },
      ]);
    });
  });
});
