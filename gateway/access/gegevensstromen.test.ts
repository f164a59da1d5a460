import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Gegevensstromen, leesGegevensstromen } from './gegevensstromen.ts';

const dir = 'schema/gegevensstromen';
const stromen = leesGegevensstromen(dir);

/** Reads a copy of the declared flows in which some files have another text. */
function leesMet(bestanden: Readonly<Record<string, (tekst: string) => string>>): Gegevensstromen {
  const kopie = mkdtempSync(join(tmpdir(), 'stromen-'));
  try {
    cpSync(dir, kopie, { recursive: true });
    for (const [bestand, verander] of Object.entries(bestanden)) {
      const tekst = readFileSync(join(kopie, bestand), 'utf8');
      const anders = verander(tekst);
      if (anders === tekst) throw new Error(`${bestand} was not changed`);
      writeFileSync(join(kopie, bestand), anders);
    }
    return leesGegevensstromen(kopie);
  } finally {
    rmSync(kopie, { recursive: true });
  }
}

describe('the declared flows', () => {
  it.each([
    [
      'a field that is computed with',
      'gemeente',
      'werkplein',
      'Bijstand.leefvorm',
      'intake',
      ['werkplein-bijstand'],
    ],
    ['a key', 'werkplein', 'sw', 'Client.clientnummer', 'handhaving', ['sw-client']],
    [
      'a key from a partner of its own flow',
      'wsp',
      'sw',
      'Client.clientnummer',
      'nazorg',
      ['sw-client-van-wsp'],
    ],
    ['a purpose that is not declared', 'wsp', 'sw', 'Client.clientnummer', 'handhaving', []],
    ['a field that is not declared', 'gemeente', 'sw', 'Bijstand.leefvorm', 'intake', []],
    ['the other way round', 'werkplein', 'gemeente', 'Bijstand.leefvorm', 'intake', []],
  ] as const)('say under which a crossing is allowed: %s', (_wat, van, naar, veld, doel, ids) => {
    expect(stromen.van({ van, naar, veld }, doel)).toEqual(ids);
  });

  it('name all flows under which the same field crosses', () => {
    const onder = stromen.van({ van: 'gemeente', naar: 'werkplein', veld: 'Contactpersoon.naam' }, 'intake');
    expect(onder).toEqual(['werkplein-klantdossier']);
    const nummer = stromen.van({ van: 'uwv', naar: 'werkplein', veld: 'Client.clientnummer' }, 'inkomen');
    expect(nummer).toEqual(['werkplein-client']);
  });

  it.each([
    ['legal ground', '"Handelsregisterwet 2007"', '', 'must begin with AVG art. 6'],
    ['purpose', '"bemiddeling"', '"opsporing"', 'Invalid option'],
    ['name of a field', '"rsin"', '"rsin.nummer"', 'Invalid string'],
  ])('are refused with a %s that is none', (_wat, goed, fout, melding) => {
    const verander = (tekst: string) =>
      fout === ''
        ? tekst.replace(
            /"grondslagen": \[[^\]]*\]/,
            '"grondslagen": ["Handelsregisterwet 2007", "Participatiewet"]',
          )
        : tekst.replace(goed, fout);
    expect(() => leesMet({ 'uwv.json': verander })).toThrow(melding);
  });

  it('are refused without a legal ground', () => {
    const zonder = (tekst: string) => tekst.replace(/"grondslagen": \[[^\]]*\]/, '"grondslagen": []');
    expect(() => leesMet({ 'uwv.json': zonder })).toThrow('must name AVG art. 6 and the law it rests on');
  });

  it('are refused with every problem at once', () => {
    const lees = () =>
      leesMet({
        'uwv.json': () => '{',
        'sw.json': (tekst) => tekst.replace('"naar": "sw"', '"naar": "wsw"'),
        'wsp.json': (tekst) =>
          tekst.replace('"wsp-client"', '"gemeente-client"').replace('"werkplein"', '"wsp"'),
      });
    expect(lees).toThrow('uwv.json: ');
    expect(lees).toThrow('sw.json: is about wsw');
    expect(lees).toThrow('id gemeente-client is used twice');
    expect(lees).toThrow('wsp.json: gemeente-client is from wsp to itself');
  });

  it('are refused when they are not there', () => {
    expect(() => leesGegevensstromen('schema/geen')).toThrow('cannot be read');
  });
});
