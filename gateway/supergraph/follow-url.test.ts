import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { followSupergraph } from './follow.ts';
import { createProeflog } from './proeflog.ts';
import { proefsupergraph } from './proefsupergraph.ts';
import { versionOf } from './supergraph.ts';

const uur = 3_600_000;
const [oud, nieuw] = [proefsupergraph('oud'), proefsupergraph('nieuw')];
const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

type Antwoord = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP server that answers as it was last told, and remembers under which condition it was asked. */
async function uitgever(eerste: Antwoord) {
  let antwoord = eerste;
  const voorwaarden: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    voorwaarden.push(request.headers['if-none-match']);
    antwoord(request, response);
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  opruimen.push(async () => {
    await new Promise((klaar) => {
      server.close(klaar).closeAllConnections();
    });
  });
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graph?versie=nu`),
    voorwaarden,
    geef: (nu: Antwoord) => {
      antwoord = nu;
    },
    /** Until it has been asked `keer` times more. */
    gevraagd: async (keer: number) => {
      const begin = voorwaarden.length;
      await expect.poll(() => voorwaarden.length - begin).toBeGreaterThanOrEqual(keer);
    },
    verbindingen: () =>
      new Promise((klaar) =>
        server.getConnections((_fout, aantal) => {
          klaar(aantal);
        }),
      ),
  };
}

async function volg(from: URL, pollMs = 20) {
  const { logger, regels } = createProeflog();
  const follower = await followSupergraph({ from, pollMs, timeoutMs: 1_000 }, logger);
  opruimen.push(follower.stop);
  const genomen: string[] = [];
  follower.start(({ sdl }) => genomen.push(sdl));
  return { ...follower, genomen, regels };
}

const zonderEtag =
  (sdl: string): Antwoord =>
  (_request, response) => {
    response.end(sdl);
  };

/** Answers 304 to who has this version, as a static file server does. */
const metEtag =
  (sdl: string): Antwoord =>
  (request, response) => {
    const etag = `W/"${versionOf(sdl)}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag }).end(sdl);
  };

describe('a supergraph at a URL', () => {
  it('with an ETag is sent once for each version', async () => {
    const { url, geef, gevraagd, voorwaarden } = await uitgever(metEtag(oud));
    const { first, genomen, status } = await volg(url);
    expect(first.sdl).toBe(oud);
    await gevraagd(3);
    geef(metEtag(nieuw));
    await expect.poll(() => genomen).toEqual([nieuw]);
    await gevraagd(3);
    const [van, naar] = [oud, nieuw].map((sdl) => `W/"${versionOf(sdl)}"`);
    expect(voorwaarden[0]).toBeUndefined();
    expect(new Set(voorwaarden.slice(1))).toEqual(new Set([van, naar]));
    expect([genomen, status()]).toEqual([[nieuw], { version: versionOf(nieuw) }]);
  });

  it('without an ETag is compared by its content', async () => {
    const { url, geef, gevraagd, voorwaarden } = await uitgever(zonderEtag(oud));
    const { genomen } = await volg(url);
    await gevraagd(3);
    geef(zonderEtag(nieuw));
    await expect.poll(() => genomen).toEqual([nieuw]);
    await gevraagd(3);
    expect(genomen).toEqual([nieuw]);
    expect(new Set(voorwaarden)).toEqual(new Set([undefined]));
  });

  it('is looked at at the interval, and no sooner', async () => {
    const { url, voorwaarden } = await uitgever(zonderEtag(oud));
    await volg(url, 500);
    await pause(1_250);
    // At the start, when following starts, and at most twice at the interval; a busy machine is later.
    expect(voorwaarden.length).toBeGreaterThan(1);
    expect(voorwaarden.length).toBeLessThan(5);
  });

  it('that is no supergraph is refused and not asked for again in full', async () => {
    const { url, geef, gevraagd, voorwaarden } = await uitgever(metEtag(oud));
    const { genomen, status } = await volg(url);
    geef(metEtag('type Query {'));
    await expect.poll(() => status().refused?.problems[0]?.code).toBe('GEEN_SDL');
    await gevraagd(2);
    expect(voorwaarden.at(-1)).toBe(`W/"${versionOf('type Query {')}"`);
    geef(metEtag(oud));
    await expect.poll(status).toEqual({ version: versionOf(oud) });
    expect(genomen).toEqual([]);
  });
});

const niets: Antwoord = () => undefined;
const status =
  (code: number, headers = {}): Antwoord =>
  (_request, response) => {
    response.writeHead(code, headers).end('Jansen');
  };
const geenHeel = 'the URL gives no whole answer within 1000 ms';

