import { randomUUID } from 'node:crypto';
import { xmlTekst } from './xml.ts';

/** Namespace of WS-Addressing 1.0. */
export const wsaNamespace = 'http://www.w3.org/2005/08/addressing';

/** `wsa:ReplyTo` of a question whose answer comes over the same connection. */
export const wsaAnoniem = `${wsaNamespace}/anonymous`;

/** What a WS-Addressing 1.0 header says beside the number of the message. */
export type WsAdres = {
  readonly actie: string;
  readonly naar?: string;
  readonly van?: string;
  readonly antwoordAan?: string;
  /** `MessageID` of the question that this message answers. */
  readonly betreft?: string;
};

/** Header blocks of one message with a `MessageID` of its own; what `adres` does not say is left out. */
export function wsAddressing(adres: WsAdres): string {
  const blok = (naam: string, inhoud: string) =>
    `<wsa:${naam} xmlns:wsa="${wsaNamespace}">${inhoud}</wsa:${naam}>`;
  const waarde = (naam: string, tekst: string | undefined) =>
    tekst === undefined ? '' : blok(naam, xmlTekst(tekst));
  const eindpunt = (naam: string, tekst: string | undefined) =>
    tekst === undefined ? '' : blok(naam, `<wsa:Address>${xmlTekst(tekst)}</wsa:Address>`);
  return [
    waarde('MessageID', `urn:uuid:${randomUUID()}`),
    eindpunt('From', adres.van),
    waarde('To', adres.naar),
    waarde('Action', adres.actie),
    eindpunt('ReplyTo', adres.antwoordAan),
    waarde('RelatesTo', adres.betreft),
  ].join('');
}
