import { readFileSync } from 'node:fs';

export type Readme = {
  readonly text: string;
  /** The first query, its variables, and the answer the README shows. */
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly answer: Record<string, unknown>;
  /** The BSN that the README derives a clientnummer from. */
  readonly bsn: string;
  /** Who signs in, and for which purpose. */
  readonly rol: string;
  readonly doel: string;
  /** Every `npm` command in it. */
  readonly commands: readonly string[];
};

/** Reads what the README promises. @throws when a part it must have is not there */
export function leesReadme(): Readme {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const blok = (taal: string, nummer = 0): string => {
    const blokken = [...text.matchAll(new RegExp(`^\`\`\`${taal}\\n([\\s\\S]*?)^\`\`\``, 'gm'))];
    const inhoud = blokken[nummer]?.[1];
    if (inhoud === undefined) throw new Error(`README has no ${taal} block ${nummer}`);
    return inhoud;
  };
  const bsn = /npm run clientnummer -- (\d{9})/.exec(text)?.[1];
  if (bsn === undefined) throw new Error('README derives no clientnummer');
  const [, rol, doel] = /npm run -s token -- --rol (\w+) --doel (\w+)/.exec(text) ?? [];
  if (rol === undefined || doel === undefined) throw new Error('README signs nobody in');
  return {
    text,
    query: blok('graphql'),
    variables: JSON.parse(blok('json', 0)) as Record<string, string>,
    answer: JSON.parse(blok('json', 1)) as Record<string, unknown>,
    bsn,
    rol,
    doel,
    commands: [
      ...new Set([...text.matchAll(/\bnpm (?:run [a-z:]+|start|test|ci|install)\b/g)].map(([c]) => c)),
    ],
  };
}
