import { describe, expect, it } from 'vitest';
import { legeData, vraagvorm } from './ontbrekend.ts';

const client = { __typename: 'Client', clientnummer: 'w1.a' };
const werkgever = { __typename: 'Werkgever', kvkNummer: '01234567' };

describe('what an operation asks of a subgraph', () => {
  it('of entities: the fields per type, under the name they are answered by', () => {
    expect(
      vraagvorm(`query Profiel__gemeente__0($representations: [_Any!]!) {
        _entities(representations: $representations) {
          __typename
          ... on Client { bijstand { bron { uitkomst } uitkeringen { regeling { code } } } schuld: schulddossier { bron { bron } } }
          ... on Werkgever { ...Deel }
        }
      }
      fragment Deel on Werkgever { vacatures { id } ... { naam } }`),
    ).toEqual({
      soort: 'ENTITEITEN',
      velden: [
        { type: 'Client', field: 'bijstand', responseName: 'bijstand' },
        { type: 'Client', field: 'schulddossier', responseName: 'schuld' },
        { type: 'Werkgever', field: 'vacatures', responseName: 'vacatures' },
        { type: 'Werkgever', field: 'naam', responseName: 'naam' },
      ],
    });
  });

  it.each([
    ['{ vacatures { id } }', 'Query'],
    ['query A { vacatures { id } }', 'Query'],
    ['mutation A { vacatures { id } }', 'Mutation'],
    ['query A { ...F } fragment F on Query { vacatures { id } }', 'Query'],
    ['query A { ... { vacatures { id } } __typename }', 'Query'],
  ])('of the root: %s', (query, type) => {
    expect(vraagvorm(query)).toEqual({
      soort: 'WORTEL',
      velden: [{ type, field: 'vacatures', responseName: 'vacatures' }],
    });
  });

  it('is remembered by its text', () => {
    expect(vraagvorm('{ a }')).toBe(vraagvorm('{ a }'));
    expect(vraagvorm('{ b }')).not.toBe(vraagvorm('{ a }'));
  });
});

describe('the data a silent subgraph leaves', () => {
  const entiteiten =
    vraagvorm(`query($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Client { bijstand { bron { bron } } klant: klantdossier { bron { bron } } }
    ... on Werkgever { vacatures { id } }
  } }`);

  it('is one entity per representation, in their order, with null for what it should have said', () => {
    expect(legeData(entiteiten, { representations: [client, werkgever, client] })).toEqual({
      _entities: [
        { __typename: 'Client', bijstand: null, klant: null },
        { __typename: 'Werkgever', vacatures: null },
        { __typename: 'Client', bijstand: null, klant: null },
      ],
    });
  });

  it('does not repeat what the representations hold', () => {
    const met = { ...client, geslachtsnaam: 'Jansen', inBrp: { clienten: [client] } };
    expect(JSON.stringify(legeData(entiteiten, { representations: [met] }))).not.toMatch(/Jansen|w1\./);
  });

  it.each([
    [undefined],
    [{}],
    [{ representations: null }],
    [{ representations: 'x' }],
    [{ representations: [] }],
  ])('is no entity for the variables %j', (variables) => {
    expect(legeData(entiteiten, variables)).toEqual({ _entities: [] });
  });

  it.each([[null], ['x'], [{}], [{ __typename: 5 }], [{ __typename: 'Vacature' }]])(
    'of the representation %j is nothing that was asked',
    (representation) => {
      const [entiteit] = legeData(entiteiten, { representations: [representation] })['_entities'] as object[];
      expect(Object.keys(entiteit ?? {})).toEqual(['__typename']);
    },
  );

  it('is null per field of the root', () => {
    expect(legeData(vraagvorm('{ v: vacatures { id } werkgevers { naam } }'), undefined)).toEqual({
      v: null,
      werkgevers: null,
    });
  });
});
