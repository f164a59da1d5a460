import fc from 'fast-check';

/** A message damaged in one way, at a place that is a fraction of its length. */
type Ingreep = (bericht: string, plaats: number) => string;

/** What does harm in XML, JSON or CSV, or in what reads the values of it. */
const stukken = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<a>',
    '</a>',
    '<a b="',
    '<!--',
    '-->',
    ']]>',
    '<![CDATA[',
    '<?x y?>',
    '<!DOCTYPE a [',
  ],
  ...[
    '&amp;',
    '&lol;',
    '&#0;',
    '&#x110000;',
    '&#xD800;',
    '<x:a/>',
    '<a xmlns:x="">',
    '<__proto__>1</__proto__>',
  ],
  ...[
    '<constructor/>',
    ' xmlns="urn:vreemd"',
    ' xmlns:smls="urn:vreemd"',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
  ],
  ...[
    '"__proto__":{"vervuild":1},',
    '"constructor":{"prototype":{"vervuild":1}},',
    'null',
    '1e999',
    '\\u0000',
  ],
  ...[
    ';',
    '\r\n',
    '\n\n',
    '\t',
    '#EINDE;',
    '\u0000',
    '\uFEFF',
    '\uFFFD',
    '\uD800',
    '\u2028',
    '\u202E',
    '٣',
    '%s',
  ],
];

/** Values in the place of one that stands there; those of JSON as they stand in JSON. */
const waarden = [
  ...['', '0', '-1', '00000000', '00000001', '20250000', '20251345', '99999999', '2025-02-30', '0000-00-00'],
  ...[
    '1e5',
    'NaN',
    'Infinity',
    '999999999999999999999999',
    '-0',
    ' ',
    'true',
    'null',
    'x'.repeat(20_000),
    '9'.repeat(400),
  ],
  ...[
    '999990019',
    '111222333',
    '2025-01-01T25:61:61Z',
    '__proto__',
    'constructor',
    '<b>1</b>',
    '\u0000',
    '٣٣٣٣',
  ],
];
const jsonwaarden = [
  ...[
    'null',
    'true',
    '0',
    '-0',
    '-1',
    '1.5',
    '1e999',
    '999999999999999999999999',
    '""',
    '[]',
    '{}',
    '[null]',
    '[[[]]]',
  ],
  ...['{"__proto__":{"vervuild":1}}', '{"toString":1}', '{"length":-1}', '"\\u0000"', '"\\ud800"'],
  ...waarden.slice(0, 20).map((waarde) => JSON.stringify(waarde)),
];

const waarde = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/g;
const inhoud = /(?<=>)[^<>]+(?=<\/)/g;
/** The text of a value. */
const jsontekst = /(?<=: "|:")[^"\\]*(?=")/g;
const cel = /(?<=^|;)[^;\r\n]+/gm;
const element = /<(\w+)(?:\s[^<>]*)?>[^<]*<\/\1>/g;

/** The text of one match, by place, made another. */
function opEen(bericht: string, vorm: RegExp, plaats: number, maak: (deel: string) => string): string {
  const treffers = [...bericht.matchAll(vorm)];
  const treffer = treffers[Math.floor(plaats * treffers.length)];
  if (treffer === undefined) return bericht;
  return (
    bericht.slice(0, treffer.index) + maak(treffer[0]) + bericht.slice(treffer.index + treffer[0].length)
  );
}

const op = (bericht: string, plaats: number) => Math.floor(plaats * bericht.length);

type Gewogen = { readonly weight: number; readonly arbitrary: fc.Arbitrary<Ingreep> };

const stukErin =
  (stuk: string): Ingreep =>
  (b, p) =>
    b.slice(0, op(b, p)) + stuk + b.slice(op(b, p));
const tekenAnders =
  (teken: string): Ingreep =>
  (b, p) =>
    b.slice(0, op(b, p)) + teken + b.slice(op(b, p) + 1);
const afgekapt: Ingreep = (b, p) => b.slice(0, op(b, p));
const stukWeg =
  (n: number): Ingreep =>
  (b, p) =>
    b.slice(0, op(b, p)) + b.slice(op(b, p) + n);
const stukDubbel =
  (n: number): Ingreep =>
  (b, p) =>
    b.slice(0, op(b, p) + n) + b.slice(op(b, p));
const nest = (open: string, dicht: string, n: number): Ingreep => stukErin(open.repeat(n) + dicht.repeat(n));

/** What happens to a text, whatever it is. */
const aanTekst: readonly Gewogen[] = [
  { weight: 2, arbitrary: fc.constantFrom(...stukken).map(stukErin) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }).map(tekenAnders) },
  { weight: 1, arbitrary: fc.constant(afgekapt) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }).map(stukWeg) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }).map(stukDubbel) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(['<a>', '</a>'] as const, ['[', ']'] as const, ['{"a":', '}'] as const),
        fc.constantFrom(5, 60, 600),
      )
      .map(([[open, dicht], n]) => nest(open, dicht, n)),
  },
];

/** Another value in the place of one that stands there. */
const waardeAnders = (vorm: RegExp, nieuw: readonly string[], weight: number): Gewogen => ({
  weight,
  arbitrary: fc.constantFrom(...nieuw).map(
    (w): Ingreep =>
      (b, p) =>
        opEen(b, vorm, p, () => w),
  ),
});
const elementHerhaald =
  (keer: number): Ingreep =>
  (b, p) =>
    opEen(b, element, p, (deel) => deel.repeat(keer));

/** Values that can stand in any text as they are. */
const heel = waarden.filter((w) => !w.includes('<') && !w.includes('\u0000'));

/** What leaves the form whole and makes another message of it; most damage to XML leaves nothing to read. */
const aanXml: readonly Gewogen[] = [
  waardeAnders(inhoud, heel, 20),
  { weight: 8, arbitrary: fc.constantFrom(0, 2, 50).map(elementHerhaald) },
];
const aanJson: readonly Gewogen[] = [waardeAnders(waarde, jsonwaarden, 8), waardeAnders(jsontekst, heel, 24)];
const aanCsv: readonly Gewogen[] = [waardeAnders(cel, waarden, 8)];

function ingrepenVoor(bericht: string): fc.Arbitrary<Ingreep> {
  const eigen = bericht.startsWith('<') ? aanXml : /^\s*[[{]/.test(bericht) ? aanJson : aanCsv;
  return fc.oneof(...aanTekst, ...eigen);
}

/** One of these, and its message damaged in one to three ways. */
export function verminkt<T extends { readonly bericht: string }>(gevallen: readonly T[]): fc.Arbitrary<T> {
  const [eerste] = gevallen;
  const plaats = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const ingrepen = fc.array(fc.tuple(ingrepenVoor(eerste?.bericht ?? ''), plaats), {
    minLength: 1,
    maxLength: 3,
  });
  return fc.tuple(fc.constantFrom(...gevallen), ingrepen).map(([geval, lijst]) => ({
    ...geval,
    bericht: lijst.reduce((tekst, [doe, plaats]) => doe(tekst, plaats), geval.bericht),
  }));
}
