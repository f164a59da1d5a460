import type { Branche } from './facts.ts';

/** CdBeroepsnamen: ten digits; the numbers are our own. */
export type Beroep = { readonly code: string; readonly naam: string };

const namen: Readonly<Record<Branche, readonly string[]>> = {
  ZORG: [
    'Zorghulp',
    'Verzorgende IG',
    'Huishoudelijk medewerker thuiszorg',
    'Voedingsassistent',
    'Gastvrouw',
  ],
  TUINBOUW: ['Medewerker teelt', 'Oogstmedewerker', 'Inpakker bloemen', 'Sorteerder groenten', 'Hovenier'],
  MKB: ['Verkoopmedewerker', 'Vakkenvuller', 'Administratief medewerker', 'Schoonmaker', 'Keukenhulp'],
  TECHNIEK: [
    'Assemblagemedewerker',
    'Monteur kassenbouw',
    'Lasser',
    'Onderhoudsmonteur',
    'Productiemedewerker',
  ],
  LOGISTIEK: [
    'Orderpicker',
    'Heftruckchauffeur',
    'Magazijnmedewerker',
    'Chauffeur bestelwagen',
    'Expeditiemedewerker',
  ],
};

function genummerd(branche: Branche, volgnummer: number): readonly Beroep[] {
  return namen[branche].map((naam, i) => ({
    code: `00000${volgnummer}${String(i + 1).padStart(4, '0')}`,
    naam,
  }));
}

/** Professions per branch. */
export const beroepenPerBranche: Readonly<Record<Branche, readonly Beroep[]>> = {
  ZORG: genummerd('ZORG', 1),
  TUINBOUW: genummerd('TUINBOUW', 2),
  MKB: genummerd('MKB', 3),
  TECHNIEK: genummerd('TECHNIEK', 4),
  LOGISTIEK: genummerd('LOGISTIEK', 5),
};

/**
 * URI of a profession. The form is that of CompetentNL (`<authority>/id/occupation/<id>`); the authority is
 * reserved for examples (RFC 2606), so that nothing made up can be taken for a concept of CompetentNL or ESCO.
 */
export function beroepUri(code: string): string {
  return `https://competentnl.example/id/occupation/${code}`;
}

/** URI of a skill, of the same made-up authority. */
export function vaardigheidUri(code: string): string {
  return `https://competentnl.example/id/skill/${code}`;
}

export const beroepen: readonly Beroep[] = Object.values(beroepenPerBranche).flat();
