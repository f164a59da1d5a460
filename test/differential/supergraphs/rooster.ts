import { federation2, type TestGraph } from './test-graph.ts';

/**
 * Duty rosters. Lists in lists, with non-null at every level and at none, of scalars, values, unions and
 * entities that another subgraph completes, so that nulls and errors have a long way up and long paths.
 */
export const rooster: TestGraph = {
  name: 'rooster',
  subgraphs: {
    roosters: `${federation2}
      type Query {
        rooster(week: Int!): Rooster
        weken: [[Dienst!]!]!
        matrix: [[[Int]!]]
        rijen: [[Dienst]]
        streng: Rooster!
      }
      type Rooster @key(fields: "week") {
        week: Int!
        dagen: [[Dienst!]!]
        rastervakken: [[Vak]!]!
        bezetting: [[Medewerker!]]
        reserve: [Medewerker]!
        uren: [[Float!]!]
        leider: Medewerker!
      }
      type Dienst { begin: String! eind: String! medewerker: Medewerker! plek: Plek pauzes: [[Int!]] }
      union Vak = Dienst | Vrij
      type Vrij { reden: String! }
      type Medewerker @key(fields: "nummer") { nummer: ID! }
      type Plek @key(fields: "code") { code: ID! }
    `,
    personeel: `${federation2}
      type Query { medewerkers: [Medewerker!]! }
      type Medewerker @key(fields: "nummer") {
        nummer: ID!
        naam: String!
        functie: String
        collegas: [[Medewerker!]!]
        leidinggevende: Medewerker!
        contracten: [Contract!]!
      }
      type Contract { uren: Float! tot: String functies: [[String]!]! }
    `,
    locaties: `${federation2}
      type Query { plekken: [[Plek]!] }
      type Plek @key(fields: "code") { code: ID! naam: String! etages: [[Ruimte!]!]! beheerder: Medewerker }
      type Ruimte { nummer: Int! sleutels: [String!]! }
      type Medewerker @key(fields: "nummer") { nummer: ID! toegang: [[Plek!]]! thuisbasis: Plek! }
    `,
    verlof: `${federation2}
      type Query { verlofsaldi: [Saldo!]! }
      type Saldo { medewerker: Medewerker! uren: Float! }
      type Medewerker @key(fields: "nummer") { nummer: ID! saldo: Saldo! afwezigheid: [[Afwezigheid]!] }
      type Rooster @key(fields: "week") { week: Int! tekorten: [[Tekort!]!]! }
      type Tekort { aantal: Int! oplossing: Oplossing! }
      union Oplossing = Inhuur | Ruil
      type Inhuur { bureau: String! kosten: Int }
      type Ruil { met: Medewerker! }
      type Afwezigheid { soort: String! dagen: [Int!] }
    `,
  },
};
