/**
 * The part of the OData v4 filter language that this CRM is asked in, read with a grammar of its own and
 * answered as the real one does: text compares without regard to case, `contains` knows wildcards.
 */

export type Waarde = string | number | null;
/** The value of a column, or of a column of a related row (`lookup/kolom`); throws FilterFout when there is none. */
export type LeesKolom<R> = (rij: R, pad: string) => Waarde;
export type Filter<R> = (rij: R) => boolean;

/** The filter cannot be read, or asks for a column that does not exist: HTTP 400. */
export class FilterFout extends Error {
  override readonly name = 'FilterFout';
}

const token =
  /\s*(?:(?<tekst>'(?:[^']|'')*')|(?<dag>\d{4}-\d{2}-\d{2}(?![\w-]))|(?<getal>-?\d+(?:\.\d+)?(?![\w-]))|(?<naam>[A-Za-z_][\w./]*)|(?<teken>[()[\],=]))/y;

/** @throws FilterFout */
export function leesFilter<R>(bron: string, kolom: LeesKolom<R>): Filter<R> {
  const tokens = leesTokens(bron);
  let plaats = 0;
  const zie = (): string | undefined => tokens[plaats];
  const neem = (verwacht?: string): string => {
    const t = tokens[plaats];
    if (t === undefined || (verwacht !== undefined && t !== verwacht)) {
      throw new FilterFout(`expected ${verwacht ?? 'a value'}`);
    }
    plaats += 1;
    return t;
  };

  const of = (): Filter<R> => {
    const delen = [en()];
    while (zie() === 'or') {
      neem();
      delen.push(en());
    }
    return (rij) => delen.some((deel) => deel(rij));
  };
  const en = (): Filter<R> => {
    const delen = [voorwaarde()];
    while (zie() === 'and') {
      neem();
      delen.push(voorwaarde());
    }
    return (rij) => delen.every((deel) => deel(rij));
  };
  const voorwaarde = (): Filter<R> => {
    if (zie() === '(') {
      neem();
      const binnen = of();
      neem(')');
      return binnen;
    }
    const naam = neem();
    if (naam === 'contains') return bevat();
    if (naam === 'Microsoft.Dynamics.CRM.In') return eenVan();
    return vergelijk(naam);
  };
  const bevat = (): Filter<R> => {
    neem('(');
    const pad = neem();
    neem(',');
    const patroon = likePatroon(leesLiteral(neem()));
    neem(')');
    return (rij) => patroon.test(String(kolom(rij, pad) ?? ''));
  };
  const eenVan = (): Filter<R> => {
    for (const t of ['(', 'PropertyName', '=']) neem(t);
    const pad = String(leesLiteral(neem()));
    // Logical names only: the `_…_value` property of a lookup is refused here.
    if (/^_.*_value$/.test(pad)) throw new FilterFout(`no attribute with Name = '${pad}'`);
    for (const t of [',', 'PropertyValues', '=', '[']) neem(t);
    const waarden = new Set<string>();
    while (zie() !== ']') {
      waarden.add(String(leesLiteral(neem())).toLowerCase());
      if (zie() === ',') neem();
    }
    neem(']');
    neem(')');
    return (rij) => waarden.has(String(kolom(rij, pad)).toLowerCase());
  };
  const vergelijk = (pad: string): Filter<R> => {
    const operator = neem();
    const rechts = leesLiteral(neem());
    return (rij) => {
      const links = kolom(rij, pad);
      if (operator === 'eq') return vergelijkWaarden(links, rechts) === 0;
      if (operator === 'ne') return vergelijkWaarden(links, rechts) !== 0;
      if (links === null || rechts === null) return false;
      if (operator === 'ge') return vergelijkWaarden(links, rechts) >= 0;
      if (operator === 'le') return vergelijkWaarden(links, rechts) <= 0;
      if (operator === 'gt') return vergelijkWaarden(links, rechts) > 0;
      if (operator === 'lt') return vergelijkWaarden(links, rechts) < 0;
      throw new FilterFout(`unknown operator ${operator}`);
    };
  };

  const filter = of();
  if (plaats !== tokens.length) throw new FilterFout('text after the end of the filter');
  return filter;
}

/** Order of a case-insensitive collation; null comes first. */
export function vergelijkWaarden(a: Waarde, b: Waarde): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

function leesTokens(bron: string): readonly string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < bron.length) {
    const begin = token.lastIndex;
    const gevonden = token.exec(bron);
    if (gevonden === null) {
      if (bron.slice(begin).trim() === '') break;
      throw new FilterFout(`syntax error at position ${begin}`);
    }
    tokens.push(gevonden[0].trimStart());
  }
  return tokens;
}

function leesLiteral(t: string): Waarde {
  if (t.startsWith("'")) return t.slice(1, -1).replaceAll("''", "'");
  if (t === 'null') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(t)) return t;
  if (/^-?\d/.test(t)) return Number(t);
  throw new FilterFout('expected a literal');
}

/** A SQL LIKE pattern between two `%`: `%` any text, `_` one character, `[…]` one of a set. */
function likePatroon(patroon: Waarde): RegExp {
  const bron = String(patroon).replace(/\[([^\]]+)\]|[\s\S]/g, (deel, verzameling: string | undefined) => {
    if (verzameling !== undefined) return `[${verzameling.replace(/[\]\\^-]/g, '\\$&')}]`;
    if (deel === '%') return '[\\s\\S]*';
    if (deel === '_') return '[\\s\\S]';
    return deel.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(bron, 'i');
}
