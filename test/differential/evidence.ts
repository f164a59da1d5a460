/** What tells one difference from another: see `known-differences.ts`. */
import { errorsWithin, lostAt, samePath, valueAt } from './answer-places.ts';
import type { Difference, Path, Run } from './compare.ts';
import type { ComposedGraph } from './composed-graph.ts';
import type { Operation } from './operations/index.ts';
import { fieldOrders, placesAt } from './specification.ts';
import { readSupergraphText } from './supergraph-text.ts';
import { stableJson } from './world/index.ts';

/** A difference with everything that may tell whether it is a known one. */
export type Found = {
  readonly difference: Difference;
  readonly graph: ComposedGraph;
  readonly operation: Operation;
  readonly apollo: Run;
  readonly judged: Run;
};

/** An error about a place that is lost in Apollo's answer too, where Apollo has other errors and ours no closer one. */
export function isFoundBesideErrors(
  { difference, apollo, judged }: Found,
  isReason: (path: Path) => boolean,
): boolean {
  if (difference.kind !== 'extra error' || difference.path === undefined) return false;
  const { path } = difference;
  return (
    apollo.answer.errors.length > 0 &&
    lostAt(apollo.answer, path) !== undefined &&
    errorsWithin(judged.answer.errors, path).every((error) => samePath(error.path, path)) &&
    isReason(path)
  );
}

/** Whether a path is that of an earlier element of the same lists. */
export function isEarlierElement(a: Path, b: Path): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [left, right] = [a[at], b[at]];
  const fields = (path: Path) => path.map((part) => (typeof part === 'number' ? 0 : part)).join('\n');
  return typeof left === 'number' && typeof right === 'number' && left < right && fields(a) === fields(b);
}

/** Whether a list is another with one element put in. */
export function isOneMore(list: unknown, other: unknown): boolean {
  if (!Array.isArray(list) || !Array.isArray(other)) return false;
  const wanted = JSON.stringify(other);
  return list.some((_, index) => JSON.stringify(list.toSpliced(index, 1)) === wanted);
}

/** The paths of the elements of a list of lists, or of the one value; of an empty list that of what it could have. */
export function elementPlaces(value: unknown, path: Path): readonly Path[] {
  if (!Array.isArray(value)) return value === undefined ? [] : [path];
  if (value.length === 0) return [[...path, 0]];
  return value.flatMap((element, index) => elementPlaces(element, [...path, index]));
}

/** The paths of fields of which the value is an object or list with nothing in it, at or under a place. */
export function emptyPlaces(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Array.isArray(value)
    ? value.map((element, index) => [index, element] as const)
    : Object.entries(value);
  const own =
    parts.length === 0 ? [path.slice(0, path.findLastIndex((part) => typeof part === 'string') + 1)] : [];
  return [...own, ...parts.flatMap(([part, inner]) => emptyPlaces(inner, [...path, part]))];
}

/** The paths of the objects at or under a place. */
export function objectPlaces(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : [path];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...own, ...parts.flatMap(([part, inner]) => objectPlaces(inner, [...path, part]))];
}

/** Whether no field is selected of what stands at a path, of whatever type it is. */
export function isWithoutFields(graph: ComposedGraph, operation: Operation, path: Path): boolean {
  const orders = fieldOrders(graph, operation, path);
  return orders.length > 0 && orders.every((order) => order === '');
}

/** Whether Apollo's object at a path has not the fields that its one possible type must have, and ours has. */
export function lacksFragment({ graph, operation, apollo, judged }: Found, path: Path): boolean {
  const [theirs, ours] = [valueAt(apollo.answer, path), valueAt(judged.answer, path)];
  if (!isObject(theirs) || !isObject(ours)) return false;
  const orders = fieldOrders(graph, operation, path);
  return (
    orders.length === 1 &&
    orders[0] === Object.keys(ours).join() &&
    orders[0] !== Object.keys(theirs).join() &&
    Object.keys(theirs).every((name) => Object.hasOwn(ours, name))
  );
}

/** The places on a path of fields that need others first. */
export function requiringPlaces(graph: ComposedGraph, operation: Operation, path: Path): readonly Path[] {
  const { requiring } = readSupergraphText(graph);
  return path
    .map((_, index) => path.slice(0, index + 1))
    .filter((place) => placesAt(graph, operation, place).some(({ coordinate }) => requiring.has(coordinate)));
}

/** Whether a run sent a subgraph a representation that the other did not. */
export function hasOwnRepresentation({ conversation }: Run, other: Run): boolean {
  const theirs = new Set(representationsOf(other));
  return representationsOf({ conversation }).some((one) => !theirs.has(one));
}

function representationsOf({ conversation }: Pick<Run, 'conversation'>): readonly string[] {
  return conversation.requests.flatMap(({ subgraph, variables }) =>
    Object.values(variables ?? {}).flatMap((value) =>
      Array.isArray(value) ? value.map((one) => `${subgraph} ${stableJson(one)}`) : [],
    ),
  );
}

/** Whether an object has some of the fields of another, with the same values. */
export function isPartOf(part: unknown, whole: unknown): boolean {
  if (!isObject(part) || !isObject(whole)) return false;
  const names = Object.keys(part);
  return (
    names.length < Object.keys(whole).length &&
    names.every((name) => JSON.stringify(part[name]) === JSON.stringify(whole[name]))
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
