import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Probleemcode } from './problems.ts';

/** A small supergraph of two subgraphs, for tests; each name gives another. @throws when it does not compose */
export function proefsupergraph(naam = 'bijstand'): string {
  const kop = (imports: string) =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: [${imports}])`;
  const { errors, supergraphSdl } = composeServices([
    {
      name: 'gemeente',
      url: 'http://gemeente.example/graphql',
      typeDefs: parse(`${kop('"@key", "@inaccessible"')}
        type Query { client: Client }
        type Client @key(fields: "clientnummer") { clientnummer: ID! ${naam}: String intern: String @inaccessible }`),
    },
    {
      name: 'uwv',
      url: 'http://uwv.example/graphql',
      typeDefs: parse(`${kop('"@key", "@external", "@requires", "@composeDirective"')}
        @link(url: "https://werkplein-graph.example/spec/bron/v1.0", import: ["@bron"])
        @composeDirective(name: "@bron")
        directive @bron(naam: String!) repeatable on FIELD_DEFINITION
        type Client @key(fields: "clientnummer") {
          clientnummer: ID!
          ${naam}: String @external
          inkomen: String @bron(naam: "SUWINET_INKOMSTEN") @requires(fields: "${naam}")
        }`),
    },
  ]);
  if (errors !== undefined) throw new AggregateError(errors);
  return supergraphSdl;
}

const goed = proefsupergraph();
const alleenLink = `
  schema @link(url: "https://specs.apollo.dev/link/v1.0") { query: Query }
  directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
  enum link__Purpose { SECURITY EXECUTION }
  scalar link__Import
  type Query { client: String }`;

type Geval<Inhoud> = readonly [wat: string, inhoud: Inhoud, codes: readonly Probleemcode[]];

const slecht: readonly Geval<string | Uint8Array>[] = [
  ['nothing', '', ['GEEN_SDL']],
  ['half of one', goed.slice(0, goed.length / 2), ['GEEN_SDL']],
  ['one without its last type', goed.slice(0, goed.indexOf('type Query')), ['ONGELDIG_SCHEMA']],
  ['what nests too deeply to be read', `type Query { a: ${'['.repeat(200_000)}`, ['GEEN_SDL']],
  ['what is not UTF-8', Buffer.from([0x74, 0xff, 0xfe]), ['GEEN_TEKST']],
  ['one byte too many', `${goed}${'#'.repeat(10 * 1024 * 1024 + 1 - goed.length)}`, ['TE_GROOT']],
  ['an operation', 'query { client { clientnummer } }', ['ONGELDIG_SCHEMA']],
  ['the schema of a subgraph', 'type Query { client: String }', ['GEEN_SUPERGRAPH']],
  ['a schema with links that joins nothing', alleenLink, ['GEEN_SUPERGRAPH']],
  ['a join of a version to come', goed.replace('join/v0.5', 'join/v9.9'), ['GEEN_SUPERGRAPH']],
  [
    'a security feature that nobody enforces here',
    goed.replace('@link(', '@link(url: "https://specs.apollo.dev/geheim/v0.1", for: SECURITY) @link('),
    ['NIET_ONDERSTEUND'],
  ],
  ['a type that is not there', goed.replace('inkomen: String', 'inkomen: Loon'), ['ONGELDIG_SCHEMA']],
  ['a type that is there twice', `${goed}\ntype Client { naam: String }`, ['ONGELDIG_SCHEMA']],
  [
    'a subgraph that is not there',
    goed.replace('field(graph: UWV, requires', 'field(graph: SVB, requires'),
    ['ONGELDIG_SCHEMA'],
  ],
  ['nothing for a front office', goed.replace(/client: Client/, '$& @inaccessible'), ['ONGELDIG_API_SCHEMA']],
  ['a key without a field', goed.replaceAll('key: "clientnummer"', 'key: "weg"'), ['ONGELDIGE_SUBGRAPH']],
  [
    'a requirement without a field',
    goed.replace('requires: "bijstand"', 'requires: "weg"'),
    ['ONGELDIGE_SUBGRAPH'],
  ],
  [
    'a source without the name of one',
    goed.replace('"SUWINET_INKOMSTEN"', '"het inkomen"'),
    ['BRON_ONLEESBAAR'],
  ],
  [
    'several things at once',
    goed.replace('intern: String', 'intern: String @bron').replace('"SUWINET_INKOMSTEN"', '""'),
    ['ONGELDIG_SCHEMA', 'BRON_ONLEESBAAR', 'BRON_ONLEESBAAR'],
  ],
];

/** Supergraphs that cannot be served: what is wrong, the content, and the codes of its problems. */
export const slechteSupergraphs: readonly Geval<Uint8Array>[] = slecht.map(([wat, inhoud, codes]) => [
  wat,
  typeof inhoud === 'string' ? Buffer.from(inhoud) : inhoud,
  codes,
]);
