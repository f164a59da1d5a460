import { federation2, type TestGraph } from './test-graph.ts';

/**
 * A public library. `@key` in every form: several keys, composite (`titelcode editie`), nested in a value
 * (`naam { voornaam achternaam }`), nested in another entity (`vestiging { code } nummer`), and a subgraph that
 * knows a second key only, so that a third has to be asked in between.
 */
export const bibliotheek: TestGraph = {
  name: 'bibliotheek',
  subgraphs: {
    catalogus: `${federation2}
      enum Taal { NL FY EN }
      type Query {
        boek(isbn: ID!): Boek
        boeken(eerste: Int = 3, taal: Taal = NL): [Boek!]!
        auteurs: [Auteur]
        zoek(tekst: String!): [Treffer]
      }
      union Treffer = Boek | Auteur
      type Boek @key(fields: "isbn") @key(fields: "titelcode editie") {
        isbn: ID!
        titelcode: String!
        editie: Int!
        titel: String!
        ondertitel: String
        taal: Taal
        auteurs: [Auteur!]
        omvang: Omvang
      }
      type Omvang { bladzijden: Int! gewichtGram: Int formaat: String }
      type Auteur @key(fields: "naam { voornaam achternaam }") {
        naam: Persoonsnaam!
        geboortejaar: Int
        werken(eerste: Int): [Boek]
      }
      type Persoonsnaam @shareable { voornaam: String! tussenvoegsel: String achternaam: String! }
    `,
    uitleen: `${federation2}
      type Query {
        exemplaar(streepjescode: ID!): Exemplaar
        uitleningen(lopend: Boolean! = true): [Uitlening!]
      }
      type Boek @key(fields: "titelcode editie") {
        titelcode: String!
        editie: Int!
        exemplaren: [Exemplaar!]
        reserveringen: Int
      }
      type Exemplaar @key(fields: "vestiging { code } nummer") {
        vestiging: Vestiging!
        nummer: Int!
        boek: Boek!
        uitgeleend: Boolean!
        uitlening: Uitlening
      }
      type Vestiging @key(fields: "code") { code: ID! }
      type Uitlening @key(fields: "id") { id: ID! exemplaar: Exemplaar lener: Lener sinds: String! verlengd: Int }
      type Lener @key(fields: "pasnummer") { pasnummer: ID! uitleningen: [Uitlening] }
    `,
    vestigingen: `${federation2}
      type Query { vestigingen: [Vestiging!]! vestiging(code: ID!): Vestiging }
      type Vestiging @key(fields: "code") {
        code: ID!
        naam: String!
        adres: Adres
        gemeente: String
        topstuk: Exemplaar
      }
      type Adres { straat: String! huisnummer: Int postcode: String }
      type Exemplaar @key(fields: "vestiging { code } nummer") {
        vestiging: Vestiging!
        nummer: Int!
        plank: String
        verdieping: Int!
      }
    `,
    leden: `${federation2}
      type Query { lener(lidnummer: ID!): Lener }
      type Lener @key(fields: "pasnummer") @key(fields: "lidnummer") {
        pasnummer: ID!
        lidnummer: ID!
        naam: Persoonsnaam
        gezin: [Lener!]
      }
      type Persoonsnaam @shareable { voornaam: String! tussenvoegsel: String achternaam: String! }
    `,
    recensies: `${federation2}
      type Query { recensies: [Recensie] }
      type Boek @key(fields: "isbn") { isbn: ID! recensies: [Recensie!]! waardering: Float }
      type Lener @key(fields: "lidnummer") { lidnummer: ID! recensies: [Recensie] }
      type Auteur @key(fields: "naam { voornaam achternaam }") {
        naam: Persoonsnaam!
        prijzen: [String!]
        geliefdsteWerk: Boek
      }
      type Persoonsnaam @shareable { voornaam: String! achternaam: String! }
      type Recensie @key(fields: "id") { id: ID! sterren: Int! tekst: String door: Lener over: Boek! }
    `,
  },
};
