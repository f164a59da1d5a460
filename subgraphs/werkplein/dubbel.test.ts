import { describe, expect, test } from 'vitest';
import type { Bronuitkomst } from '../kit/index.ts';
import { bepaalDubbel, type DubbelInvoer } from './dubbel.ts';

const now = () => new Date('2026-11-01T09:00:00Z');
const crm = (uitkomst: Bronuitkomst = 'GEVONDEN') => ({
  bron: 'CRM',
  uitkomst,
  geraadpleegdOp: '2026-11-01T09:00:00.000Z',
  actueelPer: null,
  melding: null,
});

type Contact = readonly [id: string, op: string | null, namens: string | null];
const metContacten = (
  contacten: readonly Contact[],
  anders: { readonly uitkomst?: Bronuitkomst; readonly meer?: boolean } = {},
): DubbelInvoer => ({
  relatie: {
    bron: crm(),
    laatsteContactmomenten: {
      bron: crm(anders.uitkomst),
      edges: contacten.map(([id, op, namens]) => ({
        node: { id, op, namens: namens === null ? null : { code: namens, omschrijving: null } },
      })),
      pageInfo: { hasNextPage: anders.meer ?? false },
    },
  },
});
const paren = (invoer: DubbelInvoer) =>
  bepaalDubbel(invoer, now).benaderingen.map((b) => [
    b.eerste.contactmomentId,
    b.tweede.contactmomentId,
    b.dagenErtussen,
  ]);

describe('two contacts with an employer', () => {
  test.each<readonly [string, Contact, Contact, readonly (readonly unknown[])[]]>([
    [
      'thirteen days apart',
      ['a', '2026-10-01T10:00:00Z', 'UWV'],
      ['b', '2026-10-14T10:00:00Z', 'WSP'],
      [['a', 'b', 13]],
    ],
    [
      'fourteen days apart',
      ['a', '2026-10-01T10:00:00Z', 'UWV'],
      ['b', '2026-10-15T10:00:00Z', 'WSP'],
      [['a', 'b', 14]],
    ],
    ['fifteen days apart', ['a', '2026-10-01T10:00:00Z', 'UWV'], ['b', '2026-10-16T10:00:00Z', 'WSP'], []],
    [
      'fourteen days apart, later on the day',
      ['a', '2026-10-01T08:00:00Z', 'UWV'],
      ['b', '2026-10-15T15:00:00Z', 'WSP'],
      [['a', 'b', 14]],
    ],
    [
      'in the other order',
      ['b', '2026-10-14T10:00:00Z', 'WSP'],
      ['a', '2026-10-01T10:00:00Z', 'UWV'],
      [['a', 'b', 13]],
    ],
    ['of the same partner', ['a', '2026-10-01T10:00:00Z', 'UWV'], ['b', '2026-10-02T10:00:00Z', 'UWV'], []],
    [
      'on the same day',
      ['a', '2026-10-01T10:00:00Z', 'GEMEENTE'],
      ['b', '2026-10-01T13:00:00Z', 'SW'],
      [['a', 'b', 0]],
    ],
    [
      'at the same moment',
      ['b', '2026-10-01T10:00:00Z', 'GEMEENTE'],
      ['a', '2026-10-01T10:00:00Z', 'SW'],
      [['a', 'b', 0]],
    ],
    // 23:30 UTC is the next day in the Netherlands: fourteen days there, fifteen in UTC.
    [
      'around midnight in the Netherlands',
      ['a', '2026-10-01T23:30:00Z', 'UWV'],
      ['b', '2026-10-16T10:00:00Z', 'WSP'],
      [['a', 'b', 14]],
    ],
    // Over the end of summer time (25 October 2026).
    [
      'over the end of summer time',
      ['a', '2026-10-18T22:30:00Z', 'UWV'],
      ['b', '2026-11-02T22:30:00Z', 'WSP'],
      [['a', 'b', 14]],
    ],
    [
      'of a partner that is new to us',
      ['a', '2026-10-01T10:00:00Z', 'SVB'],
      ['b', '2026-10-02T10:00:00Z', 'WSP'],
      [['a', 'b', 1]],
    ],
  ])('%s', (_, een, ander, verwacht) => {
    expect(paren(metContacten([een, ander]))).toEqual(verwacht);
  });
});

