import type { Path } from './compare.ts';
import type { Answer, ErrorPlace } from './executors.ts';

/** Places in an answer: what stands there, what was lost there, which errors are about it. */

export function samePath(a: Path | undefined, b: Path | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a path is that of a place or leads on from it. */
export function isWithin(path: Path | undefined, place: Path): path is Path {
  return (
    path !== undefined && path.length >= place.length && place.every((part, index) => part === path[index])
  );
}

/** The value at a path; undefined where there is none. */
export function valueAt({ data }: Answer, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[part]
        : undefined,
    typeof data === 'string' ? (JSON.parse(data) as unknown) : data,
  );
}

/** The place at or above a path whose value is null; undefined when there is a value. */
export function lostAt(answer: Answer, path: Path): Path | undefined {
  const length = [...path, undefined].findIndex((_, index) => valueAt(answer, path.slice(0, index)) === null);
  return length === -1 ? undefined : path.slice(0, length);
}

export function errorsWithin(errors: readonly ErrorPlace[], place: Path): readonly ErrorPlace[] {
  return errors.filter(({ path }) => isWithin(path, place));
}
