import { expect, it } from 'vitest';
import { werkvoorraadresultaat } from './werkvoorraad.ts';

const lijst = (aantal: number, totaal: number | null) => ({
  clienten: Array.from({ length: aantal }, (_, i) => ({ clientnummer: `w1.${i}` })),
  totaal,
});
const heel = { volledig: true, waarschuwing: false };

it.each([
  ['everybody the source counts', lijst(2, 2), heel, 'GEVONDEN', undefined],
  ['everybody, of a source that does not count', lijst(2, null), heel, 'GEVONDEN', undefined],
  ['nobody, and the source counts nobody', lijst(0, 0), heel, 'NIETS_GEVONDEN', undefined],
  ['nobody, of a source that does not count', lijst(0, null), heel, 'NIETS_GEVONDEN', undefined],
  ['fewer than the source counts', lijst(1, 2), heel, 'GEDEELTELIJK', 'ONVOLLEDIG'],
  ['more than the source counts', lijst(3, 2), heel, 'GEDEELTELIJK', 'ONVOLLEDIG'],
  ['nobody where the source counts two', lijst(0, 2), heel, 'FOUT', 'ONVOLLEDIG'],
  ['pages that broke off', lijst(2, 2), { ...heel, volledig: false }, 'GEDEELTELIJK', 'ONVOLLEDIG'],
  ['a warning', lijst(2, 2), { ...heel, waarschuwing: true }, 'GEDEELTELIJK', 'WAARSCHUWING'],
  ['nobody under a warning', lijst(0, 0), { ...heel, waarschuwing: true }, 'FOUT', 'ONVOLLEDIG'],
])('%s', (_wat, gegevens, stand, uitkomst, reden) => {
  const resultaat = werkvoorraadresultaat(gegevens, stand);
  expect([resultaat.uitkomst, 'reden' in resultaat ? resultaat.reden : undefined]).toEqual([uitkomst, reden]);
  expect('gegevens' in resultaat ? resultaat.gegevens : undefined).toBe(
    uitkomst === 'GEVONDEN' || uitkomst === 'GEDEELTELIJK' ? gegevens : undefined,
  );
});
