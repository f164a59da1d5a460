import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentBody, type Gateway, type Place } from './contestant.ts';

const peersFolder = fileURLToPath(new URL('../../peers/', import.meta.url));
const env = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };

function peer(contestant: string, title: string, command: Gateway['command']): Gateway {
  return { peer: true, command, doors: [{ contestant, title, body: documentBody }] };
}

function hive(...flags: readonly string[]): Gateway['command'] {
  return ({ supergraphFile, port }) => ({
    argv: [
      process.execPath,
      ...['node_modules/@graphql-hive/gateway/dist/bin.js', 'supergraph', supergraphFile],
      ...['--host', '127.0.0.1', '--port', String(port), '--config-path', 'hive.config.mjs', ...flags],
    ],
    cwd: peersFolder,
    env,
  });
}

/** Grafbase composes the SDL of the subgraphs itself; its identical requests in flight are not shared either. */
function grafbaseConfig({ graph, urls, folder }: Place): string {
  const sections = graph.subgraphs.map(({ name, sdl }) => {
    const schema = join(folder, `grafbase-${name}.graphql`);
    writeFileSync(schema, sdl);
    return `[subgraphs.${name}]\nurl = "${urls[name] ?? ''}"\nschema_path = "${schema}"\n`;
  });
  const file = join(folder, 'grafbase.toml');
  writeFileSync(file, ['[traffic_shaping]\ninflight_deduplication = false\n', ...sections].join('\n'));
  return file;
}

export const peers: readonly Gateway[] = [
  peer('stock', '@apollo/server + @apollo/gateway', ({ supergraphFile, port }) => ({
    argv: [process.execPath, 'apollo.mjs', supergraphFile, String(port)],
    cwd: peersFolder,
    env,
  })),
  peer('hive', 'Hive Gateway', hive()),
  peer('hive-rust', 'Hive Gateway, Rust planner', hive('--hive-router-runtime')),
  peer('grafbase', 'Grafbase', (place) => ({
    argv: [
      join(peersFolder, 'node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase'),
      ...['--home', place.folder, 'dev', '--config', grafbaseConfig(place)],
      ...['--listen-address', `127.0.0.1:${place.port}`],
    ],
    cwd: place.folder,
  })),
  peer('mercurius', 'Mercurius gateway', ({ graph, urls, port }) => ({
    argv: [
      process.execPath,
      'mercurius.mjs',
      JSON.stringify(graph.subgraphs.map(({ name, sdl }) => ({ name, url: urls[name], schema: sdl }))),
      String(port),
    ],
    cwd: peersFolder,
    env,
  })),
];
