import type { GraphQLFormattedError } from 'graphql';
import { createSubgraphOperatie, type SubgraphAntwoord } from '../../sources/index.ts';
import type { BatchFetchNode, EntityBatch, FetchNode } from '../planner/plan.ts';
import { compileAsk, compileVariables } from './ask.ts';
import { type Data, getOwn, isData, merge, setOwn } from './data.ts';
import { reportSilence } from './gaps.ts';
import {
  type Collector,
  compileCollector,
  type Place,
  placesOf,
  type ResponsePath,
  responseNames,
} from './paths.ts';
import { compileRepresentations, type Representations } from './representations.ts';
import { applyRewrites, rewrittenName, rewrittenPath } from './rewrites.ts';
import { aliasSameEntities } from './same-entities.ts';
import type { PlanCompilerInput, Run, Step } from './step.ts';

type Part = EntityBatch & {
  readonly collectors: readonly Collector[];
  /** Response names of each path. */
  readonly fields: readonly (readonly string[])[];
  readonly represent: (entities: readonly Data[]) => Representations;
  /** The beginning of its variable. */
  readonly key: string;
};

/** What one part asks in one run: the entities of each of its paths, one after the other. */
type Asked = {
  readonly entities: readonly Data[];
  /** Index in `entities` where each path begins. */
  readonly starts: readonly number[];
  readonly representations: Representations;
  /** Which representation stands for each entity; -1 for none, and for one that another object took the place of. */
  readonly indexes: number[];
};

/** One operation that fetches fields of entities, each entity asked once however often it stands in the answer. */
export function compileEntityFetch(
  node: FetchNode | BatchFetchNode,
  batches: readonly EntityBatch[],
  input: PlanCompilerInput & { readonly isRepeated: boolean },
): Step {
  const { types, mayShare } = input;
  const { subgraph } = node;
  const operation = createSubgraphOperatie(node.operation, node.operationName);
  const crossings = input.crossingsOf(node);
  const ask = compileAsk({ ...input, source: input.sourceOf(subgraph), operation, subgraph });
  const variables = compileVariables(node.variables.filter((name) => !isRepresentations(name)));
  const parts: readonly Part[] = batches.map((batch) => ({
    ...batch,
    collectors: batch.paths.map((path) => compileCollector(path, types)),
    fields: batch.paths.map(responseNames),
    represent: compileRepresentations(batch.requires, batch.inputRewrites, types),
    key: `${JSON.stringify(batch.representationsVariable)}:`,
  }));
  const fieldsOf = (alias: string | undefined) =>
    operation.delen.find(({ entiteiten }) => entiteiten === alias)?.velden ?? [];

  const fetch: Step = (run) => {
    const asked = parts.map((part) => askedOf(part, run));
    for (const [i, part] of parts.entries()) refuse(run, part, asked[i]);
    if (asked.every(({ representations }) => representations.count === 0)) return undefined;
    if (crossings.length > 0) run.context.verslag.noteerOvergangen(crossings);
    if (mayShare) for (const [i, part] of parts.entries()) alias(run, part, asked[i]);
    const own = parts.map((part, i) => part.key + (asked[i]?.representations.text ?? '[]')).join(',');
    const rest = variables(run);
    return ask(run, rest === '' ? `{${own}}` : `{${rest},${own}}`).then((answer) => {
      receive(run, answer, asked);
    });
  };
  return (run) => {
    if (run.guard === undefined) return fetch(run);
    const deciding = run.guard.decide(parts.flatMap((part) => entitiesOf(part, run)));
    return deciding === undefined ? fetch(run) : deciding.then(() => fetch(run));
  };

  /** Nothing was asked of an entity that is closed to whoever asks; the first of its fields says why. */
  function refuse(run: Run, part: Part, asked: Asked | undefined): void {
    const { guard } = run;
    if (guard === undefined || asked === undefined) return;
    for (const entity of asked.entities) {
      const refusal = guard.refusalOf(entity);
      if (refusal === undefined) continue;
      const fields = fieldsOf(part.alias).filter(({ type }) => isOf(entity, type));
      const [first] = fields;
      const path = placesOfPart(run, part).find(({ data }) => data === entity)?.path;
      if (first !== undefined && path !== undefined && guard.tell(entity)) {
        run.errors.push({
          ...refusal,
          path: [...path, rewrittenName(part.outputRewrites, first.responseName)],
        });
      }
      for (const { responseName } of fields) {
        const name = rewrittenName(part.outputRewrites, responseName);
        if (getOwn(entity, name) === undefined) setOwn(entity, name, null);
      }
    }
  }

  function isRepresentations(name: string): boolean {
    return batches.some(({ representationsVariable }) => representationsVariable === name);
  }

  function receive(run: Run, answer: SubgraphAntwoord, asked: readonly Asked[]): void {
    for (const [i, part] of parts.entries()) {
      const one = asked[i];
      if (one === undefined) continue;
      const list = answer.soort === 'ANTWOORD' && isData(answer.data) ? answer.data[part.alias] : undefined;
      if (Array.isArray(list) && list.length === one.representations.count) mergeEntities(part, one, list);
      else {
        leaveGap(run, part, one);
        if (answer.soort === 'ANTWOORD' && (answer.errors ?? []).length === 0) reportMissing(run, i, asked);
      }
    }
    switch (answer.soort) {
      case 'ANTWOORD':
        for (const error of answer.errors ?? []) run.errors.push(...placed(run, error, asked));
        return;
      case 'STIL':
        for (const { deel, veld, fout } of answer.leemten) {
          const path = firstPath(run, deel, veld.type, asked);
          const name = rewrittenName(parts[deel]?.outputRewrites ?? [], veld.responseName);
          if (path !== undefined) reportSilence(run, fout, [...path, name]);
        }
        return;
      default:
        answer satisfies never;
    }
  }

  function mergeEntities(part: Part, { entities, starts, indexes }: Asked, list: readonly unknown[]) {
    applyRewrites(part.outputRewrites, list, types);
    let received = list;
    for (const [k, entity] of entities.entries()) {
      // At another path the same names may mean other things.
      if (!mayShare && k > 0 && starts.includes(k)) received = structuredClone(list);
      const value = received[indexes[k] ?? -1];
      if (isData(value)) merge(entity, value);
    }
  }

  /** A subgraph that neither answers for each entity nor says why. */
  function reportMissing(run: Run, i: number, asked: readonly Asked[]): void {
    for (const { type, responseName } of fieldsOf(parts[i]?.alias)) {
      const path = firstPath(run, i, type, asked);
      if (path === undefined) continue;
      run.errors.push({
        message: 'A subgraph did not answer for each of the entities that were asked.',
        path: [...path, rewrittenName(parts[i]?.outputRewrites ?? [], responseName)],
        extensions: { code: 'ONGELDIG_ANTWOORD', subgraph },
      });
      return;
    }
  }

  /** Fields that nobody answered are null, so that what is computed from them can say so. */
  function leaveGap(run: Run, part: Part, { entities, indexes }: Asked): void {
    const fields = fieldsOf(part.alias);
    for (const [k, entity] of entities.entries()) {
      if (indexes[k] === -1) continue;
      for (const { type, field, responseName } of fields) {
        if (!isOf(entity, type)) continue;
        run.silent.add(`${String(entity['__typename'])}.${field}`);
        const name = rewrittenName(part.outputRewrites, responseName);
        if (getOwn(entity, name) === undefined) setOwn(entity, name, null);
      }
    }
  }

  function isOf(entity: Data, type: string): boolean {
    const typename = entity['__typename'];
    return typeof typename === 'string' && types.isOf(typename, type);
  }

  /** An error of a representation is an error at every place where its entity stands. */
  function placed(
    run: Run,
    { message, path, extensions }: GraphQLFormattedError,
    asked: readonly Asked[],
  ): readonly GraphQLFormattedError[] {
    const error = { message, extensions: { ...extensions, subgraph } };
    const i = parts.findIndex(({ alias }) => alias === path?.[0]);
    const index = path?.[1];
    const part = parts[i];
    const one = asked[i];
    if (part === undefined || one === undefined || path === undefined || typeof index !== 'number')
      return [error];
    const below = rewrittenPath(part.outputRewrites, path.slice(2));
    // An entity that stands in several places has its error in each.
    const ofIndex = new Set(one.entities.filter((_entity, k) => one.indexes[k] === index));
    return placesOfPart(run, part)
      .filter(({ data }) => ofIndex.has(data))
      .map((place) => ({ ...error, path: [...place.path, ...below] }));
  }

  function firstPath(run: Run, i: number, type: string, asked: readonly Asked[]): ResponsePath | undefined {
    const part = parts[i];
    const one = asked[i];
    if (part === undefined || one === undefined) return undefined;
    const first = one.entities.find((entity, k) => one.indexes[k] !== -1 && isOf(entity, type));
    return placesOfPart(run, part).find(({ data }) => data === first)?.path;
  }

  function placesOfPart(run: Run, part: Part): readonly Place[] {
    return part.paths.flatMap((path) => placesOf(run.root, path, types));
  }
}

