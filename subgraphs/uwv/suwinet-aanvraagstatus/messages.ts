import { z } from 'zod';
import { suwi, xmlLijst } from '../../kit/index.ts';

/** UWVAanvrUitkStatusInfoResponse with data (UWVDossierAanvraagUitkeringStatusGSD v0200, BodyReaction.xsd). */
export const antwoord = z.object({
  ClientSuwi: z.object({
    Burgerservicenr: suwi.burgerservicenr,
    AanvraagUitkering: xmlLijst(
      z.object({
        DatAanvraagUitkering: suwi.verplichteDatum,
        CdStatusAanvraagUitkering: suwi.code,
        SzWet: z.object({ CdSzWet: suwi.verplichteCode }),
        BeslissingOpAanvraagUitkering: xmlLijst(
          z.object({
            CdBeslissingOpAanvraagUitkering: suwi.verplichteCode,
            DatDagtekeningBeslisOpAanvrUitk: suwi.datum,
            CdRedenAfwijzingAanvraagUitkeringUwv: suwi.code,
          }),
        ),
      }),
    ),
  }),
});

export type Antwoord = z.output<typeof antwoord>;
