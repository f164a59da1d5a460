import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/**
 * Builds the product, and what is written by hand beside it, to JavaScript: what production runs, and without what
 * running TypeScript in place adds to every function. @throws when that fails
 */
export function buildContestants(log: (line: string) => void): void {
  log('building the product and the hand-written limit');
  const options: ExecFileSyncOptions = { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('npm', ['run', '--silent', 'build'], options);
  execFileSync(process.execPath, [tsc, '-p', 'bench/tsconfig.build.json'], options);
}