function askedOf({ collectors, represent }: Part, run: Run): Asked {
  const { root, hasAliases, guard } = run;
  const [only] = collectors;
  const open = (entities: readonly Data[]) =>
    guard === undefined
      ? represent(entities)
      : represent(entities.map((entity) => (guard.refusalOf(entity) === undefined ? entity : closed)));
  if (collectors.length === 1 && only !== undefined) {
    const entities = only(root, hasAliases);
    const representations = open(entities);
    return { entities, starts: [0], representations, indexes: [...representations.indexes] };
  }
  const entities: Data[] = [];
  const starts: number[] = [];
  for (const collect of collectors) {
    starts.push(entities.length);
    entities.push(...collect(root, hasAliases));
  }
  const representations = open(entities);
  return { entities, starts, representations, indexes: [...representations.indexes] };
}

/** Stands for an entity that is not asked: nothing is known of it. */
const closed: Data = {};

function entitiesOf({ collectors }: Part, { root, hasAliases }: Run): readonly Data[] {
  return collectors.flatMap((collect) => collect(root, hasAliases));
}

/** Path by path: in another one the same object could come to stand within itself. */
function alias(run: Run, part: Part, asked: Asked | undefined): void {
  if (asked === undefined || asked.entities.length === asked.representations.count) return;
  const { entities, starts, indexes } = asked;
  for (const [p, start] of starts.entries()) {
    const end = starts[p + 1] ?? entities.length;
    const own = indexes.slice(start, end);
    const replaced = aliasSameEntities(run.root, part.fields[p] ?? [], entities.slice(start, end), own);
    if (!replaced) continue;
    run.hasAliases = true;
    for (const [k, index] of own.entries()) indexes[start + k] = index;
  }
}
