import {
  type ConstDirectiveNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';

/** What the partners say that their fields cost (IBM, The GraphQL Cost Directives Specification; `@cost`, `@listSize`). */
export type CostModel = {
  /** Of a field, `Type.field`, or of a type, `Type`, or of an argument, `Type.field(argument)`. */
  readonly weightOf: (element: string) => number | undefined;
  readonly listSizeOf: (field: string) => ListSize | undefined;
};

export type ListSize = {
  readonly assumedSize: number | undefined;
  /** Arguments that say how many elements there are at most. */
  readonly slicingArguments: readonly string[];
  /** Fields of the answer that have these elements; the field itself where there are none. */
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
};

/** Reads a supergraph: Federation composes both directives to it, under the names that it links. */
export function readCostModel(supergraph: DocumentNode): CostModel {
  const names = readNames(supergraph);
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const note = (element: string, directives: readonly ConstDirectiveNode[] | undefined): void => {
    for (const directive of directives ?? []) {
      const given = argumentsOf(directive);
      if (directive.name.value === names.cost) weights.set(element, numberOf(given['weight']) ?? 0);
      if (directive.name.value === names.listSize) sizes.set(element, toListSize(given));
    }
  };
  for (const definition of supergraph.definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    const type = definition.name.value;
    note(type, definition.directives);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      note(coordinate, field.directives);
      for (const argument of field.arguments ?? []) {
        note(`${coordinate}(${argument.name.value})`, argument.directives);
      }
    }
  }
  return { weightOf: (element) => weights.get(element), listSizeOf: (field) => sizes.get(field) };
}

type Names = { readonly cost: string; readonly listSize: string };

const feature = 'https://specs.apollo.dev/cost/';

/** A directive has the name of its feature before its own, unless it is imported or has that name. */
function readNames({ definitions }: DocumentNode): Names {
  const links = definitions
    .flatMap((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
        ? (definition.directives ?? [])
        : [],
    )
    .filter(({ name }) => name.value === 'link')
    .map(argumentsOf);
  const link = links.find(({ url }) => typeof url === 'string' && url.startsWith(feature)) ?? {};
  const space = typeof link['as'] === 'string' ? link['as'] : 'cost';
  const imported = new Map<unknown, string>();
  for (const item of Array.isArray(link['import']) ? (link['import'] as readonly unknown[]) : []) {
    if (typeof item === 'string') imported.set(item, item.slice(1));
    else if (isRecord(item) && typeof item['as'] === 'string')
      imported.set(item['name'], item['as'].slice(1));
  }
  return {
    cost: imported.get('@cost') ?? space,
    listSize: imported.get('@listSize') ?? `${space}__listSize`,
  };
}

function toListSize(given: Readonly<Record<string, unknown>>): ListSize {
  return {
    assumedSize: numberOf(given['assumedSize']),
    slicingArguments: namesOf(given['slicingArguments']),
    sizedFields: namesOf(given['sizedFields']),
    requireOneSlicingArgument: given['requireOneSlicingArgument'] !== false,
  };
}

function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function namesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
