import { codewaardeOfNull } from '../../kit/index.ts';
import type { Doelgroepregistratie } from '../generated/resolvers.ts';
import type { Antwoord } from './messages.ts';

/** The registration with its grounds, in the order in which the register sends them. */
export function mapDoelgroepregistratie({
  ClientSuwi: client,
}: Antwoord): Omit<Doelgroepregistratie, 'bron'> {
  return {
    einddatum: client.LdrRegistratieWbQa?.DatELdrRegistratieWbQa ?? null,
    grondslagen: client.GrondslagArbeidsbeperktheid.map((grondslag) => ({
      grondslag: codewaardeOfNull(grondslag.CdGrondslagArbeidsbeperktheid),
      begindatum: grondslag.DatBGrondslagArbeidsbeperktheid,
      einddatum: grondslag.DatEGrondslagArbeidsbeperktheid ?? null,
    })),
  };
}
