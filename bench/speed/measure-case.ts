import type { Case } from './cases.ts';
import type { Door, Operation } from './contestants/index.ts';
import { checkAnswer, type RunningGateway } from './gateway.ts';
import { answerOf, type Graph } from './graphs/index.ts';
import type { Load, Measured } from './load/index.ts';
import type { SpeedOptions } from './options.ts';
import { compare, median, type Row, type SpeedReport, type Table } from './report.ts';
import type { Subgraphs } from './subgraphs/index.ts';

/** Everything that runs while the cases of one graph are measured. */
export type Arena = {
  readonly options: SpeedOptions;
  readonly log: (line: string) => void;
  readonly load: Load;
  readonly graph: Graph;
  readonly supergraphSdl: string;
  readonly subgraphs: Subgraphs;
  readonly running: readonly RunningGateway[];
  /** Filled in on the way. */
  readonly notMeasured: SpeedReport['notMeasured'][number][];
};

/** A contestant that gave the right answer to an operation, and can be measured. */
type Entry = {
  readonly door: Door;
  readonly running: RunningGateway;
  readonly body: string;
  readonly answerBytes: number;
  readonly requestsAlone: number;
};

/**
 * Requests that start together tend to stay together. A window of a few of their cycles counts them fairly,
 * so it is stretched for who is slow, within reason.
 */
const fullCycles = 3;
const maxStretch = 4;

/** An answer of less than this share of the checked one is not the right one. */
const shortAnswer = 0.9;

/** Measures one case, each of its loads a table. */
export async function measureCase(arena: Arena, measured: Case): Promise<readonly Table[]> {
  const { graph, options, subgraphs, log } = arena;
  const { name, title, variables, delayMs, depth } = measured;
  const expected = await answerOf(graph, arena.supergraphSdl, measured.operation, variables);
  const operation = {
    name: measured.operation,
    document: graph.operations[measured.operation] ?? '',
    variables,
  };
  await subgraphs.delay(0);
  const entries = await checkAll(arena, measured, operation, expected);
  await subgraphs.delay(delayMs);
  const tables: Table[] = [];
  for (const inFlight of options.firstLoadOnly ? measured.inFlight.slice(0, 1) : measured.inFlight) {
    if (inFlight === measured.inFlight[0]) {
      for (const entry of entries) await run(arena, entry, inFlight, options.warmupMs);
    }
    const rounds: (readonly Round[])[] = [];
    for (let i = 0; i < options.rounds; i += 1) {
      log(`(${name}) ${inFlight} in flight, round ${i + 1} of ${options.rounds}`);
      const round: Round[] = [];
      for (const entry of entries) round.push(await run(arena, entry, inFlight, options.windowMs));
      rounds.push(round);
    }
    const rows = entries.map((entry, i) =>
      summarise(
        entry,
        rounds.flatMap((round) => round[i] ?? []),
      ),
    );
    tables.push({
      case: name,
      title,
      inFlight,
      answerBytes: Buffer.byteLength(JSON.stringify({ data: expected })),
      floorMs: delayMs * depth,
      rows: compare(rows),
    });
  }
  return tables;
}

/** The contestants that answer this operation as they must; the others are noted. */
async function checkAll(
  { running, subgraphs, notMeasured }: Arena,
  measured: Case,
  operation: Operation,
  expected: unknown,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const one of running) {
    for (const door of one.gateway.doors) {
      const body = door.body(operation);
      try {
        await checkAnswer(one, body, expected);
        const before = await subgraphs.requests();
        const answerBytes = await checkAnswer(one, body, expected);
        const requestsAlone = (await subgraphs.requests()) - before;
        entries.push({ door, running: one, body, answerBytes, requestsAlone });
      } catch (error) {
        notMeasured.push({ case: measured.name, contestant: door.contestant, why: reason(error) });
      }
    }
  }
  return entries;
}

type Round = Measured & { readonly requestsPerAnswer: number; readonly computed: number };

async function run(arena: Arena, entry: Entry, inFlight: number, windowMs: number): Promise<Round> {
  const { load, subgraphs, options } = arena;
  const requests = await subgraphs.requests();
  const computed = await subgraphs.computed();
  const measured = await load.run({
    port: entry.running.port,
    body: entry.body,
    inFlight,
    rampMs: options.rampMs,
    windowMs,
    maxWindowMs: windowMs * maxStretch,
    minAnswers: inFlight * fullCycles,
    minBytes: Math.floor(entry.answerBytes * shortAnswer),
    gatewayPid: entry.running.process.pid,
    subgraphsPid: subgraphs.pid,
  });
  return {
    ...measured,
    requestsPerAnswer: ((await subgraphs.requests()) - requests) / Math.max(1, measured.allAnswers),
    computed: (await subgraphs.computed()) - computed,
  };
}

function summarise({ door, requestsAlone }: Entry, rounds: readonly Round[]): Omit<Row, 'times'> {
  const middle = (of: (round: Round) => number | null): number | null => median(rounds.map(of));
  const share = (cpuMs: number | null, of: number): number | null => (cpuMs === null ? null : cpuMs / of);
  const sum = (of: (round: Round) => number): number => rounds.map(of).reduce((a, b) => a + b, 0);
  return {
    contestant: door.contestant,
    title: door.title,
    opsPerSecond: middle(({ answers, windowMs }) => (answers * 1000) / windowMs) ?? 0,
    p50Ms: middle(({ p50Ms }) => p50Ms),
    p99Ms: middle(({ p99Ms }) => p99Ms),
    cpuMsPerOp: middle(({ allCpuMs, allAnswers }) => (allAnswers === 0 ? null : share(allCpuMs, allAnswers))),
    rssMb: middle(({ rssMb }) => rssMb),
    subgraphRequests: middle(({ requestsPerAnswer }) => requestsPerAnswer) ?? 0,
    subgraphRequestsAlone: requestsAlone,
    gatewayCore: middle(({ gatewayCpuMs, windowMs }) => share(gatewayCpuMs, windowMs)),
    harnessCore: middle(({ harnessCpuMs, windowMs }) => share(harnessCpuMs, windowMs)),
    failures: sum(({ failures }) => failures),
    computed: sum(({ computed }) => computed),
  };
}

/** Short enough for a line. */
export function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
