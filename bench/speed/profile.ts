import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What `node --cpu-prof` writes, as far as it is read here. */
const cpuProfile = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
      children: z.array(z.number()).optional(),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

type Share = { readonly name: string; readonly own: number; readonly withCalled: number };

const shown = 40;

/** Flags with which Node writes what its time goes to into a folder, when it stops. */
export const profilingFlags = (folder: string): readonly string[] => [
  '--cpu-prof',
  `--cpu-prof-dir=${folder}`,
];

/** For each profile in a folder, where the busy time of its process went: the functions with most of it first. */
export function printProfiles(folder: string): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  return files.flatMap((file) => [file, ...sharesOf(join(folder, file)).map(line)]).join('\n');
}

function line({ name, own, withCalled }: Share): string {
  return `  ${percent(withCalled)} with what it calls  ${percent(own)} own  ${name}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)}%`;
}

/** Shares of the time that the process was not idle. */
export function sharesOf(file: string): readonly Share[] {
  const { nodes, samples, timeDeltas } = cpuProfile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const own = new Map<string, number>();
  const all = new Map<string, number>();
  let busy = 0;
  for (const [i, id] of samples.entries()) {
    const time = timeDeltas[i] ?? 0;
    const stack = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parentOf.get(at)) {
      const frame = byId.get(at)?.callFrame;
      if (frame !== undefined) stack.add(nameOf(frame));
    }
    const [name = ''] = stack;
    if (name.startsWith('(idle)')) continue;
    busy += time;
    own.set(name, (own.get(name) ?? 0) + time);
    for (const each of stack) all.set(each, (all.get(each) ?? 0) + time);
  }
  return [...all]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, shown)
    .map(([name, time]) => ({ name, own: (own.get(name) ?? 0) / busy, withCalled: time / busy }));
}

function nameOf({
  functionName,
  url,
  lineNumber,
}: {
  functionName: string;
  url: string;
  lineNumber: number;
}) {
  const file = url.split('/').slice(-3).join('/');
  return `${functionName === '' ? '(anonymous)' : functionName}${file === '' ? '' : ` ${file}:${lineNumber + 1}`}`;
}
