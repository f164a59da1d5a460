/**
 * `ClientSuwi` of SuwiML GSDDossierReintegratie v0200 (BodyReaction.xsd): the fields the graph shows.
 * Names and date of birth are left unread: the graph has them from the BRP.
 */
import { z } from 'zod';
import { gevuld, suwiDatum, suwiPercentage, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

const voorziening = z.looseObject({
  RegistratienrRvGsd: xmlOptioneel(z.string()),
  DatBRv: suwiDatum,
  DatERv: xmlOptioneel(suwiDatum),
  CdTypeRvGsd: xmlOptioneel(gevuld),
  OmsRv: xmlOptioneel(z.string()),
  Loonkostensubsidie: xmlOptioneel(z.looseObject({ PercLoonwaardeTovWml: suwiPercentage })),
});

/** Arbeidstoeleidingsrelatie: what one party reports. */
const atlRelatie = z.looseObject({
  Arbeidsvermogen: xmlOptioneel(z.looseObject({ CdArbeidsvermogen: gevuld })),
  DoelReintegratievoorziening: xmlOptioneel(z.looseObject({ CdDoelRv: gevuld })),
  ReIntegratievoorziening: xmlLijst(voorziening),
  Bron: z.looseObject({ CdPartijSuwi: gevuld }),
});

export const clientSuwiReintegratie = z.looseObject({
  Burgerservicenr: z.string().regex(/^\d{9}$/),
  AtlRelatie: xmlLijst(atlRelatie),
});

/** What the source says of one person's re-integration. */
export type ClientSuwiReintegratie = z.output<typeof clientSuwiReintegratie>;
