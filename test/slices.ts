/** Slices in an answer: what one source said of one subject, with its provenance in `bron`. */

/** The provenance in an answer; a document need not ask all of it. */
export type Herkomst = {
  readonly bron: string;
  readonly uitkomst: string;
  readonly actueelPer?: unknown;
  readonly melding?: unknown;
};

export type Slice = { readonly bron: Herkomst };

/** Something computed from several slices, and the provenance of those. */
export type Berekend = { readonly bronnen: readonly Herkomst[]; readonly volledig?: unknown };

/** Every slice of an answer: an object that carries its provenance. */
export function slices(value: unknown): readonly Slice[] {
  if (Array.isArray(value)) return value.flatMap(slices);
  if (typeof value !== 'object' || value === null) return [];
  return [...(isSlice(value) ? [value] : []), ...Object.values(value).flatMap(slices)];
}

export function isSlice(value: unknown): value is Slice {
  return isObject(value) && isHerkomst(value['bron']) && 'uitkomst' in value['bron'];
}

export function isBerekend(value: unknown): value is Berekend {
  return isObject(value) && Array.isArray(value['bronnen']) && value['bronnen'].every(isHerkomst);
}

/** The answer without the slices of one source, and without what was computed from several. */
export function zonder(value: unknown, bron: string): unknown {
  if (Array.isArray(value)) return value.map((v) => zonder(v, bron));
  if (typeof value !== 'object' || value === null) return value;
  if (isSlice(value) && value.bron.bron === bron) return `slice of ${bron}`;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([naam, deel]) => !isComputed(naam, deel))
      .map(([naam, deel]) => [naam, zonder(deel, bron)]),
  );
}

/** A slice or computed part at its place in an answer, without the slices and computed parts within it. */
export type Deel = { readonly pad: string; readonly inhoud: unknown } & (
  | { readonly soort: 'slice'; readonly waarde: Slice }
  | { readonly soort: 'berekend'; readonly waarde: Berekend }
);

/**
 * Every slice and computed part of an answer by its path. An element of a list stands under what identifies it
 * (`clienten.<clientnummer>.persoon`), so that a list in another order has the same paths.
 */
export function delen(value: unknown): ReadonlyMap<string, Deel> {
  const gevonden = new Map<string, Deel>();
  const verzamel = (deel: unknown, pad: string): void => {
    if (isSlice(deel)) gevonden.set(pad, { pad, soort: 'slice', waarde: deel, inhoud: eigen(deel) });
    else if (isBerekend(deel)) {
      gevonden.set(pad, { pad, soort: 'berekend', waarde: deel, inhoud: eigen(deel) });
    }
    for (const [naam, kind] of kinderen(deel)) verzamel(kind, pad === '' ? naam : `${pad}.${naam}`);
  };
  verzamel(value, '');
  return gevonden;
}

function kinderen(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((v: unknown, i) => [sleutel(v) ?? String(i), v]);
  return isObject(value) ? Object.entries(value) : [];
}

/** What identifies an element of a list, or the node of an edge; undefined where nothing does. */
function sleutel(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const nummer = value['clientnummer'] ?? value['kvkNummer'] ?? value['id'];
  if (typeof nummer === 'string') return nummer;
  return sleutel(value['node'] ?? value['client']);
}

/** A part as it is, with a mark where another slice or computed part begins. */
function eigen(value: unknown): unknown {
  const zonderDelen = (deel: unknown): unknown => (isSlice(deel) || isBerekend(deel) ? 'part' : eigen(deel));
  if (Array.isArray(value)) return value.map(zonderDelen);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([naam, deel]) => !isComputed(naam, deel))
      .map(([naam, deel]) => [naam, zonderDelen(deel)]),
  );
}

/** Fields of a client that are computed, whether or not the document asks what they rest on. */
function isComputed(naam: string, waarde: unknown): boolean {
  return (
    naam === 'doelgroep' || naam === 'contactpersonen' || (naam === 'uitkeringen' && !Array.isArray(waarde))
  );
}

function isHerkomst(value: unknown): value is Herkomst {
  return isObject(value) && typeof value['bron'] === 'string' && typeof value['uitkomst'] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
