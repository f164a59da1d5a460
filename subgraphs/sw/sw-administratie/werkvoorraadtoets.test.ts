import { describe, expect, it } from 'vitest';
import {
  bevolking,
  caseloadsVan,
  openToets,
  pseudoniem,
  type Toetsbron,
  toetsBron,
  vreemdNummer,
} from '../../../test/werkvoorraad/toetsbron.ts';
import { startStubs } from '../../kit/index.ts';
import { createAdministratie } from './source.ts';
import { createAdministratieStub } from './stub.ts';
import { caseloadPad, maxClientenPerToets } from './werkvoorraad-source.ts';

const rijen = (body: Record<string, unknown>) => body['rows'] as readonly object[];
const token = 'A'.repeat(64);

const sw: Toetsbron = {
  bron: 'SW_ADMINISTRATIE',
  stub: createAdministratieStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') }),
  open: (url) => createAdministratie({ url, timeoutMs: 2_000, maxGelijktijdig: 4, token }, pseudoniem.bsnVan),
  caseloads: caseloadsVan(({ swDienstverband: d }) => [
    d?.einddatum === undefined ? d?.consulent.nummer : undefined,
  ]),
  onbekend: vreemdNummer,
  voegRijToe: (body, Werkpleinnummer, Consulentnummer) => ({
    ...body,
    rows: [...rijen(body), { Werkpleinnummer, Consulentnummer, Volgnummer: 1 }],
  }),
  aanroepenVoorHonderd: 2,
};

toetsBron(sw);

describe('whether clients are those of a consulent', () => {
  const [[consulent, leden] = ['', []]] = [...sw.caseloads];
  const [een = '', twee = ''] = leden;

  it('is asked by conditions that go together (,), for each client (;)', async () => {
    const { vraag, verkeer } = await openToets(sw);
    await vraag(consulent, [een, twee]);
    const query = new URLSearchParams(verkeer[0]?.vraag.trim());
    expect(['filterfieldids', 'filtervalues', 'operatortypes'].map((naam) => query.get(naam))).toEqual([
      'Consulentnummer,Werkpleinnummer;Consulentnummer,Werkpleinnummer',
      `${consulent},${een};${consulent},${twee}`,
      '1,1;1,1',
    ]);
  });

  it('fits an address of 6,000 characters', () => {
    const clientnummers = Array.from({ length: maxClientenPerToets }, () => een);
    expect(caseloadPad({ consulent: 'C'.repeat(32), clientnummers }, 19_500).length).toBeLessThan(6_000);
  });

  it('is not believed when rows of another consulent came along: then the filter did not work', async () => {
    const { vraag } = await openToets(sw, (body) => sw.voegRijToe(body, een, 'SW-999'));
    expect(await vraag(consulent, [een])).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' });
  });

  it('is not known when a row cannot be read', async () => {
    const { vraag } = await openToets(sw, (body) => ({
      ...body,
      rows: [...rijen(body), { Werkpleinnummer: een, Volgnummer: 2 }],
    }));
    expect(await vraag(consulent, [een])).toMatchObject({ uitkomst: 'GEDEELTELIJK', clienten: [een] });
  });

  it('is no for a number that differs in case only: the administration does not tell them apart', async () => {
    const { vraag } = await openToets(sw, (body) => ({
      ...body,
      rows: rijen(body).map((rij) => ({ ...rij, Werkpleinnummer: een.toLowerCase() })),
    }));
    expect(await vraag(consulent, [een])).toMatchObject({ uitkomst: 'NIETS_GEVONDEN' });
  });

  it('of more clients than fit one address is not known when one of the calls fails', async () => {
    const honderd = [...sw.caseloads.values()].flat().slice(0, 100);
    const { vraag } = await openToets(sw, (body, { query }) =>
      query.get('filtervalues')?.includes(honderd[99] ?? '') === true ? { storing: true } : body,
    );
    expect(await vraag(consulent, honderd)).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' });
  });

  it.each([
    ['a value less than fields', 'Consulentnummer,Werkpleinnummer', 'SW-027', '1,1'],
    ['an operator less than fields', 'Consulentnummer,Werkpleinnummer', 'SW-027,w1', '1'],
    ['the client alone', 'Werkpleinnummer', 'w1', '1'],
    [
      'one alternative without the client',
      'Consulentnummer,Werkpleinnummer;Consulentnummer',
      'a,w1;a',
      '1,1;1',
    ],
    ['another operator', 'Consulentnummer,Werkpleinnummer', 'SW-027,w1', '1,7'],
  ])('is refused by the simulated administration for %s', async (_wat, velden, waarden, operators) => {
    const stubs = await startStubs([sw.stub]);
    try {
      const pad = `${stubs.bronnen['SW_ADMINISTRATIE']?.url ?? ''}/ProfitRestServices/connectors/Werkplein_Caseload`;
      const aanmelding = Buffer.from(`<token><version>1</version><data>${token}</data></token>`);
      const response = await fetch(
        `${pad}?skip=0&take=500&filterfieldids=${velden}&filtervalues=${waarden}&operatortypes=${operators}&orderbyfieldids=Werkpleinnummer`,
        { headers: { authorization: `AfasToken ${aanmelding.toString('base64')}` } },
      );
      expect(response.status).toBe(500);
    } finally {
      await stubs.stop();
    }
  });
});
