import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfiguratieFout } from '../../subgraphs/kit/index.ts';
import { followSupergraph, type SupergraphSettings } from './follow.ts';
import { createProeflog } from './proeflog.ts';
import { createProefmap } from './proefmap.ts';
import { proefsupergraph } from './proefsupergraph.ts';
import { readPublicKey, signatureProblem } from './signature.ts';
import { versionOf } from './supergraph.ts';

const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

const [oud, nieuw] = [proefsupergraph('oud'), proefsupergraph('nieuw')];
const onze = generateKeyPairSync('ed25519');
const vreemde = generateKeyPairSync('ed25519');
const pem = (key: KeyObject) =>
  key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' });
const teken = (sdl: string, { privateKey } = onze) =>
  sign(null, Buffer.from(sdl), privateKey).toString('base64');

describe('a signature', () => {
  const problemen = (signature: string | undefined, sdl = nieuw) =>
    signatureProblem(onze.publicKey, Buffer.from(sdl), signature)?.code;
  const goed = teken(nieuw);

  it('of our key over these bytes is right', () => {
    expect(problemen(goed)).toBeUndefined();
  });

  it.each<[string, string | undefined, string]>([
    ['that is not there', undefined, 'HANDTEKENING_ONTBREEKT'],
    ['that is empty', '', 'HANDTEKENING_ONGELDIG'],
    ['of another key', teken(nieuw, vreemde), 'HANDTEKENING_ONGELDIG'],
    ['of other content', teken(oud), 'HANDTEKENING_ONGELDIG'],
    ['that is hexadecimal', Buffer.from(goed, 'base64').toString('hex'), 'HANDTEKENING_ONGELDIG'],
    ['that is too short', goed.slice(4), 'HANDTEKENING_ONGELDIG'],
    ['that goes on', `${goed}${goed}`, 'HANDTEKENING_ONGELDIG'],
    ['of zeros', Buffer.alloc(64).toString('base64'), 'HANDTEKENING_ONGELDIG'],
  ])('%s is not', (_naam, signature, code) => {
    expect(problemen(signature)).toBe(code);
  });

  it('is wrong for content with one more byte', () => {
    expect(problemen(goed, `${nieuw}\n`)).toBe('HANDTEKENING_ONGELDIG');
  });
});

describe('a public key', () => {
  const lees = (inhoud: string | Buffer) => {
    const map = createProefmap();
    opruimen.push(map.weg);
    return readPublicKey(map.schrijf('key.pem', inhoud));
  };

  it('is read from PEM', () => {
    expect(lees(pem(onze.publicKey)).equals(onze.publicKey)).toBe(true);
  });

  it.each([
    ['a private key', pem(onze.privateKey)],
    ['a key of another kind', pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)],
    ['two keys', `${String(pem(onze.publicKey))}${String(pem(vreemde.publicKey))}`],
    ['a broken key', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'],
    ['no key', 'kanarie'],
  ])('that is %s is refused, and not repeated', (_naam, inhoud) => {
    expect(() => lees(inhoud)).toThrow(
      new ConfiguratieFout(['SUPERGRAPH_PUBLIC_KEY: must be the path of one Ed25519 public key in PEM']),
    );
  });

  it('that is not there is refused', () => {
    expect(() => readPublicKey('/bestaat/niet.pem')).toThrow(ConfiguratieFout);
  });
});

/** A place where a supergraph with its signature is published, as each kind of origin has it. */
type Plaats = {
  readonly from: string | URL;
  readonly map: ReturnType<typeof createProefmap>;
  readonly geef: (sdl: string, signature?: string) => void;
};

function bestand(): Plaats {
  const map = createProefmap();
  return {
    from: map.pad('supergraph'),
    map,
    geef: (sdl, signature) => {
      // As the documentation says: first the signature.
      if (signature === undefined) map.verwijder('supergraph.sig');
      else map.vervang('supergraph.sig', `${signature}\n`);
      map.vervang('supergraph', sdl);
    },
  };
}

/** With an ETag of the content alone, so that it does not change with the signature. */
async function adres(): Promise<Plaats> {
  let nu: { readonly sdl: string; readonly signature: string | undefined } = {
    sdl: '',
    signature: undefined,
  };
  const server = createServer((request, response) => {
    const etag = `"${versionOf(nu.sdl)}"`;
    const signature = nu.signature === undefined ? {} : { 'x-supergraph-signature': nu.signature };
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag, ...signature }).end(nu.sdl);
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  opruimen.push(() => {
    server.close().closeAllConnections();
  });
  return {
    from: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/supergraph`),
    map: createProefmap(),
    geef: (sdl, signature) => {
      nu = { sdl, signature };
    },
  };
}

describe.each([
  ['a file', async () => bestand()],
  ['a URL', adres],
] as const)('a signed supergraph from %s', (_naam, maak) => {
  async function volg() {
    const { from, map, geef } = await maak();
    opruimen.push(map.weg);
    geef(oud, teken(oud));
    const { logger, regels } = createProeflog();
    const publicKeyFile = map.schrijf('key.pem', pem(onze.publicKey));
    const settings: SupergraphSettings = { from, pollMs: 20, publicKeyFile };
    const follower = await followSupergraph(settings, logger);
    opruimen.push(follower.stop);
    const genomen: string[] = [];
    follower.start(({ sdl }) => genomen.push(sdl));
    return { ...follower, geef, genomen, regels, settings };
  }
  const geweigerd = (code: string) => [code, versionOf(nieuw)];

  it('is taken with its own signature', async () => {
    const { geef, genomen, first } = await volg();
    expect(first.sdl).toBe(oud);
    geef(nieuw, teken(nieuw));
    await expect.poll(() => genomen).toEqual([nieuw]);
  });

  it('is refused without it, with that of the old one, or of a stranger; and taken when its own comes', async () => {
    const { geef, genomen, status, regels } = await volg();
    for (const [signature, code] of [
      [undefined, 'HANDTEKENING_ONTBREEKT'],
      [teken(oud), 'HANDTEKENING_ONGELDIG'],
      [teken(nieuw, vreemde), 'HANDTEKENING_ONGELDIG'],
    ] as const) {
      const aantal = regels.length;
      geef(nieuw, signature);
      await expect.poll(() => regels.length).toBe(aantal + 1);
      const { refused } = status();
      expect([refused?.problems[0]?.code, refused?.version]).toEqual(geweigerd(code));
    }
    expect(genomen).toEqual([]);
    geef(nieuw, teken(nieuw));
    await expect.poll(() => genomen).toEqual([nieuw]);
    expect(status()).toEqual({ version: versionOf(nieuw) });
    expect(regels.map(({ msg, code }) => [msg, code])).toEqual([
      ['supergraph refused, the one before stays', 'HANDTEKENING_ONTBREEKT'],
      ['supergraph refused, the one before stays', 'HANDTEKENING_ONGELDIG'],
      ['supergraph refused, the one before stays', 'HANDTEKENING_ONGELDIG'],
      ['supergraph verified', undefined],
    ]);
  });

  it('of a stranger is not even read', async () => {
    const { geef, status } = await volg();
    geef('type Query {', teken('type Query {', vreemde));
    await expect
      .poll(() => status().refused?.problems.map(({ code }) => code))
      .toEqual(['HANDTEKENING_ONGELDIG']);
  });

  it('is no start without it', async () => {
    const { geef, settings } = await volg();
    geef(nieuw);
    await expect(followSupergraph(settings, createProeflog().logger)).rejects.toThrow(
      /HANDTEKENING_ONTBREEKT/,
    );
  });
});
