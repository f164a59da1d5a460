/** The development issuer and the command that asks it for tokens, with the gateway's own identifier as judge. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createIdentifier,
  doelenVanRol,
  type Identifier,
  leesIdentitySettings,
  rollen,
} from '../gateway/access/index.ts';
import {
  ConfiguratieFout,
  createLogger,
  createPseudonimiseerder,
  type Omgeving,
} from '../subgraphs/kit/index.ts';
import { createBevolking } from '../subgraphs/population/index.ts';
import { ontwikkelPseudoniem } from './development.ts';
import { type OntwikkelIssuer, ontwikkelMap, openOntwikkelIssuer } from './development-issuer.ts';
import { aantalPersonen, mandatenVan, medewerkerVan, rolpersonen } from './development-persons.ts';
import { readTokenRequest, UsageError } from './token-request.ts';

const logger = createLogger('proef', { level: 'silent' });
const pseudoniem = createPseudonimiseerder(ontwikkelPseudoniem.PSEUDONIEM_SLEUTEL, 'westland');
const bsn = '999900006';
const werkrollen = rollen.filter((rol) => rol !== 'client');

let map: string;
let issuer: OntwikkelIssuer;
let identifier: Identifier;

const settingsVan = ({ omgeving }: OntwikkelIssuer, more: Omgeving = {}) =>
  leesIdentitySettings({ ...ontwikkelPseudoniem, ...omgeving, ...more });
const headers = (token: string, doel: string) => ({
  authorization: `Bearer ${token}`,
  'x-doelbinding': doel,
});

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'ontwikkeling-'));
  issuer = await openOntwikkelIssuer(map);
  identifier = createIdentifier(settingsVan(issuer), logger);
});
afterAll(async () => {
  await identifier.close();
  rmSync(map, { recursive: true });
});

describe('the development issuer', () => {
  it.each(werkrollen)('has a person with role %s, whom the gateway lets in', async (rol) => {
    const persoon = medewerkerVan(rol, 1, mandatenVan('westland'));
    const [doel = ''] = doelenVanRol[rol];
    const identity = await identifier.identify(headers(await issuer.token(persoon, 60), doel));
    const { organisatie, mandaten, medewerkernummer } = persoon;
    expect(identity).toMatchObject({ rollen: [rol], organisatie, mandaten, doel });
    expect(identity.medewerkernummer).toBe(medewerkernummer);
  });

  it('lets a citizen in as client', async () => {
    const token = await issuer.token({ kind: 'burger', sub: 'x', bsn }, 60);
    expect(await identifier.identify(headers(token, 'inzage'))).toMatchObject({
      rollen: ['client'],
      clientnummer: pseudoniem.clientnummerVan(bsn),
    });
  });

  it('keeps its key, which its owner alone can read; also when many begin at once', async () => {
    const ander = mkdtempSync(join(tmpdir(), 'ontwikkeling-'));
    const tegelijk = await Promise.all(Array.from({ length: 8 }, () => openOntwikkelIssuer(ander)));
    const deur = createIdentifier(settingsVan(await openOntwikkelIssuer(ander)), logger);
    for (const { token } of tegelijk) {
      const persoon = medewerkerVan('balie', 1, []);
      expect(await deur.identify(headers(await token(persoon, 60), 'intake'))).toMatchObject({
        rollen: ['balie'],
      });
    }
    expect(statSync(join(ander, 'issuer.jwk.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(ander, 'jwks.json'), 'utf8')).not.toContain('"d"');
    rmSync(ander, { recursive: true });
  });

  it('has another key on another machine', async () => {
    const ander = mkdtempSync(join(tmpdir(), 'ontwikkeling-'));
    const { token } = await openOntwikkelIssuer(ander);
    const vreemd = headers(await token(medewerkerVan('balie', 1, []), 60), 'intake');
    await expect(identifier.identify(vreemd)).rejects.toMatchObject({ reden: 'SLEUTEL' });
    rmSync(ander, { recursive: true });
  });

  it('is not trusted in production', () => {
    expect(() => settingsVan(issuer, { NODE_ENV: 'production' })).toThrow(
      /issuers\.0\.issuer: is a development issuer[\s\S]*issuers\.1\.issuer: is a development issuer/,
    );
  });

  it('does not go on with a file that is not its key, and does not repeat it', async () => {
    const ander = mkdtempSync(join(tmpdir(), 'ontwikkeling-'));
    writeFileSync(join(ander, 'issuer.jwk.json'), '{"d":"kanarie"}');
    const error: unknown = await openOntwikkelIssuer(ander).catch((reden: unknown) => reden);
    expect(error).toBeInstanceOf(ConfiguratieFout);
    expect(String(error)).not.toContain('kanarie');
    rmSync(ander, { recursive: true });
  });

  it('is out of sight of git', () => {
    const gitignore = readFileSync(new URL('../.gitignore', import.meta.url), 'utf8').split('\n');
    const root = fileURLToPath(new URL('../', import.meta.url));
    expect(gitignore).toContain(ontwikkelMap.slice(root.length));
  });
});

it('persons with a number are those of the population', () => {
  const namen = new Map<string, string>();
  const verzamel = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('nummer' in value && 'functie' in value) {
      const { nummer, naam } = value as unknown as { readonly nummer: string; readonly naam: string };
      namen.set(nummer, naam);
    }
    Object.values(value).forEach(verzamel);
  };
  const { personen, werkgevers } = createBevolking({ regio: 'westland', seed: 1 });
  verzamel([personen, werkgevers]);
  for (const rol of werkrollen.filter((een) => rolpersonen[een].nummers !== undefined)) {
    const nummers = Array.from(
      { length: aantalPersonen(rol) },
      (_, i) => medewerkerVan(rol, i + 1, []).medewerkernummer ?? '',
    );
    expect(nummers.filter((nummer) => !namen.has(nummer))).toEqual([]);
    expect(rolpersonen[rol].naam).toBe(namen.get(nummers[0] ?? ''));
  }
});

describe('the command line', () => {
  it.each([
    ['--rol klantmanager', { rol: 'klantmanager', persoon: 1, geldigSeconds: 28_800 }],
    [
      '--rol werkcoach --doel diagnose --persoon 8 --gemeente 0783,1783 --geldig 30m',
      { rol: 'werkcoach', doel: 'diagnose', persoon: 8, gemeenten: ['0783', '1783'], geldigSeconds: 1_800 },
    ],
    [
      '--rol client --persoon 2',
      { rol: 'client', doel: 'inzage', wie: { persoon: 2 }, geldigSeconds: 28_800 },
    ],
    [
      '--rol client --clientnummer w1.x --geldig 90s',
      { rol: 'client', doel: 'inzage', wie: { clientnummer: 'w1.x' }, geldigSeconds: 90 },
    ],
  ])('%s', (line, verwacht) => {
    expect(readTokenRequest(line.split(' '))).toEqual(verwacht);
  });

  it.each([
    ['', /--rol must be a role/],
    ['--rol kanarie', /--rol must be a role/],
    ['--rol constructor', /--rol must be a role/],
    ['--rol balie --doel kanarie', /--doel must be a purpose/],
    ['--rol balie --kanarie 1', /option that does not exist/],
    ['--rol balie kanarie', /option that does not exist/],
    ['--rol balie --persoon 2', /--persoon must be 1 to 1 /],
    ['--rol klantmanager --persoon 13', /--persoon must be 1 to 12 /],
    ['--rol klantmanager --persoon 0', /whole number from 1/],
    ['--rol klantmanager --gemeente 1783,*', /codes of four digits/],
    ['--rol klantmanager --clientnummer w1.x', /is for role client/],
    ['--rol klantmanager --geldig 13h', /at most 12h/],
    ['--rol klantmanager --geldig 8', /like 30m or 8h/],
    ['--rol client', /either --persoon or --clientnummer/],
    ['--rol client --persoon 1 --clientnummer w1.x', /either --persoon or --clientnummer/],
    ['--rol client --persoon 1 --doel inkomen', /must be inzage/],
    ['--rol client --persoon 1 --gemeente 1783', /is for workers/],
  ])('not %s', (line, verwacht) => {
    const lees = () => readTokenRequest(line.split(' ').filter((arg) => arg !== ''));
    expect(lees).toThrow(UsageError);
    expect(lees).toThrow(verwacht);
    expect(lees).not.toThrow(/kanarie/);
  });
});

describe('npm run token', () => {
  const voer = (line: string, env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'commands/token.ts', ...line.split(' ')],
      { cwd: new URL('../', import.meta.url), env: { ...process.env, ...env }, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };
  const token = /^[\w-]+\.[\w-]+\.[\w-]+\n$/;

  it('prints a token and nothing else', () => {
    expect(voer('--rol klantmanager --doel reintegratie')).toEqual({
      status: 0,
      stdout: expect.stringMatching(token) as string,
      stderr: 'klantmanager KM-001; send with X-Doelbinding: reintegratie\n',
    });
  });

  it('knows the citizens of the population, by place and by number', () => {
    const clientnummer = pseudoniem.clientnummerVan(bsn);
    for (const line of ['--rol client --persoon 1', `--rol client --clientnummer ${clientnummer}`]) {
      expect(voer(line)).toEqual({
        status: 0,
        stdout: expect.stringMatching(token) as string,
        stderr: `client ${clientnummer}; send with X-Doelbinding: inzage\n`,
      });
    }
  });

  it.each([
    ['an unknown role', '--rol kanarie', {}],
    ['an unknown purpose', '--rol balie --doel kanarie', {}],
    ['a citizen that does not exist', '--rol client --persoon 999999', {}],
    ['a clientnummer of another key', `--rol client --clientnummer w1.${'A'.repeat(34)}`, {}],
    ['production', '--rol balie', { NODE_ENV: 'production' }],
  ])('ends with code 2 for %s', (_naam, line, env) => {
    const { status, stdout, stderr } = voer(line, env);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/usage|production/);
    expect(stderr).not.toMatch(/kanarie|^ {4}at /m);
  });
});
