import { describe, expect, it } from 'vitest';
import { goldenCases, inhoudVan } from '../../test/golden-cases.ts';
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

const mappings: Readonly<Record<string, (inhoud: unknown) => unknown>> = {
  'suwinet-werknemersverzekeringen': (i) => mapWerknemersverzekeringen(werknemersverzekeringen.parse(i)),
  'suwinet-inkomsten': (i) => mapInkomen(inkomsten.parse(i)),
  'suwinet-werkzoekende': (i) => mapWerkzoekende(werkzoekende.parse(i)),
  'suwinet-doelgroepregister': (i) => mapDoelgroepregistratie(doelgroepregister.parse(i)),
  'suwinet-aanvraagstatus': (i) => mapUwvAanvragen(aanvraagstatus.parse(i)),
};

describe.each(Object.entries(mappings))('%s', (map, lees) => {
  const cases = goldenCases(new URL(`${map}/fixtures/`, import.meta.url), 'xml');

  it('has golden cases', () => {
    expect(cases.length).toBeGreaterThan(1);
  });

  it.each(cases)('maps $naam', ({ input, expected }) => {
    expect(lees(inhoudVan(input))).toStrictEqual(expected);
  });
});
