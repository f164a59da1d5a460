import { codewaarde, codewaardeOfNull } from '../../kit/index.ts';
import type { Codewaarde, Reintegratie, Reintegratievoorziening } from '../generated/resolvers.ts';
import { soortenVoorziening } from './codes.ts';
import type { Antwoord } from './messages.ts';

type AtlRelatie = Antwoord['ClientSuwi']['AtlRelatie'][number];
type Voorziening = AtlRelatie['ReIntegratievoorziening'][number];

/** SuwiML GSDDossierReintegratie to the graph; provisions of all reports in the order of the source. */
export function mapReintegratie({ ClientSuwi: client }: Antwoord): Omit<Reintegratie, 'bron'> {
  const relaties = client.AtlRelatie;
  return {
    arbeidsvermogen: eensluidend(relaties.map((r) => r.Arbeidsvermogen?.CdArbeidsvermogen)),
    doel: eensluidend(relaties.map((r) => r.DoelReintegratievoorziening?.CdDoelRv)),
    voorzieningen: relaties.flatMap((r) => r.ReIntegratievoorziening.map(mapVoorziening)),
    meldingen: relaties.map((r) => ({
      partij: codewaarde(r.Bron.CdPartijSuwi),
      arbeidsvermogen: codewaardeOfNull(r.Arbeidsvermogen?.CdArbeidsvermogen),
      doel: codewaardeOfNull(r.DoelReintegratievoorziening?.CdDoelRv),
    })),
  };
}

/** The one code that all who state a code agree on; null when they differ, for choosing would be guessing. */
function eensluidend(codes: readonly (string | undefined)[]): Codewaarde | null {
  const [code, ...andere] = new Set(codes.filter((c) => c !== undefined));
  return andere.length > 0 ? null : codewaardeOfNull(code);
}

function mapVoorziening(voorziening: Voorziening): Reintegratievoorziening {
  return {
    registratienummer: voorziening.RegistratienrRvGsd ?? null,
    soort: codewaardeOfNull(voorziening.CdTypeRvGsd, soortenVoorziening),
    omschrijving: voorziening.OmsRv ?? null,
    begindatum: voorziening.DatBRv,
    einddatum: voorziening.DatERv ?? null,
    loonwaardePercentage: voorziening.Loonkostensubsidie?.PercLoonwaardeTovWml ?? null,
  };
}
