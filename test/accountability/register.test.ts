/**
 * Whatever a role may ask of a source for a purpose, there is a processing activity for it that names the source: else
 * its records could not be written, and the answer would not be given.
 */
import { Kind, parse, type SelectionSetNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readFieldPolicy, wieZiet } from '../../gateway/access/index.ts';
import { leesVerwerkingenregister } from '../../gateway/accountability/index.ts';
import { leesSupergraph } from '../../gateway/index.ts';
import { registry } from '../../subgraphs/index.ts';

const supergraph = leesSupergraph('schema/supergraph.graphql');
const document = parse(supergraph.sdl, { noLocation: true });
const policy = readFieldPolicy(document);
const register = leesVerwerkingenregister('schema/verwerkingen');
const partners = await Promise.all(registry.map(({ laad }) => laad()));
const partnerVan = (bron: string) => partners.find(({ bronnen }) => bronnen.includes(bron))?.naam ?? '';

type Veld = { readonly coordinate: string; readonly type: string; readonly requires: readonly string[] };

const velden = new Map<string, Veld>();
for (const type of document.definitions) {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
  for (const field of type.fields ?? []) {
    let named = field.type;
    while (named.kind !== Kind.NAMED_TYPE) named = named.type;
    const requires = (field.directives ?? []).flatMap(({ arguments: args = [] }) =>
      args.flatMap(({ name, value }) =>
        name.value === 'requires' && value.kind === Kind.STRING ? [value.value] : [],
      ),
    );
    const coordinate = `${type.name.value}.${field.name.value}`;
    velden.set(coordinate, { coordinate, type: named.name.value, requires });
  }
}

/** Fields in a selection, those that the planner must ask for before them too. */
function inSelectie(type: string, set: SelectionSetNode): readonly Veld[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return inSelectie(selection.typeCondition?.name.value ?? type, selection.selectionSet);
    }
    const veld = selection.kind === Kind.FIELD ? velden.get(`${type}.${selection.name.value}`) : undefined;
    if (veld === undefined || selection.kind !== Kind.FIELD) return [];
    const onder = selection.selectionSet === undefined ? [] : inSelectie(veld.type, selection.selectionSet);
    return [veld, ...voor(veld), ...onder];
  });
}

function voor({ coordinate, requires }: Veld): readonly Veld[] {
  const type = coordinate.split('.')[0] ?? '';
  return requires.flatMap((tekst) => {
    const [operatie] = parse(`{ ${tekst} }`).definitions;
    return operatie?.kind === Kind.OPERATION_DEFINITION ? inSelectie(type, operatie.selectionSet) : [];
  });
}

describe('the register of processing activities', () => {
  it('has the activity of every source that a role may ask for a purpose, by itself or for what is computed', () => {
    const gevraagd = new Set<string>();
    for (const veld of velden.values()) {
      const blikken = wieZiet(policy, veld.coordinate);
      if (blikken.length === 0) continue;
      const bronnen = [veld, ...voor(veld)].flatMap(({ coordinate }) => {
        const [type = '', field = ''] = coordinate.split('.');
        return supergraph.bronnenVan(type, field);
      });
      for (const bron of bronnen) for (const { doel } of blikken) gevraagd.add(`${doel} ${bron}`);
    }
    expect(gevraagd.size).toBeGreaterThan(60);
    const zonder = [...gevraagd].filter((paar) => {
      const [doel = '', bron = ''] = paar.split(' ');
      const activiteit = register.alle.find((a) => a.doel === doel && a.partner === partnerVan(bron));
      return activiteit?.bronnen.includes(bron) !== true;
    });
    expect(zonder.sort()).toEqual([]);
  });
});
