import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfiguratieFout } from '../subgraphs/kit/index.ts';
import { leesGatewayConfig } from './config.ts';

const open = { ACCESS: 'open' };

const map = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => {
  rmSync(map, { recursive: true });
});
const OIDC_ISSUERS_FILE = join(map, 'issuers.json');
const issuer = {
  naam: 'medewerkers',
  issuer: 'https://inloggen.example',
  kind: 'medewerker',
  jwksUri: 'https://inloggen.example/jwks',
  algorithms: ['EdDSA'],
  azp: ['front-office'],
  organisaties: ['gemeente'],
};
writeFileSync(OIDC_ISSUERS_FILE, JSON.stringify({ issuers: [issuer] }));
const SUBGRAPH_TOKEN_KEY_FILE = join(map, 'gateway.pem');
const { privateKey } = generateKeyPairSync('ed25519');
writeFileSync(SUBGRAPH_TOKEN_KEY_FILE, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
/** What a graph that is not open asks. */
const gesloten = {
  SUBGRAPH_TOKEN_KEY_FILE,
  OIDC_ISSUERS_FILE,
  TOKEN_AUDIENCE: 'werkplein-graph',
  ACTOR_SLEUTEL: 'ab'.repeat(32),
  PSEUDONIEM_SLEUTEL: 'cd'.repeat(32),
  WERKPLEIN_REGIO: 'westland',
  LOGBOEK_SLEUTEL_FILE: '/srv/logboek.key',
};

const standaard = {
  port: 4000,
  host: '127.0.0.1',
  supergraph: { from: 'schema/supergraph.graphql', pollMs: 10_000 },
  subgraphUrls: {},
  subgraphTimeoutMs: 5_000,
  subgraphConnections: 64,
  budgetMs: 8_000,
  maxBudgetMs: 30_000,
  planner: 'auto',
  planTimeoutMs: 2_000,
  maxOperations: 1_000,
  door: {
    maxFields: 5_000,
    maxDepth: 30,
    maxAliases: 30,
    maxRootFields: 10,
    maxDirectives: 50,
    maxRepeated: 100,
    maxTokens: 5_000,
    maxCost: 40_000,
    introspection: true,
    corsOrigins: new Set(),
    rate: { perMinute: 600, burst: 200 },
    addressHeader: undefined,
  },
  trustedDocuments: 'schema/operations',
  onlyTrusted: false,
  graphiql: true,
  logLevel: 'info',
  identity: undefined,
  logboek: undefined,
  tokenKey: undefined,
  subgraphTls: { paden: [], pollMs: 10_000, lees: expect.any(Function) as unknown },
  cleartext: true,
};

describe('settings of the gateway', () => {
  it('have defaults, also where a variable is empty', () => {
    const leeg = {
      PORT: '',
      HOST: '',
      GRAPHIQL: '',
      LOG_LEVEL: '',
      SUBGRAPH_URL_UWV: '',
      SUBGRAPH_URL_SW: undefined,
    };
    expect(leesGatewayConfig(open)).toEqual(standaard);
    expect(leesGatewayConfig({ ...leeg, ...open })).toEqual(standaard);
  });

  it('are read from the environment', () => {
    const env = {
      ...open,
      PORT: '0',
      HOST: '::1',
      SUPERGRAPH: '/srv/supergraph.graphql',
      SUPERGRAPH_POLL_MS: '100',
      SUPERGRAPH_PUBLIC_KEY: '/srv/key.pub.pem',
      SUBGRAPH_URL_GEMEENTE: 'http://127.0.0.1:4001/graphql',
      SUBGRAPH_URL_UWV: 'https://uwv.example/graphql',
      SUBGRAPH_TIMEOUT_MS: '250',
      SUBGRAPH_CONNECTIONS: '8',
      OPERATION_BUDGET_MS: '800',
      OPERATION_BUDGET_MAX_MS: '900',
      PLANNER: 'apollo',
      PLAN_TIMEOUT_MS: '100',
      MAX_OPERATIONS: '10',
      MAX_FIELDS: '20',
      MAX_DEPTH: '5',
      MAX_ALIASES: '6',
      MAX_ROOT_FIELDS: '7',
      MAX_DIRECTIVES: '8',
      MAX_REPEATED: '9',
      MAX_TOKENS: '10',
      MAX_COST: '11',
      INTROSPECTION: 'false',
      CORS_ORIGINS: 'https://balie.example, http://127.0.0.1:3000',
      RATE_PER_MINUTE: '12',
      RATE_BURST: '13',
      CLIENT_ADDRESS_HEADER: 'x-real-ip',
      TRUSTED_DOCUMENTS: 'none',
      ONLY_TRUSTED: 'true',
      GRAPHIQL: 'false',
      LOG_LEVEL: 'warn',
    };
    expect(leesGatewayConfig(env)).toEqual({
      port: 0,
      host: '::1',
      supergraph: { from: '/srv/supergraph.graphql', pollMs: 100, publicKeyFile: '/srv/key.pub.pem' },
      subgraphUrls: {
        gemeente: new URL('http://127.0.0.1:4001/graphql'),
        uwv: new URL('https://uwv.example/graphql'),
      },
      subgraphTimeoutMs: 250,
      subgraphConnections: 8,
      budgetMs: 800,
      maxBudgetMs: 900,
      planner: 'apollo',
      planTimeoutMs: 100,
      maxOperations: 10,
      door: {
        maxFields: 20,
        maxDepth: 5,
        maxAliases: 6,
        maxRootFields: 7,
        maxDirectives: 8,
        maxRepeated: 9,
        maxTokens: 10,
        maxCost: 11,
        introspection: false,
        corsOrigins: new Set(['https://balie.example', 'http://127.0.0.1:3000']),
        rate: { perMinute: 12, burst: 13 },
        addressHeader: 'x-real-ip',
      },
      trustedDocuments: undefined,
      onlyTrusted: true,
      graphiql: false,
      logLevel: 'warn',
      identity: undefined,
      logboek: undefined,
      tokenKey: undefined,
      subgraphTls: standaard.subgraphTls,
      cleartext: true,
    });
  });

  it.each([
    ['https://registry.example/graph?versie=nu', new URL('https://registry.example/graph?versie=nu')],
    ['HTTP://127.0.0.1:8080/graph', new URL('http://127.0.0.1:8080/graph')],
    ['http.graphql', 'http.graphql'],
    ['./https/supergraph.graphql', './https/supergraph.graphql'],
  ])('the supergraph at %s', (SUPERGRAPH, from) => {
    expect(leesGatewayConfig({ ...open, SUPERGRAPH }).supergraph.from).toEqual(from);
  });

  it.each([
    ['https://kanarie@registry.example/graph'],
    ['https://:kanarie@registry.example/graph'],
    ['https://registry.example/graph#kanarie'],
    ['https:kanarie:graph'],
  ])('the supergraph is not at %s', (SUPERGRAPH) => {
    expect(() => leesGatewayConfig({ ...open, SUPERGRAPH })).toThrow(
      new ConfiguratieFout(['SUPERGRAPH: must be a path, or an http(s) URL without credentials']),
    );
  });

  it.each([['99'], ['3600001'], ['1000.5'], ['-1']])(
    'looking every %s ms is refused',
    (SUPERGRAPH_POLL_MS) => {
      expect(() => leesGatewayConfig({ ...open, SUPERGRAPH_POLL_MS })).toThrow(/SUPERGRAPH_POLL_MS: /);
    },
  );

  it.each([
    [{}, true],
    [{ NODE_ENV: 'production' }, false],
    [{ NODE_ENV: 'production', GRAPHIQL: 'true' }, true],
    [{ NODE_ENV: 'test', GRAPHIQL: 'false' }, false],
  ])('GraphiQL with %j: %s', (env, verwacht) => {
    expect(leesGatewayConfig({ ...gesloten, ...env }).graphiql).toBe(verwacht);
  });

  it.each([
    [{}, true],
    [{ NODE_ENV: 'production' }, false],
    [{ NODE_ENV: 'production', INTROSPECTION: 'true' }, true],
    [{ NODE_ENV: 'test', INTROSPECTION: 'false' }, false],
  ])('introspection with %j: %s', (env, verwacht) => {
    expect(leesGatewayConfig({ ...gesloten, ...env }).door.introspection).toBe(verwacht);
  });

  it.each([
    ['*'],
    ['null'],
    ['https://*.example'],
    ['https://balie.example/'],
    ['https://balie.example/app'],
    ['https://kanarie@balie.example'],
    ['https://BALIE.example'],
    ['balie.example'],
    ['file:///'],
    ['javascript:alert(1)'],
    ['https://balie.example,'],
    ['https://balie.example https://intake.example'],
    ['https://balie.example,*'],
  ])('pages of %s are no origin that may read', (CORS_ORIGINS) => {
    expect(() => leesGatewayConfig({ ...open, CORS_ORIGINS })).toThrow(/CORS_ORIGINS: must be/);
  });

  it.each([
    [{}, false],
    [{ NODE_ENV: 'production' }, true],
    [{ NODE_ENV: 'production', ONLY_TRUSTED: 'false' }, false],
  ])('only trusted documents with %j: %s', (env, verwacht) => {
    expect(leesGatewayConfig({ ...gesloten, ...env }).onlyTrusted).toBe(verwacht);
  });

  it('cannot be changed afterwards', () => {
    const config = leesGatewayConfig({ ...open, SUBGRAPH_URL_UWV: 'https://uwv.example' });
    const delen = [config, config.subgraphUrls, config.supergraph];
    expect(delen.map((deel) => Object.isFrozen(deel))).toEqual([true, true, true]);
  });

  it.each([['0.0.0.0'], ['::'], ['192.168.1.4'], ['werkplein.example'], ['127.0.0.1.example']])(
    'the address %s is for a graph that is closed',
    (HOST) => {
      expect(() => leesGatewayConfig({ ...open, HOST })).toThrow(/HOST: must be a loopback address/);
      expect(leesGatewayConfig({ ...gesloten, HOST }).host).toBe(HOST);
    },
  );

  it('of a graph that is closed say who is let in', () => {
    const { identity } = leesGatewayConfig(gesloten);
    expect(identity?.issuers.map(({ issuer: iss }) => iss)).toEqual(['https://inloggen.example']);
    const names = [
      'OIDC_ISSUERS_FILE',
      'TOKEN_AUDIENCE',
      'ACTOR_SLEUTEL',
      'PSEUDONIEM_SLEUTEL',
      'WERKPLEIN_REGIO',
      'LOGBOEK_SLEUTEL_FILE',
    ];
    for (const name of names) {
      expect(() => leesGatewayConfig({ ...gesloten, [name]: undefined }), name).toThrow(
        new RegExp(`${name}: `),
      );
    }
  });

  it('of a graph that is open are refused in production', () => {
    const env = { ...open, NODE_ENV: 'production' };
    expect(() => leesGatewayConfig(env)).toThrow(
      new ConfiguratieFout([
        'ACCESS: must be closed in production',
        'SUBGRAPH_TOKEN_KEY_FILE: must be set in production',
      ]),
    );
  });

  it('have a key for the tokens of subgraphs, which only its owner may read', () => {
    const env = { ...open, SUBGRAPH_TOKEN_KEY_FILE };
    expect(leesGatewayConfig(env).tokenKey?.equals(privateKey)).toBe(true);
    chmodSync(SUBGRAPH_TOKEN_KEY_FILE, 0o640);
    expect(() => leesGatewayConfig(env)).toThrow(/SUBGRAPH_TOKEN_KEY_FILE: only the owner may read/);
    chmodSync(SUBGRAPH_TOKEN_KEY_FILE, 0o600);
    for (const SUBGRAPH_TOKEN_KEY_FILE of [OIDC_ISSUERS_FILE, map, '/kanarie']) {
      expect(() => leesGatewayConfig({ ...open, SUBGRAPH_TOKEN_KEY_FILE })).toThrow(
        /SUBGRAPH_TOKEN_KEY_FILE: /,
      );
    }
  });

  it('are refused all at once, by name and never by value', () => {
    const env = {
      OIDC_ISSUERS_FILE: '/kanarie/issuers.json',
      PORT: '70000',
      SUPERGRAPH: 'https://kanarie:geheim@registry.example',
      SUPERGRAPH_POLL_MS: 'kanarie',
      SUBGRAPH_URL_UWV: 'https://kanarie:geheim@uwv.example',
      SUBGRAPH_TIMEOUT_MS: 'kanarie',
      SUBGRAPH_CONNECTIONS: '0',
      GRAPHIQL: 'kanarie',
      LOG_LEVEL: 'kanarie',
      LOGBOEK_FSYNC: 'kanarie',
    };
    try {
      leesGatewayConfig({ ...gesloten, ...env });
      expect.fail('was accepted');
    } catch (error) {
      if (!(error instanceof ConfiguratieFout)) throw error;
      expect(error.problems.map((p) => p.split(':')[0]).sort()).toEqual(Object.keys(env).sort());
      expect(error.message).not.toMatch(/kanarie|geheim|70000/);
    }
  });
});
