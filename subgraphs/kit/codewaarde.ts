/** `Codewaarde` of `gedeeld.graphql`. */
export type Codewaarde = { readonly code: string; readonly omschrijving: string | null };

/** Meanings by code, as far as the specification of the source gives them. */
export type Codetabel = Readonly<Record<string, string>>;

/** A code with its meaning; a code that is not in the table keeps its place, without a meaning. */
export function codewaarde(code: string, tabel: Codetabel = {}): Codewaarde {
  return { code, omschrijving: Object.hasOwn(tabel, code) ? (tabel[code] ?? null) : null };
}

/** The same for a code that may be absent. */
export function codewaardeOfNull(code: string | undefined, tabel: Codetabel = {}): Codewaarde | null {
  return code === undefined ? null : codewaarde(code, tabel);
}
