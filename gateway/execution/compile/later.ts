import type { GraphQLCompositeType } from 'graphql';
import { JsonText, type LaterPart } from '../engine.ts';
import { defectErrors, type WriteState } from './completion.ts';
import type { Data } from './data.ts';
import { type Place, placesOf } from './paths.ts';
import type { DeferredPlace, ResponseCompiler } from './response.ts';
import type { DeferredRun, Run } from './step.ts';
import type { TypeSystem } from './types.ts';

/** By label: the types of object that the fragment can stand in, each at the same place. */
export type DeferredPlaces = Map<string, readonly DeferredPlace[]>;

type Part = {
  readonly label: string | undefined;
  readonly find: (root: Data) => readonly Place[];
  readonly write: (data: Data, state: WriteState) => string;
};

/** @returns what delivers the deferred parts of a run, each as soon as what it waits for is there */
export function compileLater(
  compiler: ResponseCompiler,
  places: DeferredPlaces,
  labels: ReadonlyMap<string, string | undefined>,
  types: TypeSystem,
): (run: Run) => AsyncIterable<LaterPart> {
  const parts = new Map<string, Part>();
  // Writing a deferred fragment may bring up others in it: a Map visits what is added while it is visited.
  for (const [label, found] of places)
    parts.set(label, compilePart(compiler, found, labels.get(label), types));

  return async function* later(run) {
    const waiting = new Map<DeferredRun, Promise<DeferredRun>>();
    const begun = new Set<DeferredRun>();
    for (;;) {
      for (const deferred of run.deferred) {
        if (begun.has(deferred)) continue;
        begun.add(deferred);
        waiting.set(
          deferred,
          deferred.done.then(() => deferred),
        );
      }
      if (waiting.size === 0) return;
      const ready = await Promise.race(waiting.values());
      waiting.delete(ready);
      const part = parts.get(ready.label);
      if (part !== undefined) yield* deliver(run, part, await ready.done);
    }
  };
}

function compilePart(
  compiler: ResponseCompiler,
  found: readonly DeferredPlace[],
  label: string | undefined,
  types: TypeSystem,
): Part {
  const writers = found.map(({ fragment, type, path }) => ({
    type,
    write: compiler.objectWriter(type, [{ set: fragment.set, conditions: [] }], path),
  }));
  const path = (found[0]?.path ?? []).map((field) => ({ field }));
  return {
    label,
    find: (root) => placesOf(root, path, types),
    write: (data, state) => writerFor(data, writers)(data, state, state.path.length),
  };
}

type TypedWriter = {
  readonly type: GraphQLCompositeType;
  readonly write: (value: unknown, state: WriteState, depth: number) => string;
};

function writerFor(data: Data, writers: readonly TypedWriter[]): TypedWriter['write'] {
  const typename = data['__typename'];
  const own =
    writers.find(({ type }) => type.name === typename) ?? (writers.length === 1 ? writers[0] : undefined);
  return own?.write ?? (() => '');
}

function* deliver(run: Run, part: Part, errors: Awaited<DeferredRun['done']>): Iterable<LaterPart> {
  for (const [i, { data, path }] of part.find(run.root).entries()) {
    const state: WriteState = { variables: run.variables, path: [...path], defects: [], texts: undefined };
    const text = part.write(data, state);
    // The errors of its fetches come with the first of its places, with paths from the root as the protocol has it.
    const all = [...(i === 0 ? errors : []), ...defectErrors(state.defects, errors)];
    yield {
      path,
      ...(part.label === undefined ? {} : { label: part.label }),
      data: text === '' ? null : new JsonText(text),
      ...(all.length === 0 ? {} : { errors: all }),
    };
  }
}
