/** Changes to a subgraph's SDL that an organisational change brings: fields that go, fields that come. */
import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

/** Decides on a field of an entity that is not part of its key, or of what the partner can be told to do. */
export type Veldkeuze = (type: string, veld: string) => boolean;

/**
 * The part of a subgraph that serves the chosen fields of its entities: their keys, what their `@requires`
 * needs, every type that can be reached from them, and of the enum `Bron` the sources behind them.
 */
export function behoud(sdl: string, kies: Veldkeuze): string {
  const document = parse(sdl);
  const definities = document.definitions.map((definitie) =>
    definitie.kind === Kind.OBJECT_TYPE_DEFINITION ? snoeiEntiteit(definitie, kies) : definitie,
  );
  const perNaam = new Map(definities.flatMap((d) => (naamVan(d) === undefined ? [] : [[naamVan(d), d]])));
  const bereikt = new Set<string>();
  const bereik = (naam: string) => {
    const definitie = perNaam.get(naam);
    if (definitie === undefined || bereikt.has(naam)) return;
    bereikt.add(naam);
    visit(definitie, {
      NamedType: ({ name }) => {
        bereik(name.value);
      },
    });
  };
  for (const definitie of definities) if (heeftKeuze(definitie, kies)) bereik(naamVan(definitie) ?? '');
  const over = definities.filter(
    (d) =>
      d.kind === Kind.SCHEMA_EXTENSION ||
      d.kind === Kind.DIRECTIVE_DEFINITION ||
      bereikt.has(naamVan(d) ?? ''),
  );
  return print(snoeiBronnen({ kind: Kind.DOCUMENT, definitions: over }));
}

/** Two subgraphs as one: the fields of equal types together. @throws Error when one field means two things */
export function voegSamen(sdl: string, erbij: string): string {
  const samen = new Map<string, DefinitionNode>();
  for (const definitie of [...parse(sdl).definitions, ...parse(erbij).definitions]) {
    const sleutel = `${definitie.kind} ${naamVan(definitie) ?? ''}`;
    const eerder = samen.get(sleutel);
    samen.set(sleutel, eerder === undefined ? definitie : combineer(eerder, definitie));
  }
  return print({ kind: Kind.DOCUMENT, definitions: [...samen.values()] });
}

/** The fields that each object type of an SDL has. */
export function veldenPerType(sdl: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    parse(sdl).definitions.flatMap((d) =>
      d.kind === Kind.OBJECT_TYPE_DEFINITION
        ? [[d.name.value, new Set((d.fields ?? []).map((f) => f.name.value))] as const]
        : [],
    ),
  );
}

/** The values of the enum `Bron` of an SDL. */
export function bronnenVan(sdl: string): readonly string[] {
  return parse(sdl).definitions.flatMap((d) =>
    d.kind === Kind.ENUM_TYPE_DEFINITION && d.name.value === 'Bron'
      ? (d.values ?? []).map((waarde) => waarde.name.value)
      : [],
  );
}

function snoeiEntiteit(type: ObjectTypeDefinitionNode, kies: Veldkeuze): ObjectTypeDefinitionNode {
  const sleutels = sleutelvelden(type);
  if (sleutels === undefined) return type;
  const gekozen = (type.fields ?? []).filter((veld) => isKeuze(type, veld, kies));
  const metEis = gekozen.some((veld) => richtlijn(veld, 'requires') !== undefined);
  const fields = (type.fields ?? []).filter(
    (veld) =>
      sleutels.has(veld.name.value) ||
      gekozen.includes(veld) ||
      (metEis && richtlijn(veld, 'external') !== undefined),
  );
  return { ...type, fields };
}

function heeftKeuze(definitie: DefinitionNode, kies: Veldkeuze): boolean {
  return (
    definitie.kind === Kind.OBJECT_TYPE_DEFINITION &&
    sleutelvelden(definitie) !== undefined &&
    (definitie.fields ?? []).some((veld) => isKeuze(definitie, veld, kies))
  );
}

/** A field the subgraph resolves itself and that was chosen; keys and fields of others go along where needed. */
function isKeuze(type: ObjectTypeDefinitionNode, veld: FieldDefinitionNode, kies: Veldkeuze): boolean {
  const eigen = richtlijn(veld, 'external') === undefined && !sleutelvelden(type)?.has(veld.name.value);
  return eigen && kies(type.name.value, veld.name.value);
}

/** Names of the key fields of an entity (keys here are flat), none of the root of mutations; undefined for another type. */
function sleutelvelden(type: ObjectTypeDefinitionNode): ReadonlySet<string> | undefined {
  if (type.name.value === 'Mutation') return new Set();
  const sleutels = (type.directives ?? []).filter(({ name }) => name.value === 'key');
  if (sleutels.length === 0) return undefined;
  return new Set(sleutels.flatMap((sleutel) => (tekst(sleutel, 'fields') ?? '').split(/\s+/)));
}

function snoeiBronnen(document: DocumentNode): DocumentNode {
  const gebruikt = new Set<string>();
  visit(document, {
    Directive: (d) => {
      if (d.name.value === 'bron') gebruikt.add(tekst(d, 'naam') ?? '');
    },
  });
  return visit(document, {
    EnumTypeDefinition: (d) =>
      d.name.value === 'Bron'
        ? { ...d, values: (d.values ?? []).filter(({ name }) => gebruikt.has(name.value)) }
        : undefined,
  });
}

function combineer(a: DefinitionNode, b: DefinitionNode): DefinitionNode {
  if (a.kind === Kind.OBJECT_TYPE_DEFINITION && b.kind === Kind.OBJECT_TYPE_DEFINITION) {
    return { ...a, fields: verenig(a.name.value, a.fields ?? [], b.fields ?? []) };
  }
  if (a.kind === Kind.ENUM_TYPE_DEFINITION && b.kind === Kind.ENUM_TYPE_DEFINITION) {
    return { ...a, values: verenig(a.name.value, a.values ?? [], b.values ?? []) };
  }
  if (zonderTekst(a) !== zonderTekst(b)) throw new Error(`${naamVan(a) ?? a.kind} means two things`);
  return a;
}

function verenig<T extends FieldDefinitionNode | EnumValueDefinitionNode>(
  type: string,
  eerst: readonly T[],
  dan: readonly T[],
): T[] {
  const perNaam = new Map(eerst.map((deel) => [deel.name.value, deel]));
  for (const deel of dan) {
    const eerder = perNaam.get(deel.name.value);
    if (eerder !== undefined && zonderTekst(eerder) !== zonderTekst(deel)) {
      throw new Error(`${type}.${deel.name.value} means two things`);
    }
    if (eerder === undefined) perNaam.set(deel.name.value, deel);
  }
  return [...perNaam.values()];
}

/** A definition without its descriptions, to compare. */
function zonderTekst(deel: Parameters<typeof print>[0]): string {
  return print(
    visit(deel, {
      enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
    }),
  );
}

function naamVan(definitie: DefinitionNode): string | undefined {
  return 'name' in definitie ? definitie.name.value : undefined;
}

function richtlijn(veld: FieldDefinitionNode, naam: string): DirectiveNode | undefined {
  return veld.directives?.find(({ name }) => name.value === naam);
}

function tekst(directive: DirectiveNode, argument: string): string | undefined {
  const waarde = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return waarde?.kind === Kind.STRING ? waarde.value : undefined;
}
