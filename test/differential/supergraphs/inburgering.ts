import { federation2, type TestGraph } from './test-graph.ts';

/**
 * Civic integration. `@provides` of a scalar, of a field in a nested value, through a list, and over a union;
 * `@shareable` fields, types and root fields, one of them nullable in one subgraph only.
 */
export const inburgering: TestGraph = {
  name: 'inburgering',
  subgraphs: {
    trajecten: `${federation2}
      type Query {
        traject(id: ID!): Traject
        trajecten(eerste: Int = 2): [Traject!] @provides(fields: "cursist { naam }")
        peiling: Peiling @shareable
      }
      type Traject @key(fields: "id") {
        id: ID!
        cursist: Cursist
        begeleider: Begeleider @provides(fields: "... on Taaldocent { bevoegdheid } ... on Vrijwilliger { roepnaam }")
        deelnemers: [Cursist!] @provides(fields: "naam adres { plaats }")
        startdatum: String!
        route: Route @shareable
      }
      type Cursist @key(fields: "id") { id: ID! naam: String! @external adres: Adres @external taalniveau: Taalniveau }
      type Adres { plaats: String @external }
      union Begeleider = Taaldocent | Vrijwilliger
      type Taaldocent @key(fields: "nummer") { nummer: ID! bevoegdheid: String @external }
      type Vrijwilliger @key(fields: "nummer") { nummer: ID! roepnaam: String @external uren: Int }
      enum Taalniveau { A1 A2 B1 B2 }
      enum Route { ONDERWIJS B1 ZELFREDZAAM }
      type Peiling @shareable { aantal: Int! gemiddelde: Float toelichting: Toelichting }
      type Toelichting @shareable { tekst: String! bron: String }
    `,
    cursisten: `${federation2}
      type Query { cursist(id: ID!): Cursist cursisten: [Cursist] peiling: Peiling @shareable }
      type Cursist @key(fields: "id") {
        id: ID!
        naam: String! @shareable
        adres: Adres @shareable
        land: String
        partner: Cursist
      }
      type Adres @shareable { straat: String plaats: String postcode: String! }
      type Peiling @shareable { aantal: Int! gemiddelde: Float toelichting: Toelichting }
      type Toelichting @shareable { tekst: String! bron: String }
    `,
    scholen: `${federation2}
      type Query { scholen: [School!]! }
      type School @key(fields: "brin") { brin: ID! naam: String! docenten: [Taaldocent!] lesplaats: Lesplaats }
      type Taaldocent @key(fields: "nummer") {
        nummer: ID!
        bevoegdheid: String @shareable
        naam: String!
        school: School
      }
      type Vrijwilliger @key(fields: "nummer") { nummer: ID! roepnaam: String @shareable motivatie: String }
      type Lesplaats @shareable { zaal: String! verdieping: Int }
      type Traject @key(fields: "id") { id: ID! route: Route! @shareable school: School lessen: [Les!]! }
      enum Route { ONDERWIJS B1 ZELFREDZAAM }
      type Les { nummer: Int! plaats: Lesplaats! docent: Taaldocent }
    `,
    examens: `${federation2}
      type Query { examens(van: String): [Examen] }
      type Examen @key(fields: "id") { id: ID! onderdeel: String! cijfer: Float plaats: Lesplaats cursist: Cursist! }
      type Lesplaats @shareable { zaal: String! verdieping: Int }
      type Cursist @key(fields: "id") { id: ID! examens(gehaald: Boolean): [Examen!] }
    `,
  },
};
