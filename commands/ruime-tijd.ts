import { registry } from '../subgraphs/index.ts';
import { bronPrefix, type Omgeving } from '../subgraphs/kit/index.ts';

/**
 * Settings that give more time than a front office gets, for questions about a whole caseload: where it matters what
 * is answered and who is asked, on a machine that may have more to do.
 */
export async function ruimeTijd(): Promise<Omgeving> {
  const partners = await Promise.all(
    registry.map(async ({ naam, laad }) => ({ naam, bronnen: (await laad()).bronnen })),
  );
  return {
    SUBGRAPH_TIMEOUT_MS: '25000',
    OPERATION_BUDGET_MS: '30000',
    PLAN_TIMEOUT_MS: '20000',
    ...Object.fromEntries(
      partners.flatMap(({ naam, bronnen }) =>
        bronnen.map((bron) => [`${bronPrefix(naam, bron)}_TIMEOUT_MS`, '20000']),
      ),
    ),
  };
}
