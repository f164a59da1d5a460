/**
 * What the contract test asks of every partner, as pure functions: each returns what is wrong, in
 * words, and an empty list when nothing is.
 */
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** Folders that are not registered, and registered names without a folder. */
export function registerfouten(namen: readonly string[], folders: readonly string[]): readonly string[] {
  return [
    ...folders.filter((folder) => !namen.includes(folder)).map((folder) => `${folder} is not registered`),
    ...namen.filter((naam) => !folders.includes(naam)).map((naam) => `${naam} has no folder`),
    ...namen.filter((naam, i) => namen.indexOf(naam) !== i).map((naam) => `${naam} is registered twice`),
  ];
}

/** The files a partner must have. */
export function vereisteBestanden(
  naam: string,
  bronnen: readonly string[],
  inProcess: boolean,
): readonly string[] {
  return [
    'index.ts',
    'schema.graphql',
    'resolvers.ts',
    'context.ts',
    'config.ts',
    `${naam}.test.ts`,
    'README.md',
    'generated/resolvers.ts',
    ...(inProcess ? [] : ['stub.ts', 'golden.test.ts']),
    ...bronnen.flatMap((bron) =>
      ['source.ts', 'messages.ts', 'map.ts', 'stub.ts', 'fixtures'].map((file) => `${kebab(bron)}/${file}`),
    ),
  ];
}

/** Folder of a source. */
export function kebab(bron: string): string {
  return bron.toLowerCase().replaceAll('_', '-');
}

/** Values of a partner's enum `Bron`. */
export function bronwaarden(document: DocumentNode): readonly string[] {
  return document.definitions.flatMap((d) =>
    d.kind === Kind.ENUM_TYPE_DEFINITION && d.name.value === 'Bron'
      ? (d.values ?? []).map((value) => value.name.value)
      : [],
  );
}

/** Sources that fields are marked with. */
export function gemarkeerdeBronnen(document: DocumentNode): readonly string[] {
  return [...new Set(objecttypes(document).flatMap((type) => (type.fields ?? []).flatMap(bronnamen)))];
}

/** Fields at the slice boundary that are non-null, or slices without their provenance. */
export function slicefouten(document: DocumentNode): readonly string[] {
  const types = new Map(objecttypes(document).map((type) => [type.name.value, type]));
  return [...types.values()].flatMap((type) =>
    (type.fields ?? [])
      .filter((field) => bronnamen(field).length > 0)
      .flatMap((field) => {
        const plaats = `${type.name.value}.${field.name.value}`;
        const slice = types.get(naamVan(field.type));
        return [
          ...(field.type.kind === Kind.NON_NULL_TYPE ? [`${plaats} is non-null`] : []),
          ...(slice === undefined ? [`${plaats} is not an object type`] : veldfouten(slice)),
        ];
      }),
  );
}

function veldfouten(slice: ObjectTypeDefinitionNode): readonly string[] {
  const velden = slice.fields ?? [];
  const bron = velden.find((veld) => veld.name.value === 'bron');
  return [
    ...(bron?.type.kind === Kind.NON_NULL_TYPE && naamVan(bron.type) === 'Bronvermelding'
      ? []
      : [`${slice.name.value} has no bron: Bronvermelding!`]),
    ...velden
      .filter((veld) => veld !== bron && veld.type.kind === Kind.NON_NULL_TYPE)
      .map((veld) => `${slice.name.value}.${veld.name.value} is non-null`),
  ];
}

/** Fields of entities that name no source and are neither key, external nor computed. */
export function ongemarkeerdeVelden(document: DocumentNode): readonly string[] {
  return objecttypes(document)
    .filter((type) => heeft(type.directives, 'key'))
    .flatMap((type) =>
      (type.fields ?? [])
        .filter(
          (field) =>
            !sleutelvelden(type).includes(field.name.value) &&
            bronnamen(field).length === 0 &&
            !heeft(field.directives, 'external') &&
            !heeft(field.directives, 'requires'),
        )
        .map((field) => `${type.name.value}.${field.name.value}`),
    );
}

/** Fields of entities that a partner resolves itself: not those of its key, nor what it was given. */
export function eigenVelden(document: DocumentNode): readonly string[] {
  return objecttypes(document)
    .filter((type) => heeft(type.directives, 'key'))
    .flatMap((type) =>
      (type.fields ?? [])
        .filter(
          (field) => !sleutelvelden(type).includes(field.name.value) && !heeft(field.directives, 'external'),
        )
        .map((field) => `${type.name.value}.${field.name.value}`),
    );
}

/** Types, fields, arguments and enum values without a description. */
export function zonderBeschrijving(document: DocumentNode): readonly string[] {
  const gemist: string[] = [];
  const kijk = (plaats: string, node: { readonly description?: { readonly value: string } | undefined }) => {
    if ((node.description?.value ?? '').trim() === '') gemist.push(plaats);
  };
  for (const d of document.definitions) {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- only these kinds carry descriptions
    switch (d.kind) {
      case Kind.ENUM_TYPE_DEFINITION:
        kijk(d.name.value, d);
        for (const value of d.values ?? []) kijk(`${d.name.value}.${value.name.value}`, value);
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        // What another partner owns is described there: external fields, and types of nothing else.
        const velden = (d.fields ?? []).filter((field) => !heeft(field.directives, 'external'));
        if (velden.length > 0 && !['Query', 'Mutation'].includes(d.name.value)) kijk(d.name.value, d);
        for (const field of velden) {
          kijk(`${d.name.value}.${field.name.value}`, field);
          for (const arg of field.arguments ?? []) {
            kijk(`${d.name.value}.${field.name.value}(${arg.name.value})`, arg);
          }
        }
        break;
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        kijk(d.name.value, d);
        for (const field of d.fields ?? []) kijk(`${d.name.value}.${field.name.value}`, field);
        break;
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        kijk(d.name.value, d);
        break;
      default:
        break;
    }
  }
  return gemist;
}

/** Faults of the protocol that a simulated source cannot express. */
export function ontbrekendeFaults(
  verwacht: readonly string[],
  stub: { readonly faults: Readonly<Record<string, unknown>> },
): readonly string[] {
  return verwacht.filter((fault) => typeof stub.faults[fault] !== 'function');
}

function objecttypes(document: DocumentNode): readonly ObjectTypeDefinitionNode[] {
  return document.definitions.flatMap((d) => (d.kind === Kind.OBJECT_TYPE_DEFINITION ? [d] : []));
}

function sleutelvelden(type: ObjectTypeDefinitionNode): readonly string[] {
  return (type.directives ?? [])
    .filter((d) => d.name.value === 'key')
    .flatMap((d) => (argument(d, 'fields') ?? '').split(/\W+/));
}

function bronnamen(field: FieldDefinitionNode): readonly string[] {
  return (field.directives ?? [])
    .filter((d) => d.name.value === 'bron')
    .flatMap((d) => argument(d, 'naam') ?? []);
}

function heeft(directives: readonly ConstDirectiveNode[] | undefined, naam: string): boolean {
  return (directives ?? []).some((d) => d.name.value === naam);
}

function argument(directive: ConstDirectiveNode, naam: string): string | undefined {
  const value = directive.arguments?.find((a) => a.name.value === naam)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function naamVan(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : naamVan(type.type);
}
