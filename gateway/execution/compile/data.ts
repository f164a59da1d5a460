/** The data of an answer while it grows: what subgraphs sent, by response name, merged into one tree. */
export type Data = Record<string, unknown>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names that every object inherits: a field may have such a name, and must then be its own. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** A property as its own, also `__proto__`, which assignment would not make one. */
export function setOwn(target: Data, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/** What stands under a name, never what an object inherits. */
export function getOwn(data: Data, name: string): unknown {
  return inherited.has(name) && !Object.hasOwn(data, name) ? undefined : data[name];
}

/**
 * Adds to `target` what `source` has; objects and lists of the same length element by element. A null adds
 * nothing: what one subgraph knows does not go because another could not say. Parts of `source` become parts
 * of `target` as they are.
 */
export function merge(target: Data, source: Data): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    const present = inherited.has(name) ? getOwn(target, name) : target[name];
    if (present === undefined || present === null) {
      if (inherited.has(name)) setOwn(target, name, value);
      else target[name] = value;
    } else if (typeof value !== 'object') {
      target[name] = value;
    } else if (value !== null) {
      const merged = mergeValue(present, value);
      if (merged !== present) target[name] = merged;
    }
  }
}

function mergeValue(present: unknown, value: object): unknown {
  if (Array.isArray(value)) {
    if (!Array.isArray(present) || present.length !== value.length) return value;
    const elements: unknown[] = present;
    for (const [i, element] of (value as unknown[]).entries()) {
      const earlier = elements[i];
      if (earlier === null || typeof earlier !== 'object') elements[i] = element ?? earlier;
      else if (typeof element === 'object' && element !== null) elements[i] = mergeValue(earlier, element);
      else if (element !== null) elements[i] = element;
    }
    return elements;
  }
  if (!isData(present)) return value;
  merge(present, value as Data);
  return present;
}
