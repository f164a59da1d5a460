/** GraphiQL for development, served from this machine's own node_modules: nothing comes from a CDN. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const require = createRequire(import.meta.url);

/** Name under `/graphiql`, the package it is from, its file there, its media type. */
const bestanden = {
  'react.js': ['react', 'umd/react.production.min.js', 'text/javascript'],
  'react-dom.js': ['react-dom', 'umd/react-dom.production.min.js', 'text/javascript'],
  'graphiql.js': ['graphiql', 'graphiql.min.js', 'text/javascript'],
  'graphiql.css': ['graphiql', 'graphiql.min.css', 'text/css'],
} as const;

const pagina = `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>Werkplein Graph - GraphiQL</title>
    <link rel="stylesheet" href="/graphiql/graphiql.css">
    <style>body { margin: 0 } #graphiql { height: 100vh }</style>
  </head>
  <body>
    <div id="graphiql"></div>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

const start = `const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    shouldPersistHeaders: false,
    // To be filled in: npm run -s token -- --rol <rol> --doel <doel>
    defaultHeaders: '{ "Authorization": "Bearer ", "X-Doelbinding": "reintegratie" }',
  }),
);
`;

/** The page may load from its own origin only; GraphiQL's editor needs inline styles and data: fonts. */
const beleid =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; font-src 'self' data:; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Adds `/graphiql`. @throws when the development dependencies are not installed */
export function registerGraphiql(http: FastifyInstance): void {
  const security = { 'content-security-policy': beleid };
  http.get('/graphiql', async (_request, reply) =>
    reply.headers(security).type('text/html; charset=utf-8').send(pagina),
  );
  http.get('/graphiql/start.js', async (_request, reply) =>
    reply.headers(security).type('text/javascript').send(start),
  );
  for (const [naam, [pakket, bestand, type]] of Object.entries(bestanden)) {
    const inhoud = readFileSync(join(dirname(require.resolve(`${pakket}/package.json`)), bestand));
    http.get(`/graphiql/${naam}`, async (_request, reply) => reply.headers(security).type(type).send(inhoud));
  }
}
