import { z } from 'zod';
import { xmlLijst, xmlOptioneel } from '../../kit/index.ts';
import { burgerservicenr, code, datum, verplichteDatum } from '../suwi-elementen.ts';

/** UWVPersoonsArbeidsbeperktenInfoResponse with data (UWVDossierQuotumArbeidsbeperktenGSD v0300, BodyReaction.xsd). */
export const antwoord = z.object({
  ClientSuwi: z.object({
    Burgerservicenr: burgerservicenr,
    LdrRegistratieWbQa: xmlOptioneel(z.object({ DatELdrRegistratieWbQa: datum })),
    GrondslagArbeidsbeperktheid: xmlLijst(
      z.object({
        CdGrondslagArbeidsbeperktheid: code,
        DatBGrondslagArbeidsbeperktheid: verplichteDatum,
        DatEGrondslagArbeidsbeperktheid: datum,
      }),
    ),
  }),
});

export type Antwoord = z.output<typeof antwoord>;
