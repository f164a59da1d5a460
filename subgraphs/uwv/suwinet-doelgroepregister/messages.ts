import { z } from 'zod';
import { suwi, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

/** UWVPersoonsArbeidsbeperktenInfoResponse with data (UWVDossierQuotumArbeidsbeperktenGSD v0300, BodyReaction.xsd). */
export const antwoord = z.object({
  ClientSuwi: z.object({
    Burgerservicenr: suwi.burgerservicenr,
    LdrRegistratieWbQa: xmlOptioneel(z.object({ DatELdrRegistratieWbQa: suwi.datum })),
    GrondslagArbeidsbeperktheid: xmlLijst(
      z.object({
        CdGrondslagArbeidsbeperktheid: suwi.code,
        DatBGrondslagArbeidsbeperktheid: suwi.verplichteDatum,
        DatEGrondslagArbeidsbeperktheid: suwi.datum,
      }),
    ),
  }),
});

export type Antwoord = z.output<typeof antwoord>;
