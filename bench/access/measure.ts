import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { startLoad } from '../speed/load/index.ts';
import { profilingFlags } from '../speed/profile.ts';
import { median } from '../speed/report.ts';
import { type Arena, openArena } from './arena.ts';
import { type Measurement, measurements, type Variant, variants } from './variants.ts';

export type AccessOptions = {
  /** Answers of each measurement before the first that counts: so long a process goes on compiling. */
  readonly warmupAnswers: number;
  readonly rounds: number;
  readonly windowMs: number;
  readonly rampMs: number;
  readonly warmupMs: number;
  /** Folder for the CPU profile of the closed gateway; undefined for none. */
  readonly profile: string | undefined;
};

/** What one gateway did with one document: medians over the rounds; CPU of all its threads. */
export type AccessRow = Measurement & {
  readonly cpuUsPerOp: number | null;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  /** Of one operation: requests to subgraphs, and records on disk with the audit line. */
  readonly subgraphRequests: number;
  readonly records: number;
  readonly failures: number;
};

export type AccessReport = {
  readonly inFlight: number;
  readonly rows: readonly AccessRow[];
  /** CPU per operation, microseconds: medians over the rounds of what two measurements of one round differ. */
  readonly parts: Readonly<Record<'all' | 'question' | 'tokens' | 'records', number | null>>;
  /** What access and accounting add to the operation, as a share of what it costs without them. */
  readonly share: number | null;
};

const inFlight = 50;
const maxStretch = 4;
const fullCycles = 3;
const maxWarmupMs = 15_000;
/** An answer of less than this share of the checked one is not the right one. */
const shortAnswer = 0.9;

type Round = Pick<AccessRow, 'cpuUsPerOp' | 'p50Ms' | 'p99Ms' | 'failures'>;
type Entry = Measurement &
  Pick<AccessRow, 'subgraphRequests' | 'records'> & {
    readonly pid: number;
    readonly port: number;
    readonly answerBytes: number;
  };

/** Measures each gateway in turn, round after round, so that what disturbs the machine disturbs all. */
export async function measureAccess(
  options: AccessOptions,
  log: (line: string) => void,
): Promise<AccessReport> {
  const arena = await openArena();
  const load = startLoad();
  const stops = [load.stop, arena.stop];
  try {
    const entries: Entry[] = [];
    const ports = new Map<Variant, { readonly pid: number; readonly port: number }>();
    for (const variant of variants) {
      const isProfiled = options.profile !== undefined && variant === 'closed';
      const { process, port } = await arena.startGateway(
        variant,
        isProfiled ? profilingFlags(options.profile) : [],
      );
      stops.unshift(process.stop);
      ports.set(variant, { pid: process.pid, port });
    }
    const answers = new Map<string, unknown>();
    for (const measurement of measurements) {
      const place = ports.get(measurement.variant);
      if (place === undefined) continue;
      const { data, ...checked } = await check(arena, place.port, measurement);
      const expected = answers.get(measurement.document) ?? data;
      answers.set(measurement.document, expected);
      if (!isDeepStrictEqual(data, expected)) throw new Error(`${measurement.variant}: another answer`);
      entries.push({ ...measurement, ...place, ...checked });
    }
    const run = async (
      entry: Entry,
      windowMs: number,
      maxWindowMs = windowMs * maxStretch,
      minAnswers = inFlight * fullCycles,
    ): Promise<Round> => {
      const { allCpuMs, allAnswers, p50Ms, p99Ms, failures } = await load.run({
        port: entry.port,
        body: arena.body(entry.document),
        headers: arena.headers,
        inFlight,
        rampMs: options.rampMs,
        windowMs,
        maxWindowMs,
        minAnswers,
        minBytes: Math.floor(entry.answerBytes * shortAnswer),
        gatewayPid: entry.pid,
        subgraphsPid: arena.partners.pid,
      });
      const cpuUsPerOp = allCpuMs === null || allAnswers === 0 ? null : (allCpuMs * 1_000) / allAnswers;
      return { cpuUsPerOp, p50Ms, p99Ms, failures };
    };
    for (const entry of entries) await run(entry, options.warmupMs, maxWarmupMs, options.warmupAnswers);
    const rounds: (readonly Round[])[] = [];
    for (let i = 0; i < options.rounds; i += 1) {
      log(`access: round ${i + 1} of ${options.rounds}`);
      const round: Round[] = [];
      for (const entry of entries) round.push(await run(entry, options.windowMs));
      rounds.push(round);
    }
    return summarise(entries, rounds);
  } finally {
    for (const stop of stops) await stop();
  }
}

const answer = z.object({ data: z.record(z.string(), z.unknown()), errors: z.array(z.unknown()).optional() });

/** Asks once for the answer and once to count. @throws when there are errors in it */
async function check(arena: Arena, port: number, { variant, document }: Measurement) {
  const post = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...arena.headers },
      body: arena.body(document),
    });
    return response.text();
  };
  await post();
  const requests = await arena.requests();
  const records = await arena.records(variant);
  const text = await post();
  const { data, errors } = answer.parse(JSON.parse(text));
  if (errors !== undefined) throw new Error(`${variant}, ${document}: ${JSON.stringify(errors[0])}`);
  return {
    data,
    answerBytes: Buffer.byteLength(text),
    subgraphRequests: (await arena.requests()) - requests,
    records: (await arena.records(variant)) - records,
  };
}

function summarise(entries: readonly Entry[], rounds: readonly (readonly Round[])[]): AccessReport {
  const middle = (i: number, of: (round: Round) => number | null) =>
    median(rounds.map((round) => (round[i] === undefined ? null : of(round[i]))));
  const cpuOf = (round: readonly Round[], variant: Variant, document: Measurement['document']) =>
    round[entries.findIndex((entry) => entry.variant === variant && entry.document === document)]
      ?.cpuUsPerOp ?? Number.NaN;
  const overRounds = (of: (cpu: (...which: [Variant, Measurement['document']?]) => number) => number) => {
    const each = rounds.map((round) =>
      of((variant, document = 'profile') => cpuOf(round, variant, document)),
    );
    return median(each.map((number) => (Number.isNaN(number) ? null : number)));
  };
  return {
    inFlight,
    rows: entries.map(({ variant, document, title, subgraphRequests, records }, i) => ({
      variant,
      document,
      title,
      cpuUsPerOp: middle(i, ({ cpuUsPerOp }) => cpuUsPerOp),
      p50Ms: middle(i, ({ p50Ms }) => p50Ms),
      p99Ms: middle(i, ({ p99Ms }) => p99Ms),
      subgraphRequests,
      records,
      failures: rounds.reduce((sum, round) => sum + (round[i]?.failures ?? 0), 0),
    })),
    parts: {
      all: overRounds((cpu) => cpu('closed') - cpu('open')),
      question: overRounds((cpu) => cpu('open', 'question') - cpu('open', 'nothing')),
      tokens: overRounds((cpu) => cpu('closed') - cpu('unsigned')),
      records: overRounds((cpu) => cpu('closed') - cpu('unrecorded')),
    },
    share: overRounds((cpu) => cpu('closed') / cpu('open') - 1),
  };
}
