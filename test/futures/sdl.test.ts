/** Splitting and joining SDL loses nothing that is needed, keeps nothing that is not, and guesses nothing. */
import { describe, expect, it } from 'vitest';
import { behoud, bronnenVan, veldenPerType, voegSamen } from './sdl.ts';

const sdl = `
  directive @bron(naam: String!) on FIELD_DEFINITION
  enum Bron { A B }
  type Client @key(fields: "nummer") {
    nummer: ID!
    werk: Werk @bron(naam: "A")
    lijst: Lijst @bron(naam: "B")
  }
  type Werk { bron: Bron werkgever: Werkgever }
  type Lijst { bron: Bron plaats: Int }
  type Werkgever @key(fields: "kvk") { kvk: String! aantal: Int @bron(naam: "A") }
  type Vacature @key(fields: "id") {
    id: ID!
    eisen: Eisen @external
    pool: Lijst @bron(naam: "B") @requires(fields: "eisen { uren }")
  }
  type Eisen { uren: Float @external }
`;

const velden = (tekst: string) =>
  Object.fromEntries([...veldenPerType(tekst)].map(([type, namen]) => [type, [...namen]]));

describe('a part of a subgraph', () => {
  it('has the chosen fields, the keys, and what can be reached', () => {
    const deel = behoud(sdl, (type, veld) => `${type}.${veld}` === 'Client.werk');
    expect(velden(deel)).toEqual({
      Client: ['nummer', 'werk'],
      Werk: ['bron', 'werkgever'],
      Werkgever: ['kvk'],
    });
    expect(bronnenVan(deel)).toEqual(['A']);
  });

  it('takes along what a field requires of others', () => {
    const deel = behoud(sdl, (type) => type === 'Vacature');
    expect(velden(deel)).toEqual({
      Lijst: ['bron', 'plaats'],
      Vacature: ['id', 'eisen', 'pool'],
      Eisen: ['uren'],
    });
    expect(bronnenVan(deel)).toEqual(['B']);
  });
});

describe('two subgraphs as one', () => {
  it('are the whole again when they were its parts', () => {
    const isWerk = (type: string, veld: string) => veld === 'werk' || type === 'Werkgever';
    const samen = voegSamen(
      behoud(sdl, isWerk),
      behoud(sdl, (type, veld) => !isWerk(type, veld)),
    );
    expect(velden(samen)).toEqual(velden(sdl));
    expect(bronnenVan(samen)).toEqual(['A', 'B']);
  });

  it('are not joined when a field means two things', () => {
    const anders = sdl.replace('plaats: Int', 'plaats: String');
    expect(() => voegSamen(sdl, anders)).toThrow('Lijst.plaats means two things');
  });

  it('are not joined when an input means two things', () => {
    const een = 'input Filter { trede: Int }';
    expect(() => voegSamen(een, 'input Filter { trede: String }')).toThrow('Filter means two things');
    expect(voegSamen(een, '"With a description." input Filter { trede: Int }')).toContain('trede: Int');
  });
});
