import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { geenPersoonsgegevensInDocument } from './persoonsgegevens-in-document.ts';

const schema = buildSchema(`
  scalar Date
  input Zoek { bsn: String geslachtsnaam: String op: Zoek }
  input Onjuistheid { gegeven: String toelichting: String }
  type Query {
    zoekClient(bsn: String, geslachtsnaam: String, geboortedatum: Date): Query
    client(clientnummer: ID!, nr: Int, fractie: Float): Query
    zoek(op: Zoek, lijst: [Zoek!]): Query
    meld(onjuistheid: Onjuistheid): Query
    naam: String
  }
`);
const bsn = '999990019';

/** What the rule, and only the rule, says of a document. */
const oordeel = (document: string) => validate(schema, parse(document), [geenPersoonsgegevensInDocument]);

describe('a document without a person in it is let through', () => {
  it.each([
    [
      'variables',
      'query($b: String, $n: String, $d: Date) { zoekClient(bsn: $b, geslachtsnaam: $n, geboortedatum: $d) { naam } }',
    ],
    [
      'variables in an object',
      'query($b: String) { zoek(op: { bsn: $b, op: { geslachtsnaam: $b } }) { naam } }',
    ],
    ['null', '{ zoekClient(bsn: null, geslachtsnaam: null, geboortedatum: null) { naam } }'],
    ['a default of null', 'query($n: String = null) { zoekClient(geslachtsnaam: $n) { naam } }'],
    ['a default of something else', 'query($nr: Int = 5) { client(clientnummer: "w1.x", nr: $nr) { naam } }'],
    ['nine digits that are no BSN', '{ client(clientnummer: "123456789", nr: 123456789) { naam } }'],
    ['a comment', '# who is this?\n{ naam }'],
  ])('%s', (_naam, document) => {
    expect(oordeel(document)).toEqual([]);
  });
});

describe('a document with a person in it is refused, and not repeated', () => {
  it.each([
    ['a BSN as an argument', `{ zoekClient(bsn: "${bsn}") { naam } }`],
    ['a BSN that is none as an argument', '{ zoekClient(bsn: "123456780") { naam } }'],
    ['a surname', '{ zoekClient(geslachtsnaam: "Jansen") { naam } }'],
    ['a surname as an enum', '{ zoekClient(geslachtsnaam: Jansen) { naam } }'],
    ['a surname in a block', '{ zoekClient(geslachtsnaam: """Jansen""") { naam } }'],
    ['a date of birth', '{ zoekClient(geboortedatum: "1980-02-29") { naam } }'],
    ['a surname in an object', '{ zoek(op: { geslachtsnaam: "Jansen" }) { naam } }'],
    ['what somebody wrote', '{ meld(onjuistheid: { toelichting: "Jansen" }) { naam } }'],
    ['what it is about', '{ meld(onjuistheid: { gegeven: "Jansen" }) { naam } }'],
    ['a surname deep in a list', '{ zoek(lijst: [{ op: { geslachtsnaam: "Jansen" } }]) { naam } }'],
    [
      'a surname in a fragment',
      'fragment F on Query { zoekClient(geslachtsnaam: "Jansen") { naam } } { ...F }',
    ],
    ['a surname as a default', 'query($n: String = "Jansen") { zoekClient(geslachtsnaam: $n) { naam } }'],
    ['a date as a default', 'query($d: Date = "1980-02-29") { zoekClient(geboortedatum: $d) { naam } }'],
    ['a default for an object', 'query($n: String = "Jansen") { zoek(op: { geslachtsnaam: $n }) { naam } }'],
    [
      'a default that a fragment uses',
      'query($n: String = "Jansen") { ...F } fragment F on Query { zoekClient(geslachtsnaam: $n) { naam } }',
    ],
    [
      'a default that is an object',
      'query($z: Zoek = { geslachtsnaam: "Jansen" }) { zoek(op: $z) { naam } }',
    ],
    ['a BSN as a default', `query($b: ID = "${bsn}") { client(clientnummer: $b) { naam } }`],
    ['a BSN elsewhere', `{ client(clientnummer: "${bsn}") { naam } }`],
    ['a BSN inside a text', `{ client(clientnummer: "bsn ${bsn}.") { naam } }`],
    ['a BSN as a number', `{ client(clientnummer: "x", nr: ${bsn}) { naam } }`],
    ['a BSN as a fraction', `{ client(clientnummer: "x", fractie: ${bsn}.0) { naam } }`],
    ['a BSN in escapes', '{ client(clientnummer: "\\u0039\\u0039\\u0039990019") { naam } }'],
    ['a BSN in an alias', `{ c${bsn}: naam }`],
    ['a BSN in the name of the operation', `query q_${bsn} { naam }`],
    ['a BSN in a comment', `# about ${bsn}\n{ naam }`],
  ])('%s', (_naam, document) => {
    const fouten = oordeel(document);
    expect(fouten.length).toBeGreaterThan(0);
    for (const fout of fouten) {
      expect(fout.message).not.toMatch(/\d{9}|Jansen|1980/);
      expect(fout.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    }
  });
});
