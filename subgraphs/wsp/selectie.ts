import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * Names of the fields that a query asks below the field being resolved, fragments included.
 * `@skip` and `@include` are not weighed: a field too many costs a call, a field too few costs data.
 */
export function gevraagdeVelden(
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
): ReadonlySet<string> {
  const namen = new Set<string>();
  const verzamel = (selectie: SelectionSetNode | undefined): void => {
    for (const node of selectie?.selections ?? []) {
      switch (node.kind) {
        case Kind.FIELD:
          namen.add(node.name.value);
          break;
        case Kind.INLINE_FRAGMENT:
          verzamel(node.selectionSet);
          break;
        case Kind.FRAGMENT_SPREAD:
          verzamel(info.fragments[node.name.value]?.selectionSet);
          break;
        default:
          node satisfies never;
      }
    }
  };
  for (const node of info.fieldNodes) verzamel(node.selectionSet);
  return namen;
}
