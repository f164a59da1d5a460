import { mkdirSync, renameSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Follower, followSupergraph, type SupergraphSettings } from './follow.ts';
import { createProeflog } from './proeflog.ts';
import { createProefmap } from './proefmap.ts';
import { proefsupergraph, slechteSupergraphs } from './proefsupergraph.ts';
import { versionOf } from './supergraph.ts';

const uur = 3_600_000;
const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

function proefmap() {
  const map = createProefmap();
  opruimen.push(map.weg);
  return map;
}

/** A follower that has begun, the SDL of what it gave, and the log. */
async function volg(settings: SupergraphSettings) {
  const { logger, regels } = createProeflog();
  const follower: Follower = await followSupergraph(settings, logger);
  opruimen.push(follower.stop);
  const genomen: string[] = [];
  follower.start(({ sdl }) => genomen.push(sdl));
  return { ...follower, genomen, regels };
}

const [oud, nieuw, nieuwer] = [proefsupergraph('oud'), proefsupergraph('nieuw'), proefsupergraph('nieuwer')];

describe('a supergraph in a file', () => {
  it.each([
    ['it is watched, so that nobody waits for the interval', uur, (pad: string) => pad],
    [
      'where watching tells nothing (behind a link), it is read at the interval',
      50,
      (pad: string) => {
        const elders = proefmap().pad('link');
        symlinkSync(pad, elders);
        return elders;
      },
    ],
  ])('that is replaced: %s', async (_naam, pollMs, vanaf) => {
    const map = proefmap();
    const { first, genomen, status, regels } = await volg({
      from: vanaf(map.schrijf('supergraph', oud)),
      pollMs,
    });
    expect(first.sdl).toBe(oud);
    map.vervang('supergraph', nieuw);
    await expect.poll(() => genomen).toEqual([nieuw]);
    map.vervang('supergraph', nieuwer);
    await expect.poll(() => genomen).toEqual([nieuw, nieuwer]);
    map.vervang('supergraph', oud);
    await expect.poll(() => genomen).toEqual([nieuw, nieuwer, oud]);
    expect(status()).toEqual({ version: versionOf(oud) });
    expect(regels).toEqual(
      [nieuw, nieuwer, oud].map((sdl) => ({
        level: 30,
        version: versionOf(sdl),
        msg: 'supergraph verified',
      })),
    );
  });

  it('that is a link into a folder that is exchanged, as Kubernetes mounts it', async () => {
    const map = proefmap();
    for (const [naam, sdl] of [
      ['..een', oud],
      ['..twee', nieuw],
      ['..drie', nieuwer],
    ] as const) {
      mkdirSync(map.pad(naam));
      writeFileSync(map.pad(`${naam}/supergraph`), sdl);
    }
    const wijs = (naam: string) => {
      symlinkSync(map.pad(naam), map.pad('..nieuw'));
      renameSync(map.pad('..nieuw'), map.pad('..data'));
    };
    wijs('..een');
    symlinkSync('..data/supergraph', map.pad('supergraph'));
    const { genomen } = await volg({ from: map.pad('supergraph'), pollMs: uur });
    wijs('..twee');
    await expect.poll(() => genomen).toEqual([nieuw]);
    wijs('..drie');
    await expect.poll(() => genomen).toEqual([nieuw, nieuwer]);
  });

  it('that is half written is a bad version until it is whole', async () => {
    const map = proefmap();
    const file = map.schrijf('supergraph', oud);
    const { genomen, status } = await volg({ from: file, pollMs: 50 });
    const helft = nieuw.slice(0, nieuw.length / 2);
    map.schrijf('supergraph', helft);
    await expect.poll(() => status().refused?.version).toBe(versionOf(helft));
    expect(genomen).toEqual([]);
    map.schrijf('supergraph', nieuw);
    await expect.poll(() => genomen).toEqual([nieuw]);
    expect(status()).toEqual({ version: versionOf(nieuw) });
  });

  it('that is being written is not read before it rests, though its first part is a supergraph too', async () => {
    const map = proefmap();
    const file = map.schrijf('supergraph', oud);
    const { genomen } = await volg({ from: file, pollMs: 20 });
    const delen = Array.from({ length: 30 }, (_, i) => `# ${i}\n`);
    map.schrijf('supergraph', nieuw);
    for (const deel of delen) {
      writeFileSync(file, deel, { flag: 'a' });
      await new Promise((klaar) => setTimeout(klaar, 15));
    }
    await expect.poll(() => genomen).toEqual([nieuw + delen.join('')]);
  });

  it('that is refused leaves the old one, whatever is wrong, and is reported once', async () => {
    const map = proefmap();
    const file = map.schrijf('supergraph', oud);
    const { genomen, status, regels } = await volg({ from: file, pollMs: 20 });
    for (const [naam, inhoud, codes] of slechteSupergraphs) {
      map.vervang('supergraph', inhoud);
      await expect
        .poll(() => {
          const { refused } = status();
          return [naam, refused?.version, refused?.problems.map(({ code }) => code)];
        })
        .toEqual([naam, versionOf(inhoud), codes]);
    }
    // The last ones are there once more, and several looks long.
    for (const [, inhoud] of slechteSupergraphs.slice(-3)) {
      map.vervang('supergraph', inhoud);
      await expect.poll(() => status().refused?.version).toBe(versionOf(inhoud));
      await new Promise((klaar) => setTimeout(klaar, 100));
    }
    map.vervang('supergraph', oud);
    await expect.poll(status).toEqual({ version: versionOf(oud) });
    expect(genomen).toEqual([]);
    expect(regels.map(({ msg, code, count }) => [msg, code, count])).toEqual(
      slechteSupergraphs.map(([, , codes]) => [
        'supergraph refused, the one before stays',
        codes[0],
        codes.length,
      ]),
    );
  });

  it('that is away is awaited, and that is reported once', async () => {
    const map = proefmap();
    const file = map.schrijf('supergraph', oud);
    const { genomen, status, regels } = await volg({ from: file, pollMs: 20 });
    unlinkSync(file);
    const unreachable = { code: 'ONBEREIKBAAR', reden: 'ENOENT', message: 'the file cannot be read' };
    await expect.poll(status).toEqual({ version: versionOf(oud), unreachable });
    await new Promise((klaar) => setTimeout(klaar, 150));
    map.vervang('supergraph', oud);
    await expect.poll(status).toEqual({ version: versionOf(oud) });
    const version = versionOf(oud);
    expect([genomen, regels]).toEqual([
      [],
      [
        { level: 40, version, code: 'ONBEREIKBAAR', reden: 'ENOENT', msg: 'supergraph cannot be read' },
        { level: 30, version, msg: 'supergraph can be read again' },
      ],
    ]);
  });

  it('is not looked at any more after stop', async () => {
    const map = proefmap();
    const { genomen, stop } = await volg({ from: map.schrijf('supergraph', oud), pollMs: 20 });
    await stop();
    map.vervang('supergraph', nieuw);
    await new Promise((klaar) => setTimeout(klaar, 300));
    expect(genomen).toEqual([]);
  });
});

