/** The guard over golden cases can fail: it finds what is missing, what is too much, and what is no reason. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Gevallenmap, geexporteerdeFuncties, gevalfouten, isMapbestand, mapVan } from './gevallen.ts';

/** A folder with these cases of a protocol, each with its expected answer. */
function map(protocol: string, namen: readonly string[], uitzonderingen: unknown = {}): Gevallenmap {
  const bestanden = namen.flatMap((naam) => [`${naam}.input.${protocol}`, `${naam}.expected.json`]);
  return { bestanden, uitzonderingen };
}

const hostiel = [
  'leeg',
  'dubbel',
  'onbekende-code',
  'andere-volgorde',
  'onvolledige-datum',
  'zonder-optioneel',
  'zeer-veel',
];
const json = map('json', ['volledig', ...hostiel]);
const fouten = (deze: Gevallenmap) => gevalfouten(['mapUitkering'], { uitkering: deze });

describe('golden cases of a function', () => {
  it('are whole with an ordinary case and one of every class of the protocol', () => {
    expect(fouten(json)).toEqual([]);
    expect(fouten(map('csv', ['volledig', ...hostiel]))).toEqual([]);
    expect(fouten(map('xml', ['volledig', ...hostiel, 'vreemde-namespace-buiten-xsd']))).toEqual([]);
  });

  it.each(hostiel)('are not without %s', (klasse) => {
    const zonder = ['volledig', ...hostiel.filter((naam) => naam !== klasse)];
    expect(fouten(map('json', zonder))).toEqual([`uitkering: no case ${klasse}, and no reason why not`]);
    // A name that only begins alike is of no class.
    expect(fouten(map('json', [...zonder, `${klasse}s`]))).toEqual([
      `uitkering: no case ${klasse}, and no reason why not`,
    ]);
    expect(fouten(map('json', [...zonder, `${klasse}-en-nog-iets`]))).toEqual([]);
  });

  it('are not without foreign namespaces where there are namespaces, nor without an ordinary case', () => {
    expect(fouten(map('xml', ['volledig', ...hostiel]))).toEqual([
      'uitkering: no case vreemde-namespace, and no reason why not',
    ]);
    expect(fouten(map('json', hostiel))).toEqual(['uitkering: no ordinary case']);
  });

  it('may lack a class for a reason, as long as it is one and the class is not there', () => {
    const zonder = ['volledig', ...hostiel.filter((naam) => naam !== 'onvolledige-datum')];
    const met = (uitzonderingen: unknown) => fouten(map('json', zonder, uitzonderingen));
    expect(met({ 'onvolledige-datum': 'Figures hold counts and no dates.' })).toEqual([]);
    expect(met({ 'onvolledige-datum': 'n.v.t.' })).toEqual([
      'uitkering: the reason why not onvolledige-datum is no sentence',
    ]);
    expect(met({ 'onvolledige-datum': true })).toEqual([
      'uitkering: the reason why not onvolledige-datum is no sentence',
    ]);
    expect(fouten({ ...json, uitzonderingen: { leeg: 'It is never empty, they say.' } })).toEqual([
      'uitkering: leeg is there, and has a reason why not',
    ]);
    expect(fouten({ ...json, uitzonderingen: { 'vreemde-namespace': 'JSON has no namespaces.' } })).toEqual([
      'uitkering: vreemde-namespace is no class of this protocol',
    ]);
  });

  it('have an answer each, one input, and nothing beside them', () => {
    const { bestanden } = json;
    expect(fouten({ bestanden: bestanden.slice(1), uitzonderingen: {} })).toEqual([
      'uitkering: volledig has no input',
      'uitkering: no ordinary case',
    ]);
    expect(
      fouten({ bestanden: bestanden.filter((b) => b !== 'leeg.expected.json'), uitzonderingen: {} }),
    ).toEqual(['uitkering: leeg expects nothing']);
    expect(fouten({ bestanden: [...bestanden, 'leeg.input.csv', 'leeg.xml'], uitzonderingen: {} })).toEqual([
      'uitkering: leeg has two inputs',
      'uitkering: leeg.xml is no case',
    ]);
  });

  it('are outside a schema only where there is one', () => {
    expect(fouten(map('json', ['volledig', ...hostiel, 'dubbel-buiten-xsd']))).toEqual([
      'uitkering: dubbel-buiten-xsd has no schema to be outside of',
    ]);
  });
});

describe('functions and folders', () => {
  it('belong together: one folder for each function, and no other', () => {
    expect(gevalfouten(['mapUitkering', 'mapAanvraag'], { uitkering: json, aanvragen: json })).toEqual([
      'aanvraag has no cases',
      'aanvragen belongs to no function',
    ]);
    expect(gevalfouten(['mapUitkering', 'mapUitkering'], { uitkering: json })).toEqual([
      'uitkering is of two functions',
    ]);
    expect(
      gevalfouten(['mapUitkering'], { uitkering: json, kandidaten: map('json', ['a']) }, ['kandidaten']),
    ).toEqual([]);
  });

  it('are found in a mapping file whatever the way they are exported', () => {
    const bron = `
      export function mapUitkering(x: string): string { return eigen(x); }
      export const mapAanvraag = (x: string) => x;
      export const tabel = { a: 'A' }, mapVordering = function (x: string) { return x; };
      export type Iets = string;
      function eigen(x: string) { return x; }
      const mapNiet = () => 1;
    `;
    expect(geexporteerdeFuncties(bron)).toEqual(['mapUitkering', 'mapAanvraag', 'mapVordering']);
    expect(() => geexporteerdeFuncties("export { mapX } from './x.ts';")).toThrow('where it is made');
    expect(() => geexporteerdeFuncties('export default () => 1;')).toThrow('where it is made');
  });

  it('have names that follow from each other', () => {
    expect(['mapUitkering', 'mapPlaatsingenBijWerkgever', 'veldenInOnderzoek', 'mapper'].map(mapVan)).toEqual(
      ['uitkering', 'plaatsingen-bij-werkgever', 'velden-in-onderzoek', 'mapper'],
    );
    expect(
      ['map.ts', 'kengetallen-map.ts', 'mapper.ts', 'map.test.ts', 'bitmap.ts'].filter(isMapbestand),
    ).toEqual(['map.ts', 'kengetallen-map.ts']);
  });
});

it('the guard fails on a real folder as soon as one of its cases is gone', () => {
  const bestanden = readdirSync(
    new URL('../../subgraphs/gemeente/suwi-bijstand/fixtures/bijstand/', import.meta.url),
  );
  const zonder = (klasse: string) =>
    gevalfouten(['mapBijstand'], {
      bijstand: { bestanden: bestanden.filter((b) => !b.startsWith(klasse)), uitzonderingen: {} },
    });
  expect(zonder('geen enkel')).toEqual([]);
  expect(zonder('vreemde-namespace')).toEqual(['bijstand: no case vreemde-namespace, and no reason why not']);
  expect(zonder('zeer-veel')).toEqual(['bijstand: no case zeer-veel, and no reason why not']);
});
