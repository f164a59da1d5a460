import { statSync } from 'node:fs';
import { ConfiguratieFout } from '../configuratie-fout.ts';
import type { Logger } from '../logger.ts';
import type { Ondertekenaar } from '../soap.ts';
import { ondertekendeEnvelop } from './onderteken.ts';
import { leesSleutelmateriaal, type Sleutelbestanden } from './sleutelmateriaal.ts';

/**
 * Signs with the key and the certificate that are on disk: when those are renewed, so is what signs. Files that cannot
 * be used leave the last good pair at work, and say so in the log.
 * @param kijkElkeMs how often is looked at most, milliseconds
 * @throws ConfiguratieFout when they cannot be used at the start
 */
export function createOndertekenaar(
  bestanden: Sleutelbestanden,
  { logger, kijkElkeMs = 1_000 }: { readonly logger: Logger; readonly kijkElkeMs?: number },
): Ondertekenaar {
  let gezien = stand(bestanden);
  let materiaal = leesSleutelmateriaal(bestanden, new Date());
  let gekeken = performance.now();

  const kijk = (): void => {
    gekeken = performance.now();
    const nu = stand(bestanden);
    if (nu === gezien) return;
    gezien = nu;
    try {
      materiaal = leesSleutelmateriaal(bestanden, new Date());
      logger.info({}, 'signing certificate renewed');
    } catch (error) {
      if (!(error instanceof ConfiguratieFout)) throw error;
      // Also while the one file is new and the other still old.
      logger.error({ error }, 'signing certificate on disk cannot be used, the last one is kept');
    }
  };

  return (delen, now) => {
    if (performance.now() - gekeken >= kijkElkeMs) kijk();
    return ondertekendeEnvelop(delen, materiaal, now);
  };
}

/** Changes when either file is written or replaced. */
function stand({ sleutel, certificaat }: Sleutelbestanden): string {
  return [sleutel, certificaat]
    .map(({ pad }) => {
      const stat = statSync(pad, { bigint: true, throwIfNoEntry: false });
      return stat === undefined ? 'none' : `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`;
    })
    .join(', ');
}
