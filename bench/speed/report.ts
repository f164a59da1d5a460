import type { SpeedOptions } from './options.ts';

/** What one contestant did under one load: medians over the rounds. `null` where nothing is known. */
export type Row = {
  readonly contestant: string;
  readonly title: string;
  readonly opsPerSecond: number;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  /** CPU time of the gateway's processes, all threads, per operation. */
  readonly cpuMsPerOp: number | null;
  readonly rssMb: number | null;
  /** Subgraph requests per operation, under this load; and of one operation alone. */
  readonly subgraphRequests: number;
  readonly subgraphRequestsAlone: number;
  /** Share of its core that the gateway used, and that load generator and subgraphs used of theirs. */
  readonly gatewayCore: number | null;
  readonly harnessCore: number | null;
  /** Answers that were not right, in all rounds. */
  readonly failures: number;
  /** Answers that the subgraphs had to compute while measured: more than 0 makes the figures doubtful. */
  readonly computed: number;
  /** Operations per second, as a multiple of what the reference did in the same run. */
  readonly times: Readonly<Partial<Record<Reference, number>>>;
};

export const references = ['stock', 'grafbase', 'limit-undici', 'limit-raw'] as const;
type Reference = (typeof references)[number];

/** One case under one load. */
export type Table = {
  readonly case: string;
  readonly title: string;
  readonly inFlight: number;
  readonly answerBytes: number;
  /** What the delays of the subgraphs alone take, milliseconds. */
  readonly floorMs: number;
  readonly rows: readonly Row[];
};

export type SpeedReport = {
  readonly machine: { readonly cpu: string; readonly node: string; readonly pinned: boolean };
  readonly options: SpeedOptions;
  readonly tables: readonly Table[];
  /** Who could not be measured, on what, and why. */
  readonly notMeasured: readonly {
    readonly case: string;
    readonly contestant: string;
    readonly why: string;
  }[];
};

/** Adds to each row how it compares with the references. */
export function compare(rows: readonly Omit<Row, 'times'>[]): readonly Row[] {
  return rows.map((row) => {
    const times: Partial<Record<Reference, number>> = {};
    for (const name of references) {
      const reference = rows.find(({ contestant }) => contestant === name);
      if (reference === undefined || reference.opsPerSecond === 0) continue;
      times[name] = row.opsPerSecond / reference.opsPerSecond;
    }
    return { ...row, times };
  });
}

export function median(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null).toSorted((a, b) => a - b);
  const middle = known.slice(Math.floor((known.length - 1) / 2), Math.floor(known.length / 2) + 1);
  return middle.length === 0 ? null : middle.reduce((a, b) => a + b, 0) / middle.length;
}

/** The report for people, in lines of text. */
export function printReport({ machine, options, tables, notMeasured }: SpeedReport): string {
  const heading = [
    `${machine.cpu}, Node ${machine.node}: medians of ${options.rounds} rounds of ${options.windowMs / 1000} s`,
    machine.pinned
      ? 'gateway on a core of its own; load generator and subgraphs on another'
      : 'not bound to cores: ratios say little',
  ].join('\n');
  const missing = notMeasured.map(({ case: name, contestant, why }) => `(${name}) ${contestant}: ${why}`);
  return [
    heading,
    ...tables.map(printTable),
    ...(missing.length === 0 ? [] : [`not measured\n${missing.join('\n')}`]),
  ].join('\n\n');
}

type Column = { readonly title: string; readonly cell: (row: Row) => string };

function printTable(table: Table): string {
  const { floorMs, rows } = table;
  const columns: readonly Column[] = [
    { title: 'contestant', cell: ({ title }) => title },
    { title: 'ops/s', cell: ({ opsPerSecond }) => number(opsPerSecond, opsPerSecond < 100 ? 1 : 0) },
    { title: 'p50 ms', cell: ({ p50Ms }) => number(p50Ms, 1) },
    { title: 'p99 ms', cell: ({ p99Ms }) => number(p99Ms, 1) },
    ...(floorMs === 0
      ? []
      : [
          { title: '+p50', cell: ({ p50Ms }: Row) => number(p50Ms === null ? null : p50Ms - floorMs, 1) },
          { title: '+p99', cell: ({ p99Ms }: Row) => number(p99Ms === null ? null : p99Ms - floorMs, 1) },
        ]),
    { title: 'CPU ms/op', cell: ({ cpuMsPerOp }) => number(cpuMsPerOp, 2) },
    { title: 'RSS MB', cell: ({ rssMb }) => number(rssMb, 0) },
    { title: 'requests', cell: ({ subgraphRequests }) => number(subgraphRequests, 1) },
    ...references.map((name) => ({ title: `× ${name}`, cell: ({ times }: Row) => number(times[name], 2) })),
    {
      title: 'cores',
      cell: ({ gatewayCore, harnessCore }) => `${percent(gatewayCore)}/${percent(harnessCore)}`,
    },
    { title: '', cell: remark },
  ];
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  const widths = columns.map((_column, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const title = `(${table.case}) ${table.title}, ${table.inFlight} in flight, answer of ${table.answerBytes} bytes`;
  return [
    title,
    ...lines.map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    ),
  ].join('\n');
}

function remark({ failures, computed, subgraphRequests, subgraphRequestsAlone }: Row): string {
  const remarks = [
    failures === 0 ? undefined : `${failures} failed`,
    computed === 0 ? undefined : `${computed} computed`,
    subgraphRequests < subgraphRequestsAlone * 0.95 ? 'shares requests in flight' : undefined,
  ];
  return remarks.filter((text) => text !== undefined).join(', ');
}

function number(value: number | null | undefined, digits: number): string {
  return value === null || value === undefined ? '-' : value.toFixed(digits);
}

function percent(share: number | null): string {
  return share === null ? '-' : `${Math.round(share * 100)}%`;
}
