/** The commands of the README, as a newcomer runs them: processes of their own, real ports. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lees } from '../operations.ts';
import { leesReadme } from './readme.ts';

const run = promisify(execFile);
/** Away from the ports of a Werkplein that a developer may have running. */
const port = 17_000 + (process.pid % 500) * 2;
const env = { ...process.env, PORT: String(port), FORCE_COLOR: '0' };
const readme = leesReadme();
let start: ChildProcess;
let uitvoer = '';
let aanmelding: Readonly<Record<string, string>>;

async function npm(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('npm', ['run', '--silent', ...args], { env });
  return stdout.trim();
}

async function stuur(body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function vraag(body: unknown): Promise<Record<string, unknown>> {
  return (await (await stuur(body, aanmelding)).json()) as Record<string, unknown>;
}

beforeAll(async () => {
  start = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const klaar = new Promise<void>((resolve, reject) => {
    const lees = (deel: Buffer) => {
      uitvoer += deel.toString('utf8');
      if (/^ready$/m.test(uitvoer)) resolve();
    };
    start.stdout?.on('data', lees);
    start.stderr?.on('data', lees);
    start.once('exit', () => {
      reject(new Error(`npm start stopped:\n${uitvoer}`));
    });
  });
  await klaar;
  const { rol, doel } = readme;
  const token = await npm('token', '--', '--rol', rol, '--doel', doel);
  aanmelding = { authorization: `Bearer ${token}`, 'x-doelbinding': doel };
}, 90_000);

afterAll(async () => {
  if (start.exitCode === null && start.signalCode === null && start.pid !== undefined) {
    process.kill(-start.pid, 'SIGTERM');
    await once(start, 'exit');
  }
});

describe('npm start', () => {
  it('serves the first query of the README with the answer of the README', async () => {
    expect(await vraag({ query: readme.query, variables: readme.variables })).toMatchObject(readme.answer);
  });

  it('serves nobody who has not signed in', async () => {
    const response = await stuur({ query: readme.query, variables: readme.variables }, {});
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NIET_AANGEMELD' } }] });
  });

  it('derives the clientnummer of the README from its BSN', async () => {
    expect(await npm('clientnummer', '--', readme.bsn)).toBe(readme.variables['clientnummer']);
  });

  it('serves GraphiQL without a word from another host', async () => {
    const pagina = await (await fetch(`http://127.0.0.1:${port}/graphiql`)).text();
    const bestanden = [...pagina.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
    expect(bestanden.length).toBeGreaterThan(3);
    for (const bestand of bestanden) {
      expect(bestand).toMatch(/^\/graphiql\//);
      const response = await fetch(`http://127.0.0.1:${port}${bestand}`);
      expect([bestand, response.status]).toEqual([bestand, 200]);
    }
  });

  it('lets a source fail and recover by npm run stub', async () => {
    expect(await npm('stub', '--', 'SUWINET_INKOMSTEN', '--fault', 'maintenance')).toBe(
      'SUWINET_INKOMSTEN: maintenance',
    );
    const query = 'query ($c: ID!) { client(clientnummer: $c) { inkomen { bron { uitkomst } } } }';
    const body = { query, variables: { c: readme.variables['clientnummer'] } };
    expect(await vraag(body)).toMatchObject({
      data: { client: { inkomen: { bron: { uitkomst: 'BRON_NIET_BESCHIKBAAR' } } } },
    });
    await npm('stub', '--', 'SUWINET_INKOMSTEN', '--fault', 'none');
    expect(await vraag(body)).toMatchObject({
      data: { client: { inkomen: { bron: { uitkomst: 'GEVONDEN' } } } },
    });
  });

  it.each([
    ['subgraph uwv', { werkzoekende: null }],
    [
      'sources of sw',
      {
        loonwaarde: { bron: { uitkomst: 'BRON_NIET_BESCHIKBAAR' } },
        // One file a night, of which the last whole one stands in: docs/adr/0008.
        wachtlijst: { bron: { uitkomst: 'GEDEELTELIJK' }, plaats: 50 },
      },
    ],
  ])('answers for the others when the process "%s" is killed', async (deel, gaten) => {
    const pid = Number(new RegExp(`^${deel} +process (\\d+)$`, 'm').exec(uitvoer)?.[1]);
    expect(pid).toBeGreaterThan(1);
    process.kill(pid, 'SIGKILL');
    const query = readme.query.replace('wachtlijst {', 'loonwaarde { bron { uitkomst } } wachtlijst {');
    const { data } = await vraag({ query, variables: readme.variables });
    expect(lees(data, 'client')).toMatchObject(gaten);
    expect(lees(data, 'client.klantdossier')).toEqual(lees(readme.answer, 'data.client.klantdossier'));
    expect(lees(data, 'client.bemiddeling')).toEqual(lees(readme.answer, 'data.client.bemiddeling'));
  });

  it('stops every process it started', async () => {
    if (start.pid === undefined) throw new Error('npm start has no process');
    process.kill(-start.pid, 'SIGTERM');
    await once(start, 'exit');
    // npm itself is gone at once; the processes below it finish what they were doing first.
    for (const een of [port, port + 1]) {
      const leeft = () =>
        fetch(`http://127.0.0.1:${een}/health/live`).then(
          () => true,
          () => false,
        );
      await expect.poll(leeft, { timeout: 15_000, interval: 100 }).toBe(false);
    }
  });
});
