import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** One operation of a compiled plan, for one subgraph: the same object for every request. */
export type SubgraphOperatie = {
  readonly soort: 'query' | 'mutation';
  readonly query: string;
  readonly operationName: string | undefined;
  /** What is asked at its top: of the root, or of each list of entities under its alias. */
  readonly delen: readonly Vraagdeel[];
  /** The body of the request up to the JSON text of the variables; a brace closes it. */
  readonly kop: string;
};

export type Vraagdeel = {
  /** Response name of the list of entities; undefined for the root. */
  readonly entiteiten: string | undefined;
  readonly velden: readonly GevraagdVeld[];
};

/** A field that a subgraph should answer. */
export type GevraagdVeld = { readonly type: string; readonly field: string; readonly responseName: string };

/** Reads what an operation of a plan asks. @throws when the planner wrote something that is not GraphQL */
export function createSubgraphOperatie(query: string, operationName?: string): SubgraphOperatie {
  const document = parse(query, { noLocation: true });
  const operatie = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (operatie === undefined) throw new Error('a plan has a fetch without an operation');
  const fragmenten = new Map(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    ),
  );
  const naam = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return {
    soort: operatie.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    query,
    operationName,
    delen: leesDelen(operatie, fragmenten),
    kop: `{"query":${JSON.stringify(query)}${naam},"variables":`,
  };
}

function leesDelen(
  operatie: OperationDefinitionNode,
  fragmenten: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly Vraagdeel[] {
  const entiteiten = operatie.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD && selection.name.value === '_entities' ? [selection] : [],
  );
  if (entiteiten.length > 0) {
    return entiteiten.map(({ alias, name, selectionSet }) => ({
      entiteiten: alias?.value ?? name.value,
      velden: selectionSet === undefined ? [] : velden(selectionSet, '_Entity', fragmenten),
    }));
  }
  const wortel = operatie.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
  return [{ entiteiten: undefined, velden: velden(operatie.selectionSet, wortel, fragmenten) }];
}

function velden(
  set: SelectionSetNode,
  type: string,
  fragmenten: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly GevraagdVeld[] {
  return set.selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value === '__typename' ? [] : [gevraagd(selection, type)];
      case Kind.INLINE_FRAGMENT:
        return velden(selection.selectionSet, selection.typeCondition?.name.value ?? type, fragmenten);
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragmenten.get(selection.name.value);
        return fragment === undefined
          ? []
          : velden(fragment.selectionSet, fragment.typeCondition.name.value, fragmenten);
      }
      default:
        return selection satisfies never;
    }
  });
}

function gevraagd(field: FieldNode, type: string): GevraagdVeld {
  return { type, field: field.name.value, responseName: field.alias?.value ?? field.name.value };
}
