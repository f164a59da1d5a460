import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { niemand } from './betrokkene.ts';
import { gevonden, slice } from './bronantwoord.ts';
import { defineSubgraph } from './define-subgraph.ts';
import { GraafFout } from './errors.ts';
import { createLogger } from './logger.ts';
import { type Raadpleging, raadpleeg } from './raadpleeg.ts';
import { startSubgraph } from './serve.ts';
import type { SubgraphToegang } from './verzoek/index.ts';

const sdl = `
enum Bron { GWS }
type Uitkering { bron: Bronvermelding! bedragCenten: Int }
type Query {
  uitkering: Uitkering
  leeg(dag: Date, n: Int): String
  ongeldig: String
  bug(naam: String): String
  nooit: String
}`;

type Context = { readonly raadpleging: Raadpleging };

/** A tiny subgraph, served: a slice, a refusal, a bug and a question that never ends; and what it saw. */
export async function startProefsubgraph(
  opties: { readonly toegang?: SubgraphToegang; readonly now?: () => Date } = {},
) {
  let log = '';
  let gesloten = 0;
  let gezien: Raadpleging | undefined;
  let hangt: Promise<unknown> | undefined;
  const map = mkdtempSync(join(tmpdir(), 'subgraph-'));
  writeFileSync(join(map, 'schema.graphql'), sdl);
  const definitie = defineSubgraph<object, Context>({
    naam: 'proef',
    partner: 'Proef',
    schema: pathToFileURL(join(map, 'schema.graphql')),
    bronnen: ['GWS'],
    leesConfig: () => ({}),
    open: () => ({
      context: (raadpleging) => {
        gezien = raadpleging;
        return { raadpleging };
      },
      sluit: async () => {
        gesloten += 1;
      },
    }),
    resolvers: {
      Query: {
        uitkering: async (_root: unknown, _args: unknown, { raadpleging }: Context) => {
          raadpleging.verbruik.aanroep('GWS');
          const antwoord = await raadpleeg(raadpleging, 'GWS', niemand, async () =>
            gevonden(5, '2025-03-XX'),
          );
          return slice(antwoord, (bedragCenten) => ({ bedragCenten }));
        },
        leeg: () => null,
        ongeldig: () => {
          throw new GraafFout('ONGELDIGE_INVOER', 'Not like this.');
        },
        bug: (_root: unknown, { naam }: { readonly naam: string }) => {
          throw new TypeError(`no map of ${naam}`);
        },
        nooit: (_root: unknown, _args: unknown, { raadpleging }: Context) => {
          hangt = new Promise((resolve) => {
            raadpleging.signal.addEventListener('abort', resolve, { once: true });
          });
          return hangt.then(() => null);
        },
      },
    },
  });
  rmSync(map, { recursive: true });
  const server = await startSubgraph(definitie, {
    config: {},
    toegang: opties.toegang ?? { soort: 'OPEN' },
    port: 0,
    logger: createLogger('proef', { level: 'trace', destination: { write: (regel) => (log += regel) } }),
    now: opties.now ?? (() => new Date('2025-03-03T08:00:00Z')),
  });
  const stuur = async (body: string, headers: Record<string, string> = {}, signal?: AbortSignal) => {
    const antwoord = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      ...(signal === undefined ? {} : { signal }),
    });
    return { status: antwoord.status, tekst: await antwoord.text() };
  };
  return {
    ...server,
    stuur,
    vraag: async (query: string, variables?: unknown): Promise<unknown> =>
      JSON.parse((await stuur(JSON.stringify({ query, variables }))).tekst),
    log: () => log,
    gesloten: () => gesloten,
    gezien: () => gezien,
    /** Resolves when the question that never ends is cancelled; undefined before it was asked. */
    hangt: () => hangt,
  };
}
