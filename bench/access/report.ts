import type { AccessReport } from './measure.ts';

/** The report for people, in lines of text. */
export function printAccess({ inFlight, rows, parts, share }: AccessReport): string {
  const { all, question, tokens, records } = parts;
  const rest =
    all === null || question === null || tokens === null || records === null
      ? null
      : all - question - tokens - records;
  const part = (title: string, us: number | null) => `  ${title.padEnd(52)}${number(us).padStart(7)}`;
  return [
    `client profile with access and accounting and without, ${inFlight} in flight`,
    `  ${''.padEnd(46)}  CPU µs/op   p50 ms   p99 ms  requests  records`,
    ...rows.map((row) =>
      [
        `  ${row.title.padEnd(46)}`,
        number(row.cpuUsPerOp).padStart(9),
        number(row.p50Ms, 1).padStart(7),
        number(row.p99Ms, 1).padStart(7),
        String(row.subgraphRequests).padStart(8),
        String(row.records).padStart(7),
        row.failures === 0 ? '' : `${row.failures} failed`,
      ]
        .join('  ')
        .trimEnd(),
    ),
    'what each part of it costs, CPU µs/op',
    part('asking the partners whether the file may be opened', question),
    part('a signed token for each request to a subgraph', tokens),
    part('records and audit line on disk', records),
    part('the rest: token of the worker, view, decision', rest),
    part(`all: ${share === null ? '-' : Math.round(share * 100)}% of what it costs open`, all),
  ].join('\n');
}

function number(value: number | null, digits = 0): string {
  return value === null ? '-' : value.toFixed(digits);
}
