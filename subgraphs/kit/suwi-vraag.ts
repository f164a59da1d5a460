import { randomUUID } from 'node:crypto';
import { xmlTekst } from './soap.ts';

const wsa = 'http://www.w3.org/2005/08/addressing';

/**
 * The WS-Addressing header that the SuwiML Transactiestandaard 4.0 asks of a synchronous question:
 * MessageID, From (application with OIN), To and Action are mandatory.
 */
export function suwiHeader(adres: {
  readonly actie: string;
  readonly naar: string;
  readonly van: string;
}): string {
  return [
    `<wsa:MessageID xmlns:wsa="${wsa}">urn:uuid:${randomUUID()}</wsa:MessageID>`,
    `<wsa:From xmlns:wsa="${wsa}"><wsa:Address>${xmlTekst(adres.van)}</wsa:Address></wsa:From>`,
    `<wsa:To xmlns:wsa="${wsa}">${xmlTekst(adres.naar)}</wsa:To>`,
    `<wsa:Action xmlns:wsa="${wsa}">${xmlTekst(adres.actie)}</wsa:Action>`,
  ].join('');
}
