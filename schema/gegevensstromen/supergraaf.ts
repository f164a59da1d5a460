import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** What a subgraph must be told of an entity before it can be asked about it (`@key`). */
export type Sleutel = { readonly partner: string; readonly type: string; readonly velden: SelectionSetNode };

/** What a subgraph must be told before it can compute a field (`@requires`). */
export type Eis = {
  readonly partner: string;
  readonly type: string;
  readonly veld: string;
  readonly velden: SelectionSetNode;
};

/** Which subgraph gives and which needs what, as a supergraph says it (join, versions up to 0.5). */
export type Supergraaf = {
  readonly partners: readonly string[];
  readonly sleutels: readonly Sleutel[];
  readonly eisen: readonly Eis[];
  /** Every `Type.field` of objects and interfaces, with the name of its type. */
  readonly velden: ReadonlyMap<string, string>;
  /** The subgraphs that give a field, everywhere or at some places (`@provides`). */
  readonly gevers: (coordinate: string) => ReadonlySet<string>;
  /** A type and, behind an interface or union, every type that an object of it may say it is of. */
  readonly familie: (type: string) => readonly string[];
  /** Whether subgraphs can be asked about objects of a type by key. */
  readonly isEntiteit: (type: string) => boolean;
  /** `Type.field` of fields that get an argument from elsewhere (`@fromContext`). */
  readonly metContext: readonly string[];
};

type Definition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export function leesSupergraaf(supergraph: DocumentNode): Supergraaf {
  const namen = partnernamen(supergraph);
  const definities = supergraph.definitions.filter(
    (d) => d.kind === Kind.OBJECT_TYPE_DEFINITION || d.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const leden = ledenVan(supergraph);
  const familie = (type: string) => [type, ...(leden.get(type) ?? [])];
  const partnersVan = (directives: readonly ConstDirectiveNode[]) =>
    directives.map((d) => namen.get(argument(d, 'graph') ?? '') ?? '');

  const sleutels: Sleutel[] = [];
  const eisen: Eis[] = [];
  const metContext: string[] = [];
  const velden = new Map<string, string>();
  const gevers = new Map<string, Set<string>>();
  const geeft = (coordinate: string, partners: Iterable<string>) => {
    gevers.set(coordinate, new Set([...(gevers.get(coordinate) ?? []), ...partners]));
  };
  const beloften: { readonly partner: string; readonly type: string; readonly velden: SelectionSetNode }[] =
    [];

  for (const definitie of definities) {
    const type = definitie.name.value;
    const perPartner = genaamd(definitie, 'join__type');
    for (const een of perPartner) {
      const key = argument(een, 'key');
      if (key === undefined || argument(een, 'resolvable') === 'false') continue;
      const [partner = ''] = partnersVan([een]);
      sleutels.push({ partner, type, velden: selectie(key) });
    }
    for (const veld of definitie.fields ?? []) {
      const coordinate = `${type}.${veld.name.value}`;
      velden.set(coordinate, typenaam(veld.type));
      const joins = genaamd(veld, 'join__field');
      // A field of a type that says nothing is of every subgraph of that type.
      const eigen = joins.length === 0 ? perPartner : joins.filter(isEigen);
      geeft(coordinate, partnersVan(eigen));
      for (const join of joins) {
        const [partner = ''] = partnersVan([join]);
        const requires = argument(join, 'requires');
        const provides = argument(join, 'provides');
        if (requires !== undefined)
          eisen.push({ partner, type, veld: veld.name.value, velden: selectie(requires) });
        if (provides !== undefined)
          beloften.push({ partner, type: typenaam(veld.type), velden: selectie(provides) });
        if (join.arguments?.some(({ name }) => name.value === 'contextArguments'))
          metContext.push(coordinate);
      }
    }
  }
  for (const { partner, type, velden: set } of beloften) {
    for (const coordinate of genoemd(set, type, { velden, familie })) geeft(coordinate, [partner]);
  }
  const bekend = (coordinate: string) => gevers.get(coordinate) ?? new Set<string>();
  for (const definitie of definities) {
    if (definitie.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    // Who knows the interface alone (`@interfaceObject`) gives its fields for every type behind it.
    const alleen = partnersVan(
      genaamd(definitie, 'join__type').filter((join) => argument(join, 'isInterfaceObject') === 'true'),
    );
    const [type, ...leden] = familie(definitie.name.value);
    for (const { name } of definitie.fields ?? []) {
      const eigen = `${type ?? ''}.${name.value}`;
      for (const lid of leden) {
        geeft(
          `${lid}.${name.value}`,
          alleen.filter((partner) => bekend(eigen).has(partner)),
        );
        geeft(eigen, bekend(`${lid}.${name.value}`));
      }
    }
  }
  const entiteiten = new Set(sleutels.map(({ type }) => type));
  return {
    partners: [...namen.values()],
    sleutels,
    eisen,
    velden,
    gevers: bekend,
    familie,
    isEntiteit: (type) => familie(type).some((lid) => entiteiten.has(lid)),
    metContext,
  };
}

/** Every `Type.field` that a selection names, behind interfaces too. */
export function genoemd(
  { selections }: SelectionSetNode,
  type: string,
  graaf: Pick<Supergraaf, 'velden' | 'familie'>,
): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return genoemd(selection.selectionSet, selection.typeCondition?.name.value ?? type, graaf);
    const veld = selection.name.value;
    const eigen = graaf.familie(type).map((lid) => `${lid}.${veld}`);
    const binnen = graaf.velden.get(`${type}.${veld}`);
    const onder = selection.selectionSet && binnen ? genoemd(selection.selectionSet, binnen, graaf) : [];
    return [...eigen.filter((coordinate) => graaf.velden.has(coordinate)), ...onder];
  });
}

function partnernamen(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const graphs = supergraph.definitions.find(
    (d) => d.kind === Kind.ENUM_TYPE_DEFINITION && d.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map((value) => {
      const [join] = genaamd(value, 'join__graph');
      return [value.name.value, (join && argument(join, 'name')) ?? value.name.value.toLowerCase()];
    }),
  );
}

function ledenVan(supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const leden = new Map<string, string[]>();
  const voegToe = (type: string, lid: string) => leden.set(type, [...(leden.get(type) ?? []), lid]);
  for (const d of supergraph.definitions) {
    if (d.kind === Kind.OBJECT_TYPE_DEFINITION || d.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const { name } of d.interfaces ?? []) voegToe(name.value, d.name.value);
    else if (d.kind === Kind.UNION_TYPE_DEFINITION)
      for (const { name } of d.types ?? []) voegToe(d.name.value, name.value);
  }
  return leden;
}

function isEigen(join: ConstDirectiveNode): boolean {
  return argument(join, 'external') !== 'true' && argument(join, 'graph') !== undefined;
}

function genaamd(
  node:
    | Definition
    | FieldDefinitionNode
    | { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  naam: string,
): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter(({ name }) => name.value === naam);
}

function argument(directive: ConstDirectiveNode, naam: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === naam)?.value;
  if (value?.kind === Kind.BOOLEAN) return String(value.value);
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function selectie(velden: string): SelectionSetNode {
  const [query] = parse(`{${velden}}`, { noLocation: true }).definitions;
  if (query?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not a set of fields');
  return query.selectionSet;
}

function typenaam(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typenaam(type.type);
}
