/**
 * `ClientSuwi` of SuwiML GSDDossierReintegratie v0200 (BodyReaction.xsd): the fields the graph shows.
 * Names and date of birth are left unread: the graph has them from the BRP.
 */
import { z } from 'zod';
import { suwi, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

const voorziening = z.object({
  RegistratienrRvGsd: suwi.tekst,
  DatBRv: suwi.verplichteDatum,
  DatERv: suwi.datum,
  CdTypeRvGsd: suwi.code,
  OmsRv: suwi.tekst,
  Loonkostensubsidie: xmlOptioneel(z.object({ PercLoonwaardeTovWml: suwi.verplichtPercentage })),
});

/** Arbeidstoeleidingsrelatie: what one party reports. */
const atlRelatie = z.object({
  Arbeidsvermogen: xmlOptioneel(z.object({ CdArbeidsvermogen: suwi.verplichteCode })),
  DoelReintegratievoorziening: xmlOptioneel(z.object({ CdDoelRv: suwi.verplichteCode })),
  ReIntegratievoorziening: xmlLijst(voorziening),
  Bron: z.object({ CdPartijSuwi: suwi.verplichteCode }),
});

const clientSuwi = z.object({
  Burgerservicenr: suwi.burgerservicenr,
  AtlRelatie: xmlLijst(atlRelatie),
});

/** GSDReintegratieInfoResponse with data: what the source says of one person's re-integration. */
export const antwoord = z.object({ ClientSuwi: clientSuwi });

export type Antwoord = z.output<typeof antwoord>;
