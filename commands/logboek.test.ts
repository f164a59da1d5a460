import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogboek } from '../gateway/accountability/index.ts';
import { auditregel, klant, proefSettings, verwerking } from '../gateway/accountability/proeflogboek.ts';
import { metMap } from '../gateway/accountability/segmenten/proefmap.ts';
import { createLogger } from '../subgraphs/kit/index.ts';

it('verifies, reads, and says how it went by its exit code', async () => {
  await metMap(async (dir) => {
    const settings = proefSettings(dir);
    const logboek = await createLogboek(settings, createLogger('proef', { level: 'silent' }));
    await logboek.schrijf({
      verwerkingen: [verwerking(klant), verwerking(klant)],
      audit: auditregel({ ontsnapping: { reden: 'collega is ziek' } }),
    });
    await logboek.sluit();
    const run = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'commands/logboek.ts', ...args],
        {
          encoding: 'utf8',
          env: { ...process.env, LOGBOEK_DIR: settings.dir, LOGBOEK_SLEUTEL_FILE: settings.sleutelFiles[0] },
        },
      );
      return { status, uit: stdout, fout: stderr };
    };
    const sleutel = join(dir, 'publiek.pem');
    const goed = run('verify', '--sleutel', sleutel);
    expect(goed).toMatchObject({ status: 0, fout: '' });
    expect(goed.uit).toMatch(/^ok {2}\S+\/verwerkingen \(verwerkingen\): 2 records in 3 lines, 1 segments\n/);
    expect(goed.uit).toMatch(/head {7}GOED, GESLOTEN, 0 lines after it/);

    const gelezen = run('lees', '--betrokkene', klant);
    expect(gelezen).toMatchObject({ status: 0, fout: '' });
    expect(gelezen.uit).toMatch(
      /^2026-11-22T09:00:00\.000Z {2}inkomen {2}gemeente {2}GWS {2}Ok {2}ClientProfiel\n/,
    );
    expect(gelezen.uit).toMatch(/\n2 records\n$/);

    const rapport = run('ontsnappingen', '--week', '2026-W47');
    expect(rapport).toMatchObject({ status: 0, fout: '' });
    expect(rapport.uit).toMatch(/"collega is ziek"\n1 files of somebody else's client in 2026-W47\n$/);
    expect(run('ontsnappingen', '--week', '2026-W46').uit).toMatch(/^0 files/);
    expect(run('ontsnappingen', '--week', '47')).toMatchObject({ status: 2 });

    const segment = join(settings.dir, 'verwerkingen', 'segment-00000001.jsonl');
    const heel = readFileSync(segment, 'utf8');
    writeFileSync(segment, heel.replace('GWS', 'KVS'));
    const fout = run('verify', '--json');
    expect(fout.status).toBe(1);
    expect(JSON.parse(fout.uit)).toMatchObject({
      logs: [
        { klopt: false, problemen: [{ soort: 'GEWIJZIGD', segment: 'segment-00000001.jsonl', regel: 2 }] },
        { klopt: true },
      ],
    });
    writeFileSync(segment, heel);
    rmSync(join(settings.dir, 'audit'), { recursive: true });
    expect(run('verify')).toMatchObject({ status: 1 });

    expect(run('verify', '--dir', join(dir, 'elders'))).toMatchObject({ status: 2 });
    expect(run('lees', '--betrokkene', '999990019')).toMatchObject({ status: 2 });
    expect(run('iets')).toMatchObject({ status: 2 });
  });
}, 120_000);
