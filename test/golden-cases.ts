import { readdirSync, readFileSync } from 'node:fs';
import { leesXml } from '../subgraphs/kit/index.ts';

/** One golden case: what a source sends, and what the graph must make of it. */
export type GoldenCase = { readonly naam: string; readonly input: string; readonly expected: unknown };

/**
 * The golden cases of a source, `<naam>.input.<ext>` beside `<naam>.expected.json`.
 * @param fixtures folder, with a slash at the end
 * @throws Error when there is none: a loop over no cases tests nothing
 */
export function goldenCases(fixtures: URL, ext: 'csv' | 'json' | 'xml'): readonly GoldenCase[] {
  const einde = `.input.${ext}`;
  const lees = (bestand: string) => readFileSync(new URL(bestand, fixtures), 'utf8');
  const cases = readdirSync(fixtures)
    .filter((bestand) => bestand.endsWith(einde))
    .map((bestand): GoldenCase => {
      const naam = bestand.slice(0, -einde.length);
      const expected: unknown = JSON.parse(lees(`${naam}.expected.json`));
      return { naam, input: lees(bestand), expected };
    });
  if (cases.length === 0) throw new Error(`no golden cases in ${fixtures.pathname}`);
  return cases;
}

/** The content of a recorded answer: what is in its root element. */
export function inhoudVan(xml: string): unknown {
  const [inhoud] = Object.values(leesXml(xml) as Readonly<Record<string, unknown>>);
  return inhoud;
}
