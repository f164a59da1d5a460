import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** A field that a subgraph should have answered. */
export type GevraagdVeld = { readonly type: string; readonly field: string; readonly responseName: string };

/** What a subgraph operation asks for at its top: of entities (by type) or of the root. */
export type Vraagvorm =
  | { readonly soort: 'ENTITEITEN'; readonly velden: readonly GevraagdVeld[] }
  | { readonly soort: 'WORTEL'; readonly velden: readonly GevraagdVeld[] };

const vormen = new Map<string, Vraagvorm>();
const maxVormen = 2_000;

/** Reads the top of a subgraph operation; remembered by text, which holds no values of a request. */
export function vraagvorm(query: string): Vraagvorm {
  const bekend = vormen.get(query);
  if (bekend !== undefined) return bekend;
  const vorm = leesVorm(query);
  if (vormen.size >= maxVormen) vormen.clear();
  vormen.set(query, vorm);
  return vorm;
}

function leesVorm(query: string): Vraagvorm {
  const document = parse(query);
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) return { soort: 'WORTEL', velden: [] };
  const fragmenten = new Map(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    ),
  );
  const velden = (set: SelectionSetNode, type: string): readonly GevraagdVeld[] =>
    set.selections.flatMap((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return selection.name.value === '__typename' ? [] : [gevraagd(selection, type)];
        case Kind.INLINE_FRAGMENT:
          return velden(selection.selectionSet, selection.typeCondition?.name.value ?? type);
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragmenten.get(selection.name.value);
          return fragment === undefined
            ? []
            : velden(fragment.selectionSet, fragment.typeCondition.name.value);
        }
        default:
          return selection satisfies never;
      }
    });
  const wortel = operation.selectionSet.selections[0];
  if (wortel?.kind === Kind.FIELD && wortel.name.value === '_entities' && wortel.selectionSet !== undefined) {
    return { soort: 'ENTITEITEN', velden: velden(wortel.selectionSet, '_Entity') };
  }
  return { soort: 'WORTEL', velden: velden(operation.selectionSet, worteltype(operation)) };
}

function gevraagd(field: FieldNode, type: string): GevraagdVeld {
  return { type, field: field.name.value, responseName: field.alias?.value ?? field.name.value };
}

function worteltype(operation: OperationDefinitionNode): string {
  return operation.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
}

/**
 * The data a silent subgraph leaves: every field it should have answered is null, entity by entity,
 * so that the rest of the plan (computed fields too) runs on, with that gap in view.
 */
export function legeData(
  vorm: Vraagvorm,
  variables: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> {
  if (vorm.soort === 'WORTEL') return leeg(vorm.velden);
  const representations = variables?.['representations'];
  const lijst: readonly unknown[] = Array.isArray(representations) ? representations : [];
  return {
    _entities: lijst.map((representation) => {
      const type = typenaam(representation);
      return { __typename: type, ...leeg(vorm.velden.filter((veld) => veld.type === type)) };
    }),
  };
}

function leeg(velden: readonly GevraagdVeld[]): Record<string, null> {
  return Object.fromEntries(velden.map((veld) => [veld.responseName, null]));
}

function typenaam(representation: unknown): string | undefined {
  if (typeof representation !== 'object' || representation === null) return undefined;
  const type = '__typename' in representation ? representation.__typename : undefined;
  return typeof type === 'string' ? type : undefined;
}
