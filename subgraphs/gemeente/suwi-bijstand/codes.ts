import type { Codetabel } from '../../kit/index.ts';

/**
 * CdSzWet: laws by their usual abbreviation. The exchange leaves the list open, so an abbreviation
 * that is not here is shown as it came. The other SuwiML code lists are not public.
 */
export const szWetten: Codetabel = {
  PW: 'Participatiewet',
  WWB: 'Wet werk en bijstand',
  WIJ: 'Wet investeren in jongeren',
  WWIK: 'Wet werk en inkomen kunstenaars',
  IOAW: 'Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers',
  IOAZ: 'Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte gewezen zelfstandigen',
  BBZ: 'Besluit bijstandverlening zelfstandigen',
  WW: 'Werkloosheidswet',
  WAO: 'Wet op de arbeidsongeschiktheidsverzekering',
  WAZ: 'Wet arbeidsongeschiktheidsverzekering zelfstandigen',
  WAJ: 'Wet arbeidsongeschiktheidsvoorziening jonggehandicapten',
  WIA: 'Wet werk en inkomen naar arbeidsvermogen',
  ZW: 'Ziektewet',
};

/** StdIndJN. */
export const jaNee: Codetabel = { '1': 'Ja', '2': 'Nee' };
