import { describe, expect, it } from 'vitest';
import { bsnOfFout, voorBekenden } from './bekend.ts';
import { BronFout, gevonden } from './bronantwoord.ts';
import { proefraadpleging } from './proefraadpleging.ts';

const uitgegeven: Readonly<Record<string, string>> = { een: '999990019', twee: '012345672' };
const bsnVan = (clientnummer: string) => uitgegeven[clientnummer];

it('a clientnummer that was not issued here is a failure with a name', () => {
  expect(bsnOfFout(bsnVan, 'twee')).toBe('012345672');
  expect(() => bsnOfFout(bsnVan, 'vreemd')).toThrow(new BronFout('FOUT', 'CLIENTNUMMER_ONBEKEND'));
});

describe('a batch question about clients', () => {
  /** What came of asking, and about whom the source was asked. */
  const stel = async (...clientnummers: readonly string[]) => {
    const gevraagd: string[][] = [];
    const vraag = voorBekenden<string>('KVS', bsnVan, async (bsns) => {
      gevraagd.push([...bsns.values()]);
      return new Map([...bsns.keys()].filter((n) => n === 'een').map((n) => [n, gevonden(`van ${n}`)]));
    });
    const antwoorden = await vraag(clientnummers, proefraadpleging());
    return { gevraagd, antwoorden };
  };
  const vermelding = { bron: 'KVS', geraadpleegdOp: '2025-03-03T08:00:00.000Z' };
  const onbekend = { ...vermelding, uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' };

  it('is asked about those issued here, and answers in the order of the question', async () => {
    expect(await stel('vreemd', 'twee', 'een')).toEqual({
      gevraagd: [['012345672', '999990019']],
      antwoorden: [
        onbekend,
        { ...vermelding, uitkomst: 'NIETS_GEVONDEN' },
        { ...vermelding, uitkomst: 'GEVONDEN', gegevens: 'van een' },
      ],
    });
  });

  it('is not asked at all about strangers only', async () => {
    expect(await stel('vreemd')).toEqual({ gevraagd: [], antwoorden: [onbekend] });
  });

  it('that fails fails for all, strangers included: nothing of it is known', async () => {
    const vraag = voorBekenden<string>('KVS', bsnVan, () => Promise.reject(new BronFout('FOUT', 'BRONFOUT')));
    const antwoorden = await vraag(['een', 'vreemd'], proefraadpleging());
    expect(antwoorden.map((a) => ('reden' in a ? a.reden : null))).toEqual(['BRONFOUT', 'BRONFOUT']);
  });
});
