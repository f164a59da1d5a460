import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printProfiles, sharesOf } from './profile.ts';

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 4 });

it('shares the time that is not idle over functions, each with what it calls', () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  try {
    const file = join(folder, 'one.cpuprofile');
    const profile = {
      nodes: [
        { id: 1, callFrame: frame('(root)'), children: [2, 4] },
        { id: 2, callFrame: frame('outer', 'file:///a/b/c/outer.js'), children: [3] },
        { id: 3, callFrame: frame('', 'file:///a/b/c/inner.js') },
        { id: 4, callFrame: frame('(idle)') },
      ],
      samples: [2, 3, 3, 4],
      timeDeltas: [10, 10, 20, 1_000],
    };
    writeFileSync(file, JSON.stringify(profile));
    expect(sharesOf(file)).toEqual([
      { name: 'outer b/c/outer.js:5', own: 0.25, withCalled: 1 },
      { name: '(root)', own: 0, withCalled: 1 },
      { name: '(anonymous) b/c/inner.js:5', own: 0.75, withCalled: 0.75 },
    ]);
    expect(printProfiles(folder)).toMatch(/^one\.cpuprofile\n {2}100\.0% with what it calls/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
