/** Whoever plans, the front office gets the same: its golden answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documenten, invoerVan, leesDocument, leesGolden } from '../../commands/front-office.ts';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { toetsmoment } from '../operations.ts';

/** The planner that the golden answers are not made with (`operations/golden.test.ts` holds the other to them). */
describe('with the planner of Apollo', () => {
  let werkplein: LopendWerkplein;
  beforeAll(async () => {
    werkplein = await startWerkplein({
      now: toetsmoment,
      env: { PLANNER: 'apollo', PLAN_TIMEOUT_MS: '60000', OPERATION_BUDGET_MS: '30000' },
    });
  });
  afterAll(() => werkplein.stop());

  it.each(documenten)('%s gives its golden answer', { timeout: 120_000 }, async (naam) => {
    const { data, errors } = await werkplein.vraag(leesDocument(naam), invoerVan(werkplein)(naam));
    expect(errors).toBeUndefined();
    expect(data).toEqual(leesGolden(naam).data);
  });
});
