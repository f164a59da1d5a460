import { verbergBsn } from '../../subgraphs/kit/index.ts';

/**
 * Variables of a mutation without the BSNs in their texts: what somebody writes can hold one, and between gateway and
 * subgraph there is none.
 * @param variables JSON text
 */
export function zonderBsn(variables: string): string {
  return JSON.stringify(JSON.parse(variables), (_naam, waarde: unknown) =>
    typeof waarde === 'string' ? verbergBsn(waarde) : waarde,
  );
}
