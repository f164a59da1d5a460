/** What the README says exists, exists. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registry } from '../../subgraphs/index.ts';
import { leesReadme } from './readme.ts';

const root = new URL('../../', import.meta.url);
const readme = leesReadme();

describe('the README', () => {
  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const onbekend = readme.commands
      .map((command) => command.replace(/^npm (run )?/, ''))
      .filter((naam) => !['ci', 'install'].includes(naam) && scripts[naam] === undefined);
    expect(onbekend).toEqual([]);
  });

  it('links only to files that are there', () => {
    const links = [...readme.text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(new URL(link, root)))).toEqual([]);
  });

  it('lists every partner with every source', async () => {
    for (const { naam, laad } of registry) {
      expect(readme.text).toContain(`\`${naam}\``);
      for (const bron of (await laad()).bronnen) expect(readme.text).toContain(`\`${bron}\``);
    }
  });
});
