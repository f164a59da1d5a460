/** What the attacks are aimed at: the whole Werkplein with the settings of production, and its log. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ontwikkelPseudoniem } from '../../../commands/development.ts';
import { openOntwikkelIssuer } from '../../../commands/development-issuer.ts';
import { ontwikkelLogboek } from '../../../commands/development-logboek.ts';
import { medewerkerVan } from '../../../commands/development-persons.ts';
import { type LopendWerkplein, startWerkplein } from '../../../commands/in-one-process.ts';
import type { Doel, Rol } from '../../../gateway/access/index.ts';
import { createLogger, type Omgeving } from '../../../subgraphs/kit/index.ts';

export type Antwoord = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of the errors, in their order. */
  readonly codes: readonly string[];
};

export type Doelwit = {
  readonly werkplein: LopendWerkplein;
  readonly url: string;
  /** Headers of a worker who is let in. */
  readonly goed: Readonly<Record<string, string>>;
  readonly als: (rol: Exclude<Rol, 'client'>, doel: Doel) => Promise<Readonly<Record<string, string>>>;
  /** Posts what is no text as JSON. */
  readonly stuur: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Antwoord>;
  /** Sends bytes as they are, and reads until the connection is closed. */
  readonly rauw: (bytes: string) => Promise<string>;
  /** Lines of the log since the start. */
  readonly log: () => readonly string[];
  readonly stop: () => Promise<void>;
};

/** What production has and a development machine has not; any document is let in, so that there is more to attack. */
const zoalsProductie = { ACCESS: 'closed', INTROSPECTION: 'false', GRAPHIQL: 'false', RATE_BURST: '100000' };

export async function openDoelwit(env: Omgeving = {}): Promise<Doelwit> {
  const map = mkdtempSync(join(tmpdir(), 'aanval-'));
  const issuer = await openOntwikkelIssuer(map);
  const log = ontwikkelLogboek(join(map, 'logboek'), map);
  const regels: string[] = [];
  const werkplein = await startWerkplein({
    env: { ...ontwikkelPseudoniem, ...issuer.omgeving, ...log, ...zoalsProductie, ...env },
    logger: createLogger('test', {
      level: 'trace',
      destination: { write: (regel) => void regels.push(regel) },
    }),
  });
  const als: Doelwit['als'] = async (rol, doel) => {
    const token = await issuer.token(medewerkerVan(rol, 1, ['1783', '1842']), 600);
    return { authorization: `Bearer ${token}`, 'x-doelbinding': doel };
  };
  const goed = await als('klantmanager', 'reintegratie');
  const { url } = werkplein;
  return {
    werkplein,
    url,
    goed,
    als,
    log: () => regels,
    stuur: async (body, headers = goed) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return antwoordVan(response);
    },
    rauw: (bytes) => stuurRauw(url, bytes),
    stop: async () => {
      await werkplein.stop();
      rmSync(map, { recursive: true });
    },
  };
}

export async function antwoordVan(response: Response): Promise<Antwoord> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, codes: codesIn(text) };
}

export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code ?? '');
}

/** What never leaves: where our code is, how it failed, what it is made of, an address, and nine digits in a row
 * that are not of a correlation id. */
export const lek =
  /node_modules|\.ts:\d|\bat \w+ \(|file:\/\/|https?:\/\/|ECONN|TypeError|ReferenceError|SyntaxError|stacktrace|"exception"|graphql-js|apollo|fastify|(?<![\da-f-])\d{9}(?![\da-f-])/i;

/** A refusal with this code, of which nothing leaks. */
export function verwachtWeigering({ status, text, codes }: Antwoord, met: number, code: string): void {
  expect({ status, codes: [...new Set(codes)] }).toEqual({ status: met, codes: [code] });
  expect(text).not.toMatch(/"data":\{/);
  expect(text).not.toMatch(lek);
}

function stuurRauw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    let antwoord = '';
    socket.setEncoding('utf8').on('data', (deel: string) => {
      antwoord += deel;
    });
    socket.on('end', () => {
      socket.end();
      resolve(antwoord);
    });
    socket.on('error', reject);
  });
}
