import { isBsn } from '../bsn.ts';

/** Names of the element with a BSN: of SuwiML, and of GWS. */
const elementen: ReadonlySet<string> = new Set(['Burgerservicenr', 'BurgerServiceNr']);

/**
 * The BSNs in an answer that are not the client's: a partner on the file is a data subject too, also where nothing
 * about that person is read.
 * @param inhoud content of an element, by local name, every value a string
 */
export function derdenIn(inhoud: unknown, bsn: string): readonly string[] {
  const gevonden = new Set<string>();
  const nog: unknown[] = [inhoud];
  while (nog.length > 0) {
    const deel = nog.pop();
    if (Array.isArray(deel)) {
      for (const element of deel as readonly unknown[]) nog.push(element);
    } else if (typeof deel === 'object' && deel !== null) {
      for (const [naam, waarde] of Object.entries(deel)) {
        if (typeof waarde === 'object') nog.push(waarde);
        else if (typeof waarde === 'string' && elementen.has(naam) && isBsn(waarde)) gevonden.add(waarde);
      }
    }
  }
  gevonden.delete(bsn);
  return [...gevonden];
}
