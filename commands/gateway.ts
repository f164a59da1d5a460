/**
 * `npm run gateway [-- --supergraph <file> --port <n>]`: the gateway as a process of its own. With
 * `--supergraph` it serves that file, each subgraph at the address the file gives.
 */
import { parseArgs } from 'node:util';
import { ontwikkelOmgeving } from './development.ts';

const { values } = parseArgs({ options: { supergraph: { type: 'string' }, port: { type: 'string' } } });
if (values.port !== undefined) process.env['PORT'] = values.port;
const env = { ...(await ontwikkelOmgeving(process.env)) };
if (values.supergraph !== undefined) {
  env['SUPERGRAPH'] = values.supergraph;
  for (const key of Object.keys(env)) {
    if (key.startsWith('SUBGRAPH_URL_') && process.env[key] === undefined) delete env[key];
  }
}
Object.assign(process.env, env);
await import('../gateway/main.ts');
