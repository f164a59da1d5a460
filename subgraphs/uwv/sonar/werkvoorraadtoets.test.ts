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
import { createSonar } from './source.ts';
import { createSonarStub } from './stub.ts';

const klanten = (body: Record<string, unknown>) => body['klanten'] as readonly object[];

const sonar: Toetsbron = {
  bron: 'SONAR',
  stub: createSonarStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') }),
  open: (url) => createSonar({ url, timeoutMs: 2_000, maxGelijktijdig: 4, token: 'geheim' }, pseudoniem),
  caseloads: caseloadsVan(({ werkzoekende: w }) => [
    w?.uitgeschrevenOp === undefined ? w?.werkcoach.nummer : undefined,
  ]),
  onbekend: vreemdNummer,
  voegRijToe: (body, clientnummer) => ({
    ...body,
    totaal: klanten(body).length + 1,
    klanten: [...klanten(body), { bsn: pseudoniem.bsnVan(clientnummer) }],
  }),
  aanroepenVoorHonderd: 1,
};

toetsBron(sonar);

describe('whether clients are jobseekers of a werkcoach', () => {
  const [[werkcoach, leden] = ['', []]] = [...sonar.caseloads];
  const [een = '', twee = ''] = leden;
  const bsns = [een, twee].map((nummer) => pseudoniem.bsnVan(nummer) ?? '');

  it('is asked by the numbers of the persons, in the body', async () => {
    const { vraag, verkeer } = await openToets(sonar);
    await vraag(werkcoach, [een, twee]);
    expect(verkeer.map(({ vraag: body }) => JSON.parse(body) as unknown)).toEqual([
      { werkcoach, burgerservicenummers: bsns, pagina: 1 },
    ]);
  });

  it.each([
    [
      'of another werkcoach',
      (b: Record<string, unknown>) => ({ ...b, werkcoach: 'WC-999' }),
      'ONVERWACHTE_VORM',
    ],
    [
      'with a record that cannot be read',
      (b: Record<string, unknown>) => ({ ...b, klanten: [{}] }),
      'ONVOLLEDIG',
    ],
    ['with fewer than it counts', (b: Record<string, unknown>) => ({ ...b, klanten: [] }), 'ONVOLLEDIG'],
  ])('is not known from an answer %s', async (_wat, wijzig, reden) => {
    const { vraag } = await openToets(sonar, wijzig);
    expect(await vraag(werkcoach, [een])).toMatchObject({ uitkomst: 'FOUT', reden });
  });

  it.each([
    ['no list', bsns[0]],
    ['an empty list', []],
    ['more than a hundred', Array.from({ length: 101 }, () => bsns[0])],
    ['what is no burgerservicenummer', ['123456789']],
  ])('is refused by the simulated SONAR for %s', async (_wat, burgerservicenummers) => {
    const stubs = await startStubs([sonar.stub]);
    try {
      const response = await fetch(`${stubs.bronnen['SONAR']?.url ?? ''}/sonar/v1/werkvoorraad`, {
        method: 'POST',
        headers: { authorization: 'Bearer geheim', 'content-type': 'application/json' },
        body: JSON.stringify({ werkcoach, pagina: 1, burgerservicenummers }),
      });
      expect(response.status).toBe(400);
    } finally {
      await stubs.stop();
    }
  });
});
