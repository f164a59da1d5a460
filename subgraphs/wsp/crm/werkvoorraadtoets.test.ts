import { describe, expect, it } from 'vitest';
import {
  bevolking,
  caseloadsVan,
  openToets,
  pseudoniem,
  type Toetsbron,
  toetsBron,
} from '../../../test/werkvoorraad/toetsbron.ts';
import { createCrm } from './source.ts';
import { createCrmStub } from './stub.ts';

const rijen = (body: Record<string, unknown>) => body['value'] as readonly object[];
const matchmakerVan = new Map(
  bevolking.vacatures.map(({ id, kvkNummer }) => [
    id,
    bevolking.werkgevers.find((werkgever) => werkgever.kvkNummer === kvkNummer)?.matchmaker.nummer,
  ]),
);

const crm: Toetsbron = {
  bron: 'CRM',
  stub: createCrmStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') }),
  open: (url) => createCrm({ url, timeoutMs: 2_000, maxGelijktijdig: 4, token: 'geheim' }),
  caseloads: caseloadsVan(({ voorstellen }) =>
    voorstellen
      .filter(({ status }) => status === 'VOORGESTELD' || status === 'GESPREK')
      .map(({ vacatureId }) => matchmakerVan.get(vacatureId)),
  ),
  // This partner holds no key: it knows the form of a number only.
  onbekend: "w1.x' or wg_status eq 1",
  voegRijToe: (body, wg_clientnummer) => ({ ...body, value: [...rijen(body), { wg_clientnummer }] }),
  aanroepenVoorHonderd: 1,
};

toetsBron(crm);

describe('whether clients are candidates of a matchmaker', () => {
  const [[matchmaker, leden] = ['', []]] = [...crm.caseloads];
  const [een = '', twee = ''] = leden;

  it('is asked by the owner of the account and the clients, both', async () => {
    const { vraag, verkeer } = await openToets(crm);
    await vraag(matchmaker, [een, twee]);
    expect(new URLSearchParams(verkeer[0]?.vraag.trim()).get('$filter')).toBe(
      `wg_vacatureid/wg_werkgeverid/owninguser/employeeid eq '${matchmaker}' and ` +
        '(wg_status eq 857310000 or wg_status eq 857310001) and ' +
        `Microsoft.Dynamics.CRM.In(PropertyName='wg_clientnummer',PropertyValues=['${een}','${twee}'])`,
    );
  });

  it('is yes once, however many proposals there are', async () => {
    const { vraag } = await openToets(crm, (body) => ({ ...body, value: [...rijen(body), ...rijen(body)] }));
    expect(await vraag(matchmaker, [een])).toMatchObject({ uitkomst: 'GEVONDEN', clienten: [een] });
  });

  it('is no for a number that differs in case only: the CRM does not tell them apart', async () => {
    const { vraag } = await openToets(crm, (body) => ({
      ...body,
      value: [{ wg_clientnummer: een.toUpperCase() }],
    }));
    expect(await vraag(matchmaker, [een])).toMatchObject({ uitkomst: 'NIETS_GEVONDEN' });
  });

  it('is yes for who was seen, and not no for the others, when a page does not come', async () => {
    const { vraag, verkeer } = await openToets(crm, (body, { origin, query }) =>
      query.get('deel') === '2'
        ? { storing: true }
        : { ...body, '@odata.nextLink': `${origin}/api/data/v9.2/wg_voorstellen?deel=2` },
    );
    expect(await vraag(matchmaker, [een, twee])).toMatchObject({
      uitkomst: 'GEDEELTELIJK',
      reden: 'ONVOLLEDIG',
    });
    expect(verkeer.length).toBe(2);
  });
});
