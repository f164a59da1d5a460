/** `npm run golden`: writes the golden answer of every document of the front office anew. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import {
  documenten,
  type Golden,
  goldenBestand,
  goldenMoment,
  invoerVan,
  leesDocument,
  metGolden,
} from './front-office.ts';
import { startWerkplein } from './in-one-process.ts';
import { ruimeTijd } from './ruime-tijd.ts';

/** With another outcome, e.g. of a source that was too late on a busy machine, an answer is not the golden one. */
const geantwoord: readonly string[] = ['GEVONDEN', 'NIETS_GEVONDEN'];

mkdirSync(new URL('.', goldenBestand('x')), { recursive: true });
const werkplein = await startWerkplein({ now: goldenMoment, env: await ruimeTijd() });
const invoer = invoerVan(werkplein);
for (const naam of documenten) {
  const variables = invoer(naam);
  const { data, errors, extensions } = await werkplein.vraag(leesDocument(naam), variables);
  if (data === undefined || data === null || errors !== undefined) {
    throw new Error(`${naam} was not answered: ${JSON.stringify(errors)}`);
  }
  const stil = (extensions?.bronnen ?? []).filter(({ uitkomst }) => !geantwoord.includes(uitkomst));
  if (stil.length > 0) {
    throw new Error(`${naam} lacks an answer of ${stil.map(({ bron }) => bron).join(', ')}`);
  }
  // Keys stand in the order of the document, as GraphQL answers them.
  const golden: Golden = { variables, data };
  writeFileSync(goldenBestand(naam), `${JSON.stringify(golden, null, 2)}\n`);
}
for (const naam of metGolden().filter((n) => !documenten.includes(n))) rmSync(goldenBestand(naam));
await werkplein.stop();
console.log(`${String(documenten.length)} golden answers in schema/operations/golden`);
