/**
 * `npm run build`: JavaScript of the product in `dist/`, as production runs it (`node <flags> dist/commands/gateway.js`,
 * the flags as in `node-flags.ts`), and beside it the SDL that the code reads from where it stands.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
const sdl = readdirSync('subgraphs', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.graphql'),
);
for (const file of sdl) cpSync(`subgraphs/${file}`, `dist/subgraphs/${file}`);
console.log(`dist: built, with ${String(sdl.length)} files of SDL`);
