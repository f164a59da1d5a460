/**
 * What plans make partners tell each other is what `schema/gegevensstromen` says they may: whoever plans, whatever is
 * asked, and over graphs that use other parts of Federation than ours does.
 */
import { readFileSync } from 'node:fs';
import { type DocumentNode, parse, print, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documenten, leesDocument } from '../../commands/front-office.ts';
import { createPlanner, createTellings, type Planner } from '../../gateway/execution/planner/index.ts';
import { leesSupergraaf, mogelijkeOvergangen } from '../../schema/gegevensstromen/index.ts';
import { createLogger } from '../../subgraphs/kit/index.ts';
import { drawCase, drawGraphs } from '../differential/cases.ts';
import { leesReadme } from '../e2e/readme.ts';

const timeout = 120_000;
const planTimeoutMs = 60_000;
const drawnPerGraph = 120;
const logger = createLogger('toets', { level: 'silent' });
const eigenSdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
const gevraagd: Readonly<Record<string, string>> = {
  ...Object.fromEntries(documenten.map((naam) => [naam, zonderDefer(parse(leesDocument(naam)))])),
  README: leesReadme().query,
};

const planners = ['hive', 'apollo'] as const;

describe.each(planners)('what the %s planner makes of', (keuze) => {
  it('every document of the front office is possible', { timeout }, async () => {
    const planner = await createPlanner(keuze, eigenSdl, logger);
    try {
      const { verteld, vreemd } = await vergelijk(eigenSdl, planner, Object.values(gevraagd));
      expect(vreemd).toEqual([]);
      expect(verteld).toContain('wsp tells gemeente Vacaturegegevens.beroep');
      expect(verteld).toContain('gemeente tells werkplein Bijstandsuitkering.regeling');
      expect(verteld.length).toBeGreaterThan(200);
    } finally {
      await planner.close();
    }
  });
});

const gevallen = (await drawGraphs()).flatMap((drawn) =>
  planners.map((keuze) => ({ ...drawn, drawn, keuze })),
);

describe.each(gevallen)('over $name, by the $keuze planner', ({ drawn, keuze }) => {
  it('operations that are drawn make no crossing that is not possible', { timeout }, async () => {
    const sdl = drawn.graph.supergraphSdl;
    const gekozen = [...Array(drawnPerGraph).keys()].flatMap((nummer) => {
      const geval = drawCase(drawn, nummer);
      const wat = geval && zonderDefer(geval.operation.document, geval.operation.operationName);
      return wat === undefined || drawn.graph.beyondApollo(wat) || neverAsked.test(wat) ? [] : [wat];
    });
    const planner = await createPlanner(keuze, sdl, logger);
    try {
      const { verteld, vreemd, gepland } = await vergelijk(sdl, planner, gekozen);
      expect(vreemd).toEqual([]);
      // What a planner cannot plan, or asks nobody for, must not be most.
      expect(gepland).toBeGreaterThan(gekozen.length / 2);
      expect(verteld.length).toBeGreaterThan(0);
    } finally {
      await planner.close();
    }
  });
});

/**
 * What is left out for good: Apollo’s planner then plans what rests on it without what it rests on. The engine decides
 * conditions before it plans, so that no such operation comes to a planner.
 */
const neverAsked = /@skip\(if: true\)|@include\(if: false\)/;

/** What plans have subgraphs tell each other, and of that what was not seen to be possible. */
async function vergelijk(sdl: string, planner: Planner, operaties: readonly string[]) {
  const supergraph = parse(sdl, { noLocation: true });
  const tellings = createTellings(supergraph);
  const mogelijk = new Set(
    mogelijkeOvergangen(leesSupergraaf(supergraph)).map(
      ({ van, naar, veld }) => `${van} tells ${naar} ${veld}`,
    ),
  );
  const verteld = new Set<string>();
  let gepland = 0;
  for (const operatie of operaties) {
    const plan = await planner.plan(operatie, planTimeoutMs).catch(() => undefined);
    if (plan !== undefined) gepland += 1;
    for (const { fetch, fields } of tellings(plan)) {
      for (const { field, from } of fields) {
        const wie = from.length === 0 ? ['nobody'] : from.filter((gever) => gever !== fetch.subgraph);
        for (const gever of wie) verteld.add(`${gever} tells ${fetch.subgraph} ${field}`);
      }
    }
  }
  return { gepland, verteld: [...verteld], vreemd: [...verteld].filter((een) => !mogelijk.has(een)) };
}

/** One operation of a document, nothing of it deferred. */
function zonderDefer(document: DocumentNode, naam?: string): string {
  return print(
    visit(document, {
      Directive: ({ name }) => (name.value === 'defer' ? null : undefined),
      OperationDefinition: ({ name }) => (naam !== undefined && name?.value !== naam ? null : undefined),
    }),
  );
}
