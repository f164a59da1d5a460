/** No partner gives clients with what it knows of them past the guard of files, but where that is decided. */
import { readFileSync } from 'node:fs';
import { type DirectiveNode, Kind, parse, type TypeNode } from 'graphql';
import { expect, it } from 'vitest';
import { langsDeBewaking } from './toegang.ts';

/** Lists of the own caseload: who is in them is the worker's own, as the partner that keeps them says. */
const eigenWerkvoorraad = ['Werkvoorraaddeel.clienten', 'WerkvoorraadEdge.node'];

const named = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);

/** Subgraphs that a join directive names, without those that only refer to it. */
function graphs(directives: readonly DirectiveNode[], name: string): readonly string[] {
  return directives.flatMap(({ name: own, arguments: args = [] }) => {
    const graph = args.find((arg) => arg.name.value === 'graph')?.value;
    const isExternal = args.some(
      ({ name: arg, value }) => arg.value === 'external' && value.kind === Kind.BOOLEAN && value.value,
    );
    return own.value === name && graph?.kind === Kind.ENUM && !isExternal ? [graph.value] : [];
  });
}

it('every field by which a partner gives clients is a caseload, or asks for their numbers only', () => {
  const supergraph = parse(readFileSync('schema/supergraph.graphql', 'utf8'), { noLocation: true });
  const vanPartners = supergraph.definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const ofType = graphs(type.directives ?? [], 'join__type');
    return (type.fields ?? []).flatMap((field) => {
      const own = graphs(field.directives ?? [], 'join__field');
      const givers = (own.length > 0 ? own : ofType).filter((graph) => graph !== 'WERKPLEIN');
      return named(field.type) === 'Client' && givers.length > 0
        ? [`${type.name.value}.${field.name.value}`]
        : [];
    });
  });
  expect(vanPartners.sort()).toEqual([...langsDeBewaking, ...eigenWerkvoorraad].sort());
});
