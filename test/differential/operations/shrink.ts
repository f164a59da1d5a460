import { type ASTNode, type DocumentNode, type GraphQLSchema, Kind, print, validate, visit } from 'graphql';
import { type Operation, operationOf } from './operation.ts';

const maxAttempts = 400;

/**
 * The smallest operation, about, of which something is still true: selections, conditions, arguments, fragments
 * and variables are left out one by one for as long as what remains is valid and `holds`.
 */
export async function shrinkOperation(
  schema: GraphQLSchema,
  operation: Operation,
  holds: (smaller: Operation) => Promise<boolean>,
): Promise<Operation> {
  let smallest = operation;
  let attempts = 0;
  for (let progress = true; progress; ) {
    progress = false;
    for (let index = 0; attempts < maxAttempts; index += 1) {
      const document = without(smallest.document, index);
      if (document === undefined) break;
      const candidate = tidy({ ...smallest, document });
      if (candidate === undefined || validate(schema, candidate.document).length > 0) continue;
      attempts += 1;
      if (!(await holds(candidate))) continue;
      smallest = candidate;
      progress = true;
      index -= 1;
    }
  }
  return smallest;
}

/** The document without the part of this number; undefined when it has no such part. */
function without(document: DocumentNode, wanted: number): DocumentNode | undefined {
  let number = -1;
  const leave = (): null | undefined => {
    number += 1;
    return number === wanted ? null : undefined;
  };
  const smaller = visit(document, {
    Field: leave,
    FragmentSpread: leave,
    InlineFragment: leave,
    Directive: leave,
    Argument: leave,
  });
  return number >= wanted ? smaller : undefined;
}

/** Without fragments and variables that are no longer used; undefined where a selection set became empty. */
function tidy(operation: Operation): Operation | undefined {
  if (hasEmptySelection(operation.document)) return undefined;
  const used = usedFrom(operation.document, operationOf(operation));
  const document = visit(operation.document, {
    OperationDefinition: (node) => (node === operationOf(operation) ? undefined : null),
    FragmentDefinition: (node) => (used.has(`...${node.name.value}`) ? undefined : null),
    VariableDefinition: (node) => (used.has(`$${node.variable.name.value}`) ? undefined : null),
  });
  return {
    document,
    text: print(document),
    operationName: operation.operationName,
    variables: Object.fromEntries(
      Object.entries(operation.variables).filter(([name]) => used.has(`$${name}`)),
    ),
  };
}

function hasEmptySelection(document: DocumentNode): boolean {
  const sizes: number[] = [];
  visit(document, {
    SelectionSet: ({ selections }) => {
      sizes.push(selections.length);
    },
  });
  return sizes.includes(0);
}

/** Names of the fragments (`...A`) and variables (`$a`) that an operation comes to. */
function usedFrom(document: DocumentNode, start: ASTNode): ReadonlySet<string> {
  const used = new Set<string>();
  const follow = (node: ASTNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        used.add(`$${name.value}`);
      },
      FragmentSpread: ({ name }) => {
        if (used.has(`...${name.value}`)) return;
        used.add(`...${name.value}`);
        const fragment = document.definitions.find(
          (definition) =>
            definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name.value,
        );
        if (fragment !== undefined) follow(fragment);
      },
    });
  };
  follow(start);
  return used;
}
