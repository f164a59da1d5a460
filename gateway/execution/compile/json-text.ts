/** What JSON must escape in a string, lone surrogates included (RFC 8259 §7, well-formed `JSON.stringify`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const escapes = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Up to this length looking at each character is quicker than starting a regular expression. */
const shortLength = 40;

/** The JSON text of a string; most need no escape and are copied as they are. */
export function stringText(value: string): string {
  if (value.length > shortLength) return escapes.test(value) ? JSON.stringify(value) : `"${value}"`;
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) {
      return JSON.stringify(value);
    }
  }
  return `"${value}"`;
}

/** The JSON text of any value that came from JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  return value === undefined ? 'null' : JSON.stringify(value);
}
