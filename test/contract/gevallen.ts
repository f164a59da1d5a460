/**
 * Whether every mapping has its golden cases: what is asked of the folders `<bron>/fixtures/<mapping>/`, as pure
 * functions over names of files.
 */
import ts from 'typescript';

export type Protocol = 'csv' | 'json' | 'xml';

/**
 * What a message can have that makes it hard to read, and the protocols in which it can. A case is of a class
 * when its name is that of the class, alone or with more behind a hyphen: `dubbel`, `dubbel-met-voorloopnullen`.
 */
export const klassen = {
  /** Lists without anything in them, elements and columns that are there and empty. */
  leeg: ['csv', 'json', 'xml'],
  /** The same thing twice. */
  dubbel: ['csv', 'json', 'xml'],
  /** Codes that no list of ours has. */
  'onbekende-code': ['csv', 'json', 'xml'],
  /** Things, columns or elements in another order than usual, or than the schema lays down. */
  'andere-volgorde': ['csv', 'json', 'xml'],
  /** Dates of which a part is not known. */
  'onvolledige-datum': ['csv', 'json', 'xml'],
  /** Without anything that may be left out. */
  'zonder-optioneel': ['csv', 'json', 'xml'],
  /** Thousands of things; kept small, see `test/golden/zeer-veel.ts`. */
  'zeer-veel': ['csv', 'json', 'xml'],
  /** Elements of another namespace between the source's own, with names of the source's own. */
  'vreemde-namespace': ['xml'],
} as const satisfies Readonly<Record<string, readonly Protocol[]>>;

const klassenamen = Object.keys(klassen) as readonly (keyof typeof klassen)[];

/**
 * Ending of the name of an XML case that its schema does not allow, on purpose. Every other XML case is one that
 * the source could have sent: the tests of `test/xsd` hold both.
 */
export const buitenXsd = '-buiten-xsd';

/** Why a class is not there: by class, one sentence. Stands beside the cases. */
export const uitzonderingenbestand = 'niet-van-toepassing.json';

/** A folder of cases: the names of its files, and what its `niet-van-toepassing.json` says. */
export type Gevallenmap = { readonly bestanden: readonly string[]; readonly uitzonderingen: unknown };

/** The files of a source that map what it sends to the graph. */
export function isMapbestand(bestand: string): boolean {
  return /^(?:[a-z-]+-)?map\.ts$/.test(bestand);
}

/** Functions that a mapping file exports, by name. @throws Error when it passes on what another file makes */
export function geexporteerdeFuncties(bron: string): readonly string[] {
  const { statements } = ts.createSourceFile('map.ts', bron, ts.ScriptTarget.Latest);
  return statements.flatMap((statement): readonly string[] => {
    if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) {
      throw new Error('export what a mapping file makes where it is made');
    }
    if (!ts.canHaveModifiers(statement)) return [];
    if (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) !== true)
      return [];
    if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer !== undefined &&
      ts.isIdentifier(name) &&
      (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
        ? [name.text]
        : [],
    );
  });
}

/** Folder of the cases of a function: `mapUitkeringsspecificatie` in `uitkeringsspecificatie`. */
export function mapVan(functie: string): string {
  return functie
    .replace(/^map(?=[A-Z])/, '')
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * What is wrong with the cases of a source.
 * @param functies exported functions of its mapping files
 * @param mappen folders below `fixtures/`, by name
 * @param andere folders below `fixtures/` that belong to something else
 */
export function gevalfouten(
  functies: readonly string[],
  mappen: Readonly<Record<string, Gevallenmap>>,
  andere: readonly string[] = [],
): readonly string[] {
  const verwacht = functies.map(mapVan);
  return [
    ...verwacht
      .filter((naam, i) => verwacht.indexOf(naam) !== i)
      .map((naam) => `${naam} is of two functions`),
    ...verwacht.filter((naam) => mappen[naam] === undefined).map((naam) => `${naam} has no cases`),
    ...Object.keys(mappen)
      .filter((naam) => !verwacht.includes(naam) && !andere.includes(naam))
      .map((naam) => `${naam} belongs to no function`),
    ...Object.entries(mappen).flatMap(([naam, map]) =>
      [...helftfouten(map.bestanden), ...(verwacht.includes(naam) ? klassefouten(map) : [])].map(
        (fout) => `${naam}: ${fout}`,
      ),
    ),
  ];
}

/** Inputs without an expected answer, and the other way round; and files that are neither. */
function helftfouten(bestanden: readonly string[]): readonly string[] {
  const stammen = (vorm: RegExp) => bestanden.flatMap((bestand) => vorm.exec(bestand)?.[1] ?? []);
  const inputs = stammen(/^(.+)\.input\.(?:csv|json|xml)$/);
  const antwoorden = stammen(/^(.+)\.expected\.json$/);
  return [
    ...inputs.filter((naam) => !antwoorden.includes(naam)).map((naam) => `${naam} expects nothing`),
    ...antwoorden.filter((naam) => !inputs.includes(naam)).map((naam) => `${naam} has no input`),
    ...inputs.filter((naam, i) => inputs.indexOf(naam) !== i).map((naam) => `${naam} has two inputs`),
    ...bestanden
      .filter((b) => b !== uitzonderingenbestand && !/\.(?:input\.(?:csv|json|xml)|expected\.json)$/.test(b))
      .map((bestand) => `${bestand} is no case`),
  ];
}

function klassefouten({ bestanden, uitzonderingen }: Gevallenmap): readonly string[] {
  const gevallen = bestanden.flatMap((bestand) => {
    const [, naam, protocol] = /^(.+)\.input\.(csv|json|xml)$/.exec(bestand) ?? [];
    return naam === undefined ? [] : [{ naam, protocol: protocol as Protocol }];
  });
  const protocollen = new Set(gevallen.map(({ protocol }) => protocol));
  const geldig = klassenamen.filter((klasse) =>
    klassen[klasse].some((protocol: Protocol) => protocollen.has(protocol)),
  );
  const aanwezig = new Set(gevallen.map(({ naam }) => klasseVan(naam)));
  const redenen = leesUitzonderingen(uitzonderingen);
  return [
    ...(aanwezig.has(undefined) ? [] : ['no ordinary case']),
    ...geldig
      .filter((klasse) => !aanwezig.has(klasse) && !redenen.has(klasse))
      .map((klasse) => `no case ${klasse}, and no reason why not`),
    ...[...redenen].flatMap(([klasse, reden]) => [
      ...(geldig.some((naam) => naam === klasse) ? [] : [`${klasse} is no class of this protocol`]),
      ...(aanwezig.has(klasse) ? [`${klasse} is there, and has a reason why not`] : []),
      ...(/^[A-Z].{15,}\.$/s.test(reden) ? [] : [`the reason why not ${klasse} is no sentence`]),
    ]),
    ...gevallen
      .filter(({ naam, protocol }) => naam.endsWith(buitenXsd) && protocol !== 'xml')
      .map(({ naam }) => `${naam} has no schema to be outside of`),
  ];
}

/** The class of a case; undefined for an ordinary one. */
export function klasseVan(naam: string): string | undefined {
  return klassenamen.find((klasse) => naam === klasse || naam.startsWith(`${klasse}-`));
}

function leesUitzonderingen(uitzonderingen: unknown): ReadonlyMap<string, string> {
  if (typeof uitzonderingen !== 'object' || uitzonderingen === null) return new Map();
  return new Map(
    Object.entries(uitzonderingen).map(([klasse, reden]) => [klasse, typeof reden === 'string' ? reden : '']),
  );
}
