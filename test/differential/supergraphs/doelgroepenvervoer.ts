import { federation2, type TestGraph } from './test-graph.ts';

/**
 * Transport for people who cannot travel alone. `@override` of fields that another subgraph still has (asking
 * them there is an error), and `@inaccessible` on a key, a required field, an argument, an input field, an enum
 * value, an implementing type and a member of a union: sources may still answer with any of these.
 */
export const doelgroepenvervoer: TestGraph = {
  name: 'doelgroepenvervoer',
  subgraphs: {
    regiecentrale: `${federation2}
      type Query {
        rit(id: ID!): Rit
        ritten(filter: Ritfilter, intern: Boolean = false @inaccessible): [Rit!]!
        voertuigen: [Voertuig!]
        meldingen: [Melding]
      }
      input Ritfilter { status: Ritstatus = GEPLAND, plaats: String, herkomst: String = "extern" @inaccessible }
      enum Ritstatus { GEPLAND ONDERWEG GEREDEN GEFRAUDEERD @inaccessible }
      type Rit @key(fields: "id") {
        id: ID!
        status: Ritstatus
        statussen: [Ritstatus!]
        prijsCenten: Int
        vertrek: String!
        aankomst: String
        reiziger: Reiziger
        voertuig: Voertuig
        route: [Halte!]!
      }
      type Halte { plaats: String! minuut: Int geheim: String @inaccessible }
      type Reiziger @key(fields: "intern") { intern: ID! @inaccessible naam: String! pasnummer: String }
      interface Voertuig { kenteken: ID! zitplaatsen: Int }
      type Taxi implements Voertuig @key(fields: "kenteken") { kenteken: ID! zitplaatsen: Int bedrijf: String }
      type Bus implements Voertuig @key(fields: "kenteken") { kenteken: ID! zitplaatsen: Int lift: Boolean! }
      type Dienstauto implements Voertuig @key(fields: "kenteken") @inaccessible { kenteken: ID! zitplaatsen: Int }
      union Melding = Vertraging | Uitval | Klacht
      type Vertraging { minuten: Int! reden: String }
      type Uitval { reden: String }
      type Klacht @inaccessible { tekst: String }
    `,
    tarieven: `${federation2}
      type Query { tarieven: [Tarief] }
      type Tarief { zone: Int! bedragCenten: Int! }
      type Rit @key(fields: "id") {
        id: ID!
        prijsCenten: Int @override(from: "regiecentrale")
        eigenBijdrageCenten: Int
        bezwaar: Bezwaar @override(from: "indicaties")
        tarief: Tarief
      }
      type Bezwaar @shareable { tekst: String ingediendOp: String! }
    `,
    indicaties: `${federation2}
      type Query { reizigers: [Reiziger!]! @override(from: "planning") }
      type Reiziger @key(fields: "intern") {
        intern: ID! @inaccessible
        indicatie: Indicatie
        begeleider: Reiziger
        naam: String! @override(from: "regiecentrale")
      }
      type Indicatie { soort: String! geldigTot: String hulpmiddelen: [Hulpmiddel!] }
      enum Hulpmiddel { ROLSTOEL SCOOTMOBIEL ROLLATOR @inaccessible }
      type Rit @key(fields: "id") { id: ID! bezwaar: Bezwaar }
      type Bezwaar @shareable { tekst: String ingediendOp: String! }
    `,
    planning: `${federation2}
      type Query { reizigers: [Reiziger!]! }
      type Reiziger @key(fields: "intern") { intern: ID! @inaccessible ritten: [Rit!] volgendeRit: Rit }
      type Rit @key(fields: "id") {
        id: ID!
        reiziger: Reiziger @external
        kilometers: Float @inaccessible
        vertraging: Int
        voertuigkosten: Int @requires(fields: "reiziger { intern }")
      }
      type Taxi @key(fields: "kenteken") { kenteken: ID! chauffeur: String }
      type Bus @key(fields: "kenteken") { kenteken: ID! chauffeur: String lijn: Int! }
    `,
    klimaat: `${federation2}
      type Query { uitstoot: Int }
      type Rit @key(fields: "id") {
        id: ID!
        kilometers: Float @external
        uitstootGram: Int @requires(fields: "kilometers")
      }
    `,
  },
};
