import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { z } from 'zod';
import { BronFout } from './bronantwoord.ts';

/**
 * Whether a namespace is the source's own; `''` is none, and always is. Elements of another one are somebody
 * else's words in its message: they are not read, nor is what is inside them.
 */
export type Eigen = (namespace: string) => boolean;

/**
 * Values stay text (`012345678` keeps its zero), entities other than XML's own are never expanded, and of the
 * attributes only those are kept that say what a prefix stands for.
 */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: (naam) => !/^xmlns(?::|$)/.test(naam),
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
});

/**
 * Reads XML into plain objects by local name: an element without elements is its text, one that is repeated is
 * a list. A document with a DOCTYPE is refused before it is parsed.
 * @throws BronFout ONLEESBAAR for anything not well-formed (prefixes included), or with a DOCTYPE
 */
export function leesXml(tekst: string, eigen: Eigen): unknown {
  if (/<!DOCTYPE/i.test(tekst) || !isWelgevormd(tekst)) throw new BronFout('FOUT', 'ONLEESBAAR');
  try {
    return inhoudVan(parser.parse(tekst), new Map([['', '']]), eigen);
  } catch (error) {
    throw error instanceof BronFout ? error : new BronFout('FOUT', 'ONLEESBAAR', error);
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

/** What each prefix stands for; the empty one is that of elements without a prefix. */
type Prefixen = ReadonlyMap<string, string>;

/**
 * Content of an element, from the nodes the parser keeps in their order: `#text`, `#cdata`, or the name of an
 * element, with its attributes beside it in `:@`.
 */
function inhoudVan(nodes: unknown, prefixen: Prefixen, eigen: Eigen): unknown {
  const elementen = new Map<string, unknown[]>();
  let tekst = '';
  for (const node of lijst(nodes)) {
    for (const [naam, waarde] of Object.entries(node)) {
      if (naam === ':@') continue;
      if (naam === '#text') {
        tekst += ontsnap(String(waarde));
      } else if (naam === '#cdata') {
        tekst += lijst(waarde)
          .map((deel) => String(deel['#text']))
          .join('');
      } else {
        const bereik = metPrefixen(prefixen, node[':@']);
        const { namespace, lokaal } = leesNaam(naam, bereik);
        if (namespace !== '' && !eigen(namespace)) continue;
        const eerder = elementen.get(lokaal);
        const inhoud = inhoudVan(waarde, bereik, eigen);
        if (eerder === undefined) elementen.set(lokaal, [inhoud]);
        else eerder.push(inhoud);
      }
    }
  }
  if (elementen.size === 0) return tekst;
  return Object.fromEntries(
    [...elementen].map(([naam, [eerste, ...meer]]) => [naam, meer.length === 0 ? eerste : [eerste, ...meer]]),
  );
}

function lijst(nodes: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(nodes) ? (nodes as readonly Readonly<Record<string, unknown>>[]) : [];
}

function metPrefixen(prefixen: Prefixen, attributen: unknown): Prefixen {
  if (typeof attributen !== 'object' || attributen === null) return prefixen;
  const eigen = Object.entries(attributen).map(
    ([naam, waarde]) => [naam.replace(/^xmlns:?/, ''), ontsnap(String(waarde))] as const,
  );
  return new Map([...prefixen, ...eigen]);
}

/** @throws BronFout ONLEESBAAR for a prefix that stands for nothing, or a name that every object has */
function leesNaam(naam: string, prefixen: Prefixen): { readonly namespace: string; readonly lokaal: string } {
  const [lokaal = '', prefix = '', ...meer] = naam.split(':').reverse();
  const namespace = prefixen.get(prefix);
  if (namespace === undefined || meer.length > 0 || Object.hasOwn(Object.prototype, lokaal)) {
    throw new BronFout('FOUT', 'ONLEESBAAR');
  }
  return { namespace, lokaal };
}

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
