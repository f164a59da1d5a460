import { graphql } from 'graphql';
import { createLogger, createPseudonimiseerder, createSubgraphSchema } from '../kit/index.ts';
import { proefraadpleging } from '../kit/proefraadpleging.ts';
import { werkplein } from './index.ts';

export const omgeving = { PSEUDONIEM_SLEUTEL: '0'.repeat(64), WERKPLEIN_REGIO: 'westland' };
const schema = createSubgraphSchema(werkplein);
const open = werkplein.open(werkplein.leesConfig(omgeving), {
  logger: createLogger('proef', { level: 'silent' }),
});
export const { clientnummerVan } = createPseudonimiseerder(
  omgeving.PSEUDONIEM_SLEUTEL,
  omgeving.WERKPLEIN_REGIO,
);
export const clientnummer = clientnummerVan('999990019');
export const geraadpleegdOp = '2025-03-03T08:00:00.000Z';

/** The answer to a question, as plain data; errors as code and place. */
export async function vraag(source: string, variableValues: Record<string, unknown> = {}): Promise<unknown> {
  const contextValue = open.context(proefraadpleging());
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  const fouten = errors?.map((e) => [e.path?.join('.') ?? null, e.extensions['code'] ?? null]);
  return JSON.parse(JSON.stringify({ data, ...(fouten === undefined ? {} : { fouten }) })) as unknown;
}
