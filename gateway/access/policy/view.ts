import { createHash } from 'node:crypto';
import { bit, type FieldPolicy } from './field-policy.ts';
import { type Doel, doelen, type Rol } from './rollen.ts';

/** Who looks: the roles of one person, and the one purpose that the request states. */
export type Kijker = { readonly rollen: readonly Rol[]; readonly doel: Doel };

/** What someone with these roles may see for this purpose. */
export type PolicyView = {
  /** Sixteen letters: the same for the same visible fields, whoever looks; holds nothing of a person. */
  readonly key: string;
  /** Whether a field may be seen; false for one that the supergraph has not, `__typename` always. */
  readonly mag: (type: string, field: string) => boolean;
  /** The object types behind an interface or union, also those that the API has not. */
  readonly possibleTypes: (abstractType: string) => readonly string[];
};

const made = new WeakMap<FieldPolicy, Map<number, PolicyView>>();

/**
 * What a person with several roles sees is what one of them sees: who has two roles sees no more than two people with
 * one each. A role for which the purpose is none of its own adds nothing.
 */
export function viewOf(policy: FieldPolicy, { rollen, doel }: Kijker): PolicyView {
  const index = doelen.indexOf(doel);
  const bits = rollen.reduce((all, rol) => all | bit(rol), 0);
  const views = made.get(policy) ?? new Map<number, PolicyView>();
  made.set(policy, views);
  // Sixteen roles leave room for the purpose in the same number.
  const who = bits * doelen.length + index;
  const known = views.get(who);
  if (known !== undefined) return known;
  const visible = new Set<string>();
  for (const [coordinate, toegang] of policy.fields) {
    if (((toegang[index] ?? 0) & bits) !== 0) visible.add(coordinate);
  }
  const view: PolicyView = {
    key: keyOf(visible),
    mag: (type, field) => field === '__typename' || visible.has(`${type}.${field}`),
    possibleTypes: (abstractType) => policy.possibleTypes.get(abstractType) ?? [],
  };
  // Combinations of roles are few in an organisation; a token that makes up others does not fill the memory.
  if (views.size >= maxViews) views.clear();
  views.set(who, view);
  return view;
}

const maxViews = 500;

/** In letters, since a key may stand in a log, where nine digits would be taken for a BSN. */
function keyOf(visible: ReadonlySet<string>): string {
  const digest = createHash('sha256')
    .update([...visible].sort().join(' '))
    .digest();
  return [...digest.subarray(0, 8)].map((byte) => letter(byte >> 4) + letter(byte & 15)).join('');
}

function letter(value: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + value);
}
