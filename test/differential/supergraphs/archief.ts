import { federation2, type TestGraph } from './test-graph.ts';

/**
 * An archive. Federation 1 as it was written: `extend type`, `@extends`, `@external` keys, value types that are
 * shared without saying so; root fields in every subgraph; one subgraph that has moved to Federation 2 already.
 */
export const archief: TestGraph = {
  name: 'archief',
  subgraphs: {
    inventaris: `
      type Query { archiefstuk(nummer: ID!): Archiefstuk archiefstukken: [Archiefstuk] toegangen: [Toegang!] }
      type Archiefstuk @key(fields: "nummer") @key(fields: "toegang { code } volgnummer") {
        nummer: ID!
        toegang: Toegang!
        volgnummer: Int!
        titel: String
        datering: Datering
        beperkingen: [Beperking!]
      }
      type Toegang @key(fields: "code") { code: ID! naam: String! }
      type Datering { van: Int tot: Int globaal: Boolean }
      enum Beperking { PRIVACY STAAT FYSIEK }
    `,
    scans: `
      extend type Query { scan(id: ID!): Scan laatsteScans: [Scan!]! }
      type Scan @key(fields: "id") { id: ID! stuk: Archiefstuk bladzijde: Int! gemaakt: Datering }
      extend type Archiefstuk @key(fields: "nummer") {
        nummer: ID! @external
        datering: Datering @external
        scans: [Scan]
        houdbaar: Boolean @requires(fields: "datering { tot }")
      }
      type Datering { van: Int tot: Int globaal: Boolean }
    `,
    leeszaal: `
      type Query { bezoeker(pas: ID!): Bezoeker reserveringen: [Reservering] }
      type Bezoeker @key(fields: "pas") { pas: ID! naam: String! onderzoek: String }
      type Reservering { plaats: Int! stuk: Archiefstuk! door: Bezoeker @provides(fields: "lidSinds") }
      type Archiefstuk @key(fields: "toegang { code } volgnummer") @extends {
        toegang: Toegang! @external
        volgnummer: Int! @external
        reserveringen: [Reservering!]
      }
      type Toegang @key(fields: "code") @extends { code: ID! @external wachttijdMinuten: Int }
      extend type Bezoeker { lidSinds: Int @external }
    `,
    vrienden: `${federation2}
      type Query { vrienden(eerste: Int = 2): [Bezoeker!] }
      type Bezoeker @key(fields: "pas") @extends { pas: ID! lidSinds: Int @shareable bijdrage: Float vriend: Bezoeker }
      type Toegang @key(fields: "code") { code: ID! adopties: [Adoptie!]! }
      type Adoptie { door: Bezoeker! sinds: Int }
    `,
  },
};
