import {
  codewaarde,
  graadVanBeroep,
  graadVanUren,
  instrumenten,
  type Matchgraad,
  type Vacatureprofiel,
} from '../../kit/index.ts';
import type { Kandidaatmatch } from '../generated/resolvers.ts';
import type { KandidaatRij } from './kandidaten-messages.ts';

/** How a worker of the company meets a vacancy; level and languages are not in the administration. */
export function matchSwKandidaat(
  profiel: Vacatureprofiel,
  rij: KandidaatRij,
): Omit<Kandidaatmatch, 'clientnummer'> {
  return {
    // What the worker does inside is done, not sought: as experience it meets a vacancy in part.
    beroep:
      profiel.beroepcode !== null &&
      rij.Beroepscodes.length > 0 &&
      !rij.Beroepscodes.includes(profiel.beroepcode)
        ? 'VOLDOET_NIET'
        : graadVanBeroep(profiel.beroepcode, { gezocht: [], ervaring: rij.Beroepscodes }),
    uren: graadVanUren(profiel.urenPerWeek, rij.Uren_per_week),
    reisafstand: graadVanWerkgebied(profiel.plaats, rij.Werkgebied),
    niveau: 'ONBEKEND',
    taal: 'ONBEKEND',
    beschikbaarVanaf: rij.Beschikbaar_vanaf,
    instrumenten: rij.Instrumenten.map((code) => codewaarde(code, instrumenten)),
  };
}

/** The administration knows places that can be reached, and no minutes: within them or not. */
function graadVanWerkgebied(plaats: string | null, werkgebied: readonly string[]): Matchgraad {
  if (plaats === null || werkgebied.length === 0) return 'ONBEKEND';
  return werkgebied.includes(plaats) ? 'VOLDOET' : 'VOLDOET_NIET';
}
