import { createHash } from 'node:crypto';
import { ExclusiveCanonicalization } from 'xml-crypto';

const exclusief = new ExclusiveCanonicalization();

/** An element in exclusive canonical form (exc-c14n without comments or prefix list): what is signed of it, byte for byte. */
export function canoniek(element: Element): string {
  return exclusief.process(element, {});
}

/** SHA-256 of such text, base64. */
export function digest(tekst: string): string {
  return createHash('sha256').update(tekst).digest('base64');
}
