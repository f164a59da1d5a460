import type { Logger } from '../logger.ts';
import type { Ondertekenaar } from '../soap.ts';
import { volgBestanden } from '../volg-bestanden.ts';
import { ondertekendeEnvelop } from './onderteken.ts';
import { leesSleutelmateriaal, type Sleutelbestanden } from './sleutelmateriaal.ts';

/** What signs, until `sluit`. */
export type Ondertekening = { readonly onderteken: Ondertekenaar; readonly sluit: () => void };

/**
 * Signs with the key and the certificate that are on disk: when those are renewed, so is what signs.
 * @throws ConfiguratieFout when they cannot be used at the start
 */
export function createOndertekenaar(
  bestanden: Sleutelbestanden,
  { logger, bron }: { readonly logger: Logger; readonly bron: string },
): Ondertekening {
  const gevolgd = volgBestanden({
    paden: [bestanden.sleutel.pad, bestanden.certificaat.pad],
    pollMs: bestanden.pollMs,
    lees: () => leesSleutelmateriaal(bestanden, new Date()),
    logger,
    van: { bron },
  });
  return {
    onderteken: (delen, now) => ondertekendeEnvelop(delen, gevolgd.huidig(), now),
    sluit: gevolgd.sluit,
  };
}
