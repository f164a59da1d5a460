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
import { createKvsSource } from './source.ts';
import { createKvsStub } from './stub.ts';

const partij = (objectId: string) => ({
  partijIdentificatoren: [{ partijIdentificator: { codeSoortObjectId: 'bsn', objectId } }],
});
const rijen = (body: Record<string, unknown>) => body['results'] as readonly object[];

const kvs: Toetsbron = {
  bron: 'KVS',
  stub: createKvsStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') }),
  open: (url) => createKvsSource({ url, timeoutMs: 2_000, maxGelijktijdig: 4, token: 'geheim' }, pseudoniem),
  caseloads: caseloadsVan(({ klantdossier }) => [klantdossier?.klantmanager.nummer]),
  onbekend: vreemdNummer,
  voegRijToe: (body, clientnummer) => ({
    ...body,
    count: rijen(body).length + 1,
    results: [...rijen(body), partij(pseudoniem.bsnVan(clientnummer) ?? '')],
  }),
  aanroepenVoorHonderd: 1,
};

toetsBron(kvs);

describe('whether clients are those of a klantmanager', () => {
  const [[klantmanager, leden] = ['', []]] = [...kvs.caseloads].filter(([, lijst]) => lijst.length > 50);
  const gevraagd = leden.slice(0, 51).toSorted();

  it('is asked by both conditions together, and without anything of a file', async () => {
    const { vraag, verkeer } = await openToets(kvs);
    await vraag(klantmanager, gevraagd.slice(0, 1));
    expect(JSON.parse(verkeer[0]?.vraag ?? '')).toEqual({
      partijIdentificatoren: [
        {
          codeObjecttype: 'natuurlijk_persoon',
          codeSoortObjectId: 'bsn',
          codeRegister: 'brp',
          objectId: pseudoniem.bsnVan(gevraagd[0] ?? ''),
        },
      ],
      behandelaar: {
        codeObjecttype: 'mdw',
        codeSoortObjectId: 'idf',
        codeRegister: 'msei',
        objectId: klantmanager,
      },
      expand: [],
    });
  });

  it('is yes for who was seen, and not no for the others, when a page does not come', async () => {
    const { vraag } = await openToets(kvs, (body, { query }) =>
      query.get('page') === '2' ? { storing: true } : body,
    );
    const antwoord = await vraag(klantmanager, gevraagd);
    expect(antwoord).toMatchObject({ uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' });
    expect(antwoord.clienten?.length).toBe(50);
    expect(antwoord.betrokkenen).toEqual(gevraagd);
  });

  it('is not no when a party has no burgerservicenummer: it may be anybody', async () => {
    const { vraag } = await openToets(kvs, (body) => ({ ...body, results: [{ partijIdentificatoren: [] }] }));
    expect(await vraag(klantmanager, gevraagd.slice(0, 1))).toMatchObject({
      uitkomst: 'FOUT',
      reden: 'ONVOLLEDIG',
    });
  });
});
