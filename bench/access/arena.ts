import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, print, visit } from 'graphql';
import { z } from 'zod';
import { ontwikkelPseudoniem } from '../../commands/development.ts';
import { openOntwikkelIssuer } from '../../commands/development-issuer.ts';
import { ontwikkelLogboek } from '../../commands/development-logboek.ts';
import { mandatenVan, medewerkerVan } from '../../commands/development-persons.ts';
import { openVerzoeksleutel } from '../../commands/development-request-key.ts';
import { gatewayFlags } from '../../commands/node-flags.ts';
import { dossiervraag } from '../../gateway/access/index.ts';
import { auditDir, leesSegmenten, verwerkingenDir } from '../../gateway/accountability/index.ts';
import { ask, type Running, script, start } from '../speed/processes/index.ts';
import type { DocumentName, Variant } from './variants.ts';

/** What is measured over: the partners, and a worker who is signed in. */
export type Arena = {
  readonly partners: Running;
  /** Requests to subgraphs so far. */
  readonly requests: () => Promise<number>;
  /** Records of a gateway on disk so far, audit lines among them. */
  readonly records: (variant: Variant) => Promise<number>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: (document: DocumentName) => string;
  readonly startGateway: (
    variant: Variant,
    nodeFlags: readonly string[],
  ) => Promise<{ readonly process: Running; readonly port: number }>;
  readonly stop: () => Promise<void>;
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const gatewayFile = fileURLToPath(new URL('gateway.ts', import.meta.url));

/** What a klantmanager may not see of the client profile: nobody is asked for it, so no comparison has it. */
const unseen = ['uitkeringsspecificatie', 'opgaven'];
const workerOf = medewerkerVan('klantmanager', 1, mandatenVan(ontwikkelPseudoniem.WERKPLEIN_REGIO));
const validSeconds = 3_600;

const state = z.object({
  urls: z.record(z.string(), z.string()),
  clientnummer: z.string(),
  requests: z.number(),
});

/** Starts the partners; keys, documents and logs are on the disk of the repository, and removed by `stop`. */
export async function openArena(): Promise<Arena> {
  mkdirSync(join(root, 'var'), { recursive: true });
  const folder = mkdtempSync(join(root, 'var', 'bench-'));
  const clear = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  // Also when the run is stopped half-way.
  process.once('exit', clear);
  const { medewerkernummer = '' } = workerOf;
  const partners = start('harness', script(new URL('partners.ts', import.meta.url), medewerkernummer), true);
  const { urls, clientnummer } = await ask(partners, {}, state);
  const keys = join(folder, 'keys');
  const issuer = await openOntwikkelIssuer(keys);
  const variables: Readonly<Record<DocumentName, object>> = {
    profile: { clientnummer },
    question: {
      ...{ clientnummers: [clientnummer], medewerkernummer, klantmanager: true },
      ...{ werkcoach: false, arbeidsbemiddelaar: false, matchmaker: false },
    },
    nothing: {},
  };
  return {
    partners,
    requests: async () => (await ask(partners, {}, state)).requests,
    records: async (variant) => {
      const log = join(folder, variant);
      return (await countLines(verwerkingenDir(log))) + (await countLines(auditDir(log)));
    },
    headers: {
      authorization: `Bearer ${await issuer.token(workerOf, validSeconds)}`,
      'x-doelbinding': 'reintegratie',
    },
    body: (document) => JSON.stringify({ documentId: document, variables: variables[document] }),
    startGateway: async (variant, nodeFlags) => {
      const process = start(
        'gateway',
        {
          argv: [
            globalThis.process.execPath,
            ...[...gatewayFlags, ...nodeFlags],
            ...['--import', 'tsx', gatewayFile, variant],
          ],
          env: {
            ...ontwikkelPseudoniem,
            ...issuer.omgeving,
            ...openVerzoeksleutel(keys).gateway,
            ...ontwikkelLogboek(join(folder, variant), keys),
            ...Object.fromEntries(
              Object.entries(urls).map(([name, url]) => [`SUBGRAPH_URL_${name.toUpperCase()}`, url]),
            ),
            ...settings,
            TRUSTED_DOCUMENTS: writeDocuments(folder),
          },
        },
        true,
      );
      return { process, ...(await ask(process, {}, z.object({ port: z.number() }))) };
    },
    stop: async () => {
      await partners.stop();
      process.off('exit', clear);
      clear();
    },
  };
}

async function countLines(log: string): Promise<number> {
  if (!existsSync(log)) return 0;
  let lines = 0;
  for await (const _line of leesSegmenten(log)) lines += 1;
  return lines;
}

const settings = {
  NODE_ENV: 'bench',
  PORT: '0',
  GRAPHIQL: 'false',
  ONLY_TRUSTED: 'true',
  LOG_LEVEL: 'warn',
  // One worker asks what a whole office asks.
  RATE_PER_MINUTE: '1000000000',
  RATE_BURST: '1000000000',
};

function writeDocuments(folder: string): string {
  const documents = join(folder, 'documents');
  mkdirSync(documents, { recursive: true });
  const profile = parse(readFileSync(join(root, 'schema/operations/clientprofiel.graphql'), 'utf8'));
  const texts: Readonly<Record<DocumentName, string>> = {
    profile: print(visit(profile, { Field: ({ name }) => (unseen.includes(name.value) ? null : undefined) })),
    question: print(dossiervraag),
    nothing: 'query Nothing { __typename }',
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(documents, `${name}.graphql`), text);
  return documents;
}
