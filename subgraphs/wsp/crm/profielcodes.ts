import type { Codetabel } from '../../kit/index.ts';

/** codeWerkEnDenkniveauMinimaal of the VUM vacancy standard 1.5. */
export const werkEnDenkniveaus: Codetabel = {
  '0': 'Niet van toepassing',
  '1': 'Geen basisopleiding',
  '2': 'Basisniveau',
  '3': 'Vmbo-niveau',
  '4': 'Mbo-, havo- of vwo-niveau',
  '5': 'Hbo-niveau',
  '6': 'Wetenschappelijk onderwijs',
  '7': '(Nog) niet bekend',
};

/** ISO 639-2/T, the languages that are met most; another stays visible as its code. */
export const talen: Codetabel = {
  ara: 'Arabisch',
  bul: 'Bulgaars',
  deu: 'Duits',
  eng: 'Engels',
  fra: 'Frans',
  nld: 'Nederlands',
  pol: 'Pools',
  ron: 'Roemeens',
  spa: 'Spaans',
  tir: 'Tigrinya',
  tur: 'Turks',
  ukr: 'Oekraïens',
};

/** Levels of the Common European Framework of Reference for Languages. */
export const taalniveaus: Codetabel = {
  A1: 'Basisgebruiker (beginner)',
  A2: 'Basisgebruiker',
  B1: 'Onafhankelijk gebruiker (drempelniveau)',
  B2: 'Onafhankelijk gebruiker',
  C1: 'Vaardig gebruiker',
  C2: 'Vaardig gebruiker (beheersing)',
};

/** Categories of driving licences (Wegenverkeerswet 1994; codeSoortRijbewijs of VUM). */
export const rijbewijscategorieen: Codetabel = {
  A: 'Motor',
  A1: 'Lichte motor',
  A2: 'Middelzware motor',
  AM: 'Bromfiets, snorfiets en brommobiel',
  B: 'Personenauto',
  'B+': 'Personenauto met aanhangwagen (code 96)',
  BE: 'Personenauto met zware aanhangwagen',
  C: 'Vrachtauto',
  C1: 'Lichte vrachtauto',
  CE: 'Vrachtauto met aanhangwagen',
  C1E: 'Lichte vrachtauto met aanhangwagen',
  D: 'Bus',
  D1: 'Kleine bus',
  DE: 'Bus met aanhangwagen',
  D1E: 'Kleine bus met aanhangwagen',
  T: 'Land- of bosbouwtrekker',
};
