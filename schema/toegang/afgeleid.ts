import type { Doel, Rol } from '../../gateway/access/index.ts';

/**
 * Computed fields (`@requires`) that someone may see without seeing all they are computed from, because what is derived
 * says less. Each is for named roles and purposes only and has its reason; composition names one that is not needed.
 */
export type Afgeleid = {
  /** `Type.field` of the computed field. */
  readonly veld: string;
  readonly voor: readonly { readonly rollen: readonly Rol[]; readonly doelen: readonly Doel[] }[];
  /** Why what is derived says less than its inputs. */
  readonly reden: string;
};

export const afgeleid: readonly Afgeleid[] = [
  {
    veld: 'Client.doelgroep',
    voor: [{ rollen: ['matchmaker'], doelen: ['bemiddeling'] }],
    reden:
      'The wage-value band alone, one of four. The percentage, its day, the source and where the group is served are closed to a matchmaker in `Doelgroepbepaling` itself.',
  },
  {
    veld: 'WerkvoorraadMatchmaker.clienten',
    voor: [{ rollen: ['matchmaker'], doelen: ['bemiddeling'] }],
    reden:
      'The own candidates, chosen by the same band. A matchmaker’s list takes no ladder step and no status of the file, neither as a condition nor as an order.',
  },
  {
    veld: 'Client.contactpersonen',
    voor: [
      { rollen: ['balie'], doelen: ['intake'] },
      { rollen: ['inkomensconsulent', 'consulent_bbz'], doelen: ['inkomen'] },
      { rollen: ['consulent_schuldhulp', 'consulent_inburgering'], doelen: ['reintegratie'] },
      { rollen: ['handhaver'], doelen: ['handhaving'] },
    ],
    reden:
      'Whom to turn to at each partner, which these roles may know. Of the employment at the sheltered-employment company only its worker shows; kind, hours and days do not.',
  },
  {
    veld: 'Client.signalen',
    voor: [
      { rollen: ['inkomensconsulent'], doelen: ['inkomen'] },
      { rollen: ['klantmanager', 'werkcoach'], doelen: ['nazorg'] },
    ],
    reden:
      'That something is due, when, and for whom. The facts that a signal rests on, the sources asked and what is missing are closed to them in `Signaal` and `Signalenoverzicht` themselves.',
  },
];
