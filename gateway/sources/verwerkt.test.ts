/** Whose data a call is taken to have processed: what the subgraph says, else all that was asked of it. */
import { describe, expect, it } from 'vitest';
import { createPseudonimiseerder } from '../../subgraphs/kit/index.ts';
import { createSubgraphOperatie } from './subgraph-operatie.ts';
import { leesVerwerkingen, verwerktAlsGevraagd } from './verwerkt.ts';

const { clientnummerVan } = createPseudonimiseerder('ab'.repeat(32), 'proef');
const [een, twee] = ['999990019', '999990020'].map(clientnummerVan) as [string, string];
const melding = { bron: 'BRP', soort: 'CLIENTNUMMER', id: een, begin: 1, einde: 2, gelukt: true } as const;

describe('what a subgraph says it processed', () => {
  it('is believed', () => {
    expect(leesVerwerkingen([melding])).toEqual([melding]);
    expect(leesVerwerkingen([])).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['one that is no list', melding],
    ['a source that is none', [{ ...melding, bron: 'brp' }]],
    ['another kind of person', [{ ...melding, soort: 'BSN' }]],
    ['no person', [{ ...melding, id: '' }]],
    ['text with a line in it', [{ ...melding, id: 'a\nb' }]],
    ['an end before the beginning', [{ ...melding, begin: 3 }]],
    ['no outcome', [{ ...melding, gelukt: 'ja' }]],
  ])('does not count when it is %s', (_wat, gegeven) => {
    expect(leesVerwerkingen(gegeven)).toBeUndefined();
  });
});

describe('a call of which nothing is said', () => {
  const bronnen = new Map([
    ['Client.persoon', ['BRP']],
    ['Client.klantdossier', ['KVS']],
    ['Query.zoek', ['BRP']],
    ['Mutation.meld', ['KVS']],
  ]);
  const bronnenVan = (type: string, field: string) => bronnen.get(`${type}.${field}`) ?? [];
  const tijden = { begin: 10, einde: 20, gelukt: false };
  const entiteiten = createSubgraphOperatie(
    `query ($r: [_Any!]!, $s: [_Any!]!) {
      a: _entities(representations: $r) { ... on Client { persoon { bron { bron } } klantdossier { bron { bron } } } }
      b: _entities(representations: $s) { ... on Werkgever { naam } } }`,
  );

  it('is about every client in its variables, at every source behind what was asked', () => {
    const variables = {
      r: [{ __typename: 'Client', clientnummer: een }, { __typename: 'Client', clientnummer: twee }, null],
      s: [{ __typename: 'Werkgever', kvkNummer: '12345678', clienten: { edges: [{ clientnummer: een }] } }],
    };
    const verwerkt = verwerktAlsGevraagd(entiteiten, JSON.stringify(variables), bronnenVan, twee, tijden);
    expect(verwerkt).toEqual(
      ['BRP', 'KVS'].flatMap((bron) =>
        [een, twee].map((id) => ({ bron, soort: 'CLIENTNUMMER', id, ...tijden })),
      ),
    );
  });

  it('is about nobody where no source is behind it, and where it names nobody', () => {
    const zonderBron = createSubgraphOperatie(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Client { x } } }',
    );
    expect(
      verwerktAlsGevraagd(
        zonderBron,
        JSON.stringify({ r: [{ clientnummer: een }] }),
        bronnenVan,
        undefined,
        tijden,
      ),
    ).toEqual([]);
    const zoek = createSubgraphOperatie(
      'query ($n: String!) { zoek(naam: $n) { clienten { clientnummer } } }',
    );
    expect(verwerktAlsGevraagd(zoek, '{"n":"Jansen"}', bronnenVan, twee, tijden)).toEqual([]);
  });

  it('that changes something is about the citizen who asks, whose number it does not name', () => {
    const meld = createSubgraphOperatie('mutation ($t: String!) { meld(tekst: $t) { nummer } }');
    const verwerkt = (burger: string | undefined) =>
      verwerktAlsGevraagd(meld, '{"t":"het klopt niet"}', bronnenVan, burger, tijden);
    expect(verwerkt(een)).toEqual([{ bron: 'KVS', soort: 'CLIENTNUMMER', id: een, ...tijden }]);
    expect(verwerkt(undefined)).toEqual([]);
  });
});
