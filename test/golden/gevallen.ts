import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** One golden case: what a source sends, and what the graph must make of it. */
export type Geval = { readonly naam: string; readonly bericht: string; readonly verwacht: unknown };

/** The golden cases of one mapping, `<naam>.input.<csv|json|xml>` beside `<naam>.expected.json`. */
export function leesGevallen(map: URL): readonly Geval[] {
  const lees = (bestand: string) => readFileSync(new URL(bestand, map), 'utf8');
  return readdirSync(map).flatMap((bestand): readonly Geval[] => {
    const naam = /^(.+)\.input\.(?:csv|json|xml)$/.exec(bestand)?.[1];
    if (naam === undefined) return [];
    return [{ naam, bericht: lees(bestand), verwacht: JSON.parse(lees(`${naam}.expected.json`)) }];
  });
}

/** The message of one golden case in JSON, for a test that changes something of it. */
export function leesJsonBericht(map: URL, naam: string): unknown {
  return JSON.parse(readFileSync(new URL(`${naam}.input.json`, map), 'utf8'));
}

/** Every mapping of a partner that has a folder of cases, as `<bron>/<mapping>`. */
export function leesMappen(partner: URL): readonly string[] {
  return mappenIn(partner).flatMap((bron) => {
    const fixtures = new URL(`${bron}/fixtures/`, partner);
    return existsSync(fixtures) ? mappenIn(fixtures).map((functie) => `${bron}/${functie}`) : [];
  });
}

function mappenIn(map: URL): readonly string[] {
  return readdirSync(map, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []));
}
