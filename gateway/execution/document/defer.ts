import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  visit,
} from 'graphql';
import { fromDocument, type Operation, toDocument } from './operation.ts';

/** Whether an operation has a part that may be delivered later, and on which variables that hangs. */
export function deferVariables(operation: Operation): readonly string[] | undefined {
  const conditions: (string | undefined)[] = [];
  visit(toDocument(operation), {
    Directive: (directive) => {
      if (directive.name.value !== 'defer') return;
      const value = argument(directive, 'if');
      if (value?.kind === Kind.BOOLEAN && !value.value) return;
      conditions.push(value?.kind === Kind.VARIABLE ? value.name.value : undefined);
    },
  });
  if (conditions.length === 0) return undefined;
  return [...new Set(conditions.filter((name) => name !== undefined))];
}

/** The same operation delivered whole. */
export function withoutDefer(operation: Operation): Operation {
  return fromDocument(
    visit(toDocument(operation), {
      Directive: ({ name }) => (name.value === 'defer' ? null : undefined),
    }),
  );
}

/** The same operation with the parts of these labels in their place. */
export function withoutDefers(operation: Operation, labels: ReadonlySet<string>): Operation {
  if (labels.size === 0) return operation;
  return fromDocument(
    visit(toDocument(operation), {
      Directive: (directive) => {
        if (directive.name.value !== 'defer') return undefined;
        const label = argument(directive, 'label');
        return label?.kind === Kind.STRING && labels.has(label.value) ? null : undefined;
      },
    }),
  );
}

/** An operation in which every deferred place has a name of its own, and what the client calls it. */
export type DeferredOperation = {
  readonly operation: Operation;
  /** The client's label for each of our names; undefined where it gave none. */
  readonly labels: ReadonlyMap<string, string | undefined>;
};

/**
 * Puts all fragments in place and gives each `@defer` whose condition holds a label of its own: a fragment that is
 * used twice is deferred twice. The others go.
 */
export function labelDefers(
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
): DeferredOperation {
  const labels = new Map<string, string | undefined>();
  const inPlace: DocumentNode = visit(
    { kind: Kind.DOCUMENT, definitions: [operation.definition] },
    {
      FragmentSpread: (spread): InlineFragmentNode | null => {
        const fragment = operation.fragments.get(spread.name.value);
        // Returned from `enter`, it is visited in its turn.
        return fragment === undefined ? null : inline(spread, fragment.typeCondition, fragment.selectionSet);
      },
    },
  );
  const labelled = visit(inPlace, {
    InlineFragment: (fragment) => {
      const defer = fragment.directives?.find(({ name }) => name.value === 'defer');
      if (defer === undefined) return undefined;
      const rest = (fragment.directives ?? []).filter((directive) => directive !== defer);
      if (!isTrue(defer, variables)) return { ...fragment, directives: rest };
      const given = argument(defer, 'label');
      const label = `d${labels.size}`;
      labels.set(label, given?.kind === Kind.STRING ? given.value : undefined);
      return { ...fragment, directives: [...rest, labelledDefer(label)] };
    },
  });
  return { operation: fromDocument(labelled), labels };
}

function inline(
  { directives }: FragmentSpreadNode,
  typeCondition: InlineFragmentNode['typeCondition'],
  selectionSet: InlineFragmentNode['selectionSet'],
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    ...(typeCondition === undefined ? {} : { typeCondition }),
    ...(directives === undefined ? {} : { directives }),
    selectionSet,
  };
}

function isTrue(defer: DirectiveNode, variables: Readonly<Record<string, unknown>>): boolean {
  const value = argument(defer, 'if');
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value] !== false;
  return value?.kind !== Kind.BOOLEAN || value.value;
}

function argument(directive: DirectiveNode, name: string) {
  return directive.arguments?.find((given) => given.name.value === name)?.value;
}

function labelledDefer(label: string): DirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'defer' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'label' },
        value: { kind: Kind.STRING, value: label },
      },
    ],
  };
}
