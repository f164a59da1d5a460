/**
 * Composes the registered subgraphs into `schema/supergraph.graphql` (what the gateway loads),
 * `schema/api.graphql` (what a front office sees), `schema/toegang.md` (who sees what) and `schema/gegevensstromen.md`
 * (which partner's fields reach which other). `--check` compares instead of writing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { registry } from '../subgraphs/index.ts';
import { composeRegistry } from './composition.ts';

const composed = await composeRegistry(registry);
const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [file, text] of [
  ['schema/supergraph.graphql', composed.supergraphSdl],
  ['schema/api.graphql', composed.apiSdl],
  ['schema/toegang.md', composed.toegang],
  ['schema/gegevensstromen.md', composed.gegevensstromen],
] as const) {
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) stale.push(file);
}
/**
 * Each partner names its own sources in the enum `Bron`; that they differ is what makes a partner one folder. And each
 * caseload is for its own role: who may see it is read from the types, not from their interface.
 */
const bedoeld =
  /^(INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM: .*enum type "Bron"|MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS: .*"Werkvoorraad(\.\w+)?")/;
for (const hint of composed.hints.filter((text) => !bedoeld.test(text))) console.log(`hint ${hint}`);
if (stale.length > 0) {
  console.error(`stale, run npm run compose:\n${stale.join('\n')}`);
  process.exitCode = 1;
} else {
  console.log(`${registry.length} subgraphs composed`);
}
