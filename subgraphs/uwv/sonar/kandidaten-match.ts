import {
  codewaarde,
  graadVanBeroep,
  graadVanNiveau,
  graadVanReistijd,
  graadVanUren,
  instrumenten,
  type Vacatureprofiel,
} from '../../kit/index.ts';
import type { Kandidaatmatch } from '../generated/resolvers.ts';
import type { SonarKandidaat } from './kandidaten-messages.ts';

/** How a jobseeker of UWV meets a vacancy; SONAR keeps no languages here. */
export function matchSonarKandidaat(
  profiel: Vacatureprofiel,
  feiten: SonarKandidaat,
): Omit<Kandidaatmatch, 'clientnummer'> {
  const { arbeidsmarktkwalificatie: kwalificatie, mobiliteit, werktijden } = feiten;
  return {
    beroep: graadVanBeroep(profiel.beroepcode, {
      gezocht: feiten.bemiddelingsberoep.map(({ codeBeroepsnaam }) => codeBeroepsnaam),
      ervaring: kwalificatie.werkervaring.flatMap(({ beroep }) => beroep?.codeBeroepsnaam ?? []),
    }),
    uren: graadVanUren(profiel.urenPerWeek, werktijden.aantalWerkurenPerWeekMaximaal ?? null),
    reisafstand: graadVanReistijd(mobiliteit.reistijd ?? null, mobiliteit.maximaleReistijd ?? null),
    niveau: graadVanNiveau(profiel.niveau, kwalificatie.codeWerkEnDenkniveauWerkzoekende?.toString() ?? null),
    taal: 'ONBEKEND',
    beschikbaarVanaf: feiten.flexibiliteit.datumAanvangBeschikbaarVoorWerk ?? null,
    instrumenten: [
      'PROEFPLAATSING',
      // Who stands in the target-group register falls under the no-risk policy, and a job coach can be had.
      ...(feiten.indicatieLdrRegistratie === 1 ? ['NO_RISKPOLIS', 'JOBCOACH'] : []),
    ].map((code) => codewaarde(code, instrumenten)),
  };
}
