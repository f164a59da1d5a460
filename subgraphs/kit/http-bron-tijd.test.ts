import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openZwartGat } from '../../test/deadline/zwart-gat.ts';
import { niemand } from './betrokkene.ts';
import { gevonden } from './bronantwoord.ts';
import { createHttpBron, type HttpBronOpties } from './http-bron.ts';
import { proefraadpleging } from './proefraadpleging.ts';
import { raadpleeg } from './raadpleeg.ts';

const opruimen: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((ruimOp) => ruimOp()));
});

/** A source whose answers are in the hands of the test. */
async function bron(
  antwoord: (response: ServerResponse, nummer: number) => void,
  opties: Partial<HttpBronOpties> = {},
) {
  let vragen = 0;
  let geteld = 0;
  const server = createServer((_request, response) => {
    vragen += 1;
    antwoord(response, vragen);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const http = createHttpBron({ bron: 'KVS', url, timeoutMs: 5_000, maxGelijktijdig: 4, ...opties });
  opruimen.push(async () => {
    await http.sluit();
    await new Promise((resolve) => {
      server.close(resolve).closeAllConnections();
    });
  });
  /** What came of one question; the calls it says it made are added up. */
  const vraag = async (signal?: AbortSignal) => {
    const raadpleging = proefraadpleging(signal === undefined ? {} : { signal });
    const antwoord = await raadpleeg(raadpleging, 'KVS', niemand, async () => {
      const { status } = await http.vraag({ method: 'GET', path: '/' }, raadpleging);
      return gevonden(String(status));
    });
    geteld += raadpleging.verbruik.regels()[0]?.aanroepen ?? 0;
    if ('gegevens' in antwoord) return antwoord.gegevens;
    return `${antwoord.uitkomst} ${'reden' in antwoord ? antwoord.reden : ''}`;
  };
  return { vraag, vragen: () => vragen, geteld: () => geteld };
}

describe('a source that limits (429)', () => {
  const eerstDruk = (wacht: Record<string, string>) => (response: ServerResponse, nummer: number) =>
    response.writeHead(nummer === 1 ? 429 : 200, nummer === 1 ? wacht : {}).end();

  it.each([
    ['is asked once more when the wait fits in the time', { 'retry-after': '0' }, {}, '200', 2],
    ['is left alone when it does not', { 'retry-after': '6' }, {}, 'BRON_NIET_BESCHIKBAAR BEGRENSD', 1],
    ['is left alone when it does not say how long', {}, {}, 'BRON_NIET_BESCHIKBAAR BEGRENSD', 1],
    [
      'is left alone when it gives a date',
      { 'retry-after': 'Wed, 01 Jan 2020 00:00:00 GMT' },
      {},
      'BRON_NIET_BESCHIKBAAR BEGRENSD',
      1,
    ],
    [
      'is left alone when it gives nonsense',
      { 'retry-after': '-1' },
      {},
      'BRON_NIET_BESCHIKBAAR BEGRENSD',
      1,
    ],
  ])('%s', async (_naam, wacht, opties, verwacht, aantal) => {
    const { vraag, vragen, geteld } = await bron(eerstDruk(wacht), opties);
    expect([await vraag(), vragen(), geteld()]).toEqual([verwacht, aantal, aantal]);
  });

  it('really waits, and is not asked a third time', async () => {
    const { vraag, vragen } = await bron((response) => response.writeHead(429, { 'retry-after': '1' }).end());
    const begin = performance.now();
    expect([await vraag(), vragen()]).toEqual(['BRON_NIET_BESCHIKBAAR BEGRENSD', 2]);
    expect(performance.now() - begin).toBeGreaterThan(950);
  });

  it('gets one time limit for both calls together', async () => {
    const { vraag, vragen } = await bron(
      (response, nummer) => {
        if (nummer === 1) response.writeHead(429, { 'retry-after': '2' }).end();
      },
      { timeoutMs: 3_000 },
    );
    const begin = performance.now();
    expect([await vraag(), vragen()]).toEqual(['BRON_NIET_BESCHIKBAAR TE_LAAT', 2]);
    expect(performance.now() - begin).toBeLessThan(4_500);
  });
});

describe('a user who goes away', () => {
  const weg = 'BRON_NIET_BESCHIKBAAR TE_LAAT';

  it('ends the call under way', async () => {
    const afbreker = new AbortController();
    let verbroken: Promise<unknown> = Promise.resolve();
    const { vraag } = await bron((response) => {
      verbroken = new Promise((resolve) => response.once('close', resolve));
      afbreker.abort();
    });
    expect(await vraag(afbreker.signal)).toBe(weg);
    await verbroken;
  });

  it('ends the wait of a limited source', async () => {
    const afbreker = new AbortController();
    const { vraag, vragen } = await bron((response) => {
      response.writeHead(429, { 'retry-after': '4' }).end();
      setTimeout(() => {
        afbreker.abort();
      }, 100);
    });
    const begin = performance.now();
    expect([await vraag(afbreker.signal), vragen()]).toEqual([weg, 1]);
    expect(performance.now() - begin).toBeLessThan(3_000);
  });

  it('is not asked for at all when gone before the call, and no call is counted', async () => {
    const { vraag, vragen, geteld } = await bron((response) => response.end());
    const nietGevraagd = 'BRON_NIET_BESCHIKBAAR TIJD_OP';
    expect([await vraag(AbortSignal.abort()), vragen(), geteld()]).toEqual([nietGevraagd, 0, 0]);
  });
});

describe('calls at once', () => {
  it('are never more than agreed, and the others are not lost', async () => {
    let bezig = 0;
    let meest = 0;
    const { vraag, vragen } = await bron(
      (response) => {
        bezig += 1;
        meest = Math.max(meest, bezig);
        setTimeout(() => {
          bezig -= 1;
          response.end();
        }, 10);
      },
      { maxGelijktijdig: 3 },
    );
    const antwoorden = await Promise.all(Array.from({ length: 20 }, () => vraag()));
    expect([new Set(antwoorden), vragen(), meest]).toEqual([new Set(['200']), 20, 3]);
  });

  it('more than can wait are refused as "takes no more questions now", not as an error of the source', async () => {
    const { vraag } = await bron((response) => response.end(), { maxGelijktijdig: 1, maxWachtend: 2 });
    const antwoorden = await Promise.all(Array.from({ length: 5 }, () => vraag()));
    const vol = 'BRON_NIET_BESCHIKBAAR BEGRENSD';
    expect(antwoorden).toEqual(['200', '200', '200', vol, vol]);
  });
});

describe('questions that stand behind others', () => {
  it('are told when their time is up, not when it is their turn, and were not asked', async () => {
    const { vraag, vragen, geteld } = await bron(() => undefined, { maxGelijktijdig: 1, timeoutMs: 20_000 });
    const afbreker = new AbortController();
    const eerste = vraag(afbreker.signal);
    const anderen = Promise.all([vraag(AbortSignal.timeout(200)), vraag(AbortSignal.timeout(250))]);
    expect(await anderen).toEqual(['BRON_NIET_BESCHIKBAAR TIJD_OP', 'BRON_NIET_BESCHIKBAAR TIJD_OP']);
    afbreker.abort();
    expect([await eerste, vragen(), geteld()]).toEqual(['BRON_NIET_BESCHIKBAAR TE_LAAT', 1, 1]);
  });

  it('do not lose their turn to those that were given up', async () => {
    const { vraag, vragen } = await bron(
      (response, nummer) => {
        if (nummer > 1) response.end();
      },
      { maxGelijktijdig: 1, timeoutMs: 20_000 },
    );
    const afbreker = new AbortController();
    const antwoorden = Promise.all([vraag(afbreker.signal), vraag(afbreker.signal), vraag()]);
    setTimeout(() => {
      afbreker.abort();
    }, 100);
    expect([await antwoorden, vragen()]).toEqual([
      ['BRON_NIET_BESCHIKBAAR TE_LAAT', 'BRON_NIET_BESCHIKBAAR TIJD_OP', '200'],
      2,
    ]);
  });
});

describe('a source to which no connection can be made', () => {
  it('is given up when the time of the question is up', async () => {
    const gat = await openZwartGat();
    const http = createHttpBron({ bron: 'KVS', url: gat.url, timeoutMs: 20_000, maxGelijktijdig: 4 });
    opruimen.push(http.sluit, gat.stop);
    const raadpleging = proefraadpleging({ signal: AbortSignal.timeout(200) });
    const begin = performance.now();
    const antwoord = await raadpleeg(raadpleging, 'KVS', niemand, async () => {
      await http.vraag({ method: 'GET', path: '/' }, raadpleging);
      return gevonden('bereikt');
    });
    expect(antwoord).toMatchObject({ uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TE_LAAT' });
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
