/** The table of the time line (subgraphs/werkplein/README.md) decides on every dated fact of a client, and is kept. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const lees = (bestand: string) => readFileSync(new URL(`../../${bestand}`, import.meta.url), 'utf8');
const schema = buildSchema(lees('schema/api.graphql'));
const client = schema.getType('Client') as GraphQLObjectType;

type Rij = {
  readonly paden: readonly string[];
  readonly soorten: readonly string[];
  readonly waarom: string;
};

const rijen: readonly Rij[] =
  (lees('subgraphs/werkplein/README.md').split('\n## What is on the time line\n')[1] ?? '')
    .split('\n## ')[0]
    ?.split('\n')
    .filter((regel) => regel.startsWith('| '))
    .slice(1)
    .map((regel) => {
      const [feiten = '', soorten = '', waarom = ''] = regel.slice(2, -2).split(' | ');
      const namen = (cel: string) => [...cel.matchAll(/`([^`]+)`/g)].map(([, naam = '']) => naam);
      return { paden: namen(feiten), soorten: namen(soorten), waarom };
    }) ?? [];

/** The row that decides on a path: of those that name it, or what it lies in, the most precise. */
function rijVan(pad: string): Rij | undefined {
  const dekt = (ander: string) => pad === ander || pad.startsWith(`${ander}.`);
  const precies = (rij: Rij) => Math.max(...rij.paden.filter(dekt).map(({ length }) => length));
  return rijen.filter(({ paden }) => paden.some(dekt)).toSorted((a, b) => precies(b) - precies(a))[0];
}

const { eigen, nodig } = leesWerkplein();
/** Other subjects than the client, and the provenance of an answer. */
const ophouden = ['Client', 'Werkgever', 'Vacature', 'Bronvermelding'];
const gedateerd = gedateerdePaden(client);

describe('the table of the time line', () => {
  it('decides on every dated fact of every partner', () => {
    expect(gedateerd.length).toBeGreaterThan(80);
    expect(gedateerd.filter((pad) => rijVan(pad) === undefined)).toEqual([]);
  });

  it('says of each what the field does', () => {
    const erop = gedateerd.filter((pad) => (rijVan(pad)?.soorten.length ?? 0) > 0);
    expect(erop).toEqual(gedateerd.filter((pad) => nodig.has(pad)));
  });

  it('names facts that exist, each once, with a reason', () => {
    const paden = rijen.flatMap((rij) => rij.paden);
    expect(paden).toEqual([...new Set(paden)]);
    expect(paden.filter((pad) => !bestaat(pad))).toEqual([]);
    expect(rijen.filter(({ waarom }) => waarom.trim() === '')).toEqual([]);
  });

  it('names every kind of event, and no other', () => {
    const soorten = (schema.getType('Gebeurtenissoort') as GraphQLEnumType)
      .getValues()
      .map(({ name }) => name);
    expect([...new Set(rijen.flatMap((rij) => rij.soorten))].sort()).toEqual(soorten.sort());
  });
});

/** Of `Client` in the joint front office: the fields it computes itself, and what the time line needs of others. */
function leesWerkplein(): { readonly eigen: ReadonlySet<string>; readonly nodig: ReadonlySet<string> } {
  const document = parse(lees('subgraphs/werkplein/schema.graphql'));
  const velden = document.definitions.flatMap((d) =>
    d.kind === Kind.OBJECT_TYPE_DEFINITION && d.name.value === 'Client' ? (d.fields ?? []) : [],
  );
  const van = (naam: string, richtlijn: string) =>
    velden.find((veld) => veld.name.value === naam)?.directives?.find((d) => d.name.value === richtlijn);
  const fields = van('tijdlijn', 'requires')?.arguments?.[0]?.value;
  if (fields?.kind !== Kind.STRING) throw new Error('the time line requires nothing');
  const [selectie] = parse(`{ ${fields.value} }`).definitions;
  if (selectie?.kind !== Kind.OPERATION_DEFINITION) throw new Error('what it requires is no selection');
  return {
    eigen: new Set(
      velden.map(({ name }) => name.value).filter((naam) => van(naam, 'external') === undefined),
    ),
    nodig: new Set(bladen(selectie.selectionSet)),
  };
}

function bladen({ selections }: SelectionSetNode, boven = ''): readonly string[] {
  return selections.flatMap((veld) => {
    if (veld.kind !== Kind.FIELD) return [];
    const pad = `${boven}${veld.name.value}`;
    return veld.selectionSet === undefined ? [pad] : bladen(veld.selectionSet, `${pad}.`);
  });
}

/** Paths to every date and moment in the slices of the partners. */
function gedateerdePaden(
  type: GraphQLObjectType,
  boven = '',
  boventypen: readonly string[] = ophouden,
): readonly string[] {
  return Object.values(type.getFields()).flatMap((veld): readonly string[] => {
    if (type === client && eigen.has(veld.name)) return [];
    const soort = getNamedType(veld.type);
    const pad = `${boven}${veld.name}`;
    if (['Date', 'DateTime', 'DatumOnvolledig'].includes(soort.name)) return [pad];
    if (!isObjectType(soort) || boventypen.includes(soort.name)) return [];
    return gedateerdePaden(soort, `${pad}.`, [...boventypen, soort.name]);
  });
}

function bestaat(pad: string): boolean {
  let type: unknown = client;
  for (const naam of pad.split('.')) {
    const veld = isObjectType(type) ? type.getFields()[naam] : undefined;
    if (veld === undefined) return false;
    type = getNamedType(veld.type);
  }
  return true;
}
