/**
 * Every cell role × purpose × field: what the gateway reads from the composed supergraph is what the generated table
 * shows (`schema/toegang.md`), and what a table written by hand expects of it.
 */
import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readFieldPolicy, viewOf } from '../../gateway/access/index.ts';
import { type Rij, rijen, toegestaan } from './toegang/verwachting.ts';

const lees = (file: string) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
const supergraph = parse(lees('supergraph.graphql'));
const policy = readFieldPolicy(supergraph);
const tabel = leesTabel(lees('toegang.md'));
const velden = [...policy.fields.keys()].sort();

/** The roles and purposes as this test knows them, apart from those of the gateway. */
const rollen = [
  'balie',
  'intaker',
  'klantmanager',
  'werkcoach',
  'inkomensconsulent',
  'consulent_bbz',
  'consulent_schuldhulp',
  'consulent_inburgering',
  'matchmaker',
  'arbeidsbemiddelaar',
  'inkoopmakelaar',
  'handhaver',
  'client',
  'management',
  'beheerder',
  'partner_it',
] as const;
const doelen = [
  'intake',
  'diagnose',
  'inkomen',
  'reintegratie',
  'bemiddeling',
  'nazorg',
  'handhaving',
  'inzage',
  'verantwoording',
  'beheer',
] as const;
const blikken = rollen.flatMap((rol) => doelen.map((doel) => ({ rol, doel })));

/** What someone sees: every field of the supergraph that the view lets through. */
function zietVan(rol: (typeof rollen)[number], doel: (typeof doelen)[number]): readonly string[] {
  const { mag } = viewOf(policy, { rollen: [rol], doel });
  return velden.filter((veld) => mag(...(veld.split('.') as [string, string])));
}

describe('the table of schema/toegang.md', () => {
  it('has every field of the composed schema in one group, and no other', () => {
    const inTabel = [...tabel.groepVan.keys()].sort();
    const inSchema = supergraph.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`)
        : [],
    );
    expect(inTabel).toEqual(inSchema.sort());
    expect(tabel.dubbel).toEqual([]);
    expect(inTabel.length).toBeGreaterThan(800);
  });

  it.each(blikken)('is what $rol sees for $doel', ({ rol, doel }) => {
    const verwacht = velden.filter((veld) => tabel.cel(veld, rol).includes(doel));
    expect(zietVan(rol, doel)).toEqual(verwacht);
  });
});

describe('the matrix of field groups', () => {
  it.each(rijen)('$groep', ({ velden: vanGroep, ...rij }: Rij) => {
    const verwacht = blikken.filter(({ rol, doel }) => toegestaan(rij, rol, doel));
    for (const veld of vanGroep) {
      const ziet = blikken.filter(({ rol, doel }) => zietVan(rol, doel).includes(veld));
      expect([veld, ziet]).toEqual([veld, verwacht]);
    }
  });
});

describe('what nobody argues about', () => {
  const ooit = (rol: (typeof rollen)[number]) => [...new Set(doelen.flatMap((doel) => zietVan(rol, doel)))];
  const metNaam = (namen: RegExp) => velden.filter((veld) => namen.test(veld));

  it.each(['matchmaker', 'arbeidsbemiddelaar'] as const)(
    'a %s never sees benefits, income or the municipality of residence',
    (rol) => {
      const verboden = metNaam(
        /^(Bijstand|Uitkering|Uwv(Uitk|Bruto|Maat|Aanvr|Besl)|Werknemersv|Inkomen|Inkomsten|Jaaropgave|Dossierspec|Fraude|Verblijfplaats)|^(Client\.(bijstand|uitkering\w*|jaaropgave|werknemersverzekeringen|uwvAanvragen|inkomen)|Persoon\.(gemeente|verblijf)\w*)/,
      );
      expect(verboden.length).toBeGreaterThan(100);
      expect(ooit(rol).filter((veld) => verboden.includes(veld))).toEqual([]);
    },
  );

  it.each(['klantmanager', 'werkcoach'] as const)('a %s sees employment but no amount of money', (rol) => {
    expect(ooit(rol)).toContain('Inkomstenverhouding.werkgevernaam');
    expect(ooit(rol).filter((veld) => /Centen$|^Inkomstenopgave\./.test(veld))).toEqual([]);
  });

  it.each(['beheerder', 'partner_it'] as const)('a %s reaches nothing: no root field is theirs', (rol) => {
    expect(ooit(rol).filter((veld) => veld.startsWith('Query.'))).toEqual([]);
  });

  it('management sees figures, and nothing of a client or an employer', () => {
    expect(ooit('management').filter((veld) => /^(Query|Client|Werkgever|Vacature)\./.test(veld))).toEqual([
      'Client.clientnummer',
      'Query.verantwoording',
      'Query.verdeling',
      'Vacature.id',
      'Werkgever.kvkNummer',
    ]);
  });

  it('a client asks for one file and who processed it, and looks for no person', () => {
    expect(ooit('client').filter((veld) => veld.startsWith('Query.'))).toEqual([
      'Query.client',
      'Query.mijnDossier',
      'Query.mijnVerwerkingen',
    ]);
  });

  it('no field of the root is for whoever is signed in', () => {
    const iedereen = rollen.map((rol) => ooit(rol));
    const wortel = velden.filter((veld) => veld.startsWith('Query.'));
    expect(wortel.filter((veld) => iedereen.every((ziet) => ziet.includes(veld)))).toEqual([]);
  });

  it('the API says nothing of it', () => {
    expect(lees('api.graphql')).not.toMatch(/@authenticated|requiresScopes|@policy|"rol:|"doel:/);
  });
});

type Tabel = {
  readonly groepVan: ReadonlyMap<string, string>;
  readonly dubbel: readonly string[];
  readonly cel: (veld: string, rol: string) => readonly string[];
};

/** Reads the generated table as people do: the row of the group that the field is listed under. */
function leesTabel(tekst: string): Tabel {
  const deel = (kop: string) => tekst.split(`\n## ${kop}`)[1]?.split('\n## ')[0] ?? '';
  const [kop = [], , ...rest] = deel('Field groups')
    .split('\n')
    .filter((regel) => regel.startsWith('|'))
    .map((regel) =>
      regel
        .slice(1, -1)
        .split('|')
        .map((cel) => cel.trim()),
    );
  const cellen = new Map(rest.map(([groep = '', ...cel]) => [groep, cel]));
  const groepVan = new Map<string, string>();
  const dubbel: string[] = [];
  for (const blok of deel('The fields of each group').split('\n### ').slice(1)) {
    const [groep = '', ...regels] = blok.split('\n');
    for (const regel of regels) {
      const [, type = '', namen = ''] = /^- `(\w+)`: (.+)$/.exec(regel) ?? [];
      for (const naam of namen === '' ? [] : namen.split(', ')) {
        if (groepVan.has(`${type}.${naam}`)) dubbel.push(`${type}.${naam}`);
        groepVan.set(`${type}.${naam}`, groep);
      }
    }
  }
  return {
    groepVan,
    dubbel,
    cel: (veld, rol) => (cellen.get(groepVan.get(veld) ?? '')?.[kop.indexOf(rol) - 1] ?? '').split(', '),
  };
}
