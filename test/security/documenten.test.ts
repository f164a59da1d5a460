/** What each role loses of the front office's own documents, for the purpose that they are for. */
import { readFileSync } from 'node:fs';
import { buildSchema, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, it } from 'vitest';
import { type Doel, type Rol, readFieldPolicy, viewOf } from '../../gateway/access/index.ts';
import { operatie } from '../operations.ts';

const lees = (file: string) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
const schema = buildSchema(lees('api.graphql'));
const policy = readFieldPolicy(parse(lees('supergraph.graphql')));

/** The fields that a role may not see, each once; what stands below one is not looked at. */
function verliest(document: string, rol: Rol, doel: Doel): readonly string[] {
  const { mag } = viewOf(policy, { rollen: [rol], doel });
  const types = new TypeInfo(schema);
  const verboden = new Set<string>();
  visit(
    parse(operatie(document)),
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const type = types.getParentType()?.name ?? '';
        if (mag(type, name.value)) return undefined;
        verboden.add(`${type}.${name.value}`);
        return false;
      },
    }),
  );
  return [...verboden].sort();
}

it.each<[string, Rol, Doel, readonly string[]]>([
  ['balie', 'balie', 'intake', []],
  ['zoek-client', 'balie', 'intake', ['Client.bekendBij', 'Persoon.geboortedatum']],
  ['zoek-client', 'intaker', 'intake', []],
  ['intake', 'intaker', 'intake', []],
  ['intake', 'klantmanager', 'intake', []],
  ['diagnose', 'klantmanager', 'diagnose', []],
  ['diagnose', 'intaker', 'diagnose', ['Klantdossier.belemmeringen', 'Werkzoekende.knelpunten']],
  ['eigen-dossier', 'client', 'inzage', []],
  ['inkomenstoets', 'inkomensconsulent', 'inkomen', []],
  ['matching', 'matchmaker', 'bemiddeling', []],
  [
    'nazorg',
    'matchmaker',
    'nazorg',
    [
      'Client.signalen',
      'Client.swDienstverbanden',
      'Klantdossier.contactmomenten',
      'Klantdossier.overeenkomsten',
    ],
  ],
  [
    'nazorg',
    'klantmanager',
    'nazorg',
    ['Signaal.feiten', 'Signaal.ontbrekend', 'Signaal.zwijgend', 'Signalenoverzicht.bronnen'],
  ],
  [
    'clientprofiel',
    'klantmanager',
    'reintegratie',
    ['Client.uitkeringsspecificatie', 'Inkomstenverhouding.opgaven'],
  ],
  ['signalen', 'klantmanager', 'reintegratie', []],
  ['tijdlijn', 'klantmanager', 'reintegratie', []],
  ['werkgever', 'matchmaker', 'bemiddeling', []],
  ['vacatures', 'matchmaker', 'bemiddeling', []],
  ['vacatures', 'balie', 'intake', []],
  // The caseloads of the other roles.
  [
    'caseload',
    'klantmanager',
    'reintegratie',
    ['WerkvoorraadArbeidsbemiddelaar.vanSw', 'WerkvoorraadMatchmaker.vanWsp', 'WerkvoorraadWerkcoach.vanUwv'],
  ],
  [
    'caseload',
    'arbeidsbemiddelaar',
    'bemiddeling',
    ['WerkvoorraadKlantmanager.vanGemeente', 'WerkvoorraadMatchmaker.vanWsp', 'WerkvoorraadWerkcoach.vanUwv'],
  ],
  [
    'caseload',
    'matchmaker',
    'bemiddeling',
    [
      'Client.wachtlijst',
      'Klantdossier.status',
      'Klantdossier.trede',
      'WerkvoorraadArbeidsbemiddelaar.vanSw',
      'WerkvoorraadKlantmanager.vanGemeente',
      'WerkvoorraadWerkcoach.vanUwv',
    ],
  ],
  [
    'caseload-keuze',
    'werkcoach',
    'reintegratie',
    [
      'WerkvoorraadArbeidsbemiddelaar.clienten',
      'WerkvoorraadKlantmanager.clienten',
      'WerkvoorraadMatchmaker.clienten',
    ],
  ],
  ['caseload-signalen', 'klantmanager', 'reintegratie', ['WerkvoorraadWerkcoach.naarSignaal']],
  ['werkvoorraad', 'klantmanager', 'reintegratie', []],
  ['verantwoording', 'management', 'verantwoording', []],
])('%s for %s, %s', (document, rol, doel, verwacht) => {
  expect(verliest(document, rol, doel)).toEqual(verwacht);
});
