/** What a view leaves out is asked of nobody, and is told in the answer. */
import { type GraphQLFormattedError, parse, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCannedEngine, operationContext, readSubgraphs } from '../../test/canned/index.ts';
import { fromDocument, toDocument } from './document/operation.ts';
import type { Operation, View } from './index.ts';

const known = {
  catalogus: {
    boek: {
      __typename: 'Boek',
      id: '1',
      titel: 'Eline',
      bladzijden: 400,
      kaft: { kleur: 'rood', ontwerper: { __typename: 'Schrijver', id: 's', naam: 'Couperus' } },
    },
    boeken: [
      { __typename: 'Boek', id: '1', titel: 'Eline', bladzijden: 400 },
      { __typename: 'Boek', id: '2', titel: 'Psyche', bladzijden: 90 },
    ],
  },
  voorraad: { _entities: [{ __typename: 'Boek', id: '1', aantal: 4 }] },
};

let canned: Awaited<ReturnType<typeof createCannedEngine>>;
beforeAll(async () => {
  canned = await createCannedEngine(
    readSubgraphs(new URL('./fixtures/boekhandel/', import.meta.url)),
    'hive',
  );
});
afterAll(() => canned.engine.close());

/** A view without some fields, by their names, whatever the type. */
function without(...names: readonly string[]): View {
  const mag = (_type: string, field: string) => !names.includes(field);
  return {
    key: names.join(),
    mag,
    visible: (operation: Operation) =>
      fromDocument(
        visit(toDocument(operation), {
          Field: ({ name }) => (mag('', name.value) ? undefined : null),
          InlineFragment: {
            leave: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined),
          },
        }),
      ),
    apiSchema: canned.engine.apiSchema,
  };
}

async function ask(text: string, view: View, mayDefer = false) {
  // What is known, and nothing asked yet.
  await canned.run('{ __typename }', {}, known);
  const asked = canned.asked();
  const prepared = await canned.engine.prepare(parse(text));
  const { data, errors, later } = await prepared.run(
    {},
    { ...operationContext(), mayDefer },
    { view, controleer: () => undefined },
  );
  const parts: unknown[] = [];
  for await (const part of later ?? []) parts.push(JSON.parse(JSON.stringify(part)));
  return { data: JSON.parse(JSON.stringify(data)) as unknown, errors, parts, asked };
}

const refused = (...path: readonly (string | number)[]): GraphQLFormattedError => ({
  message: 'This role may not see this field for this purpose.',
  path,
  extensions: { code: 'NIET_GERECHTIGD' },
});

describe('a field that may not be seen', () => {
  it('is null, says so, and is not asked', async () => {
    const { data, errors, asked } = await ask(
      '{ boek(id: "1") { titel n: bladzijden } }',
      without('bladzijden'),
    );
    expect(data).toEqual({ boek: { titel: 'Eline', n: null } });
    expect(errors).toEqual([refused('boek', 'n')]);
    expect(asked.map(({ query }) => query).join()).not.toContain('bladzijden');
  });

  it('makes null what cannot be without it', async () => {
    const { data, errors } = await ask('{ boek(id: "1") { kaft { kleur } bladzijden } }', without('kleur'));
    expect(data).toEqual({ boek: { kaft: null, bladzijden: 400 } });
    expect(errors).toEqual([refused('boek', 'kaft', 'kleur')]);
  });

  it('is told once for a list, at the first place', async () => {
    const { data, errors } = await ask('{ boeken { titel bladzijden } }', without('bladzijden'));
    expect(data).toEqual({
      boeken: [
        { titel: 'Eline', bladzijden: null },
        { titel: 'Psyche', bladzijden: null },
      ],
    });
    expect(errors).toEqual([refused('boeken', 0, 'bladzijden')]);
  });

  it('asks no subgraph when nothing else is wanted of it', async () => {
    const { data, errors, asked } = await ask('{ boek(id: "1") { titel aantal } }', without('aantal'));
    expect(data).toEqual({ boek: { titel: 'Eline', aantal: null } });
    expect(errors).toEqual([refused('boek', 'aantal')]);
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['catalogus']);
  });

  it('at the root asks nobody', async () => {
    const { data, errors, asked } = await ask('{ boek(id: "1") { titel } }', without('boek'));
    expect(data).toEqual({ boek: null });
    expect(errors).toEqual([refused('boek')]);
    expect(asked).toEqual([]);
  });

  it('that is all there is of a part for later comes at once', async () => {
    const text = '{ boek(id: "1") { titel ... @defer { bladzijden } } }';
    const { data, errors, parts } = await ask(text, without('bladzijden'), true);
    expect(data).toEqual({ boek: { titel: 'Eline', bladzijden: null } });
    expect(errors).toEqual([refused('boek', 'bladzijden')]);
    expect(parts).toEqual([]);
  });
});

it('what is asked of the root is told first, and nobody is asked when it is refused', async () => {
  await canned.run('{ __typename }', {}, known);
  const prepared = await canned.engine.prepare(parse('query ($id: ID!) { boek(id: $id) { titel } }'));
  const told: unknown[] = [];
  const controleer = (asked: readonly unknown[]) => {
    told.push(...asked);
    throw new Error('not this one');
  };
  const run = prepared.run({ id: '1' }, operationContext(), { view: without(), controleer });
  await expect(run).rejects.toThrow('not this one');
  expect(told).toEqual([{ field: 'boek', name: 'id', value: '1' }]);
  expect(canned.asked()).toEqual([]);
});

it('what one may see is not kept from another', async () => {
  const text = '{ boek(id: "1") { titel bladzijden } }';
  const less = await ask(text, without('bladzijden'));
  const more = await ask(text, without('kleur'));
  const other = await ask(text, without('titel'));
  expect([less.errors, more.errors]).toEqual([[refused('boek', 'bladzijden')], undefined]);
  expect(more.data).toEqual({ boek: { titel: 'Eline', bladzijden: 400 } });
  // A title is never null.
  expect([other.data, other.errors]).toEqual([{ boek: null }, [refused('boek', 'titel')]]);
});
