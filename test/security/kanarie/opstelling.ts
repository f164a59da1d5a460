/** The whole Werkplein, closed, with all that can be read of it: its log, its files, what it calls, and its memory. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ontwikkelPseudoniem } from '../../../commands/development.ts';
import { openOntwikkelIssuer } from '../../../commands/development-issuer.ts';
import { ontwikkelLogboek } from '../../../commands/development-logboek.ts';
import { openVerzoeksleutel } from '../../../commands/development-request-key.ts';
import { registry } from '../../../subgraphs/index.ts';
import {
  type BronStub,
  bronPrefix,
  createPseudonimiseerder,
  type LopendeStub,
  type LopendeStubs,
  startStubs,
} from '../../../subgraphs/kit/index.ts';
import { createBevolking } from '../../../subgraphs/population/index.ts';
import { toetsmoment } from '../../operations.ts';
import type { Bericht, Onthouden, Opdracht } from './deelnemer.ts';
import { metKanaries } from './kanaries.ts';

const deelnemer = fileURLToPath(new URL('deelnemer.ts', import.meta.url));

/** What crossed during the run. */
type Gehoord = {
  /** Of each question to a source, all but its body. */
  readonly naarBronnen: string[];
  readonly vanBronnen: string[];
  /** Of each question to a subgraph and its answer, all but the bodies. */
  readonly naarSubgraphs: string[];
  /** Bodies between gateway and subgraphs, both ways. */
  readonly oversteken: string[];
};

export type Opstelling = Awaited<ReturnType<typeof startOpstelling>>;

export async function startOpstelling() {
  const map = mkdtempSync(join(tmpdir(), 'kanarie-'));
  // Apart, so that all that is in it was written by gateway and subgraphs.
  const geschreven = join(map, 'geschreven');
  mkdirSync(geschreven);
  const issuer = await openOntwikkelIssuer(join(map, 'issuer'));
  const sleutel = openVerzoeksleutel(join(map, 'verzoek'));
  const regio = ontwikkelPseudoniem.WERKPLEIN_REGIO;
  const pseudoniem = createPseudonimiseerder(ontwikkelPseudoniem.PSEUDONIEM_SLEUTEL, regio);
  const kanaries = metKanaries(createBevolking({ regio, seed: 1 }), pseudoniem.clientnummerVan);

  const gehoord: Gehoord = { naarBronnen: [], vanBronnen: [], naarSubgraphs: [], oversteken: [] };
  const env: Record<string, string> = {};
  const stubs: LopendeStubs[] = [];
  for (const { naam, inProcess, laad } of registry) {
    if (inProcess === true) continue;
    const definitie = await laad();
    const module = await definitie.laadStubs?.();
    const wereld = { bevolking: kanaries.bevolking, ...pseudoniem, now: toetsmoment };
    const lopend = await startStubs((module?.createStubs(wereld) ?? []).map((stub) => metOor(stub, gehoord)));
    stubs.push(lopend);
    Object.assign(env, module?.ontwikkelOmgeving);
    for (const { bron, url } of Object.values(lopend.bronnen)) env[`${bronPrefix(naam, bron)}_URL`] = url;
  }

  const kind = fork(deelnemer, [], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    execArgv: ['--import', 'tsx', '--expose-gc', '--heap-snapshot-string-limit=100000000'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      NU: toetsmoment().toISOString(),
      TMPDIR: geschreven,
      ...ontwikkelPseudoniem,
      ...issuer.omgeving,
      ...sleutel.gateway,
      ...sleutel.subgraph,
      ...ontwikkelLogboek(join(geschreven, 'logboek'), join(map, 'logboek-sleutel')),
      ...env,
      ACCESS: 'closed',
      ONLY_TRUSTED: 'false',
      PORT: '0',
      RATE_BURST: '100000',
      // The disk of a busy machine is not what is tried here.
      LOGBOEK_TIMEOUT_MS: '60000',
    },
  });
  const uitvoer: string[] = [];
  for (const stroom of [kind.stdout, kind.stderr]) {
    stroom?.setEncoding('utf8').on('data', (deel: string) => uitvoer.push(deel));
  }
  const berichten: Bericht[] = [];
  const wachtenden: ((bericht: Bericht) => void)[] = [];
  kind.on('message', (bericht: Bericht) => {
    const wachtende = wachtenden.shift();
    if (wachtende === undefined) berichten.push(bericht);
    else wachtende(bericht);
  });
  const volgend = () =>
    new Promise<Bericht>((resolve, reject) => {
      const [eerste] = berichten.splice(0, 1);
      if (eerste !== undefined) resolve(eerste);
      else wachtenden.push(resolve);
      kind.once('exit', () => {
        reject(new Error(`the process ended: ${uitvoer.join('').slice(-2_000)}`));
      });
    });
  const vraag = (opdracht: Opdracht) => {
    kind.send(opdracht);
    return volgend();
  };

  const proxies: Server[] = [];
  const begin = await volgend();
  if (begin.soort !== 'subgraphs') throw new Error('the subgraphs did not start');
  const adressen: Record<string, string> = {};
  for (const [naam, url] of Object.entries(begin.adressen)) {
    const [proxy, eigen] = await startOor(url, gehoord);
    proxies.push(proxy);
    adressen[`SUBGRAPH_URL_${naam.toUpperCase()}`] = eigen;
  }
  const gateway = await vraag({ soort: 'gateway', adressen });
  if (gateway.soort !== 'gateway') throw new Error('the gateway did not start');

  const bronnen: Readonly<Record<string, LopendeStub>> = Object.fromEntries(
    stubs.flatMap((lopend) => Object.entries(lopend.bronnen)),
  );
  return {
    url: gateway.url,
    kanaries,
    pseudoniem,
    issuer,
    bronnen,
    gehoord,
    /** Standard output and error, whole. */
    uitvoer: () => uitvoer.join(''),
    /** Names and contents of all files that gateway and subgraphs wrote. */
    bestanden: () => bestandenIn(geschreven),
    zwijg: (subgraph: string) => vraag({ soort: 'zwijg', subgraph }),
    /** All that is alive in the memory of gateway and subgraphs, as text. */
    geheugen: async (onthoud: Onthouden): Promise<string> => {
      const bestand = join(map, 'geheugen.heapsnapshot');
      await vraag({ soort: 'momentopname', bestand, onthoud });
      const inhoud = readFileSync(bestand);
      // Before it are only numbers that count nodes and edges.
      const tekst = inhoud.subarray(inhoud.lastIndexOf('"strings":[')).toString('latin1');
      const tokens = tekst.match(/\beyJ[\w-]+(?:\.[\w-]+)+/g) ?? [];
      return [tekst, ...tokens.map(uitTokens)].join('\n');
    },
    stop: async () => {
      const einde = once(kind, 'close');
      kind.send({ soort: 'stop' } satisfies Opdracht);
      await einde;
      for (const proxy of proxies) {
        proxy.close();
        proxy.closeAllConnections();
      }
      await Promise.all(stubs.map((lopend) => lopend.stop()));
    },
    ruimOp: () => {
      rmSync(map, { recursive: true });
    },
  };
}

