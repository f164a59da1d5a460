import { buitenXsd } from '../contract/gevallen.ts';
import { leesGevallen } from '../golden/gevallen.ts';
import type { XsdToets } from './validate-xsd.ts';

/**
 * What is wrong with the golden cases of a mapping, against the schema of its source: one that the schema does
 * not allow, and one that says so by its name although the schema does.
 */
export function gevallenTegenXsd(map: URL, toets: XsdToets): readonly string[] {
  const gevallen = leesGevallen(map);
  if (gevallen.length === 0) return [`${map.pathname} has no cases`];
  return gevallen.flatMap(({ naam, bericht }) => {
    const problemen = toets.document(bericht);
    if (!naam.endsWith(buitenXsd)) return problemen.map((probleem) => `${naam}: ${probleem}`);
    return problemen.length === 0 ? [`${naam}: the schema allows this`] : [];
  });
}
