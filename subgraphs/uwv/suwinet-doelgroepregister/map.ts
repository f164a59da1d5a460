import { codewaardeOfNull } from '../../kit/index.ts';
import type { Doelgroepregistratie } from '../generated/resolvers.ts';
import { gevolgenVan } from './gevolgen.ts';
import type { Antwoord } from './messages.ts';

/** The registration with its grounds, in the order in which the register sends them, and what it opens. */
export function mapDoelgroepregistratie({
  ClientSuwi: client,
}: Antwoord): Omit<Doelgroepregistratie, 'bron'> {
  const einddatum = client.LdrRegistratieWbQa?.DatELdrRegistratieWbQa ?? null;
  const grondslagen = client.GrondslagArbeidsbeperktheid.map((grondslag) => ({
    grondslag: codewaardeOfNull(grondslag.CdGrondslagArbeidsbeperktheid),
    begindatum: grondslag.DatBGrondslagArbeidsbeperktheid,
    einddatum: grondslag.DatEGrondslagArbeidsbeperktheid ?? null,
  }));
  return { einddatum, grondslagen, gevolgen: gevolgenVan({ einddatum, grondslagen }) };
}
