/**
 * `npm run gateway [-- --supergraph <file> --port <n>]`: the gateway as a process of its own. With
 * `--supergraph` it serves that file, each subgraph at the address the file gives.
 */
import { parseArgs } from 'node:util';
import { ontwikkelOmgeving } from './development.ts';

const { values } = parseArgs({ options: { supergraph: { type: 'string' }, port: { type: 'string' } } });
if (values.port !== undefined) process.env['PORT'] = values.port;
// Development fills in what is not set; a file that is named brings its own addresses.
const ontwikkeling = Object.entries(await ontwikkelOmgeving(process.env)).filter(
  ([key]) => values.supergraph === undefined || !key.startsWith('SUBGRAPH_URL_') || key in process.env,
);
Object.assign(process.env, Object.fromEntries(ontwikkeling));
if (values.supergraph !== undefined) process.env['SUPERGRAPH'] = values.supergraph;
await import('../gateway/main.ts');
