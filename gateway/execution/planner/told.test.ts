/** What plans tell subgraphs, and by whom it was given. */
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../subgraphs/kit/index.ts';
import { composeSdl } from '../../../test/canned/index.ts';
import { createPlanner } from './index.ts';
import { createTellings } from './told.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable"])`;
const sdl = composeSdl({
  personen: `${link} type Query { persoon: Persoon partij: Partij } union Partij = Persoon | Bedrijf
    type Persoon @key(fields: "id") { id: ID! naam: Naam! titel: String maat: Int } type Naam { voor: String achter: String }
    type Bedrijf @key(fields: "kvk") { kvk: ID! maat: String }`,
  adressen: `${link} type Persoon @key(fields: "id") { id: ID! adres(op: String): String }
    type Bedrijf @key(fields: "kvk") { kvk: ID! titel: String }`,
  brieven: `${link} type Persoon @key(fields: "id") { id: ID! naam: Naam! @external titel: String @external maat: Int @external
      adres(op: String): String @external aanhef: String @requires(fields: "naam { achter } adres(op: \\"nu\\")")
      kop: String @requires(fields: "titel") kaft: String @requires(fields: "maat") }
    type Naam { achter: String @external }
    type Bedrijf @key(fields: "kvk") { kvk: ID! titel: String @external maat: String @external
      kop: String @requires(fields: "titel") kaft: String @requires(fields: "maat") }`,
});
const logger = createLogger('toets', { level: 'silent' });

async function verteld(keuze: 'hive' | 'apollo', operatie: string) {
  const planner = await createPlanner(keuze, sdl, logger);
  const plan = await planner.plan(operatie, 20_000);
  await planner.close();
  return createTellings(parse(sdl))(plan).flatMap(({ fetch, fields }) =>
    fields.map(({ field, from }) => `${fetch.subgraph} ${field} < ${from.join(', ')}`),
  );
}

describe.each(['hive', 'apollo'] as const)('a plan of %s', (keuze) => {
  it('tells nothing to who is asked first', async () => {
    expect(await verteld(keuze, '{ persoon { naam { voor } } }')).toEqual([]);
  });

  it('tells a key', async () => {
    expect(await verteld(keuze, '{ persoon { adres } }')).toEqual(['adressen Persoon.id < personen']);
  });

  it('tells what a field is computed from, each by who gave it, under whatever name', async () => {
    const alles = await verteld(keuze, '{ ik: persoon { adres(op: "toen") groet: aanhef } }');
    expect(alles.toSorted()).toEqual([
      'adressen Persoon.id < personen',
      'brieven Naam.achter < personen',
      'brieven Persoon.adres < adressen',
      'brieven Persoon.id < personen',
      'brieven Persoon.naam < personen',
    ]);
  });

  it('tells it of each type apart', async () => {
    const alles = await verteld(keuze, '{ partij { ... on Bedrijf { kop } ... on Persoon { kop } } }');
    expect([...new Set(alles)].toSorted()).toEqual([
      'adressen Bedrijf.kvk < personen',
      'brieven Bedrijf.kvk < personen',
      'brieven Bedrijf.titel < adressen',
      'brieven Persoon.id < personen',
      'brieven Persoon.titel < personen',
    ]);
  });

  it('tells it where it was fetched under another name because types differ', async () => {
    const alles = await verteld(keuze, '{ partij { ... on Bedrijf { kaft } ... on Persoon { kaft } } }');
    expect([...new Set(alles)].toSorted()).toEqual([
      'brieven Bedrijf.kvk < personen',
      'brieven Bedrijf.maat < personen',
      'brieven Persoon.id < personen',
      'brieven Persoon.maat < personen',
    ]);
  });
});
