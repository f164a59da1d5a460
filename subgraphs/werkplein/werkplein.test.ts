import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfiguratieFout } from '../kit/index.ts';
import { werkplein } from './index.ts';
import { clientnummer, clientnummerVan, vraag } from './proefvraag.ts';

describe('asking for clients', () => {
  it('one: only the key, so that no partner can take the profile down', async () => {
    expect(
      await vraag('query($n: ID!) { client(clientnummer: $n) { clientnummer } }', { n: clientnummer }),
    ).toEqual({
      data: { client: { clientnummer } },
    });
  });

  it('one, by something that is no clientnummer', async () => {
    expect(
      await vraag('query($n: ID!) { client(clientnummer: $n) { clientnummer } }', { n: '999990019' }),
    ).toEqual({
      data: { client: null },
      fouten: [['client', 'ONGELDIGE_INVOER']],
    });
  });

  const clienten = 'query($n: [ID!]!) { clienten(clientnummers: $n) { clientnummer } }';

  it('several: in the order asked, twice the same included', async () => {
    const ander = clientnummerVan('012345672');
    expect(await vraag(clienten, { n: [ander, clientnummer, ander] })).toEqual({
      data: { clienten: [ander, clientnummer, ander].map((nummer) => ({ clientnummer: nummer })) },
    });
    expect(await vraag(clienten, { n: [] })).toEqual({ data: { clienten: [] } });
  });

  it('several, one of them no clientnummer: the others stand', async () => {
    expect(await vraag(clienten, { n: [clientnummer, 'onzin'] })).toEqual({
      data: { clienten: [{ clientnummer }, null] },
      fouten: [['clienten.1', 'ONGELDIGE_INVOER']],
    });
  });

  it('a hundred, and not one more', async () => {
    const n = Array.from({ length: 100 }, () => clientnummer);
    expect(await vraag(clienten, { n })).toEqual({
      data: { clienten: n.map((nummer) => ({ clientnummer: nummer })) },
    });
    expect(await vraag(clienten, { n: [...n, clientnummer] })).toEqual({
      data: { clienten: null },
      fouten: [['clienten', 'ONGELDIGE_INVOER']],
    });
  });
});

describe('searching', () => {
  const zoek = `query($bsn: String, $naam: String, $dag: Date) {
    zoekClient(bsn: $bsn, geslachtsnaam: $naam, geboortedatum: $dag) { clientnummer geslachtsnaam geboortedatum }
  }`;

  it('by BSN', async () => {
    expect(await vraag(zoek, { bsn: '999990019' })).toEqual({
      data: { zoekClient: { clientnummer, geslachtsnaam: null, geboortedatum: null } },
    });
  });

  it('by name', async () => {
    expect(await vraag(zoek, { naam: "'s-Gravesande", dag: '1980-02-29' })).toEqual({
      data: {
        zoekClient: { clientnummer: null, geslachtsnaam: "'s-Gravesande", geboortedatum: '1980-02-29' },
      },
    });
  });

  it('wrongly', async () => {
    const fouten = [['zoekClient', 'ONGELDIGE_INVOER']];
    expect(await vraag(zoek, { bsn: '999990018' })).toEqual({ data: { zoekClient: null }, fouten });
    expect(await vraag(zoek, {})).toEqual({ data: { zoekClient: null }, fouten });
  });

  it('and what the register of persons brought in', async () => {
    const sleutel = {
      __typename: 'Zoekopdracht',
      clientnummer: null,
      geslachtsnaam: 'Meer',
      geboortedatum: '1980-02-29',
    };
    const bron = (uitkomst: string) => ({ bron: 'BRP', uitkomst });
    const representations = [
      { ...sleutel, clientnummer },
      { ...sleutel, inBrp: { bron: bron('GEVONDEN'), clienten: [{ clientnummer }] } },
      { ...sleutel, inBrp: { bron: bron('NIETS_GEVONDEN'), clienten: null } },
      { ...sleutel, inBrp: { bron: bron('FOUT'), clienten: null } },
      { ...sleutel, inBrp: null },
    ];
    const query =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Zoekopdracht { clienten { clientnummer } } } }';
    expect(await vraag(query, { r: representations })).toEqual({
      data: {
        _entities: [[{ clientnummer }], [{ clientnummer }], [], null, null].map((gevonden) => ({
          clienten: gevonden,
        })),
      },
    });
  });
});

it('its settings are refused all at once, and not repeated', () => {
  const lees = () => werkplein.leesConfig({ PSEUDONIEM_SLEUTEL: 'kanarie', WERKPLEIN_REGIO: 'Kanarie' });
  expect(lees).toThrow(ConfiguratieFout);
  expect(lees).toThrow(/^(?![\s\S]*anarie)[\s\S]*PSEUDONIEM_SLEUTEL[\s\S]*WERKPLEIN_REGIO/);
});

it('has no source of its own', () => {
  expect([werkplein.bronnen, werkplein.laadStubs]).toEqual([[], undefined]);
  expect(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8')).not.toContain('@bron(');
});
