/** The contract's checks can fail: each finds the mistake it is there for. */
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  eigenVelden,
  ongemarkeerdeVelden,
  ontbrekendeFaults,
  registerfouten,
  slicefouten,
  vereisteBestanden,
  zonderBeschrijving,
} from './checks.ts';

describe('the contract finds', () => {
  it('a folder that is not registered, a name without a folder, a name given twice', () => {
    expect(registerfouten(['uwv', 'sw', 'sw'], ['uwv', 'svb'])).toEqual([
      'svb is not registered',
      'sw has no folder',
      'sw has no folder',
      'sw is registered twice',
    ]);
  });

  it('a missing file: a partner with one source needs these', () => {
    expect(vereisteBestanden('svb', ['SVB_AOW'], false)).toEqual([
      'index.ts',
      'schema.graphql',
      'resolvers.ts',
      'context.ts',
      'config.ts',
      'svb.test.ts',
      'README.md',
      'generated/resolvers.ts',
      'stub.ts',
      'golden.test.ts',
      'svb-aow/source.ts',
      'svb-aow/messages.ts',
      'svb-aow/map.ts',
      'svb-aow/stub.ts',
      'svb-aow/fixtures',
    ]);
  });

  it('the fields of an entity that a partner resolves itself', () => {
    const document = parse(`
      type Client @key(fields: "nummer") { nummer: ID!  a: A @shareable  b: B @external  c: C @requires(fields: "b") }
      type A { d: Int }
    `);
    expect(eigenVelden(document)).toEqual(['Client.a', 'Client.c']);
  });

  it('a type, field, argument or enum value without a description, and an empty one', () => {
    const document = parse(`
      "Described." type A { "Described." b("Described." c: Int, d: Int): Int  e: Int  "  " f: Int }
      type G { "Described." h: Int  i: Int @external }
      type J { k: Int @external }
      "Described." enum L { "Described." M  N }
      scalar O
      "Described." input P { q: Int }
    `);
    expect(zonderBeschrijving(document)).toEqual(['A.b(d)', 'A.e', 'A.f', 'G', 'L.N', 'O', 'P.q']);
  });

  it('a partner field that is non-null at the slice boundary, and a slice without provenance', () => {
    const document = parse(`
      type Client { a: A! @bron(naam: "X")  b: B @bron(naam: "X")  c: Int @bron(naam: "X") }
      type A { bron: Bronvermelding!  waarde: Int }
      type B { bron: Bronvermelding  waarden: [Int!]! }
    `);
    expect(slicefouten(document)).toEqual([
      'Client.a is non-null',
      'B has no bron: Bronvermelding!',
      'B.waarden is non-null',
      'Client.c is not an object type',
    ]);
  });

  it('a field of an entity that names no source', () => {
    const document = parse(`
      type Client @key(fields: "clientnummer") {
        clientnummer: ID!
        a: A @bron(naam: "X")
        b: Int
        c: Int @external
        d: Int @requires(fields: "c")
      }
    `);
    expect(ongemarkeerdeVelden(document)).toEqual(['Client.b']);
  });

  it('a simulated source that misses a fault', () => {
    const stub = { faults: { maintenance: () => undefined, warning: undefined } };
    expect(ontbrekendeFaults(['maintenance', 'warning', 'wrong-shape'], stub)).toEqual([
      'warning',
      'wrong-shape',
    ]);
  });
});
