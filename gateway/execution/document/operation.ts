import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  visit,
} from 'graphql';
import { GraafFout } from '../../../subgraphs/kit/index.ts';

/** One operation of a document with the fragments that it uses, and nothing else. */
export type Operation = {
  readonly definition: OperationDefinitionNode & {
    readonly operation: OperationTypeNode.QUERY | OperationTypeNode.MUTATION;
  };
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/** @throws GraafFout ONGELDIGE_VRAAG when the document has no such operation, or not exactly one without a name */
export function selectOperation(document: DocumentNode, operationName: string | undefined): Operation {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const named = operations.filter(({ name }) => operationName === undefined || name?.value === operationName);
  const [definition] = named;
  if (definition === undefined) throw new GraafFout('ONGELDIGE_VRAAG', 'The document has no such operation.');
  if (named.length > 1) {
    throw new GraafFout(
      'ONGELDIGE_VRAAG',
      'The document has several operations; operationName must say which.',
    );
  }
  if (!isRunnable(definition)) throw new GraafFout('ONGELDIGE_VRAAG', 'Subscriptions are not served.');
  return { definition, fragments: usedFragments(document, definition) };
}

function isRunnable(definition: OperationDefinitionNode): definition is Operation['definition'] {
  return definition.operation !== OperationTypeNode.SUBSCRIPTION;
}

function usedFragments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlyMap<string, FragmentDefinitionNode> {
  const all = new Map(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    ),
  );
  const used = new Map<string, FragmentDefinitionNode>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = all.get(name.value);
        if (fragment === undefined || used.has(name.value)) return;
        used.set(name.value, fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return used;
}

/**
 * Whether an operation may do several things one after the other. Then each must be whole, with what is read after
 * it, before the next begins (GraphQL specification §6.2.2).
 */
export function doesSeveral({ definition }: Operation): boolean {
  const { selections } = definition.selectionSet;
  return (
    definition.operation === OperationTypeNode.MUTATION &&
    (selections.length > 1 || selections.some(({ kind }) => kind !== Kind.FIELD))
  );
}

export function toDocument({ definition, fragments }: Operation): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [definition, ...fragments.values()] };
}

/** The same text for documents that differ in layout, comments and other operations only. */
export function normalisedText(operation: Operation): string {
  return print(toDocument(operation));
}

export function fromDocument(document: DocumentNode): Operation {
  return selectOperation(document, undefined);
}
