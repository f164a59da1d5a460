import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { niemand } from './betrokkene.ts';
import { BronFout } from './bronantwoord.ts';
import { createHttpBron, type HttpBronOpties, type HttpVraag } from './http-bron.ts';
import { proefraadpleging } from './proefraadpleging.ts';
import { raadpleeg } from './raadpleeg.ts';

const opruimen: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((ruimOp) => ruimOp()));
});

type Antwoord = (request: IncomingMessage, response: ServerResponse, nummer: number) => void;

/** A source that answers like this, on a free port, and our client of it. */
async function bron(antwoord: Antwoord, opties: Partial<HttpBronOpties> = {}) {
  const vragen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    vragen.push(request);
    antwoord(request, response, vragen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/basis/`);
  const http = createHttpBron({ bron: 'KVS', url, timeoutMs: 2_000, maxGelijktijdig: 4, ...opties });
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve).closeAllConnections();
    });
  opruimen.push(async () => {
    await http.sluit();
    await stop();
  });
  return { http, vragen, stop };
}

const zeg =
  (status: number, body = '{}', headers: Record<string, string> = {}): Antwoord =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

const vraag: HttpVraag = { method: 'POST', path: '/personen?fields=naam', body: '{"bsn":"999990019"}' };

/** Outcome and reason of a question that fails. */
const mislukking = (belofte: Promise<unknown>) =>
  belofte.then(
    () => 'answered',
    (error: unknown) => (error instanceof BronFout ? `${error.uitkomst} ${error.reden}` : error),
  );

describe('a question', () => {
  it('goes below the base URL, with the headers of the source and the correlation id, and is counted', async () => {
    const { http, vragen } = await bron(zeg(200, '{"naam":"é"}'), { headers: { 'x-api-key': 'sleutel' } });
    const raadpleging = proefraadpleging();
    const antwoord = await http.vraagJson({ ...vraag, headers: { accept: 'application/json' } }, raadpleging);
    expect([antwoord.status, antwoord.json, antwoord.waarschuwing]).toEqual([200, { naam: 'é' }, false]);
    expect(vragen.map((v) => [v.method, v.url])).toEqual([['POST', '/basis/personen?fields=naam']]);
    expect(vragen[0]?.headers).toMatchObject({
      'x-api-key': 'sleutel',
      'x-correlation-id': 'proef',
      accept: 'application/json',
    });
    await raadpleeg(raadpleging, 'KVS', niemand, () => Promise.reject(new BronFout('FOUT', 'BRONFOUT')));
    expect(raadpleging.verbruik.regels()).toMatchObject([{ bron: 'KVS', aanroepen: 1 }]);
  });

  it('says when the source answered with a warning', async () => {
    const { http } = await bron(zeg(200, '{}', { warning: '199 - "niet alles"' }));
    expect((await http.vraag(vraag, proefraadpleging())).waarschuwing).toBe(true);
  });

  it('with a status that the caller reads itself is answered', async () => {
    const { http } = await bron(zeg(404, '{"type":"weg"}'));
    const antwoord = await http.vraag({ ...vraag, ookStatus: [404] }, proefraadpleging());
    expect([antwoord.status, antwoord.tekst]).toEqual([404, '{"type":"weg"}']);
  });
});

describe('each status is an outcome', () => {
  it.each([
    [201, 'answered'],
    [204, 'answered'],
    [301, 'FOUT BRONFOUT'],
    [400, 'FOUT BRONFOUT'],
    [401, 'FOUT AANMELDING_GEWEIGERD'],
    [403, 'NIET_GERECHTIGD GEWEIGERD'],
    [404, 'FOUT BRONFOUT'],
    [429, 'BRON_NIET_BESCHIKBAAR BEGRENSD'],
    [500, 'FOUT BRONFOUT'],
    [502, 'BRON_NIET_BESCHIKBAAR ONBEREIKBAAR'],
    [503, 'BRON_NIET_BESCHIKBAAR ONDERHOUD'],
    [504, 'BRON_NIET_BESCHIKBAAR ONBEREIKBAAR'],
  ])('%i: %s', async (status, verwacht) => {
    const { http } = await bron(zeg(status, '', { location: 'http://127.0.0.1:1/elders' }));
    expect(await mislukking(http.vraag(vraag, proefraadpleging()))).toBe(verwacht);
  });
});

describe('a source that does not answer well', () => {
  it.each<[string, Antwoord, Partial<HttpBronOpties>, string]>([
    ['says nothing', () => undefined, { timeoutMs: 50 }, 'BRON_NIET_BESCHIKBAAR TE_LAAT'],
    [
      'stops halfway',
      (_request, response) => response.writeHead(200).write('{"half":'),
      { timeoutMs: 50 },
      'BRON_NIET_BESCHIKBAAR TE_LAAT',
    ],
    [
      'breaks the connection',
      (request) => request.socket.destroy(),
      {},
      'BRON_NIET_BESCHIKBAAR ONBEREIKBAAR',
    ],
    ['sends too much', zeg(200, 'x'.repeat(2_000)), { maxAntwoordBytes: 1_999 }, 'FOUT ONLEESBAAR'],
    ['sends no JSON', zeg(200, '<html>999990019</html>'), {}, 'FOUT ONLEESBAAR'],
    ['sends half of it', zeg(200, '{"bsn":"999990019"'), {}, 'FOUT ONLEESBAAR'],
  ])('%s', async (_naam, antwoord, opties, verwacht) => {
    const { http } = await bron(antwoord, opties);
    expect(await mislukking(http.vraagJson(vraag, proefraadpleging()))).toBe(verwacht);
  });

  it('is read up to its limit', async () => {
    const { http } = await bron(zeg(200, 'x'.repeat(2_000)), { maxAntwoordBytes: 2_000 });
    expect((await http.vraag(vraag, proefraadpleging())).tekst).toHaveLength(2_000);
  });

  it('refuses the connection', async () => {
    const { http, stop } = await bron(zeg(200));
    await stop();
    expect(await mislukking(http.vraag(vraag, proefraadpleging()))).toBe(
      'BRON_NIET_BESCHIKBAAR ONBEREIKBAAR',
    );
  });

  it('leaves neither question nor answer in the error or the log', async () => {
    const { http } = await bron(zeg(200, '{"naam":"Canarie","bsn":"999990019"'));
    const raadpleging = proefraadpleging();
    const fout = await http.vraagJson(vraag, raadpleging).catch((error: unknown) => error);
    await raadpleeg(raadpleging, 'KVS', niemand, () => Promise.reject(fout as BronFout));
    const gezegd = (fout as BronFout).message + raadpleging.log();
    expect(gezegd).toContain('ONLEESBAAR');
    expect(gezegd).not.toMatch(/999990019|Canarie|personen|127\.0\.0\.1/);
  });
});
