import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { z } from 'zod';
import { BronFout } from './bronantwoord.ts';
import type { HttpBron } from './http-bron.ts';
import type { Raadpleging } from './raadpleeg.ts';

/** A SOAP 1.1 question (document/literal). `header` and `body` are finished XML. */
export type SoapVraag = {
  readonly path: string;
  /** Value of the SOAPAction header; the WSDLs of SuwiML and GWS leave it empty. */
  readonly soapAction?: string;
  readonly header: string;
  readonly body: string;
  /** Local name of the element that the answer's Body must hold. */
  readonly antwoordElement: string;
};

export type SoapAntwoord = {
  /** Content of the answer element, unvalidated: prefixes removed, every value a string. */
  readonly inhoud: unknown;
  readonly waarschuwing: boolean;
};

/** Namespace of a SOAP 1.1 envelope. */
export const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

/**
 * Values stay text (`012345678` keeps its zero), entities other than XML's own are never expanded,
 * and a document with a DOCTYPE is refused before it is parsed.
 */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  tagValueProcessor: (_naam, waarde) => ontsnap(waarde),
});

const eigenEntiteiten: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function ontsnap(waarde: string): string {
  return waarde.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (heel, dec, hex, naam) => {
    if (typeof naam === 'string') {
      return Object.hasOwn(eigenEntiteiten, naam) ? (eigenEntiteiten[naam] ?? heel) : heel;
    }
    const punt = typeof dec === 'string' ? Number(dec) : Number.parseInt(String(hex), 16);
    return punt > 0 && punt <= 0x10ffff ? String.fromCodePoint(punt) : heel;
  });
}

/** Text made safe to stand in an XML element. Control characters XML 1.0 forbids are dropped. */
export function xmlTekst(waarde: string): string {
  return (
    waarde
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

/** Reads XML into plain objects. @throws BronFout ONLEESBAAR for anything not well-formed, or with a DOCTYPE */
export function leesXml(tekst: string): unknown {
  if (/<!DOCTYPE/i.test(tekst) || !isWelgevormd(tekst)) throw new BronFout('FOUT', 'ONLEESBAAR');
  try {
    return parser.parse(tekst) as unknown;
  } catch (error) {
    throw new BronFout('FOUT', 'ONLEESBAAR', error);
  }
}

/** The parser reads on past most mistakes, so they are looked for first. */
function isWelgevormd(tekst: string): boolean {
  try {
    return SyntaxValidator.validate(tekst);
  } catch {
    return false; // what the validator says of it quotes the text, so it goes nowhere
  }
}

/** A SOAP 1.1 envelope around finished header and body XML. */
export function soapEnvelop(header: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${soapNamespace}"><soapenv:Header>${header}</soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

const envelop = z.object({ Envelope: z.object({ Body: z.record(z.string(), z.unknown()) }) });

/**
 * Sends a SOAP question and returns the content of the answer element.
 * @throws BronFout a Fault is FOUT/BRONFOUT, broken XML ONLEESBAAR, another element ONVERWACHTE_VORM
 */
export async function vraagSoap(
  http: HttpBron,
  vraag: SoapVraag,
  raadpleging: Raadpleging,
): Promise<SoapAntwoord> {
  const antwoord = await http.vraag(
    {
      method: 'POST',
      path: vraag.path,
      headers: {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"${vraag.soapAction ?? ''}"`,
      },
      body: soapEnvelop(vraag.header, vraag.body),
      ookStatus: [500],
    },
    raadpleging,
  );
  const gelezen = envelop.safeParse(leesXml(antwoord.tekst));
  if (!gelezen.success) {
    throw new BronFout('FOUT', antwoord.status === 500 ? 'BRONFOUT' : 'ONVERWACHTE_VORM');
  }
  const inhoud = gelezen.data.Envelope.Body;
  if ('Fault' in inhoud || antwoord.status === 500) throw new BronFout('FOUT', 'BRONFOUT');
  if (!(vraag.antwoordElement in inhoud)) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return { inhoud: inhoud[vraag.antwoordElement], waarschuwing: antwoord.waarschuwing };
}

/** An element that may be absent, single or repeated, read as a list; empty ones (`<X/>`) count as absent. */
export function xmlLijst<T extends z.ZodType>(schema: T) {
  return z.preprocess((waarde) => {
    if (waarde === undefined) return [];
    const elementen: readonly unknown[] = Array.isArray(waarde) ? waarde : [waarde];
    return elementen.filter((element) => element !== '');
  }, z.array(schema));
}

/** An optional element; present but empty (`<X/>`) counts as absent. */
export function xmlOptioneel<T extends z.ZodType>(schema: T) {
  return z.preprocess((waarde) => (waarde === '' ? undefined : waarde), schema.optional());
}