/** The same source, heard: its questions but for their bodies, and its answers. */
function metOor(stub: BronStub, gehoord: Gehoord): BronStub {
  const met =
    (antwoord: BronStub['antwoord']): BronStub['antwoord'] =>
    async (vraag) => {
      gehoord.naarBronnen.push(
        `${vraag.method} ${vraag.path}?${vraag.query.toString()} ${leesbaar(vraag.headers)}`,
      );
      const gegeven = await antwoord(vraag);
      gehoord.vanBronnen.push(gegeven.body);
      return gegeven;
    };
  const faults = Object.fromEntries(
    Object.entries(stub.faults).map(([naam, antwoord]) => [naam, met(antwoord)]),
  ) as BronStub['faults'];
  return { ...stub, antwoord: met(stub.antwoord), faults };
}

/** Headers as text, with what a token in them says. */
function leesbaar(headers: IncomingHttpHeaders): string {
  return `${JSON.stringify(headers)} ${uitTokens(headers.authorization ?? '')}`;
}

/** The parts of tokens, read. */
function uitTokens(tekst: string): string {
  return tekst
    .split(/[ .]/)
    .map((deel) => Buffer.from(deel, 'base64url').toString('utf8'))
    .join(' ');
}

/** Stands before a subgraph, passes everything on and keeps a copy. */
async function startOor(
  doel: string,
  { naarSubgraphs, oversteken }: Gehoord,
): Promise<readonly [Server, string]> {
  const server = createServer((request, response) => {
    void (async () => {
      const delen: Buffer[] = [];
      for await (const deel of request) delen.push(deel as Buffer);
      const body = Buffer.concat(delen);
      naarSubgraphs.push(`${request.url ?? ''} ${leesbaar(request.headers)}`);
      oversteken.push(body.toString('utf8'));
      const { 'transfer-encoding': _, connection: __, 'content-length': ___, ...headers } = request.headers;
      const antwoord = await fetch(doel, {
        method: 'POST',
        headers: headers as Record<string, string>,
        body,
      });
      const tekst = await antwoord.text();
      naarSubgraphs.push(JSON.stringify([...antwoord.headers]));
      oversteken.push(tekst);
      response.writeHead(antwoord.status, { 'content-type': 'application/json' }).end(tekst);
    })().catch(() => {
      // A subgraph that is down is as down behind this proxy.
      request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return [server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`];
}

function bestandenIn(map: string): readonly { readonly naam: string; readonly inhoud: string }[] {
  return readdirSync(map, { recursive: true, withFileTypes: true })
    .filter((deel) => deel.isFile())
    .map((deel) => {
      const pad = join(deel.parentPath, deel.name);
      return { naam: pad.slice(map.length), inhoud: readFileSync(pad, 'latin1') };
    });
}
