import type { Answer, ErrorPlace } from './executors.ts';
import type { Conversation } from './world/index.ts';

/** One thing in which an answer differs from that of Apollo's executor. */
export type Difference =
  /** One of them executed nothing, the other did. */
  | { readonly kind: 'execution'; readonly apollo: string; readonly judged: string }
  /** Another value, at the highest place where they differ. */
  | { readonly kind: 'data'; readonly path: Path; readonly apollo: unknown; readonly judged: unknown }
  /** The same fields in another order (GraphQL specification, 7.2.2 Serialized Map Ordering). */
  | {
      readonly kind: 'order';
      readonly path: Path;
      readonly apollo: readonly string[];
      readonly judged: readonly string[];
    }
  | { readonly kind: 'missing error'; readonly path: Path | undefined; readonly message: string }
  | { readonly kind: 'extra error'; readonly path: Path | undefined; readonly message: string }
  /** Other mutations were run, or in another order. */
  | { readonly kind: 'mutations'; readonly apollo: readonly string[]; readonly judged: readonly string[] }
  /** A question to a subgraph that no plan may ask. */
  | { readonly kind: 'refused'; readonly why: string };

export type Path = readonly (string | number)[];

/** What an executor answered, and what it asked on the way. */
export type Run = { readonly answer: Answer; readonly conversation: Conversation };

/** Everything in which a run differs from Apollo's; of errors the places, not the messages. */
export function compare(apollo: Run, judged: Run): readonly Difference[] {
  const [a, b] = [apollo.answer, judged.answer];
  const differences: Difference[] = judged.conversation.refused.map((why) => ({ kind: 'refused', why }));
  if ((a.data === undefined) !== (b.data === undefined)) {
    differences.push({ kind: 'execution', apollo: summary(a), judged: summary(b) });
    return differences;
  }
  if (a.data !== b.data) compareData(read(a.data), read(b.data), [], differences);
  const [expected, found] = [byPath(a.errors), byPath(b.errors)];
  for (const [key, error] of expected) {
    if (!found.has(key)) differences.push({ kind: 'missing error', ...error });
  }
  for (const [key, error] of found) {
    if (!expected.has(key)) differences.push({ kind: 'extra error', ...error });
  }
  const [ran, judgedRan] = [apollo.conversation.mutations, judged.conversation.mutations];
  if (ran.join('\n') !== judgedRan.join('\n')) {
    differences.push({ kind: 'mutations', apollo: ran, judged: judgedRan });
  }
  return differences;
}

function compareData(a: unknown, b: unknown, path: Path, differences: Difference[]): void {
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    for (const [index, item] of a.entries()) compareData(item, b[index], [...path, index], differences);
    return;
  }
  if (isObject(a) && isObject(b)) {
    const [left, right] = [Object.keys(a), Object.keys(b)];
    if (left.length === right.length && left.every((key) => Object.hasOwn(b, key))) {
      if (left.join('\n') !== right.join('\n')) {
        differences.push({ kind: 'order', path, apollo: left, judged: right });
      }
      for (const key of left) compareData(a[key], b[key], [...path, key], differences);
      return;
    }
  }
  if (!Object.is(a, b)) differences.push({ kind: 'data', path, apollo: a, judged: b });
}

function byPath(errors: readonly ErrorPlace[]): ReadonlyMap<string, ErrorPlace> {
  return new Map(errors.map((error) => [JSON.stringify(error.path ?? null), error]));
}

function read(data: string | null | undefined): unknown {
  return data === undefined || data === null ? data : (JSON.parse(data) as unknown);
}

function summary({ data, errors }: Answer): string {
  return `${data === undefined ? 'nothing executed' : 'executed'}: ${errors.map((e) => e.message).join('; ')}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
