import { describe, expect, it } from 'vitest';
import { gevonden } from './bronantwoord.ts';
import { proefraadpleging } from './proefraadpleging.ts';
import { perSleutel } from './raadpleeg.ts';
import type { Werkvoorraadgegevens } from './werkvoorraad.ts';
import {
  createToetsloader,
  createToetsvraag,
  type Toetsvraag,
  toetsWerkvoorraad,
} from './werkvoorraadtoets.ts';

const nummer = (n: number) => `w1.${n}`;
const lijst = (nummers: readonly string[]): Werkvoorraadgegevens => ({
  clienten: nummers.map((clientnummer) => ({ clientnummer })),
  totaal: null,
});

/** A loader over a caseload of these clients, and what was asked of it. */
function loaderOver(erin: readonly string[]) {
  const gevraagd: Toetsvraag[] = [];
  const vraag = perSleutel<Toetsvraag, Werkvoorraadgegevens>(
    'BRON',
    () => [],
    (toets) => {
      gevraagd.push(toets);
      return Promise.resolve(gevonden(lijst(toets.clientnummers.filter((n) => erin.includes(n)))));
    },
  );
  return { gevraagd, loader: createToetsloader(proefraadpleging(), vraag) };
}

describe('a question about clients of a caseload', () => {
  it.each([0, 101])('takes 1 to 100 clients, not %i', async (aantal) => {
    const { gevraagd, loader } = loaderOver([]);
    const nummers = Array.from({ length: aantal }, (_, i) => nummer(i));
    await expect(toetsWerkvoorraad(loader, 'KM-001', nummers)).rejects.toMatchObject({
      message: 'clientnummers must be between 1 and 100 in number.',
      extensions: { code: 'ONGELDIGE_INVOER' },
    });
    expect(gevraagd).toEqual([]);
  });

  it.each([1, 100])('takes %i', async (aantal) => {
    const nummers = Array.from({ length: aantal }, (_, i) => nummer(i));
    const { loader } = loaderOver(nummers);
    const { clienten } = await toetsWerkvoorraad(loader, 'KM-001', nummers);
    expect(clienten?.length).toBe(aantal);
  });

  it('gives those who are in it in the order asked, each once', async () => {
    const { loader } = loaderOver([nummer(1), nummer(2), nummer(3)]);
    const gevraagd = [3, 9, 1, 3].map(nummer);
    expect((await toetsWerkvoorraad(loader, 'KM-001', gevraagd)).clienten).toEqual(
      [3, 1].map((n) => ({ clientnummer: nummer(n) })),
    );
  });

  it('is one question for the same worker and clients, in whatever order', async () => {
    const { gevraagd, loader } = loaderOver([]);
    await Promise.all([
      toetsWerkvoorraad(loader, 'KM-001', [nummer(1), nummer(2)]),
      toetsWerkvoorraad(loader, 'KM-001', [nummer(2), nummer(1), nummer(2)]),
      toetsWerkvoorraad(loader, 'KM-002', [nummer(1), nummer(2)]),
      toetsWerkvoorraad(loader, 'KM-001', [nummer(1)]),
    ]);
    expect(
      gevraagd.map(({ medewerkernummer, clientnummers }) => [medewerkernummer, ...clientnummers]),
    ).toEqual([
      ['KM-001', nummer(1), nummer(2)],
      ['KM-002', nummer(1), nummer(2)],
      ['KM-001', nummer(1)],
    ]);
  });

  it.each([
    [
      'with everybody of the asked',
      { gegevens: lijst(['w1.1']), volledig: true, waarschuwing: false },
      'GEVONDEN',
    ],
    ['with nobody', { gegevens: lijst([]), volledig: true, waarschuwing: false }, 'NIETS_GEVONDEN'],
    ['from a source that does not know the worker', undefined, 'NIETS_GEVONDEN'],
    ['with nobody, and not whole', { gegevens: lijst([]), volledig: false, waarschuwing: false }, 'FOUT'],
    [
      'with somebody, and not whole',
      { gegevens: lijst(['w1.1']), volledig: false, waarschuwing: false },
      'GEDEELTELIJK',
    ],
    [
      'with somebody else',
      { gegevens: lijst(['w1.1', 'w1.7']), volledig: true, waarschuwing: false },
      'FOUT',
    ],
  ])('has as data subjects whoever was asked about, after an answer %s', async (_wat, lezing, uitkomst) => {
    const raadpleging = proefraadpleging();
    const vraag = createToetsvraag(
      'BRON',
      (n) => n.length === 4,
      () => Promise.resolve(lezing),
    );
    const clientnummers = ['w1.1', 'w1.2', 'onbekend'];
    const [antwoord] = await vraag([{ medewerkernummer: 'KM-001', clientnummers }], raadpleging);
    expect(antwoord?.uitkomst).toBe(uitkomst);
    expect(raadpleging.verbruik.verwerkingen().map(({ id }) => id)).toEqual(['w1.1', 'w1.2']);
  });
});
