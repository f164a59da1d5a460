import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bronuitkomst, createPseudonimiseerder, GraafFout } from '../kit/index.ts';
import { gevondenClienten, leesZoekopdracht, type Zoekargumenten } from './zoeken.ts';

const { clientnummerVan, bsnVan } = createPseudonimiseerder('0'.repeat(64), 'westland');
const lees = (argumenten: Zoekargumenten) => leesZoekopdracht(argumenten, clientnummerVan);

/** Code and sentence of a refusal. */
function weigering(argumenten: Zoekargumenten): readonly [string, string] {
  try {
    lees(argumenten);
  } catch (error) {
    if (error instanceof GraafFout) return [error.extensions.code, error.message];
    throw error;
  }
  return ['', 'not refused'];
}

describe('a search by BSN', () => {
  it.each([['999990019'], ['012345672']])('%s becomes a clientnummer, and goes no further', (bsn) => {
    const zoekopdracht = lees({ bsn, geslachtsnaam: null, geboortedatum: null });
    expect(zoekopdracht).toEqual({
      clientnummer: clientnummerVan(bsn),
      geslachtsnaam: null,
      geboortedatum: null,
    });
    expect(bsnVan(zoekopdracht.clientnummer ?? '')).toBe(bsn);
    expect(JSON.stringify(zoekopdracht)).not.toContain(bsn);
  });

  it.each([['999990018'], ['000000000'], ['12345672'], ['999 990 019'], [''], ["999990019' OR '1'='1"]])(
    '%j is refused',
    (bsn) => {
      expect(weigering({ bsn })).toEqual(['ONGELDIGE_INVOER', 'bsn is not a valid burgerservicenummer.']);
    },
  );
});

describe('a search by name', () => {
  const geboortedatum = '1980-02-29';

  it.each([
    ['Meer', 'Meer'],
    ['  Meer ', 'Meer'],
    ["'s-Gravesande", "'s-Gravesande"],
    ["D'Alembert-O'Neil", "D'Alembert-O'Neil"],
    ['Käster', 'Käster'],
    ['Ka\u0308ster', 'Käster'],
    ['Çelik Øst', 'Çelik Øst'],
    ['Jr. Jansen', 'Jr. Jansen'],
    ['Os', 'Os'],
    ['Jan*', 'Jan*'],
  ])('%j asks for %j', (geslachtsnaam, naam) => {
    expect(lees({ geslachtsnaam, geboortedatum })).toEqual({
      clientnummer: null,
      geslachtsnaam: naam,
      geboortedatum,
    });
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['signs only', "-'. "],
    ['a number', '999990019'],
    ['a name with a number', 'Jansen 2'],
    ['SQL', "Jansen'; DROP TABLE--;"],
    ['XML', '<Naam>Jansen</Naam>'],
    ['JSON', 'Jansen","type":"x'],
    ['an OData filter', "Jansen' or 1 eq 1"],
    ['a line end', 'Jan\nsen'],
    ['a character of no name', 'Jan\u0000sen'],
    ['a wildcard after two letters', 'Ja*'],
    ['a wildcard before the name', '*sen'],
    ['two wildcards', 'Jan**'],
    ['a name without end', 'a'.repeat(201)],
  ])('%s is refused', (_naam, geslachtsnaam) => {
    expect(weigering({ geslachtsnaam, geboortedatum })).toEqual([
      'ONGELDIGE_INVOER',
      'geslachtsnaam is not a surname.',
    ]);
  });

  it.each([['1980-02-30'], ['1980-02-XX'], ['1980-XX-XX'], ['XXXX-XX-XX'], ['1980'], ['29-02-1980'], ['']])(
    'the date %j is refused',
    (datum) => {
      const uit = weigering({ geslachtsnaam: 'Meer', geboortedatum: datum });
      expect(uit).toEqual(['ONGELDIGE_INVOER', 'geboortedatum must be a complete date.']);
    },
  );
});

describe('a search must be one of the two', () => {
  const beide = 'Search by bsn, or by geslachtsnaam with geboortedatum, not both.';
  const geen = 'Give bsn, or geslachtsnaam together with geboortedatum.';
  it.each<[Zoekargumenten, string]>([
    [{ bsn: '999990019', geslachtsnaam: 'Meer', geboortedatum: '1980-01-01' }, beide],
    [{ bsn: '999990019', geslachtsnaam: 'Meer' }, beide],
    [{ bsn: '999990019', geboortedatum: '1980-01-01' }, beide],
    [{ geslachtsnaam: 'Meer' }, geen],
    [{ geboortedatum: '1980-01-01' }, geen],
    [{ bsn: null, geslachtsnaam: null, geboortedatum: null }, geen],
    [{}, geen],
  ])('%j', (argumenten, message) => {
    expect(weigering(argumenten)).toEqual(['ONGELDIGE_INVOER', message]);
  });
});

it('a refusal says one of six sentences, so it cannot repeat what was asked', () => {
  const tekst = fc.option(fc.string({ unit: 'binary', maxLength: 40 }), { nil: undefined });
  fc.assert(
    fc.property(tekst, tekst, tekst, (bsn, geslachtsnaam, geboortedatum) => {
      expect([
        'not refused',
        'bsn is not a valid burgerservicenummer.',
        'geslachtsnaam is not a surname.',
        'geboortedatum must be a complete date.',
        'Search by bsn, or by geslachtsnaam with geboortedatum, not both.',
        'Give bsn, or geslachtsnaam together with geboortedatum.',
      ]).toContain(weigering({ bsn, geslachtsnaam, geboortedatum })[1]);
    }),
  );
});

describe('the clients found', () => {
  const inBrp = (uitkomst: Bronuitkomst, clienten: readonly { readonly clientnummer: string }[] | null) => ({
    inBrp: {
      bron: {
        bron: 'BRP',
        uitkomst,
        geraadpleegdOp: '2025-03-03T08:00:00Z',
        actueelPer: null,
        melding: null,
      },
      clienten,
    },
  });
  const twee = [{ clientnummer: 'a' }, { clientnummer: 'b' }];

  it('by BSN: the one it stands for, whatever the register says', () => {
    expect(gevondenClienten({ clientnummer: 'a' })).toEqual([{ clientnummer: 'a' }]);
    expect(gevondenClienten({ clientnummer: 'a', ...inBrp('FOUT', null) })).toEqual([{ clientnummer: 'a' }]);
  });

  it.each([
    ['GEVONDEN', twee, twee],
    ['GEDEELTELIJK', twee, twee],
    ['NIETS_GEVONDEN', null, []],
    ['NIET_GERECHTIGD', null, null],
    ['BRON_NIET_BESCHIKBAAR', null, null],
    ['FOUT', null, null],
    ['FOUT', [], null],
  ] as const)('by name, the register being %s with %j: %j', (uitkomst, clienten, verwacht) => {
    expect(gevondenClienten({ clientnummer: null, ...inBrp(uitkomst, clienten) })).toEqual(verwacht);
  });

  it('by name, the subgraph of the register silent: not known', () => {
    expect(gevondenClienten({ clientnummer: null, inBrp: null })).toBeNull();
    expect(gevondenClienten({})).toBeNull();
  });
});
