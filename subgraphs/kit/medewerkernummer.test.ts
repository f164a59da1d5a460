import { expect, it } from 'vitest';
import { isMedewerkernummer } from './medewerkernummer.ts';

it.each(['KM-001', 'WC-019', '4711', 'a', 'A'.repeat(32)])('%s can be the number of a worker', (nummer) => {
  expect(isMedewerkernummer(nummer)).toBe(true);
});

it.each([
  ['nothing', ''],
  ['a burgerservicenummer', '999990019'],
  ['a burgerservicenummer with leading zeros', '000000012'],
  ['a space', 'KM 001'],
  ['a separator of a filter', 'KM;001'],
  ['a quote', "KM'001"],
  ['a path', '../001'],
  ['a hyphen at the end', 'KM-'],
  ['a letter with a diacritic', 'KMé'],
  ['33 characters', 'A'.repeat(33)],
])('%s cannot', (_wat, nummer) => {
  expect(isMedewerkernummer(nummer)).toBe(false);
});
