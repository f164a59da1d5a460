import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leesXml } from '../kit/index.ts';
import { mapUwvAanvragen } from './suwinet-aanvraagstatus/map.ts';
import { antwoord as aanvraagstatus } from './suwinet-aanvraagstatus/messages.ts';
import { mapDoelgroepregistratie } from './suwinet-doelgroepregister/map.ts';
import { antwoord as doelgroepregister } from './suwinet-doelgroepregister/messages.ts';
import { mapInkomen } from './suwinet-inkomsten/map.ts';
import { antwoord as inkomsten } from './suwinet-inkomsten/messages.ts';
import { mapWerknemersverzekeringen } from './suwinet-werknemersverzekeringen/map.ts';
import { antwoord as werknemersverzekeringen } from './suwinet-werknemersverzekeringen/messages.ts';
import { mapWerkzoekende } from './suwinet-werkzoekende/map.ts';
import { antwoord as werkzoekende } from './suwinet-werkzoekende/messages.ts';

/** The content of the root element: the answer without its envelope. */
function leesAntwoord(xml: string): unknown {
  return Object.values(leesXml(xml) as Readonly<Record<string, unknown>>)[0];
}

const mappings: Readonly<Record<string, (inhoud: unknown) => unknown>> = {
  'suwinet-werknemersverzekeringen': (i) => mapWerknemersverzekeringen(werknemersverzekeringen.parse(i)),
  'suwinet-inkomsten': (i) => mapInkomen(inkomsten.parse(i)),
  'suwinet-werkzoekende': (i) => mapWerkzoekende(werkzoekende.parse(i)),
  'suwinet-doelgroepregister': (i) => mapDoelgroepregistratie(doelgroepregister.parse(i)),
  'suwinet-aanvraagstatus': (i) => mapUwvAanvragen(aanvraagstatus.parse(i)),
};

describe.each(Object.entries(mappings))('%s', (map, lees) => {
  const folder = new URL(`${map}/fixtures/`, import.meta.url);
  const cases = readdirSync(folder).flatMap((file) => /^(.+)\.input\.xml$/.exec(file)?.[1] ?? []);

  it('has golden cases', () => {
    expect(cases.length).toBeGreaterThan(1);
  });

  it.each(cases)('maps %s', (naam) => {
    const input = readFileSync(new URL(`${naam}.input.xml`, folder), 'utf8');
    const expected: unknown = JSON.parse(readFileSync(new URL(`${naam}.expected.json`, folder), 'utf8'));
    expect(lees(leesAntwoord(input))).toStrictEqual(expected);
  });
});
