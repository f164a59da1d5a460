/** Every measurement for a moment, over real processes: that the harness measures, not what it finds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type AccessReport, measureAccess, printAccess } from './access/index.ts';
import {
  buildContestants,
  measureSpeed,
  parseOptions,
  printReport,
  type SpeedReport,
} from './speed/index.ts';

const only = ['ours', 'ours-trusted', 'limit-undici', 'limit-raw'];
let report: SpeedReport;
let access: AccessReport;
const progress: string[] = [];

beforeAll(async () => {
  buildContestants(() => undefined);
  const options = parseOptions(['--short', '--only', only.join(','), '--rounds', '1', '--seconds', '0.1']);
  report = await measureSpeed({ ...options, warmupMs: 100 }, (line) => progress.push(line));
  access = await measureAccess({ ...options, warmupMs: 100, warmupAnswers: 0 }, () => undefined);
}, 300_000);

describe('the speed report', () => {
  it('has every case, and only contestants that gave the expected data', () => {
    expect(report.notMeasured).toEqual([]);
    expect(
      report.tables.map(({ case: name, inFlight, floorMs, rows }) => ({
        name,
        inFlight,
        floorMs,
        rows: rows.map(({ contestant, failures }) => ({ contestant, failures })),
      })),
    ).toEqual(
      [
        { name: 'a', inFlight: 50, floorMs: 0 },
        { name: 'b', inFlight: 1, floorMs: 0 },
        { name: 'c', inFlight: 50, floorMs: 0 },
        { name: 'd', inFlight: 50, floorMs: 150 },
      ].map((table) => ({ ...table, rows: only.map((contestant) => ({ contestant, failures: 0 })) })),
    );
  });

  it('has answers of the size that each case is about', () => {
    const bytes = Object.fromEntries(report.tables.map(({ case: name, answerBytes }) => [name, answerBytes]));
    expect(bytes).toEqual({ a: 3552, b: 88634, c: 77811, d: 3552 });
  });

  it('counts what a hand-written answer asks of the subgraphs', () => {
    const requests = report.tables.map(({ case: name, rows }) => [
      name,
      rows.find(({ contestant }) => contestant === 'limit-raw')?.subgraphRequestsAlone,
    ]);
    expect(Object.fromEntries(requests)).toEqual({ a: 6, b: 7, c: 5, d: 6 });
  });

  it('says for each what it did, and compares it with the limit', () => {
    for (const { rows, floorMs } of report.tables) {
      for (const row of rows) {
        expect(row.opsPerSecond).toBeGreaterThan(0);
        expect(row.p50Ms).toBeGreaterThan(floorMs * 0.9);
        expect(row.p99Ms).toBeGreaterThanOrEqual(row.p50Ms ?? Number.POSITIVE_INFINITY);
        expect(row.subgraphRequests).toBeCloseTo(row.subgraphRequestsAlone, 5);
        expect(Object.keys(row.times)).toEqual(['limit-undici', 'limit-raw']);
        if (row.contestant === 'limit-raw') expect(row.times['limit-raw']).toBe(1);
        if (process.platform !== 'linux') continue;
        expect(row.cpuMsPerOp).toBeGreaterThan(0);
        expect(row.rssMb).toBeGreaterThan(20);
      }
    }
  });

  it('can be read by people and by programs', () => {
    const text = printReport(report);
    expect(text).toContain('(a) client profile over four partners, two hops, 50 in flight');
    expect(text).toContain('hand-written, raw sockets');
    expect(text).not.toContain('not measured');
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(progress).toContain('(d) 50 in flight, round 1 of 1');
  });
});

describe('the cost of access', () => {
  it('is of gateways that give the same answer, and differ in what they ask and record for it', () => {
    expect(
      access.rows.map(({ variant, document, subgraphRequests, records, failures }) => ({
        ...{ variant, document, subgraphRequests, records, failures },
      })),
    ).toEqual([
      { variant: 'open', document: 'profile', subgraphRequests: 4, records: 0, failures: 0 },
      { variant: 'closed', document: 'profile', subgraphRequests: 5, records: 15, failures: 0 },
      { variant: 'unsigned', document: 'profile', subgraphRequests: 5, records: 15, failures: 0 },
      { variant: 'unrecorded', document: 'profile', subgraphRequests: 5, records: 0, failures: 0 },
      { variant: 'open', document: 'question', subgraphRequests: 1, records: 0, failures: 0 },
      { variant: 'open', document: 'nothing', subgraphRequests: 0, records: 0, failures: 0 },
    ]);
  });

  it('can be read by people and by programs', () => {
    const text = printAccess(access);
    expect(text).toContain('client profile with access and accounting and without, 50 in flight');
    expect(text).toContain('records and audit line on disk');
    expect(JSON.parse(JSON.stringify(access))).toEqual(access);
  });
});
