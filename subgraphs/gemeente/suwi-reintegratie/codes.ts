import type { Codetabel } from '../../kit/index.ts';

/**
 * CdTypeRvGsd: kinds of provision of the Statistiek Re-integratie door Gemeenten, as far as CBS names
 * their codes in public. CdArbeidsvermogen and CdDoelRv have no public list.
 */
export const soortenVoorziening: Codetabel = {
  '23': 'Proefplaatsing ten behoeve van loonwaardebepaling',
  '29': 'Overige werkplekken',
  '30': 'Jobcoach of begeleiding op de werkplek',
  '31': 'Werkplekaanpassing',
  '59': 'Overige faciliterende voorziening',
};
