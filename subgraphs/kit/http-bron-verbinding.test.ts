import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { BronFout } from './bronantwoord.ts';
import { createHttpBron, type HttpVraag } from './http-bron.ts';
import { proefraadpleging } from './proefraadpleging.ts';

const opruimen: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((ruimOp) => ruimOp()));
});

/** A source that knows how many questions came before on the same connection; `vraag` gives the outcome and the calls counted. */
async function bron(antwoord: (eerder: number, socket: Socket, response: ServerResponse) => void) {
  const perVerbinding = new Map<Socket, number>();
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const eerder = perVerbinding.get(request.socket) ?? 0;
      perVerbinding.set(request.socket, eerder + 1);
      antwoord(eerder, request.socket, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  // One connection at most, so that the second question goes over that of the first.
  const http = createHttpBron({ bron: 'KVS', url, timeoutMs: 300, maxGelijktijdig: 1 });
  const stop = async () => {
    await new Promise((resolve) => {
      server.close(resolve).closeAllConnections();
    });
  };
  opruimen.push(http.sluit, stop);
  const vraag = async (meer: Partial<HttpVraag> = {}) => {
    const raadpleging = proefraadpleging();
    let aanroepen = 0;
    const verbruik = {
      ...raadpleging.verbruik,
      aanroep: () => {
        aanroepen += 1;
      },
    };
    const uitkomst = await http
      .vraag({ method: 'POST', path: '/', body: '{}', ...meer }, { ...raadpleging, verbruik })
      .then(
        ({ status, tekst }) => `${status} ${tekst}`,
        (error: unknown) => (error instanceof BronFout ? error.reden : String(error)),
      );
    return [uitkomst, aanroepen];
  };
  return { vraag, stop, vragen: () => [...perVerbinding.values()] };
}

describe('a connection that the source leaves', () => {
  it.each([
    ['closed', (socket: Socket) => socket.end()],
    ['broken', (socket: Socket) => socket.destroy()],
    ['reset', (socket: Socket) => socket.resetAndDestroy()],
  ])(
    'at its second question (%s): it is asked again on a new one, and that counts as a call',
    async (_naam, verlaat) => {
      const { vraag, vragen } = await bron((eerder, socket, response) => {
        if (eerder === 0) response.end('goed');
        else verlaat(socket);
      });
      expect(await vraag()).toEqual(['200 goed', 1]);
      expect(await vraag()).toEqual(['200 goed', 2]);
      expect(vragen()).toEqual([2, 1]);
    },
  );

  it('again and again is left alone after the second time', async () => {
    let goed = true;
    const { vraag, vragen } = await bron((_eerder, socket, response) => {
      if (goed) response.end('goed');
      else socket.destroy();
    });
    await vraag();
    goed = false;
    expect(await vraag()).toEqual(['ONBEREIKBAAR', 2]);
    expect(vragen()).toEqual([2, 1]);
  });

  it('halfway its answer has answered: there is no second question', async () => {
    const { vraag } = await bron((eerder, socket, response) => {
      if (eerder === 0) response.end('goed');
      else response.writeHead(200, { 'content-length': '99' }).write('half', () => socket.destroy());
    });
    await vraag();
    expect(await vraag()).toEqual(['ONBEREIKBAAR', 1]);
  });

  it('at its very first question is a source that fails', async () => {
    const { vraag } = await bron((_eerder, socket) => socket.destroy());
    expect(await vraag()).toEqual(['ONBEREIKBAAR', 1]);
  });
});

describe('no second question', () => {
  it('when the source does not answer in time on a kept connection', async () => {
    const { vraag, vragen } = await bron((eerder, _socket, response) => {
      if (eerder === 0) response.end('goed');
    });
    await vraag();
    expect(await vraag()).toEqual(['TE_LAAT', 1]);
    expect(vragen()).toEqual([2]);
  });

  it('when the connection is refused', async () => {
    const { vraag, stop } = await bron((_eerder, _socket, response) => response.end('goed'));
    await stop();
    expect(await vraag()).toEqual(['ONBEREIKBAAR', 1]);
  });
});

describe('a question that changes something', () => {
  const eenmalig = { isHerhaalbaar: false };

  it.each([
    ['closed', (socket: Socket) => socket.end()],
    ['broken', (socket: Socket) => socket.destroy()],
    ['reset', (socket: Socket) => socket.resetAndDestroy()],
  ])('is sent once, over a connection of its own, also when that is %s', async (_naam, verlaat) => {
    let goed = true;
    const { vraag, vragen } = await bron((_eerder, socket, response) => {
      if (goed) response.end('goed');
      else verlaat(socket);
    });
    expect(await vraag()).toEqual(['200 goed', 1]);
    expect(await vraag(eenmalig)).toEqual(['200 goed', 1]);
    goed = false;
    expect(await vraag(eenmalig)).toEqual(['ONBEREIKBAAR', 1]);
    expect(vragen()).toEqual([1, 1, 1]);
  });

  it('is not sent again to a source that takes no more now, while a read is', async () => {
    let nogGeen = true;
    const { vraag } = await bron((_eerder, _socket, response) => {
      if (nogGeen) response.writeHead(429, { 'retry-after': '0' }).end();
      else response.end('goed');
      nogGeen = false;
    });
    expect(await vraag(eenmalig)).toEqual(['BEGRENSD', 1]);
    nogGeen = true;
    expect(await vraag()).toEqual(['200 goed', 2]);
  });
});
