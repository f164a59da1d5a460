import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogger } from '../../../subgraphs/kit/index.ts';
import { createLogboek } from '../logboek.ts';
import { activiteit, auditregel, klant, proefSettings, verwerking } from '../proeflogboek.ts';
import { metMap, openProef } from '../segmenten/proefmap.ts';
import type { NaarLogRecord } from './logrecord.ts';
import { createUitvoer, type Uitvoer } from './uitvoer.ts';

const stil = createLogger('proef', { level: 'silent' });

type Post = {
  readonly ids: readonly string[];
  readonly headers: IncomingMessage['headers'];
  readonly tekst: string;
};

/** A collector that answers with what `antwoord` says about a post. */
async function metCollector(
  antwoord: (post: Post) => number,
  doe: (url: URL, posts: Post[]) => Promise<void>,
): Promise<void> {
  const posts: Post[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const delen: Buffer[] = [];
    request.on('data', (deel: Buffer) => delen.push(deel));
    request.on('end', () => {
      const tekst = Buffer.concat(delen).toString('utf8');
      const ids = [...tekst.matchAll(/"body":\{"stringValue":"([^"]+)"\}/g)].map(([, id]) => id ?? '');
      const post = { ids, headers: request.headers, tekst };
      const status = antwoord(post);
      if (status === 200) posts.push(post);
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  try {
    await doe(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/logs`), posts);
  } finally {
    server.closeAllConnections();
    await new Promise((klaar) => server.close(klaar));
  }
}

/** Takes a log of `{ id }` over. */
function openUitvoer(dir: string, url: URL, meer: object = {}): Uitvoer {
  const naarLogRecord: NaarLogRecord = ({ inhoud }) => ({
    timeUnixNano: '1',
    observedTimeUnixNano: '1',
    severityNumber: 9,
    severityText: 'INFO',
    body: { stringValue: (inhoud as { id: string }).id },
    attributes: [],
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  });
  const settings = {
    url,
    dienst: 'proef',
    maxRegels: 7,
    rondeMs: 5,
    maxWachtMs: 20,
    timeoutMs: 2_000,
    ...meer,
  };
  return createUitvoer(join(dir, 'log'), join(dir, 'uitvoer', 'wijzer.json'), naarLogRecord, settings, stil);
}

const reeks = (van: number, tot: number) =>
  Array.from({ length: tot - van }, (_leeg, i) => `r${String(van + i)}`);

it('takes every record over, in order, over segments, while the log is written', async () => {
  await metMap(async (dir) => {
    await metCollector(
      () => 200,
      async (url, posts) => {
        const log = await openProef(join(dir, 'log'), { maxBytes: 900 });
        const uitvoer = openUitvoer(dir, url);
        uitvoer.start(() => log.stand().nr);
        for (const id of reeks(0, 60)) await log.append([{ id }]);
        await expect.poll(() => posts.flatMap(({ ids }) => ids)).toEqual(reeks(0, 60));
        expect(Math.max(...posts.map(({ ids }) => ids.length))).toBeLessThanOrEqual(7);
        await uitvoer.stop();
        await log.sluit();
      },
    );
  });
});

it('loses nothing while the collector is away, and goes on where it was after a restart', async () => {
  await metMap(async (dir) => {
    const log = await openProef(join(dir, 'log'), { maxBytes: 900 });
    const alles: string[] = [];
    let weg = false;
    await metCollector(
      () => (weg ? 503 : 200),
      async (url, posts) => {
        const eerste = openUitvoer(dir, url);
        eerste.start(() => log.stand().nr);
        await log.append(reeks(0, 10).map((id) => ({ id })));
        await expect.poll(() => posts.flatMap(({ ids }) => ids).length).toBe(10);
        weg = true;
        for (const id of reeks(10, 40)) await log.append([{ id }]);
        // Away in both ways: it says so, and it is not there.
        await new Promise((klaar) => setTimeout(klaar, 60));
        await eerste.stop();
        alles.push(...posts.flatMap(({ ids }) => ids));
      },
    );
    const nergens = openUitvoer(dir, new URL('http://127.0.0.1:9/v1/logs'));
    nergens.start(() => log.stand().nr);
    await new Promise((klaar) => setTimeout(klaar, 60));
    await nergens.stop();
    await metCollector(
      () => 200,
      async (url, posts) => {
        const weer = openUitvoer(dir, url);
        weer.start(() => log.stand().nr);
        await expect.poll(() => [...alles, ...posts.flatMap(({ ids }) => ids)]).toEqual(reeks(0, 40));
        await weer.stop();
      },
    );
    await log.sluit();
  });
});

it('passes over the one record that a collector refuses, and no other', async () => {
  await metMap(async (dir) => {
    await metCollector(
      ({ ids }) => (ids.includes('r13') ? 400 : 200),
      async (url, posts) => {
        const log = await openProef(join(dir, 'log'));
        await log.append(reeks(0, 30).map((id) => ({ id })));
        const uitvoer = openUitvoer(dir, url);
        uitvoer.start(() => log.stand().nr);
        await expect
          .poll(() => posts.flatMap(({ ids }) => ids))
          .toEqual(reeks(0, 30).filter((id) => id !== 'r13'));
        await uitvoer.stop();
        await log.sluit();
      },
    );
  });
});

it('sends what the logs of the gateway hold, with no plain number of a person', async () => {
  await metMap(async (dir) => {
    await metCollector(
      () => 200,
      async (url, posts) => {
        const otlp = { url: new URL('/', url), tokenFile: undefined };
        const logboek = await createLogboek(proefSettings(dir, { otlp }), stil);
        await logboek.schrijf({ verwerkingen: [verwerking(klant)], audit: auditregel() });
        await expect.poll(() => posts.length).toBe(2);
        const tekst = posts.map((post) => post.tekst).join('\n');
        expect(tekst).not.toContain(klant);
        expect(tekst).toContain('"timeUnixNano":"1795338000000000000"');
        expect(tekst).toContain(
          `{"key":"dpl.core.processing_activity_id","value":{"stringValue":"${activiteit('inkomen', 'gemeente')}"}}`,
        );
        expect(tekst).toContain('{"key":"audit.actor","value":{"stringValue":"mw-3f2b8c1e"}}');
        await logboek.sluit();
      },
    );
  });
});
