import { federation2, type TestGraph } from './test-graph.ts';

/**
 * Debt counselling. `@requires` in every form: of fields with arguments, nested in lists and in other entities,
 * over a union, across three subgraphs in a chain, and of a field that clients may not see.
 *
 * One form is left out: a nested field that has arguments (`dienstverbanden { loon }`). Asked with others beside it,
 * Hive's planner (0.0.38) panics, and takes the process along.
 */
export const schuldhulp: TestGraph = {
  name: 'schuldhulp',
  // A field that is required with arguments and asked with others: Apollo's planner makes one question of the two,
  // which is not valid or, where a default stands for the arguments, answers one of them with the other's value.
  beyondApollo: (text) =>
    /\binkomen\b/.test(text) && /aflossingsruimte|saneringskrediet|toelating/.test(text),
  subgraphs: {
    dossiers: `${federation2}
      enum Periode { WEEK MAAND JAAR }
      type Query { dossier(id: ID!): Dossier dossiers(eerste: Int = 2): [Dossier!] }
      type Dossier @key(fields: "id") {
        id: ID!
        schulden: [Schuld!]!
        inkomen(periode: Periode! = MAAND, netto: Boolean): Int
        woonlasten: Int
        toeslagcode: String @inaccessible
        schuldenaar: Schuldenaar
        aanvrager: Partij
        sinds: String!
      }
      type Schuld { bedrag: Int! achterstandMaanden: Int schuldeiser: Schuldeiser rente: Float }
      type Schuldeiser @key(fields: "kvkNummer") { kvkNummer: ID! naam: String }
      type Schuldenaar @key(fields: "nummer") { nummer: ID! naam: String! }
      union Partij = Persoon | Bedrijf
      type Persoon { naam: String! leeftijd: Int }
      type Bedrijf { handelsnaam: String! omzet: Int rechtsvorm: String }
    `,
    inkomsten: `${federation2}
      type Query { schuldenaar(nummer: ID!): Schuldenaar }
      type Schuldenaar @key(fields: "nummer") {
        nummer: ID!
        inkomstenbron: String
        dienstverbanden: [Dienstverband!]
      }
      type Dienstverband { werkgever: String! uren: Int loon(bruto: Boolean = true): Int }
      type Schuldeiser @key(fields: "kvkNummer") { kvkNummer: ID! rekeningen: [Rekening] beslag: Boolean }
      type Rekening { iban: String! tenaamstelling: String }
    `,
    budget: `${federation2}
      enum Periode { WEEK MAAND JAAR }
      type Dossier @key(fields: "id") {
        id: ID!
        schulden: [Schuld!]! @external
        inkomen(periode: Periode! = MAAND, netto: Boolean): Int @external
        woonlasten: Int @external
        toeslagcode: String @external
        aanvrager: Partij @external
        aflossingsruimte: Int @requires(fields: "inkomen(periode: MAAND, netto: true) woonlasten")
        jaarruimte(factor: Int! = 12): Int @requires(fields: "woonlasten")
        totaleSchuld: Int! @requires(fields: "schulden { bedrag }")
        voorstel: Voorstel @requires(fields: "schulden { bedrag schuldeiser { kvkNummer } } toeslagcode")
        zelfstandig: Boolean @requires(fields: "aanvrager { ... on Persoon { leeftijd } ... on Bedrijf { omzet } }")
      }
      type Schuld @external { bedrag: Int! schuldeiser: Schuldeiser }
      type Schuldeiser @key(fields: "kvkNummer") {
        kvkNummer: ID!
        naam: String @external
        rekeningen: [Rekening] @external
        kredietlimiet: Int @requires(fields: "naam rekeningen { iban }")
      }
      type Rekening @external { iban: String! }
      union Partij = Persoon | Bedrijf
      type Persoon @external { leeftijd: Int }
      type Bedrijf @external { omzet: Int }
      type Voorstel { percentage: Float! looptijdMaanden: Int toelichting: [String] }
    `,
    rechtbank: `${federation2}
      type Query { zittingen: [Zitting!]! }
      type Zitting { datum: String! dossier: Dossier! }
      type Dossier @key(fields: "id") {
        id: ID!
        aflossingsruimte: Int @external
        totaleSchuld: Int! @external
        woonlasten: Int @external
        schuldenaar: Schuldenaar @external
        toelating: Toelating @requires(fields: "woonlasten aflossingsruimte")
        saneringskrediet: Int @requires(fields: "aflossingsruimte totaleSchuld")
        verklaring(soort: String = "285"): String
          @requires(fields: "schuldenaar { nummer inkomstenbron dienstverbanden { uren } }")
      }
      type Toelating { kans: Float! voorwaarden: [String!] }
      type Schuldenaar @key(fields: "nummer") {
        nummer: ID!
        inkomstenbron: String @external
        dienstverbanden: [Dienstverband!] @external
        moratorium: Boolean @requires(fields: "dienstverbanden { werkgever }")
      }
      type Dienstverband @external { werkgever: String! uren: Int }
    `,
  },
};