test('many contacts: each with the nearest earlier one of every other partner, most recent first', () => {
  expect(
    paren(
      metContacten([
        ['a', '2026-10-01T10:00:00Z', 'UWV'],
        ['b', '2026-10-03T10:00:00Z', 'UWV'],
        ['c', '2026-10-05T10:00:00Z', 'WSP'],
        ['d', '2026-10-08T10:00:00Z', 'GEMEENTE'],
        ['e', '2026-10-30T10:00:00Z', 'UWV'],
      ]),
    ),
  ).toEqual([
    ['c', 'd', 3],
    ['b', 'd', 5],
    ['b', 'c', 2],
  ]);
});

describe('what can be concluded', () => {
  const dubbel: readonly Contact[] = [
    ['a', '2026-10-01T10:00:00Z', 'UWV'],
    ['b', '2026-10-02T10:00:00Z', 'WSP'],
  ];
  const silent = { bron: crm('BRON_NIET_BESCHIKBAAR') };
  test.each<readonly [string, DubbelInvoer, string, boolean, number, string]>([
    ['all contacts came', metContacten(dubbel), 'BEPAALD', true, 1, 'GEVONDEN'],
    [
      'there are contacts, none of them double',
      metContacten(dubbel.slice(1)),
      'BEPAALD',
      true,
      0,
      'GEVONDEN',
    ],
    [
      'there are older contacts that did not come along',
      metContacten(dubbel, { meer: true }),
      'BEPAALD',
      false,
      1,
      'GEVONDEN',
    ],
    [
      'the CRM had a reservation',
      metContacten(dubbel, { uitkomst: 'GEDEELTELIJK' }),
      'BEPAALD',
      false,
      1,
      'GEDEELTELIJK',
    ],
    [
      'a contact has no partner',
      metContacten([...dubbel, ['c', '2026-10-03T10:00:00Z', null]]),
      'BEPAALD',
      false,
      1,
      'GEVONDEN',
    ],
    [
      'a contact has no moment',
      metContacten([...dubbel, ['c', null, 'SW']]),
      'BEPAALD',
      false,
      1,
      'GEVONDEN',
    ],
    [
      'there are no contacts',
      { relatie: { bron: crm(), laatsteContactmomenten: { bron: crm('NIETS_GEVONDEN') } } },
      'GEEN_GEGEVENS',
      true,
      0,
      'GEVONDEN',
    ],
    [
      'the CRM does not have the employer',
      { relatie: { bron: crm('NIETS_GEVONDEN'), laatsteContactmomenten: null } },
      'GEEN_GEGEVENS',
      true,
      0,
      'NIETS_GEVONDEN',
    ],
    ['the CRM was silent', { relatie: silent }, 'NIET_TE_BEPALEN', false, 0, 'BRON_NIET_BESCHIKBAAR'],
    [
      'only the contacts did not come',
      { relatie: { bron: crm(), laatsteContactmomenten: silent } },
      'NIET_TE_BEPALEN',
      false,
      0,
      'BRON_NIET_BESCHIKBAAR',
    ],
    [
      'the whole service point was silent',
      { relatie: null },
      'NIET_TE_BEPALEN',
      false,
      0,
      'BRON_NIET_BESCHIKBAAR',
    ],
  ])('%s', (_, invoer, bepaalbaarheid, volledig, aantal, uitkomst) => {
    const gevonden = bepaalDubbel(invoer, now);
    expect({
      bepaalbaarheid: gevonden.bepaalbaarheid,
      volledig: gevonden.volledig,
      aantal: gevonden.benaderingen.length,
      bronnen: gevonden.bronnen.map((b) => [b.bron, b.uitkomst]),
    }).toEqual({ bepaalbaarheid, volledig, aantal, bronnen: [['CRM', uitkomst]] });
  });
});
