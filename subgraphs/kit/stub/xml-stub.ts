import { jjjjmmddVan } from '../datum.ts';
import { xmlTekst } from '../xml.ts';

/** An element with finished XML inside. */
export function xmlElement(naam: string, ...inhoud: readonly string[]): string {
  return `<${naam}>${inhoud.join('')}</${naam}>`;
}

/** An element with text or a number inside; nothing at all when there is no value. */
export function xmlWaarde(naam: string, waarde: string | number | undefined): string {
  return waarde === undefined ? '' : xmlElement(naam, xmlTekst(String(waarde)));
}

/** A (partial) EDTF date as SuwiML and GWS write it: `JJJJMMDD`, zeros for what is not known. */
export function xmlDatum(naam: string, datum: string | undefined): string {
  return xmlWaarde(naam, datum === undefined ? undefined : jjjjmmddVan(datum));
}