describe('a start', () => {
  const start = async (from: string) => {
    const { logger, regels } = createProeflog();
    await followSupergraph({ from, pollMs: uur }, logger).then(
      async (follower) => {
        await follower.stop();
        throw new Error('started');
      },
      (error: unknown) => {
        if (!(error instanceof Error) || error.name !== 'SupergraphFout') throw error;
        regels.push({ message: error.message });
      },
    );
    return regels;
  };

  it('fails with every problem of a bad supergraph', async () => {
    const inhoud = proefsupergraph()
      .replace('intern: String', 'intern: String @bron(naam: "a")')
      .replace('"SUWINET_INKOMSTEN"', '"b"');
    const file = proefmap().schrijf('supergraph', inhoud);
    const regel = (veld: string) => inhoud.split('\n').findIndex((tekst) => tekst.includes(`  ${veld}:`)) + 1;
    const must = 'must name its source in capitals: @bron(naam: "SUWINET_INKOMSTEN")';
    expect(await start(file)).toEqual([
      {
        message: [
          'supergraph is not usable:',
          `  - BRON_ONLEESBAAR line ${regel('intern')}: @bron on Client.intern ${must}`,
          `  - BRON_ONLEESBAAR line ${regel('inkomen')}: @bron on Client.inkomen ${must}`,
        ].join('\n'),
      },
    ]);
  });

  it.each([
    ['a file that is not there', (map: string) => map, 'ENOENT'],
    [
      'a folder',
      (map: string) => {
        mkdirSync(map);
        return map;
      },
      'GEEN_BESTAND',
    ],
    ['a device that never ends', () => '/dev/zero', 'GEEN_BESTAND'],
  ])('fails on %s', async (_naam, maak, reden) => {
    const from = maak(proefmap().pad('supergraph'));
    const message = `supergraph is not usable:\n  - ONBEREIKBAAR (${reden}): the file cannot be read`;
    expect(await start(from)).toEqual([{ message }]);
  });

  it('fails on a file that is written all the time, and waits for one that is not', async () => {
    const map = proefmap();
    const file = map.schrijf('supergraph', nieuw);
    let i = 0;
    const schrijver = setInterval(() => {
      i += 1;
      truncateSync(file, i);
    }, 10);
    const uitkomst = start(file).finally(() => {
      clearInterval(schrijver);
    });
    const message = 'supergraph is not usable:\n  - ONBEREIKBAAR: the file is being written all the time';
    expect(await uitkomst).toEqual([{ message }]);
  });
});
