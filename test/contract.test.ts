/** The same checks over every registered partner: what the rest of the house may count on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { buildSubgraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ontwikkelPseudoniem } from '../commands/development.ts';
import { registry } from '../subgraphs/index.ts';
import {
  bronPrefix,
  ConfiguratieFout,
  createPseudonimiseerder,
  protocolFaults,
  startStubs,
  stubFaults,
} from '../subgraphs/kit/index.ts';
import { createBevolking } from '../subgraphs/population/index.ts';
import {
  bronwaarden,
  eigenVelden,
  gemarkeerdeBronnen,
  kebab,
  ongemarkeerdeVelden,
  ontbrekendeFaults,
  registerfouten,
  slicefouten,
  vereisteBestanden,
  zonderBeschrijving,
} from './contract/checks.ts';
import {
  type Gevallenmap,
  geexporteerdeFuncties,
  gevalfouten,
  isMapbestand,
  uitzonderingenbestand,
} from './contract/gevallen.ts';

const root = new URL('../subgraphs/', import.meta.url);
/** Rooms of subgraphs/ that are no partner's. */
const rooms = ['kit', 'population'];
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !rooms.includes(entry.name))
  .map((entry) => entry.name);

const partners = await Promise.all(
  registry.map(async ({ naam, inProcess, laad }) => {
    const definitie = await laad();
    const module = await definitie.laadStubs?.();
    const stubs =
      module?.createStubs({
        bevolking: createBevolking({ regio: 'westland', seed: 1 }),
        ...createPseudonimiseerder(
          ontwikkelPseudoniem.PSEUDONIEM_SLEUTEL,
          ontwikkelPseudoniem.WERKPLEIN_REGIO,
        ),
        now: () => new Date('2026-11-01T09:00:00Z'),
      }) ?? [];
    return { naam, inProcess: inProcess === true, definitie, module, stubs };
  }),
);

describe('the registry', () => {
  it('names every partner folder once, and no other', () => {
    expect(
      registerfouten(
        registry.map(({ naam }) => naam),
        folders,
      ),
    ).toEqual([]);
  });

  it('has no source that two partners claim', () => {
    const bronnen = partners.flatMap(({ definitie }) => definitie.bronnen);
    expect(new Set(bronnen).size).toBe(bronnen.length);
  });
});

describe('the entities that partners share', () => {
  it("have no field that two partners resolve; one that may be handed on is still one partner's", () => {
    const velden = partners.flatMap(({ definitie }) => eigenVelden(parse(definitie.sdl)));
    expect(velden.filter((veld, i) => velden.indexOf(veld) !== i)).toEqual([]);
  });
});

