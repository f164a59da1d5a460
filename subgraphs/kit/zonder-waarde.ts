import { verbergBsn } from './bsn.ts';

/**
 * What graphql-js 16 says, by the form of its message, and what of it may leave. Only words that
 * graphql-js wrote itself, and names of the schema or the document, come back out of these.
 */
const vormen: readonly (readonly [RegExp, string])[] = [
  // The value comes before the type, so the type counts only where nothing quoted follows it.
  [
    /^(Variable "\$\w+") got invalid value [\s\S]*?(?:(; Expected (?:non-nullable )?type "[\w![\]]+")[^"]*)?$/,
    '$1 got an invalid value$2.',
  ],
  [/^((?:\w+|Enum "\w+") cannot represent (?:[\w-]+ )*?value): [\s\S]*$/, '$1.'],
  [/^Value [\s\S]* does not exist in ("\w+" enum)[\s\S]*$/, 'Value does not exist in $1.'],
  [/^(Expected value of type "[\w![\]]+"), found [\s\S]*$/, '$1.'],
  [/^(Argument "\w+") has invalid value [\s\S]*$/, '$1 has an invalid value.'],
  [/^Unknown operation named [\s\S]*$/, 'Unknown operation.'],
  [/^(Syntax Error: [\s\S]*?\b(?:Name|Int|Float|String|BlockString|Comment)) "[\s\S]*$/, '$1.'],
  [/^(Syntax Error: (?:Invalid|Unexpected) [^:"]*): [\s\S]*$/, '$1.'],
];

/** A name of a document or schema, a variable, a directive, a type: `Client.bsn`, `$bsn`, `[Int!]!`. */
const naam = /^[$@]?\[*[A-Za-z_][\w.]*[\]!]*$/;

/**
 * graphql-js quotes the value it refuses; the value can be a person's, so it goes.
 * `Variable "$bsn" got invalid value "…"; Expected type …` keeps its first and last part. In a
 * message of an unknown form every quoted text that is not a name goes, also one that does not end: looking for its
 * end from each quote in it would take time in proportion to the square of its length.
 */
export function zonderWaarde(message: string): string {
  for (const [vorm, rest] of vormen) {
    if (vorm.test(message)) return verbergBsn(message.replace(vorm, rest));
  }
  return verbergBsn(
    message.replace(/"((?:[^"\\]|\\[\s\S]?)*)(?:"|$)/g, (heel: string, inhoud: string) =>
      naam.test(inhoud) || !/[\p{L}\p{N}]/u.test(inhoud) ? heel : '"…"',
    ),
  );
}
