import { federation2, type TestGraph } from './test-graph.ts';

/**
 * Child care. `@interfaceObject`: subgraphs that add fields to an interface without knowing its types, return
 * it as the first step of a plan, require its fields, and point at it from other entities.
 */
export const kinderopvang: TestGraph = {
  name: 'kinderopvang',
  // A field with @requires of an @interfaceObject, under a condition on one of the types: an assertion in the
  // planner fails ("potentially an interface object type at runtime"), or it counts plans until memory is full.
  beyondApollo: (text) =>
    text.includes('vergoedingCenten') && /on (Gastouder|Kinderdagverblijf|BuitenschoolseOpvang)\b/.test(text),
  subgraphs: {
    register: `${federation2}
      type Query { opvang(id: ID!): Opvang opvanglocaties(plaats: String): [Opvang!] gastouders: [Gastouder] }
      interface Opvang @key(fields: "id") { id: ID! naam: String! plaatsen: Int houder: Houder }
      type Kinderdagverblijf implements Opvang @key(fields: "id") {
        id: ID!
        naam: String!
        plaatsen: Int
        houder: Houder
        groepen: [Groep!]!
      }
      type Gastouder implements Opvang @key(fields: "id") {
        id: ID!
        naam: String!
        plaatsen: Int
        houder: Houder
        bureau: String
      }
      type BuitenschoolseOpvang implements Opvang @key(fields: "id") {
        id: ID!
        naam: String!
        plaatsen: Int
        houder: Houder
        school: String!
      }
      type Groep { naam: String! leeftijdVan: Int leeftijdTot: Int }
      type Houder @key(fields: "kvkNummer") { kvkNummer: ID! naam: String }
    `,
    inspectie: `${federation2}
      type Query { inspecties(eerste: Int = 3): [Inspectie!]! strengst: Opvang }
      type Inspectie @key(fields: "nummer") { nummer: ID! datum: String! opvang: Opvang oordeel: Oordeel! }
      enum Oordeel { VOLDOET VOLDOET_DEELS VOLDOET_NIET }
      type Opvang @key(fields: "id") @interfaceObject {
        id: ID!
        oordeel: Oordeel
        inspecties(vanaf: Int = 2015): [Inspectie!]
      }
    `,
    toeslag: `${federation2}
      type Query { duurste: [Opvang!] }
      type Opvang @key(fields: "id") @interfaceObject {
        id: ID!
        plaatsen: Int @external
        uurtariefCenten: Int!
        vergoedingCenten(uren: Int! = 100): Int @requires(fields: "plaatsen")
      }
    `,
    gezinnen: `${federation2}
      type Query { kind(nummer: ID!): Kind kinderen: [Kind!] }
      type Kind @key(fields: "nummer") { nummer: ID! roepnaam: String opvang: Opvang wachtlijst: [Opvang!]! }
      type Opvang @key(fields: "id") @interfaceObject { id: ID! }
    `,
    woningen: `${federation2}
      type Query { woningen: [Woning] }
      type Woning { oppervlakte: Int! gastouder: Gastouder }
      type Gastouder @key(fields: "id") { id: ID! woning: Woning huisdieren: [String!] }
    `,
  },
};
