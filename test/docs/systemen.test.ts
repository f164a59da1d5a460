/** Every query of docs/systemen.md works, and shows what the page says that it shows. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type FieldNode,
  type GraphQLEnumType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { toetsmoment } from '../operations.ts';
import { leesVoorbeelden, variabelenVoor } from './systemen.ts';

let werkplein: LopendWerkplein;
const getoond = new Set<string>();

beforeAll(async () => {
  werkplein = await startWerkplein({ now: toetsmoment });
});
afterAll(async () => {
  await werkplein.stop();
});

describe('docs/systemen.md', () => {
  it.each(leesVoorbeelden())('shows $titel', async ({ voor, query }) => {
    const antwoord = await werkplein.vraag(query, variabelenVoor(voor, werkplein));
    expect(antwoord.errors).toBeUndefined();
    for (const { bron, uitkomst } of antwoord.extensions?.bronnen ?? [])
      if (uitkomst === 'GEVONDEN') getoond.add(bron);
    const [operatie] = parse(query).definitions as readonly OperationDefinitionNode[];
    const paden = bladen(operatie?.selectionSet);
    const leeg = paden.filter((pad) => waarden(antwoord.data, pad).length === 0);
    expect(leeg.map((pad) => pad.join('.'))).toEqual([]);
    for (const pad of paden.filter((p) => p.at(-1) === 'uitkomst')) {
      expect(waarden(antwoord.data, pad)).toContain('GEVONDEN');
    }
  });

  it('shows data of every source of the graph', () => {
    const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
    const bronnen = (schema.getType('Bron') as GraphQLEnumType).getValues().map(({ name }) => name);
    expect([...getoond].sort()).toEqual(bronnen.sort());
  });

  it('asks a source wherever it shows data of one', () => {
    const zonder = leesVoorbeelden().filter(({ query }) => !query.includes('uitkomst'));
    expect(zonder.map(({ voor }) => voor)).toEqual(['niets']);
  });
});

type Pad = readonly string[];

/** The paths of the fields of a selection that have no fields of their own. */
function bladen(selectie: SelectionSetNode | undefined, boven: Pad = []): readonly Pad[] {
  const velden = (selectie?.selections ?? []).filter((s): s is FieldNode => s.kind === Kind.FIELD);
  return velden.flatMap((veld) => {
    const pad = [...boven, veld.name.value];
    return veld.selectionSet === undefined ? [pad] : bladen(veld.selectionSet, pad);
  });
}

/** Every value other than null at a path, over all elements of the lists on the way. */
function waarden(data: unknown, [naam, ...verder]: Pad): readonly unknown[] {
  if (Array.isArray(data))
    return data.flatMap((deel: unknown) => waarden(deel, naam === undefined ? [] : [naam, ...verder]));
  if (data === null || data === undefined) return [];
  if (naam === undefined) return [data];
  return waarden((data as Readonly<Record<string, unknown>>)[naam], verder);
}
