import { federation2, type TestGraph } from './test-graph.ts';

/**
 * An application desk. Mutations of three subgraphs, whose answers tell in which order they ran; inputs with
 * defaults in several layers, lists in inputs, enums as defaults, and scalars of which no gateway knows the form.
 */
export const loket: TestGraph = {
  name: 'loket',
  subgraphs: {
    aanvragen: `${federation2}
      scalar Tijdstip
      scalar Vrij
      type Query {
        aanvraag(id: ID!): Aanvraag
        aanvragen(filter: Aanvraagfilter = { statussen: [INGEDIEND, BEOORDEELD] }, blad: Blad! = {}): [Aanvraag!]
        echo(vrij: Vrij, tijdstip: Tijdstip, getallen: [[Int!]!]): Vrij
      }
      type Mutation {
        dienIn(invoer: Aanvraaginvoer!): Aanvraag!
        trekIn(id: ID!, reden: Intrekreden! = ANDERS, toelichting: String = "geen"): Aanvraag
        vulAan(id: ID!, stukken: [Stukinvoer!]! = []): [Stuk!]!
      }
      enum Status { INGEDIEND BEOORDEELD BESLOTEN INGETROKKEN }
      enum Intrekreden { WERK VERHUISD ANDERS }
      input Blad { nummer: Int! = 1, grootte: Int = 10, aflopend: Boolean = false }
      input Aanvraagfilter { statussen: [Status!], vanaf: Tijdstip, alleenSpoed: Boolean = false, periode: Periode }
      input Periode { van: String! = "2026-01-01", tot: String }
      input Aanvraaginvoer {
        soort: String!
        spoed: Boolean! = false
        stukken: [Stukinvoer] = [{ naam: "legitimatie" }]
        periode: Periode = {}
        vrij: Vrij
      }
      input Stukinvoer { naam: String!, grootteBytes: Float, soort: Stuksoort = BEWIJS }
      enum Stuksoort { BEWIJS FORMULIER }
      type Aanvraag @key(fields: "id") {
        id: ID!
        soort: String!
        status: Status!
        ingediendOp: Tijdstip
        stukken(soorten: [Stuksoort!] = [BEWIJS, FORMULIER]): [Stuk!]
        gegevens: Vrij
        aanvrager: Aanvrager
      }
      type Stuk { naam: String! soort: Stuksoort inhoud: Vrij }
      type Aanvrager @key(fields: "nummer") { nummer: Int! naam: String }
    `,
    besluiten: `${federation2}
      scalar Tijdstip
      type Query { besluiten(periode: Periode! = { van: "2025-01-01" }, sortering: [Sortering!] = [DATUM]): [Besluit] }
      type Mutation {
        neemBesluit(aanvraag: ID!, uitkomst: Uitkomst!, motivering: String): Besluit!
        herzie(nummer: ID!, per: Tijdstip): Besluit
      }
      input Periode { van: String! = "2026-01-01", tot: String }
      enum Sortering { DATUM UITKOMST }
      enum Uitkomst { TOEGEKEND AFGEWEZEN BUITEN_BEHANDELING }
      type Besluit @key(fields: "nummer") {
        nummer: ID!
        uitkomst: Uitkomst!
        genomenOp: Tijdstip!
        aanvraag: Aanvraag
        termijnen(aantal: Int! = 2): [Tijdstip]
      }
      type Aanvraag @key(fields: "id") { id: ID! besluit: Besluit bezwaren: [Besluit!] }
    `,
    betalingen: `${federation2}
      scalar Geld
      type Query { betaling(id: ID!): Betaling }
      type Mutation {
        betaal(besluit: ID!, bedrag: Geld!, verdeling: [Deel!] = [{ }]): Betaling!
        storneer(id: ID!): Boolean
        blokkeer(nummers: [Int!]!): Aanvrager
      }
      input Deel { aandeel: Float! = 1.0, naar: Rekeninginvoer }
      input Rekeninginvoer { iban: String!, opNaam: [String!] }
      type Betaling @key(fields: "id") { id: ID! bedrag: Geld! voor: Besluit naar: Aanvrager! }
      type Besluit @key(fields: "nummer") { nummer: ID! betalingen(alleenLopend: Boolean = true): [Betaling!]! }
      type Aanvrager @key(fields: "nummer") { nummer: Int! iban: String saldo(munt: String! = "EUR"): Geld }
    `,
  },
};
