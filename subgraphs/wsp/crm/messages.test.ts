import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { leesJsonBericht } from '../../../test/golden/gevallen.ts';
import { voorstel } from './messages.ts';

const [proposal] = z
  .object({ value: z.array(z.looseObject({})) })
  .parse(leesJsonBericht(new URL('./fixtures/voorstel/', import.meta.url), 'geplaatst')).value;

describe('a row of another shape is not read', () => {
  test.each([
    ['a key that is no UUID', { wg_voorstelid: '17' }],
    ['no clientnummer', { wg_clientnummer: null }],
    ['a date that does not exist', { wg_voorgesteldop: '2026-02-30' }],
    ['a choice as text', { wg_status: 'Geplaatst' }],
    ['a column that was not sent', { wg_terugkoppeling: undefined }],
  ])('%s', (_, anders) => {
    expect(voorstel.safeParse(proposal).success).toBe(true);
    expect(voorstel.safeParse({ ...proposal, ...anders }).success).toBe(false);
  });
});