/** What a URL can do instead of giving a supergraph, and what is reported of it. */
const storingen: readonly (readonly [
  wat: string,
  antwoord: Antwoord,
  message: string,
  reden: string | null,
])[] = [
  ['status 500', status(500), 'the URL answers with HTTP status 500', 'HTTP_500'],
  ['status 404', status(404), 'the URL answers with HTTP status 404', 'HTTP_404'],
  ['no content', status(204), 'the URL answers with HTTP status 204', 'HTTP_204'],
  [
    'a redirect, which is not followed',
    status(302, { location: '/elders' }),
    'the URL answers with HTTP status 302',
    'HTTP_302',
  ],
  ['"not modified" to who did not ask that', status(304), 'the URL answers with HTTP status 304', 'HTTP_304'],
  ['nothing', niets, geenHeel, 'TE_LAAT'],
  [
    'the first half and then nothing',
    (_request, response) => {
      response.write(nieuw.slice(0, 500));
    },
    geenHeel,
    'TE_LAAT',
  ],
  [
    'an error page without end',
    (_request, response) => {
      response.writeHead(500).write('Jansen');
    },
    geenHeel,
    'TE_LAAT',
  ],
  [
    'the first half and then an end of the connection',
    (_request, response) => {
      response.writeHead(200, { 'content-length': nieuw.length });
      response.write(nieuw.slice(0, 500), () => response.destroy());
    },
    'the URL cannot be read',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  ],
  [
    'the first half of who knows how much and then an end of the connection',
    (_request, response) => {
      response.write(nieuw.slice(0, 500), () => response.destroy());
    },
    'the URL cannot be read',
    null,
  ],
  [
    'an end of the connection',
    (request) => {
      request.socket.destroy();
    },
    'the URL cannot be read',
    'UND_ERR_SOCKET',
  ],
];

describe('a URL that gives', () => {
  it.each(storingen)(
    '%s: the old one stays, and the next look is another',
    async (_naam, storing, message, reden) => {
      const { url, geef, gevraagd } = await uitgever(zonderEtag(oud));
      const { genomen, regels, ...follower } = await volg(url);
      geef(storing);
      const version = versionOf(oud);
      const probleem = { code: 'ONBEREIKBAAR', ...(reden === null ? {} : { reden }) };
      await expect.poll(follower.status).toEqual({ version, unreachable: { ...probleem, message } });
      await gevraagd(2);
      expect([genomen, regels]).toEqual([
        [],
        [{ level: 40, version, ...probleem, msg: 'supergraph cannot be read' }],
      ]);
      geef(zonderEtag(nieuw));
      await expect.poll(() => genomen).toEqual([nieuw]);
      expect(follower.status()).toEqual({ version: versionOf(nieuw) });
    },
  );

  it.each(storingen)('%s: no start', async (_naam, storing, message, reden) => {
    const { url } = await uitgever(storing);
    await expect(volg(url)).rejects.toThrow(
      `supergraph is not usable:\n  - ONBEREIKBAAR${reden === null ? '' : ` (${reden})`}: ${message}`,
    );
  });

  it('more than a supergraph may be: reading ends there', async () => {
    let gesloten = 0;
    const eindeloos: Antwoord = (_request, response) => {
      response.on('close', () => {
        gesloten += 1;
      });
      const blok = Buffer.alloc(1024 * 1024, '#');
      const verder = () => {
        while (!response.destroyed && response.write(blok));
      };
      response.on('drain', verder);
      verder();
    };
    const { url, geef } = await uitgever(zonderEtag(oud));
    const follower = await volg(url);
    geef(eindeloos);
    await expect
      .poll(() => follower.status().refused?.problems)
      .toEqual([{ code: 'TE_GROOT', message: 'is larger than 10485760 bytes' }]);
    await expect.poll(() => gesloten).toBeGreaterThan(0);
    geef(zonderEtag(nieuw));
    await expect.poll(() => follower.genomen).toEqual([nieuw]);
  });
});

describe('stop', () => {
  it('does not wait for an answer, and leaves no connection', async () => {
    const { url, geef, gevraagd, verbindingen } = await uitgever(zonderEtag(oud));
    const { logger, regels } = createProeflog();
    const follower = await followSupergraph({ from: url, pollMs: 20, timeoutMs: uur }, logger);
    const genomen: string[] = [];
    geef(niets);
    follower.start(({ sdl }) => genomen.push(sdl));
    await gevraagd(1);
    expect(await verbindingen()).toBe(1);
    await follower.stop();
    await expect.poll(verbindingen).toBe(0);
    expect([genomen, regels]).toEqual([[], []]);
  });

  it('can come before following starts', async () => {
    const { url, verbindingen } = await uitgever(zonderEtag(oud));
    const { logger } = createProeflog();
    const follower = await followSupergraph({ from: url, pollMs: 20 }, logger);
    await follower.stop();
    await expect.poll(verbindingen).toBe(0);
  });
});
