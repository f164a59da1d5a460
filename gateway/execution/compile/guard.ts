import type { OperationContext } from '../../sources/index.ts';
import type { Bewaking, EntityRefusal } from '../engine.ts';
import { type Data, getOwn } from './data.ts';

/** What is decided in one run of who may be opened. */
export type Guard = {
  /** Resolves when it is decided of all of these; undefined when it is already. */
  readonly decide: (entities: readonly Data[]) => Promise<void> | undefined;
  readonly refusalOf: (entity: Data) => EntityRefusal | undefined;
  /** Whether this refusal was not told yet; it is told once for each entity. */
  readonly tell: (entity: Data) => boolean;
};

export function createGuard({ type, sleutel, beslis }: Bewaking, context: OperationContext): Guard {
  const decided = new Map<string, EntityRefusal | undefined>();
  const underWay = new Map<string, Promise<void>>();
  const told = new Set<string>();
  const keyOf = (entity: Data): string | undefined => {
    if (entity['__typename'] !== type) return undefined;
    const key = getOwn(entity, sleutel);
    return typeof key === 'string' ? key : undefined;
  };
  return {
    decide: (entities) => {
      const fresh = new Set<string>();
      const waits = new Set<Promise<void>>();
      for (const entity of entities) {
        const key = keyOf(entity);
        if (key === undefined || decided.has(key)) continue;
        const waiting = underWay.get(key);
        if (waiting === undefined) fresh.add(key);
        else waits.add(waiting);
      }
      if (fresh.size > 0) {
        const keys = [...fresh];
        const deciding = beslis(keys, context).then((refused) => {
          for (const key of keys) decided.set(key, refused.get(key));
        });
        for (const key of keys) underWay.set(key, deciding);
        waits.add(deciding);
      }
      return waits.size === 0 ? undefined : Promise.all(waits).then(() => undefined);
    },
    refusalOf: (entity) => {
      const key = keyOf(entity);
      return key === undefined ? undefined : decided.get(key);
    },
    tell: (entity) => {
      const key = keyOf(entity) ?? '';
      if (told.has(key)) return false;
      told.add(key);
      return true;
    },
  };
}
