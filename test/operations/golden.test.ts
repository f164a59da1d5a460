/** Every document of the front office answers what it answered before, to the last value. */
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documenten, invoerVan, leesDocument, leesGolden, metGolden } from '../../commands/front-office.ts';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { ruimeTijd } from '../../commands/ruime-tijd.ts';
import { lees, leesElk, toetsmoment } from '../operations.ts';
import { delen } from '../slices.ts';

let werkplein: LopendWerkplein;

beforeAll(async () => {
  werkplein = await startWerkplein({ now: toetsmoment, env: await ruimeTijd() });
});

afterAll(async () => {
  await werkplein.stop();
});

describe('the documents of the front office', () => {
  it('are fifteen at least, and each has a golden answer', () => {
    expect(documenten.length).toBeGreaterThanOrEqual(15);
    expect(metGolden()).toEqual(documenten);
  });

  it.each(documenten)('%s is asked under its own name, with nothing of anybody in it', (naam) => {
    const document = leesDocument(naam);
    const eigenNaam = naam.replace(/(^|-)(\w)/g, (_, _streep, letter: string) => letter.toUpperCase());
    expect([...document.matchAll(/^query (\w+)/gm)].map(([, query]) => query)).toEqual([eigenNaam]);
    expect(document.replace(/^#.*$/gm, '')).not.toMatch(/"|\d{5}/);
  });
});

describe.each(documenten)('%s', (naam) => {
  it('gives its golden answer (after a wanted change: npm run golden, and read the difference)', async () => {
    const golden = leesGolden(naam);
    expect(golden.variables).toEqual(invoerVan(werkplein)(naam));
    const { data, errors } = await werkplein.vraag(leesDocument(naam), golden.variables);
    expect(errors).toBeUndefined();
    expect(data).toEqual(golden.data);
  });

  it('has an answer worth keeping: something was found, and every source that was asked did answer', () => {
    const herkomsten = [...delen(leesGolden(naam).data).values()].flatMap((deel) =>
      deel.soort === 'slice' ? [deel.waarde.bron] : deel.waarde.bronnen,
    );
    const uitkomsten = new Set(herkomsten.map(({ uitkomst }) => uitkomst));
    expect(uitkomsten).toContain('GEVONDEN');
    uitkomsten.delete('GEVONDEN');
    uitkomsten.delete('NIETS_GEVONDEN');
    expect([...uitkomsten]).toEqual([]);
  });
});

describe('what golden answers are there to show', () => {
  it('signalen: a signal of every rule about a client', () => {
    const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
    const regels = (schema.getType('Signaalregel') as GraphQLEnumType).getValues().map(({ name }) => name);
    const { data } = leesGolden('signalen');
    const getoond = leesElk(data, 'clienten', 'signalen').flatMap((s) => leesElk(s, 'signalen', 'regel'));
    expect([...new Set(getoond)].sort()).toEqual(regels.sort());
  });

  it('werkgever: how many work there, and that two partners approached it', () => {
    const { data } = leesGolden('werkgever');
    expect(lees(data, 'werkgever.uwvDienstverbanden')).toMatchObject({
      aantalLopend: expect.any(Number) as number,
      aantalWerkzoekenden: expect.any(Number) as number,
      onderdrukt: false,
    });
    expect(leesElk(data, 'werkgever.dubbeleBenaderingen.benaderingen', 'dagenErtussen')).not.toEqual([]);
  });
});
