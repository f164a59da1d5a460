/**
 * Text of OData v4 filters. Every value that enters a filter passes through here.
 */

/** A string literal (OData ABNF `string`): quotes doubled; lone surrogates, which no URL can carry, become U+FFFD. */
export function tekstLiteral(waarde: string): string {
  return `'${waarde.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll("'", "''")}'`;
}

/** `kolom` contains the text itself: Dataverse reads `%`, `_` and `[` as wildcards unless they stand in brackets. */
export function bevat(kolom: string, tekst: string): string {
  return `contains(${kolom},${tekstLiteral(tekst.replace(/[[%_]/g, '[$&]'))})`;
}

/**
 * `kolom` has one of the values: one condition for many keys (Dataverse query function `In`).
 * A lookup goes by its logical name here, not by its `_…_value` property.
 */
export function isEenVan(kolom: string, waarden: readonly string[]): string {
  return `Microsoft.Dynamics.CRM.In(PropertyName=${tekstLiteral(kolom)},PropertyValues=[${waarden.map(tekstLiteral).join(',')}])`;
}

/** All conditions that are there, joined with `and`; undefined when there are none. */
export function allemaal(voorwaarden: readonly (string | undefined)[]): string | undefined {
  const delen = voorwaarden.filter((v) => v !== undefined);
  return delen.length === 0 ? undefined : delen.join(' and ');
}
