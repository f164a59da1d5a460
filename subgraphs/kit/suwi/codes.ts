import type { Codetabel } from '../codewaarde.ts';

/**
 * CdSzWet: the acts of social security by their official abbreviations. The list is open, so an
 * abbreviation that is not here is shown as it came.
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
  WAJ: 'Wet arbeidsongeschiktheidsvoorziening jonggehandicapten (Wajong)',
  WIA: 'Wet werk en inkomen naar arbeidsvermogen',
  IVA: 'Inkomensvoorziening volledig arbeidsongeschikten (Wet WIA)',
  WGA: 'Werkhervatting gedeeltelijk arbeidsgeschikten (Wet WIA)',
  ZW: 'Ziektewet',
  WAZO: 'Wet arbeid en zorg',
  TW: 'Toeslagenwet',
  IOW: 'Wet inkomensvoorziening oudere werklozen',
};
