import { type Data, getOwn, isData, isInherited } from './data.ts';

/**
 * Puts one object in every place where the same entity stands with the same contents, so that what is fetched for it
 * is merged once, looked through once and written once.
 *
 * Only an object without objects in it is replaced, by one that has the very same: nothing of the answer changes, and
 * a fetch that is under way for the one it replaces is under way for the one that stays.
 *
 * @param fields response names to the entities; lists are walked through
 * @param indexes for each entity which representation stands for it; of the replaced ones it becomes -1
 * @returns whether any was replaced
 */
export function aliasSameEntities(
  root: Data,
  fields: readonly string[],
  entities: readonly Data[],
  indexes: number[],
): boolean {
  const first: Data[] = [];
  const replacements = new Map<Data, Data>();
  for (const [k, entity] of entities.entries()) {
    const index = indexes[k] ?? -1;
    if (index === -1) continue;
    const stays = first[index];
    if (stays === undefined) {
      first[index] = entity;
    } else if (stays !== entity && haveSameValues(stays, entity)) {
      replacements.set(entity, stays);
      indexes[k] = -1;
    }
  }
  if (replacements.size === 0) return false;
  replaceAt(root, fields, 0, replacements);
  return true;
}

function replaceAt(
  value: unknown,
  fields: readonly string[],
  step: number,
  replacements: ReadonlyMap<Data, Data>,
): void {
  if (Array.isArray(value)) {
    for (const element of value as unknown[]) replaceAt(element, fields, step, replacements);
    return;
  }
  const field = fields[step];
  if (!isData(value) || field === undefined) return;
  const below = getOwn(value, field);
  if (step < fields.length - 1) replaceAt(below, fields, step + 1, replacements);
  else if (Array.isArray(below)) replaceElements(below, replacements);
  else if (isData(below)) {
    const stays = replacements.get(below);
    if (stays !== undefined) value[field] = stays;
  }
}

function replaceElements(list: unknown[], replacements: ReadonlyMap<Data, Data>): void {
  for (const [i, element] of list.entries()) {
    if (Array.isArray(element)) replaceElements(element, replacements);
    else if (isData(element)) list[i] = replacements.get(element) ?? element;
  }
}

function haveSameValues(a: Data, b: Data): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const value = a[name];
    return !isInherited(name) && (typeof value !== 'object' || value === null) && b[name] === value;
  });
}
