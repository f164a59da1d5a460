/** What JSON must escape in a string, lone surrogates included (RFC 8259 §7, well-formed `JSON.stringify`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const escapes = /["\\\u0000-\u001f\ud800-\udfff]/;

/** The JSON text of a string; most need no escape and are copied as they are. */
export function stringText(value: string): string {
  return escapes.test(value) ? JSON.stringify(value) : `"${value}"`;
}

/** The JSON text of any value that came from JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  return value === undefined ? 'null' : JSON.stringify(value);
}
