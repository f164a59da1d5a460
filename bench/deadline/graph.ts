import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const head = `
extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@external", "@requires", "@composeDirective"]
  )
  @link(url: "https://werkplein-graph.example/spec/bron/v1.0", import: ["@bron"])
  @composeDirective(name: "@bron")
directive @bron(naam: String!) repeatable on FIELD_DEFINITION
`;

/** Four partners of one client. The fourth is the one that hangs; the third computes `advies` with what it says. */
export const sdl = {
  eerste: `${head}
    type Query { client(nummer: ID!): Client }
    type Client @key(fields: "nummer") { nummer: ID! naam: String @bron(naam: "REGISTER") }`,
  tweede: `${head}
    type Client @key(fields: "nummer") { nummer: ID! beroepen: [String!] @bron(naam: "AANBOD") }`,
  derde: `${head}
    type Client @key(fields: "nummer") {
      nummer: ID!
      plaatsing: String @bron(naam: "PLAATSING")
      loonwaarde: Int @external
      advies: String @requires(fields: "loonwaarde") @bron(naam: "PLAATSING")
    }`,
  vierde: `${head}
    type Client @key(fields: "nummer") { nummer: ID! loonwaarde: Int @bron(naam: "METING") }`,
} as const;

export type PartnerName = keyof typeof sdl;

/** What each partner says of a client, and the source it has it from. */
export const facts = {
  eerste: { bron: 'REGISTER', client: { naam: 'J. M. van der Meulen' } },
  tweede: { bron: 'AANBOD', client: { beroepen: ['Sorteerder', 'Magazijnmedewerker'] } },
  derde: { bron: 'PLAATSING', client: { plaatsing: 'Kwekerij', advies: 'Meer uren' } },
  vierde: { bron: 'METING', client: { loonwaarde: 55 } },
} as const;

export const variables = { nummer: 'w1.proef' };

/** Asks all four partners, side by side as far as that can be. */
export const operation =
  'query Client($nummer: ID!) { client(nummer: $nummer) { naam beroepen plaatsing loonwaarde } }';

/** The data of `operation` when the fourth partner is silent. */
export const dataOfThree = {
  client: {
    ...facts.eerste.client,
    ...facts.tweede.client,
    plaatsing: facts.derde.client.plaatsing,
    loonwaarde: null,
  },
} as const;

/** @throws when the four do not compose: a mistake in this file */
export function composeGraph(): string {
  const result = composeServices(
    Object.entries(sdl).map(([name, own]) => ({ name, url: '', typeDefs: parse(own) })),
  );
  if (result.errors !== undefined) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}
