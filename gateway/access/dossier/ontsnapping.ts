import type { IncomingMessage } from 'node:http';
import { GraafFout } from '../../../subgraphs/kit/index.ts';

const minTekens = 10;
const maxTekens = 500;

/**
 * Why a worker opens the file of somebody else's client: `X-Ontsnapping`, percent-encoded UTF-8 (RFC 3986), 10 to 500
 * characters on one line.
 * @throws GraafFout ONGELDIGE_VRAAG for one that is no such text
 */
export function leesOntsnapping(headers: IncomingMessage['headersDistinct']): string | undefined {
  const gegeven = headers['x-ontsnapping'];
  if (gegeven === undefined) return undefined;
  const [tekst] = gegeven;
  const reden = gegeven.length === 1 && tekst !== undefined ? ontcijfer(tekst)?.trim() : undefined;
  if (reden === undefined || reden.length < minTekens || reden.length > maxTekens || /\p{Cc}/u.test(reden)) {
    throw new GraafFout(
      'ONGELDIGE_VRAAG',
      `X-Ontsnapping must be one reason of ${minTekens} to ${maxTekens} characters, percent-encoded.`,
    );
  }
  return reden;
}

function ontcijfer(tekst: string): string | undefined {
  try {
    return decodeURIComponent(tekst);
  } catch {
    return undefined;
  }
}
