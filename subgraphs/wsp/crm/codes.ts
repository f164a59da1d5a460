/**
 * Choices of the CRM: option values (the publisher's number range) and the values of the graph.
 * The tables of the publisher `wg` are the service point's own; there is no national list.
 */
export const branches = {
  857310000: 'ZORG',
  857310001: 'TUINBOUW',
  857310002: 'MKB',
  857310003: 'TECHNIEK',
  857310004: 'LOGISTIEK',
} as const;

export const vacaturesoorten = {
  857310000: 'STRUCTUREEL',
  857310001: 'ADDITIONEEL',
  857310002: 'BESCHUT_VANGNET',
  857310003: 'VRIJWILLIGER',
  857310004: 'LEERWERK',
  857310005: 'STAGE',
  857310006: 'INBURGERINGSTRAJECT',
  857310007: 'DUAAL_TRAJECT',
  857310008: 'PROEFPLAATSING',
} as const;

export const vacaturestatussen = {
  857310000: 'OPEN',
  857310001: 'VERVULD',
  857310002: 'INGETROKKEN',
} as const;

export const voorstelstatussen = {
  857310000: 'VOORGESTELD',
  857310001: 'GESPREK',
  857310002: 'AFGEWEZEN',
  857310003: 'GEPLAATST',
  857310004: 'INGETROKKEN',
} as const;

/** These two are shown as codes only: the service point adds to them. */
export const zoekopdrachtstatussen = {
  857310000: 'OPEN',
  857310001: 'IN_BEHANDELING',
  857310002: 'VERVULD',
  857310003: 'INGETROKKEN',
} as const;

export const afspraakstatussen = {
  857310000: 'VOORGENOMEN',
  857310001: 'LOOPT',
  857310002: 'BEEINDIGD',
} as const;

/** The graph's value of an option; null when there is none, or when the option is not in the list. */
export function waardeVan<V extends string>(
  tabel: Readonly<Record<number, V>>,
  optie: number | null,
): V | null {
  return optie === null ? null : (tabel[optie] ?? null);
}

/** The option of a value of the graph. @throws RangeError when the list has none (a fault in the list) */
export function optieVan<V extends string>(tabel: Readonly<Record<number, V>>, waarde: V): number {
  const gevonden = Object.entries(tabel).find(([, v]) => v === waarde);
  if (gevonden === undefined) throw new RangeError('no option for this value');
  return Number(gevonden[0]);
}
