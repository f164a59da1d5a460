/**
 * `npm run gateway [-- --supergraph <file> --port <n> --documents <folder>]`: the gateway as a process of its own.
 * With `--supergraph` it serves that file, each subgraph at the address the file gives, and the trusted documents
 * of the folder that `--documents` names.
 */
import { parseArgs } from 'node:util';
import { ontwikkelOmgeving } from './development.ts';

const { values } = parseArgs({
  options: { supergraph: { type: 'string' }, port: { type: 'string' }, documents: { type: 'string' } },
});
if (values.port !== undefined) process.env['PORT'] = values.port;
// Development fills in what is not set; a file that is named brings its own addresses.
const ontwikkeling = Object.entries(await ontwikkelOmgeving(process.env)).filter(
  ([key]) => values.supergraph === undefined || !key.startsWith('SUBGRAPH_URL_') || key in process.env,
);
Object.assign(process.env, Object.fromEntries(ontwikkeling));
if (values.supergraph !== undefined) {
  process.env['SUPERGRAPH'] = values.supergraph;
  // The front office's documents are of our own graph.
  process.env['TRUSTED_DOCUMENTS'] ??= 'none';
  // Nor does it say who may see what; production refuses an open graph.
  if (process.env['NODE_ENV'] !== 'production') process.env['ACCESS'] ??= 'open';
}
if (values.documents !== undefined) process.env['TRUSTED_DOCUMENTS'] = values.documents;
await import('../gateway/main.ts');
