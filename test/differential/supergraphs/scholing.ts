import { federation2, type TestGraph } from './test-graph.ts';

/**
 * Training. Interfaces that implement interfaces, interfaces and unions that different subgraphs know different
 * members of, value types beside entities behind one interface, and one interface implemented elsewhere only.
 */
export const scholing: TestGraph = {
  name: 'scholing',
  subgraphs: {
    aanbod: `${federation2}
      type Query {
        leerbaar(id: ID!): Leerbaar
        aanbod(niveau: Int): [Leerbaar!]!
        opleidingen: [Opleiding]
        zoek(tekst: String): [Zoektreffer!]
      }
      interface Leerbaar { id: ID! titel: String! duur: Duur }
      interface Opleiding implements Leerbaar { id: ID! titel: String! duur: Duur niveau: Int instelling: Instelling }
      type Mbo implements Leerbaar & Opleiding @key(fields: "id") {
        id: ID!
        titel: String!
        duur: Duur
        niveau: Int
        instelling: Instelling
        leerweg: Leerweg
      }
      type Hbo implements Leerbaar & Opleiding @key(fields: "id") {
        id: ID!
        titel: String!
        duur: Duur
        niveau: Int
        instelling: Instelling
        studiepunten: Int!
      }
      type Cursus implements Leerbaar @key(fields: "id") {
        id: ID!
        titel: String!
        duur: Duur
        prijs: Int
        vervolg: [Leerbaar]
      }
      type Webinar implements Leerbaar { id: ID! titel: String! duur: Duur url: String! }
      enum Leerweg { BOL BBL }
      union Duur = Weken | Dagdelen
      type Weken { weken: Int! urenPerWeek: Int }
      type Dagdelen { dagdelen: Int! }
      type Instelling @key(fields: "brin") { brin: ID! naam: String }
      union Zoektreffer = Mbo | Hbo | Cursus | Webinar | Instelling
    `,
    resultaten: `${federation2}
      type Query { beste: Beoordeeld recent: [Leerresultaat] uitgelicht: [Zoektreffer] }
      interface Beoordeeld { beoordeling: Float aantal: Int! }
      type Mbo implements Beoordeeld @key(fields: "id") {
        id: ID!
        beoordeling: Float
        aantal: Int!
        behaald: [Leerresultaat!]
      }
      type Hbo implements Beoordeeld @key(fields: "id") {
        id: ID!
        beoordeling: Float
        aantal: Int!
        behaald: [Leerresultaat!]
      }
      type Cursus implements Beoordeeld @key(fields: "id") { id: ID! beoordeling: Float aantal: Int! }
      interface Bewijs { nummer: ID! afgegeven: String }
      union Leerresultaat = Diploma | Certificaat | Verklaring
      type Diploma implements Bewijs @key(fields: "nummer") { nummer: ID! afgegeven: String opleiding: Mbo! cijfers: [Int] }
      type Certificaat implements Bewijs @key(fields: "nummer") { nummer: ID! afgegeven: String cursus: Cursus }
      type Verklaring { tekst: String! docent: Docent }
      type Docent @key(fields: "code") { code: ID! naam: String! }
      union Zoektreffer = Docent | Cursus
    `,
    instellingen: `${federation2}
      type Query { instelling(brin: ID!): Instelling docenten: [Docent!] }
      type Instelling @key(fields: "brin") { brin: ID! plaats: String! docenten: [Docent!] paradepaard: Opleiding }
      type Docent @key(fields: "code") { code: ID! vakken: [String!]! werkgever: Instelling }
      interface Opleiding { id: ID! }
      type Mbo implements Opleiding @key(fields: "id") { id: ID! stageplaatsen: Int }
      type Hbo implements Opleiding @key(fields: "id") { id: ID! lectoraat: String }
    `,
    bekostiging: `${federation2}
      type Query { regelingen: [Regeling] }
      interface Regeling { naam: String! bedrag: Int geldtVoor: [Bekostigbaar] }
      type Voucher implements Regeling { naam: String! bedrag: Int geldtVoor: [Bekostigbaar] code: ID! }
      type Lening implements Regeling { naam: String! bedrag: Int geldtVoor: [Bekostigbaar] rente: Float! }
      union Bekostigbaar = Mbo | Cursus | Diploma
      type Mbo @key(fields: "id") { id: ID! lesgeld: Int }
      type Cursus @key(fields: "id") { id: ID! subsidie(regeling: ID): Int }
      type Diploma @key(fields: "nummer") { nummer: ID! leges: Int! }
    `,
  },
};
