import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bron, now } from '../proefinvoer.ts';
import { bepaalSamen } from './samen.ts';

const velden = ['instroom', 'doorstroom', 'uitstroom', 'bestand'] as const;

const aantal = fc.integer({ min: 0, max: 5_000 });
const totaal = fc.record({ instroom: aantal, uitstroom: fc.option(aantal), bestand: aantal });
const slice = (naam: string) =>
  fc.option(
    fc.record({ bron: fc.constant(bron(naam)), totaal: fc.option(totaal), doorstroom: fc.option(aantal) }),
  );
const partners = fc.record({
  gemeente: slice('KVS'),
  uwv: slice('SONAR'),
  sw: slice('SW_ADMINISTRATIE'),
});

describe('figures of all partners together, whatever they send', () => {
  it('are the sum of what is known, and null when nothing is: silence is no zero', () => {
    fc.assert(
      fc.property(partners, (invoer) => {
        const samen = bepaalSamen(invoer, now);
        for (const veld of velden) {
          const delen = [invoer.gemeente, invoer.uwv, invoer.sw].flatMap(
            (deel) => (veld === 'doorstroom' ? deel?.doorstroom : deel?.totaal?.[veld]) ?? [],
          );
          expect(samen[veld]).toBe(delen.length === 0 ? null : delen.reduce((a, b) => a + b, 0));
        }
      }),
    );
  });

  it('say what each partner said, and are whole only when every partner spoke', () => {
    fc.assert(
      fc.property(partners, (invoer) => {
        const samen = bepaalSamen({ ...invoer, wsp: { bron: bron('CRM') } }, now);
        const stil = [invoer.gemeente, invoer.uwv, invoer.sw].filter((deel) => deel == null).length;
        expect(samen.volledig).toBe(stil === 0);
        expect(samen.partners.map(({ partner, instroom, bestand }) => [partner, instroom, bestand])).toEqual([
          ['GEMEENTE', invoer.gemeente?.totaal?.instroom ?? null, invoer.gemeente?.totaal?.bestand ?? null],
          ['UWV', invoer.uwv?.totaal?.instroom ?? null, invoer.uwv?.totaal?.bestand ?? null],
          ['SW', invoer.sw?.totaal?.instroom ?? null, invoer.sw?.totaal?.bestand ?? null],
          ['WSP', null, null],
        ]);
      }),
    );
  });

  it('a partner that falls silent takes its own part away, and nothing else', () => {
    fc.assert(
      fc.property(partners, fc.constantFrom('gemeente', 'uwv', 'sw'), (invoer, wie) => {
        const [met, zonder] = [bepaalSamen(invoer, now), bepaalSamen({ ...invoer, [wie]: null }, now)];
        for (const veld of velden) {
          const eigen = met.partners.find(({ partner }) => partner === wie.toUpperCase())?.[veld] ?? 0;
          expect((zonder[veld] ?? 0) + eigen).toBe(met[veld] ?? 0);
        }
      }),
    );
  });
});
