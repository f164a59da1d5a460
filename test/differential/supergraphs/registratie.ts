import { federation2, type TestGraph } from './test-graph.ts';

/**
 * A registration of addresses and residents. Keys that can be null, whole or in part; keys that only a third
 * subgraph can turn into another; a chain of three; and references that the referring subgraph cannot resolve.
 */
export const registratie: TestGraph = {
  name: 'registratie',
  subgraphs: {
    adressen: `${federation2}
      type Query { adres(id: ID!): Adres adressen: [Adres] }
      type Adres @key(fields: "id") {
        id: ID!
        straat: String!
        nummeraanduiding: String
        bewoners: [Bewoner!]
        eigenaar: Eigenaar
        pand: Pand
      }
      type Bewoner @key(fields: "registratienummer", resolvable: false) { registratienummer: ID }
      type Eigenaar @key(fields: "kadasternummer volgletter", resolvable: false) {
        kadasternummer: Int
        volgletter: String
      }
      type Pand @key(fields: "pandcode", resolvable: false) { pandcode: ID! }
    `,
    bewoners: `${federation2}
      type Query { bewoner(registratienummer: ID!): Bewoner bewoners: [Bewoner!] }
      type Bewoner @key(fields: "registratienummer") @key(fields: "kaartnummer") {
        registratienummer: ID
        kaartnummer: Int
        naam: String!
        huisgenoten: [Bewoner]
      }
    `,
    kaarten: `${federation2}
      type Query { kaarthouders: [Bewoner] }
      type Bewoner @key(fields: "kaartnummer") @key(fields: "pas { merk nummer }") {
        kaartnummer: Int
        pas: Pas
        uitgegeven: String
      }
      type Pas @shareable { merk: String nummer: Int! }
    `,
    parkeren: `${federation2}
      type Query { parkeerders: [Bewoner!]! }
      type Bewoner @key(fields: "pas { merk nummer }") { pas: Pas vergunningen: [Vergunning!] zone: Int! }
      type Pas @shareable { merk: String nummer: Int! }
      type Vergunning { kenteken: String! adres: Adres }
      type Adres @key(fields: "id") { id: ID! vergunningen: Int parkeerplaats: Boolean! }
    `,
    kadaster: `${federation2}
      type Query { eigenaren: [Eigenaar] panden: [Pand!] }
      type Eigenaar @key(fields: "kadasternummer volgletter") {
        kadasternummer: Int
        volgletter: String
        naam: String
        percelen: [Perceel]
      }
      type Perceel { oppervlakte: Int! pand: Pand eigenaren: [Eigenaar!] }
      type Pand @key(fields: "pandcode") { pandcode: ID! bouwjaar: Int! status: String hoofdadres: Adres }
      type Adres @key(fields: "id", resolvable: false) { id: ID! }
    `,
  },
};
