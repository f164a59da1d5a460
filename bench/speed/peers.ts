import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../peers', import.meta.url));
const mark = `${folder}/node_modules/.bench-lock`;

/** Installs the peers as their lockfile has them, unless they are there. @returns why they are not, if so */
export function installPeers(log: (line: string) => void): string | undefined {
  const lock = createHash('sha256')
    .update(readFileSync(`${folder}/package-lock.json`))
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return undefined;
  log('installing the peers in bench/peers (800 MB, used by the bench only)');
  const { status, stderr, error } = spawnSync('npm', ['ci', '--prefix', folder, '--loglevel', 'error'], {
    encoding: 'utf8',
    cwd: folder,
  });
  if (status !== 0) return `npm ci in bench/peers failed: ${error?.message ?? stderr.slice(0, 300)}`;
  writeFileSync(mark, lock);
  return undefined;
}
