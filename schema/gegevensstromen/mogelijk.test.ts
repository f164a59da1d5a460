/** Which crossings a supergraph makes possible, over small graphs that each use one part of Federation. */
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readFieldPolicy } from '../../gateway/access/index.ts';
import { composeSdl } from '../../test/canned/index.ts';
import { stroomfouten } from './fouten.ts';
import { mogelijkeOvergangen, tekstVan } from './mogelijk.ts';
import { leesSupergraaf } from './supergraaf.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@provides", "@external", "@shareable", "@interfaceObject", "@context", "@fromContext"])`;

/** The crossings of subgraphs composed of these types, each as `from > to field`. */
function overgangen(subgraphs: Readonly<Record<string, string>>): readonly string[] {
  const sdl = composeSdl(
    Object.fromEntries(Object.entries(subgraphs).map(([naam, types]) => [naam, `${link} ${types}`])),
  );
  return mogelijkeOvergangen(leesSupergraaf(parse(sdl)))
    .map(({ van, naar, veld }) => `${van} > ${naar} ${veld}`)
    .sort();
}

describe('a crossing', () => {
  it('is a key, from each subgraph that has the entity to each that can be asked about it', () => {
    expect(
      overgangen({
        a: 'type Query { p: P } type P @key(fields: "id") { id: ID! }',
        b: 'type P @key(fields: "id") { id: ID! naam: String }',
        c: 'type P @key(fields: "id", resolvable: false) { id: ID! } type Query { q: P }',
      }),
    ).toEqual(['a > b P.id', 'b > a P.id', 'c > a P.id', 'c > b P.id']);
  });

  it('is a key of many fields, as deep as it goes', () => {
    expect(
      overgangen({
        a: 'type Query { p: P } type P @key(fields: "bij { nr } soort") { bij: Q! soort: Int! } type Q { nr: ID! }',
        b: 'type P @key(fields: "bij { nr } soort") { bij: Q! @shareable soort: Int! naam: String } type Q { nr: ID! @shareable }',
      }),
    ).toEqual(['a > b P.bij', 'a > b P.soort', 'a > b Q.nr', 'b > a P.bij', 'b > a P.soort', 'b > a Q.nr']);
  });

  it('is what a field is computed from, from who gives it', () => {
    expect(
      overgangen({
        a: 'type Query { p: P } type P @key(fields: "id") { id: ID! adres: Adres } type Adres { plaats: String @shareable }',
        b: 'type P @key(fields: "id") { id: ID! adres: Adres @external afstand: Int @requires(fields: "adres { plaats }") } type Adres { plaats: String @external }',
        c: 'type Query { r: Adres @shareable } type Adres { plaats: String @shareable }',
      }),
    ).toEqual(['a > b Adres.plaats', 'a > b P.adres', 'a > b P.id', 'b > a P.id']);
  });

  it('is also from who gives it at one place (@provides)', () => {
    expect(
      overgangen({
        a: 'type Query { p: P @provides(fields: "naam") } type P @key(fields: "id") { id: ID! naam: String @external }',
        b: 'type P @key(fields: "id") { id: ID! naam: String @shareable }',
        c: 'type P @key(fields: "id") { id: ID! naam: String @external lengte: Int @requires(fields: "naam") }',
      }).filter((overgang) => overgang.endsWith('P.naam')),
    ).toEqual(['a > c P.naam', 'b > c P.naam']);
  });

  it('is of every type behind an interface, also from who knows the interface alone', () => {
    const alle = overgangen({
      a: 'type Query { i: I } interface I @key(fields: "id") { id: ID! } type S implements I @key(fields: "id") { id: ID! } type T implements I @key(fields: "id") { id: ID! }',
      b: 'type I @key(fields: "id") @interfaceObject { id: ID! omzet: Int }',
      c: 'type I @key(fields: "id") @interfaceObject { id: ID! omzet: Int @external klasse: Int @requires(fields: "omzet") }',
    });
    expect(alle.filter((overgang) => overgang.endsWith('.omzet'))).toEqual([
      'b > c I.omzet',
      'b > c S.omzet',
      'b > c T.omzet',
    ]);
    expect(alle.filter((overgang) => overgang.startsWith('a > b'))).toEqual([
      'a > b I.id',
      'a > b S.id',
      'a > b T.id',
    ]);
  });

  it('says what makes it', () => {
    const sdl = composeSdl({
      a: `${link} type Query { p: P } type P @key(fields: "id") { id: ID! naam: String }`,
      b: `${link} type P @key(fields: "id") { id: ID! naam: String @external lengte: Int @requires(fields: "naam") }`,
    });
    const [sleutel, , eis] = mogelijkeOvergangen(leesSupergraaf(parse(sdl)));
    expect([sleutel, eis].map((een) => een?.door.map(tekstVan))).toEqual([
      ['@key "id" of P'],
      ['@requires of P.lengte'],
    ]);
  });

  it('by an argument from elsewhere (@fromContext) is not known, and therefore refused', () => {
    const sdl = composeSdl({
      a: `${link} type Query { p: P } type P @key(fields: "id") @context(name: "c") { id: ID! munt: String kind: K }
        type K @key(fields: "id") { id: ID! prijs(munt: String @fromContext(field: "$c { munt }")): Int }`,
      b: `${link} type K @key(fields: "id") { id: ID! naam: String }`,
    });
    const supergraph = parse(sdl);
    expect(stroomfouten(supergraph, readFieldPolicy(supergraph), [])).toEqual([
      'GEGEVENSSTROOM_CONTEXT: K.prijs takes an argument from elsewhere (@fromContext), which is not checked',
    ]);
  });
});
