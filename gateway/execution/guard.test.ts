/** Single entities that are closed to whoever asks: nothing of them is fetched, and the answer says so. */
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCannedEngine, operationContext, readSubgraphs } from '../../test/canned/index.ts';
import { selectOperation } from './document/operation.ts';
import { readReached } from './document/reached.ts';
import type { Bewaking, View } from './index.ts';

const boek = (id: string) => ({ __typename: 'Boek', id, titel: `titel ${id}`, bladzijden: 100 });
const known = {
  catalogus: { boek: boek('1'), boeken: [boek('1'), boek('2'), boek('3')] },
  voorraad: {
    _entities: [{ __typename: 'Boek', aantal: 4, portokosten: 2 }],
  },
};

let canned: Awaited<ReturnType<typeof createCannedEngine>>;
beforeAll(async () => {
  canned = await createCannedEngine(
    readSubgraphs(new URL('./fixtures/boekhandel/', import.meta.url)),
    'hive',
  );
});
afterAll(() => canned.engine.close());

async function ask(text: string, gesloten: readonly string[], answers: typeof known = known) {
  await canned.run('{ __typename }', {}, answers);
  const asked = canned.asked();
  const gevraagd: (readonly string[])[] = [];
  const bewaking: Bewaking = {
    type: 'Boek',
    sleutel: 'id',
    beslis: async (sleutels) => {
      gevraagd.push(sleutels);
      // At the moment of deciding, nothing of them was asked.
      expect(asked.filter(({ subgraph }) => subgraph === 'voorraad')).toEqual([]);
      return new Map(
        sleutels
          .filter((id) => gesloten.includes(id))
          .map((id) => [id, { message: 'dicht', extensions: { code: 'NIET_GERECHTIGD' } }]),
      );
    },
  };
  const view: View = {
    key: 'all',
    mag: () => true,
    visible: (operation) => operation,
    apiSchema: canned.engine.apiSchema,
  };
  const prepared = await canned.engine.prepare(parse(text));
  const { data, errors } = await prepared.run({}, operationContext(), {
    view,
    controleer: () => undefined,
    bewaking,
  });
  return { data: JSON.parse(JSON.stringify(data)) as unknown, errors, asked, gevraagd };
}

const dicht = (...path: readonly (string | number)[]) => ({
  message: 'dicht',
  path,
  extensions: { code: 'NIET_GERECHTIGD' },
});

describe('an entity that is guarded', () => {
  it('is fetched when it is open', async () => {
    const { data, errors, gevraagd } = await ask('{ boek(id: "1") { titel aantal } }', []);
    expect([data, errors, gevraagd]).toEqual([{ boek: { titel: 'titel 1', aantal: 4 } }, undefined, [['1']]]);
  });

  it('is not fetched when it is closed: its fields are null, with one error', async () => {
    const { data, errors, asked } = await ask('{ boek(id: "1") { titel n: aantal portokosten } }', ['1']);
    expect(data).toEqual({ boek: { titel: 'titel 1', n: null, portokosten: null } });
    expect(errors).toEqual([{ ...dicht(), path: ['boek', expect.stringMatching(/^(n|portokosten)$/)] }]);
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['catalogus']);
  });

  it('is decided of once, and leaves the others of its list as they are', async () => {
    const { data, errors, asked, gevraagd } = await ask('{ boeken { id aantal } zelfde: boeken { id } }', [
      '1',
      '3',
    ]);
    expect(data).toMatchObject({ boeken: [{ aantal: null }, { aantal: 4 }, { aantal: null }] });
    expect(errors).toEqual([dicht('boeken', 0, 'aantal'), dicht('boeken', 2, 'aantal')]);
    expect(gevraagd).toEqual([['1', '2', '3']]);
    const [voorraad] = asked.filter(({ subgraph }) => subgraph === 'voorraad');
    expect(JSON.stringify(voorraad?.variables)).toMatch(/^\{"[^"]+":\[\{[^}]*"id":"2"[^}]*\}\]\}$/);
  });

  it('of another type is not decided of', async () => {
    const { gevraagd } = await ask('{ boek(id: "1") { titel } }', ['1']);
    expect(gevraagd).toEqual([]);
  });
});

describe('what is asked of objects', () => {
  const reached = (text: string) => {
    const operation = selectOperation(parse(text), undefined);
    return readReached(operation, canned.engine.apiSchema).map(({ via, field }) => `${via} ${field}`);
  };

  it('is known by the fields that lead to them, through fragments, whatever they are called', () => {
    expect(
      reached(`{ a: boek(id: "1") { ...F kaft { kleur } } boeken { ... on Boek { x: bladzijden } __typename } }
        fragment F on Boek { titel ...G } fragment G on Boek { aantal }`).sort(),
    ).toEqual([
      'Boek.kaft kleur',
      'Query.boek aantal',
      'Query.boek kaft',
      'Query.boek titel',
      'Query.boeken bladzijden',
    ]);
  });
});
