import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Case, cases } from './cases.ts';
import { gateways } from './contestants/index.ts';
import { type RunningGateway, startGateway, untilServes } from './gateway.ts';
import { composeGraph, graphs } from './graphs/index.ts';
import { startLoad } from './load/index.ts';
import { type Arena, measureCase, reason } from './measure-case.ts';
import type { SpeedOptions } from './options.ts';
import { pinned } from './processes/index.ts';
import { profilingFlags } from './profile.ts';
import type { SpeedReport, Table } from './report.ts';
import { startSubgraphs } from './subgraphs/index.ts';

/**
 * Measures the contestants on the cases: in each round each contestant in turn, so that what disturbs the
 * machine disturbs all. Progress goes to `log`, line by line.
 * @param unavailable why no peer can run, if so
 */
export async function measureSpeed(
  options: SpeedOptions,
  log: (line: string) => void,
  unavailable?: string,
): Promise<SpeedReport> {
  const notMeasured: Arena['notMeasured'] = [];
  const tables: Table[] = [];
  const load = startLoad();
  try {
    for (const graph of Object.values(graphs)) {
      const chosen = cases.filter(
        (each) => graphs[each.graph] === graph && options.cases.includes(each.name),
      );
      if (chosen.length === 0) continue;
      tables.push(...(await measureGraph({ options, log, load, graph, notMeasured }, chosen, unavailable)));
    }
  } finally {
    await load.stop();
  }
  return {
    machine: { cpu: cpus()[0]?.model ?? 'unknown', node: process.versions.node, pinned },
    options,
    tables: tables.toSorted((a, b) => a.case.localeCompare(b.case)),
    notMeasured,
  };
}

async function measureGraph(
  base: Omit<Arena, 'supergraphSdl' | 'subgraphs' | 'running'>,
  chosen: readonly Case[],
  unavailable: string | undefined,
): Promise<readonly Table[]> {
  const { graph, options, log, notMeasured } = base;
  const folder = await mkdtemp(join(tmpdir(), 'werkplein-bench-'));
  const clear = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  // Also when the run is stopped half-way.
  process.once('exit', clear);
  const subgraphs = await startSubgraphs(graph.name);
  const started: RunningGateway[] = [];
  const caseNames = chosen.map(({ name }) => name).join(', ');
  try {
    const supergraphSdl = composeGraph(graph, subgraphs.urls);
    const supergraphFile = join(folder, 'supergraph.graphql');
    await writeFile(supergraphFile, supergraphSdl);
    const running: RunningGateway[] = [];
    for (const gateway of gateways) {
      const doors = gateway.doors.filter(({ contestant }) => options.only.includes(contestant));
      if (doors.length === 0) continue;
      try {
        if (gateway.peer && unavailable !== undefined) throw new Error(unavailable);
        const nodeFlags = options.profile === undefined ? [] : profilingFlags(options.profile);
        const own = { graph, urls: subgraphs.urls, supergraphFile, folder, nodeFlags };
        const one = await startGateway({ ...gateway, doors }, own);
        started.push(one);
        await untilServes(one);
        log(`${graph.name}: ${doors.map(({ title }) => title).join(' and ')} serves`);
        running.push(one);
      } catch (error) {
        for (const { contestant } of doors)
          notMeasured.push({ case: caseNames, contestant, why: reason(error) });
      }
    }
    const arena = { ...base, supergraphSdl, subgraphs, running };
    const tables: Table[] = [];
    for (const each of chosen) tables.push(...(await measureCase(arena, each)));
    return tables;
  } finally {
    await Promise.all(started.map(async ({ process: gateway }) => gateway.stop()));
    await subgraphs.stop();
    process.off('exit', clear);
    clear();
  }
}
