/** Requests that nobody would send: real ones with pieces taken out, put in and changed. */
import fc from 'fast-check';

export type Verzoek = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

type Ingreep = { readonly waar: number; readonly weg: number; readonly erin: string };

/** What upsets those who read text, by name or by form. */
const brokken = [
  ...['{', '}', '[', ']', '(', ')', ':', '!', '$', '@', '...', '"', '"""', '\\', '#', ',', '|', '&', '='],
  ...['\n', '\r\n', '\u0000', '\u2028', '\ud800', '\ufeff', '🏃', '\t'],
  ...['null', 'true', '-0', '1e999', '1e-999', '9007199254740993', '0x1', 'NaN', '999900006'],
  ...[
    '__proto__',
    'constructor',
    '__typename',
    '__schema { types { name } }',
    '__type(name: "Client") { name }',
  ],
  ...[
    'query',
    'mutation',
    'subscription',
    'fragment F on Query { ...F }',
    '...F',
    'on',
    '@skip(if: true)',
    '@defer',
  ],
  ...[
    'a: client(clientnummer: "x") { clientnummer }',
    'first: 2147483647',
    '$first',
    '"variables":null',
    '"query":"x",',
  ],
];

const brok = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...brokken) }, fc.string({ maxLength: 6 }));
const ingreep: fc.Arbitrary<Ingreep> = fc.record({
  waar: fc.double({ min: 0, max: 1, noNaN: true }),
  weg: fc.oneof(fc.constant(0), fc.nat({ max: 12 })),
  erin: fc.oneof(fc.constant(''), brok),
});

export function vermink(tekst: fc.Arbitrary<string>, meest = 4): fc.Arbitrary<string> {
  return fc.tuple(tekst, fc.array(ingreep, { maxLength: meest })).map(([heel, ingrepen]) =>
    ingrepen.reduce((deel, { waar, weg, erin }) => {
      const plek = Math.floor(waar * deel.length);
      return deel.slice(0, plek) + erin + deel.slice(plek + weg);
    }, heel),
  );
}

/** An object of which members are gone, or are something else. */
export function verminkLeden(leden: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  return fc.record(
    Object.fromEntries(
      Object.entries(leden).map(([naam, goed]) => [
        naam,
        fc.oneof({ weight: 8, arbitrary: goed }, fc.jsonValue({ maxDepth: 3 }), fc.constant(null)),
      ]),
    ),
    { requiredKeys: [] },
  );
}

/** Printable, as a client can write it in a header. */
export const kopwaarde = fc.string({
  unit: fc.constantFrom(...Array.from('abcXYZ0189-_.,;:= /"*+()')),
  maxLength: 40,
});

/** A whole request as bytes, to be broken. */
export function alsBytes(pad: string, { headers, body }: Verzoek): string {
  const koppen = Object.entries({
    host: 'x',
    connection: 'close',
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  });
  return `POST ${pad} HTTP/1.1\r\n${koppen.map(([naam, waarde]) => `${naam}: ${waarde}\r\n`).join('')}\r\n${body}`;
}
