import type { PlanNames } from '../document/plan-names.ts';
import { JsonText, type LaterPart } from '../engine.ts';
import { answeredErrors, defectErrors, type WriteState } from './completion.ts';
import { type Data, getOwn, isData } from './data.ts';
import type { ResponsePath } from './paths.ts';
import type { DeferredPlace, ResponseCompiler, Route } from './response.ts';
import type { DeferredPart, Run } from './step.ts';

/** By label: the places where the fragment can stand, one for each type of object. */
export type DeferredPlaces = Map<string, readonly DeferredPlace[]>;

type Later = (run: Run, nulled: readonly ResponsePath[]) => AsyncIterable<LaterPart>;

/** Finds where a deferred fragment stands in the data, with what writes it there. */
type Find = (run: Run) => readonly Found[];
type Found = {
  readonly data: Data;
  readonly path: ResponsePath;
  readonly write: (value: unknown, state: WriteState, depth: number) => string;
};

/** Places that the client has nothing at, by the part that left them out; undefined is the first part. */
type Gone = Map<DeferredPart | undefined, ResponsePath[]>;

/**
 * @returns what delivers the deferred parts of a run, each as soon as what it waits for is there, and never before
 * the part that it stands in; `nulled` are the places that the first part has nothing at
 */
export function compileLater(
  compiler: ResponseCompiler,
  places: DeferredPlaces,
  labels: ReadonlyMap<string, string | undefined>,
  names: PlanNames,
): Later {
  const finders = new Map<string, Find>();
  // Writing a deferred fragment may bring up others in it: a Map visits what is added while it is visited.
  for (const [label, found] of places) finders.set(label, compileFind(compiler, found));

  return async function* later(run, nulled) {
    const gone: Gone = new Map([[undefined, [...nulled]]]);
    const waiting = new Map<DeferredPart, Promise<DeferredPart>>();
    let begun = 0;
    for (;;) {
      for (const { part, done } of run.deferred.slice(begun)) {
        const ready = done.then(() => part);
        ready.catch(ignore);
        waiting.set(part, ready);
      }
      begun = run.deferred.length;
      const next = [...waiting].filter(([{ within }]) => within === undefined || !waiting.has(within));
      if (next.length === 0) return;
      const part = await Promise.race(next.map(([, ready]) => ready));
      waiting.delete(part);
      const found = finders.get(part.label)?.(run) ?? [];
      yield* deliver(run, part, found, { label: labels.get(part.label), names, gone });
    }
  };
}

function ignore(): void {
  // The race tells it.
}

function compileFind(compiler: ResponseCompiler, places: readonly DeferredPlace[]): Find {
  const compiled = places.map(({ fragment: { set }, type, path }) => ({
    path,
    write: compiler.objectWriter(type, [set], path),
  }));
  return (run) =>
    compiled.flatMap(({ path, write }) => objectsAt(run.root, path).map((object) => ({ ...object, write })));
}

function objectsAt(root: Data, route: Route): readonly Omit<Found, 'write'>[] {
  const found: Omit<Found, 'write'>[] = [];
  const walk = (value: unknown, step: number, path: ResponsePath): void => {
    if (Array.isArray(value)) {
      for (const [i, element] of (value as unknown[]).entries()) walk(element, step, [...path, i]);
      return;
    }
    if (!isData(value)) return;
    const next = route[step];
    if (next === undefined) found.push({ data: value, path });
    else if ('typename' in next) {
      if (value['__typename'] === next.typename) walk(value, step + 1, path);
    } else walk(getOwn(value, next.planned), step + 1, [...path, next.responseName]);
  };
  walk(root, 0, []);
  return found;
}

function* deliver(
  run: Run,
  part: DeferredPart,
  found: readonly Found[],
  { label, names, gone }: { label: string | undefined; names: PlanNames; gone: Gone },
): Iterable<LaterPart> {
  const missing: ResponsePath[] = [];
  gone.set(part, missing);
  const there = found.filter(({ path }) => !isGone(path, part.within, gone));
  const errors = answeredErrors(part.errors, names);
  const earlier = answeredErrors(errorsBefore(run, part), names);
  const ofAPlace = (error: (typeof errors)[number]) => there.find(({ path }) => isUnder(error.path, path));
  const refused: WriteState['refused'] = new Set();
  for (const place of there) {
    const { data, path, write } = place;
    const state: WriteState = {
      variables: run.variables,
      path: [...path],
      silent: run.silent,
      defects: [],
      refused,
      nulled: missing,
      texts: undefined,
    };
    const text = write(data, state, path.length);
    if (text === '') missing.push(path);
    const own = errors.filter((error) => (ofAPlace(error) ?? there[0]) === place);
    const all = [...own, ...defectErrors(state.defects, [...earlier, ...errors])];
    yield {
      path,
      ...(label === undefined ? {} : { label }),
      data: text === '' ? null : new JsonText(text),
      // Their paths are from the root, as the protocol has it.
      ...(all.length === 0 ? {} : { errors: all }),
    };
  }
}

/** Errors that the client has already: of the parts that this one stands in. */
function errorsBefore(run: Run, { within }: DeferredPart): DeferredPart['errors'] {
  return within === undefined ? run.errors : [...errorsBefore(run, within), ...within.errors];
}

function isGone(path: ResponsePath, part: DeferredPart | undefined, gone: Gone): boolean {
  if (gone.get(part)?.some((place) => isUnder(path, place)) === true) return true;
  return part !== undefined && isGone(path, part.within, gone);
}

function isUnder(path: ResponsePath | undefined, place: ResponsePath): boolean {
  return path !== undefined && place.every((step, i) => path[i] === step);
}
