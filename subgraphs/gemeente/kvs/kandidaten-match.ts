import {
  codewaarde,
  graadVanBeroep,
  graadVanNiveau,
  graadVanReistijd,
  graadVanTalen,
  graadVanUren,
  instrumenten,
  type Vacatureprofiel,
} from '../../kit/index.ts';
import type { Kandidaatmatch } from '../generated/resolvers.ts';
import type { KvsKandidaat } from './kandidaten-messages.ts';

/** How a client of the municipality meets a vacancy. */
export function matchKvsKandidaat(
  profiel: Vacatureprofiel,
  feiten: KvsKandidaat,
): Omit<Kandidaatmatch, 'clientnummer'> {
  const codes = (gezocht: boolean) =>
    feiten.beroepen.filter((beroep) => beroep.gezocht === gezocht).map(({ code }) => code);
  return {
    beroep: graadVanBeroep(profiel.beroepcode, { gezocht: codes(true), ervaring: codes(false) }),
    uren: graadVanUren(profiel.urenPerWeek, feiten.urenPerWeek),
    reisafstand: graadVanReistijd(feiten.reistijdMinuten, feiten.maximaleReistijdMinuten),
    niveau: graadVanNiveau(profiel.niveau, feiten.werkEnDenkniveau),
    taal: graadVanTalen(profiel.talen, feiten.talen),
    beschikbaarVanaf: feiten.beschikbaarVanaf,
    instrumenten: feiten.instrumenten.map((code) => codewaarde(code, instrumenten)),
  };
}