describe.each(partners)('partner $naam', ({ naam, inProcess, definitie }) => {
  const folder = new URL(`${naam}/`, root);
  const document = parse(definitie.sdl);

  it('is called what its folder is called', () => {
    expect(definitie.naam).toBe(naam);
  });

  it('has the files of a partner', () => {
    const nodig = vereisteBestanden(naam, definitie.bronnen, inProcess);
    expect(nodig.filter((file) => !existsSync(new URL(file, folder)))).toEqual([]);
  });

  it('has golden cases, hostile ones included, of every function that maps', () => {
    const fouten = definitie.bronnen.flatMap((bron) =>
      gevalfoutenVan(new URL(`${kebab(bron)}/`, folder)).map((fout) => `${bron}: ${fout}`),
    );
    expect(fouten).toEqual([]);
  });

  it.skipIf(inProcess)('reads its golden cases, as they are and damaged', () => {
    // `toetsGevallen` fails on a folder of cases that nothing reads.
    const gelezen = readFileSync(new URL('golden.test.ts', folder), 'utf8');
    expect(gelezen).toContain("toetsGevallen(new URL('./', import.meta.url), lezingen);");
    expect(gelezen).toContain("toetsVerminkt(new URL('./', import.meta.url), lezingen);");
  });

  it('maps in the folders of its sources only', () => {
    const bestanden = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const bronnen = definitie.bronnen.map(kebab);
    expect(bestanden.filter((b) => isMapbestand(basename(b)) && !bronnen.includes(dirname(b)))).toEqual([]);
  });

  it('marks fields with the sources it has, every one of them', () => {
    expect([...gemarkeerdeBronnen(document)].sort()).toEqual([...definitie.bronnen].sort());
    if (!inProcess) expect([...bronwaarden(document)].sort()).toEqual([...definitie.bronnen].sort());
  });

  it('describes every type, field, argument and enum value', () => {
    expect(zonderBeschrijving(document)).toEqual([]);
  });

  it('keeps every field of a source nullable at the slice boundary', () => {
    expect(slicefouten(document)).toEqual([]);
  });

  it('names the source of every field it adds to an entity', () => {
    expect(ongemarkeerdeVelden(document)).toEqual([]);
  });

  it('is a valid Federation 2 subgraph by itself', () => {
    expect(() => buildSubgraph(naam, 'http://127.0.0.1/graphql', document)).not.toThrow();
  });

  it('says in its README which settings it reads', () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8');
    const gemist = definitie.bronnen
      .map((bron) => `${bronPrefix(naam, bron)}_URL`)
      .filter((setting) => !readme.includes(setting));
    expect(gemist).toEqual([]);
  });

  it('reports every missing setting at once, and repeats no value', () => {
    const problems = problemenVan(() => definitie.leesConfig({ PSEUDONIEM_SLEUTEL: 'canary-value' }));
    const gemist = definitie.bronnen
      .map((bron) => `${bronPrefix(naam, bron)}_URL`)
      .filter((setting) => !problems.some((problem) => problem.startsWith(setting)));
    expect(gemist).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join()).not.toContain('canary-value');
  });
});

describe.each(partners.filter(({ inProcess }) => !inProcess))('simulated sources of $naam', (partner) => {
  const { definitie, stubs } = partner;

  it('are there, one for every source', () => {
    expect(stubs.map(({ bron }) => bron).sort()).toEqual([...definitie.bronnen].sort());
  });

  it.each(stubs.map((stub) => ({ bron: stub.bron, stub })))(
    '$bron knows every fault its protocol must express',
    ({ stub }) => {
      expect(ontbrekendeFaults(protocolFaults, stub)).toEqual([]);
    },
  );

  it('take every fault at run time over the control server', async () => {
    const lopend = await startStubs(stubs);
    try {
      for (const bron of definitie.bronnen) {
        for (const fault of [...stubFaults, 'none'] as const) {
          const response = await fetch(`${lopend.controlUrl}/faults/${bron}`, {
            method: 'PUT',
            body: JSON.stringify({ fault }),
          });
          expect([bron, response.status, lopend.bronnen[bron]?.fault()]).toEqual([bron, 200, fault]);
        }
      }
    } finally {
      await lopend.stop();
    }
  });
});

/** What is wrong with the golden cases of the source in this folder. */
function gevalfoutenVan(bron: URL): readonly string[] {
  const bestanden = readdirSync(bron);
  const functies = bestanden
    .filter(isMapbestand)
    .flatMap((bestand) => geexporteerdeFuncties(readFileSync(new URL(bestand, bron), 'utf8')));
  const fixtures = new URL('fixtures/', bron);
  const mappen = Object.fromEntries(
    readdirSync(fixtures, { withFileTypes: true }).map((entry) => [
      entry.name,
      leesGevallenmap(new URL(`${entry.name}/`, fixtures)),
    ]),
  );
  // A match of a candidate with a vacancy is no mapping, but has cases of its own.
  const andere = bestanden.flatMap((bestand) => /^(.+)-match\.ts$/.exec(bestand)?.[1] ?? []);
  return gevalfouten(functies, mappen, andere);
}

function leesGevallenmap(map: URL): Gevallenmap {
  const bestanden = readdirSync(map);
  const redenen = bestanden.includes(uitzonderingenbestand)
    ? readFileSync(new URL(uitzonderingenbestand, map), 'utf8')
    : '{}';
  return { bestanden, uitzonderingen: JSON.parse(redenen) };
}

function problemenVan(lees: () => unknown): readonly string[] {
  try {
    lees();
    return [];
  } catch (error) {
    if (error instanceof ConfiguratieFout) return error.problems;
    throw error;
  }
}
