import { codewaarde, codewaardeOfNull, szWetten } from '../../kit/index.ts';
import type { UwvAanvragen } from '../generated/resolvers.ts';
import type { Antwoord } from './messages.ts';

/** Applications with their status, in the order in which UWV sends them. */
export function mapUwvAanvragen({ ClientSuwi: client }: Antwoord): Omit<UwvAanvragen, 'bron'> {
  return {
    aanvragen: client.AanvraagUitkering.map((aanvraag) => ({
      datum: aanvraag.DatAanvraagUitkering,
      regeling: codewaarde(aanvraag.SzWet.CdSzWet, szWetten),
      status: codewaardeOfNull(aanvraag.CdStatusAanvraagUitkering),
      beslissingen: aanvraag.BeslissingOpAanvraagUitkering.map((beslissing) => ({
        beslissing: codewaarde(beslissing.CdBeslissingOpAanvraagUitkering),
        dagtekening: beslissing.DatDagtekeningBeslisOpAanvrUitk ?? null,
        redenAfwijzing: codewaardeOfNull(beslissing.CdRedenAfwijzingAanvraagUitkeringUwv),
      })),
    })),
  };
}
