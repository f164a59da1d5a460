import { z } from 'zod';
import { xmlLijst } from '../../kit/index.ts';
import { burgerservicenr, code, datum, verplichteCode, verplichteDatum } from '../suwi-elementen.ts';

/** UWVAanvrUitkStatusInfoResponse with data (UWVDossierAanvraagUitkeringStatusGSD v0200, BodyReaction.xsd). */
export const antwoord = z.object({
  ClientSuwi: z.object({
    Burgerservicenr: burgerservicenr,
    AanvraagUitkering: xmlLijst(
      z.object({
        DatAanvraagUitkering: verplichteDatum,
        CdStatusAanvraagUitkering: code,
        SzWet: z.object({ CdSzWet: verplichteCode }),
        BeslissingOpAanvraagUitkering: xmlLijst(
          z.object({
            CdBeslissingOpAanvraagUitkering: verplichteCode,
            DatDagtekeningBeslisOpAanvrUitk: datum,
            CdRedenAfwijzingAanvraagUitkeringUwv: code,
          }),
        ),
      }),
    ),
  }),
});

export type Antwoord = z.output<typeof antwoord>;
