import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BronFout, gedeeltelijk, gevonden, nietsGevonden } from './bronantwoord.ts';
import { leesFwiAntwoord } from './fwi.ts';

const schema = z.looseObject({ Client: z.looseObject({ Naam: z.string() }).optional() });

/** What an answer with this content means. */
const lees = (inhoud: unknown, waarschuwing = false) => {
  try {
    return leesFwiAntwoord({ inhoud, waarschuwing }, schema, (bericht) => bericht.Client?.Naam);
  } catch (error) {
    return error instanceof BronFout ? `${error.uitkomst} ${error.reden}` : error;
  }
};

const Client = { Naam: 'Käster' };
const melding = { Code: 'W001', Tekst: 'INTERN' };

describe('an answer by the FWI convention', () => {
  it.each([
    ['data', { Client }, gevonden('Käster')],
    ['data with an empty FWI', { Client, FWI: '' }, gevonden('Käster')],
    ['data with information', { Client, FWI: { Informatie: melding } }, gevonden('Käster')],
    [
      'data with a warning',
      { Client, FWI: { Waarschuwing: melding } },
      gedeeltelijk('Käster', 'WAARSCHUWING'),
    ],
    [
      'data with several warnings',
      { Client, FWI: { Waarschuwing: [melding, melding] } },
      gedeeltelijk('Käster', 'WAARSCHUWING'),
    ],
    ['NietsGevonden, empty', { NietsGevonden: '' }, nietsGevonden()],
    ['NietsGevonden, with a text', { NietsGevonden: 'Niet gevonden' }, nietsGevonden()],
    ['NietGerechtigd', { NietGerechtigd: '' }, 'NIET_GERECHTIGD GEWEIGERD'],
    ['NietGerechtigd beside data: no data', { Client, NietGerechtigd: '' }, 'NIET_GERECHTIGD GEWEIGERD'],
    ['an error', { FWI: { Fout: melding } }, 'FOUT BRONFOUT'],
    ['an error beside data: no data', { Client, FWI: { Fout: [melding] } }, 'FOUT BRONFOUT'],
    [
      'an error beside NietsGevonden: not "nothing"',
      { NietsGevonden: '', FWI: { Fout: melding } },
      'FOUT BRONFOUT',
    ],
    ['a warning without data', { FWI: { Waarschuwing: melding } }, 'FOUT ONVERWACHTE_VORM'],
    ['data of another shape', { Client: { Naam: { deel: 'x' } } }, 'FOUT ONVERWACHTE_VORM'],
    ['nothing at all', {}, 'FOUT ONVERWACHTE_VORM'],
    ['an empty element', '', 'FOUT ONVERWACHTE_VORM'],
    ['an FWI that is a text', { Client, FWI: 'Fout' }, 'FOUT ONVERWACHTE_VORM'],
  ])('%s', (_naam, inhoud, verwacht) => {
    expect(lees(inhoud)).toEqual(verwacht);
  });

  it('data under an HTTP warning come with a reservation', () => {
    expect(lees({ Client }, true)).toEqual(gedeeltelijk('Käster', 'WAARSCHUWING'));
  });
});
