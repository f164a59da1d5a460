/**
 * `npm run bench`: what the front office's operations cost in calls: to subgraphs, and to each service of
 * each source. Prints a table and writes `bench/results.json`. Counts, not times: they are the same
 * on every machine, and a test holds them (`test/gateway/aantallen.test.ts`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { startWerkplein } from '../commands/in-one-process.ts';

type Kosten = {
  readonly operation: string;
  readonly clients: number;
  readonly subgraphCalls: Readonly<Record<string, number>>;
  readonly sourceCalls: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

const document = (naam: string) =>
  readFileSync(new URL(`../schema/operations/${naam}.graphql`, import.meta.url), 'utf8');

let oversteken: readonly string[] = [];
const werkplein = await startWerkplein({
  now: () => new Date('2026-11-05T10:00:00Z'),
  opKlaar: ({ verslag }) => {
    oversteken = verslag.oversteken().map(({ subgraph }) => subgraph);
  },
});

async function meet(operation: string, variables: Record<string, unknown>, clients: number): Promise<Kosten> {
  for (const stub of Object.values(werkplein.bronnen)) stub.reset();
  const { errors } = await werkplein.vraag(document(operation), variables);
  if (errors !== undefined) throw new Error(`${operation} has errors: no cost to count`);
  const subgraphCalls: Record<string, number> = {};
  for (const naam of oversteken) subgraphCalls[naam] = (subgraphCalls[naam] ?? 0) + 1;
  return {
    operation,
    clients,
    subgraphCalls,
    sourceCalls: Object.fromEntries(
      Object.values(werkplein.bronnen)
        .map((stub) => [stub.bron, stub.calls()] as const)
        .filter(([, calls]) => Object.keys(calls).length > 0),
    ),
  };
}

const nummers = werkplein.bevolking.personen
  .filter((persoon, i) => i === 0 || persoon.bijstand !== undefined)
  .slice(0, 100)
  .map(({ bsn }) => werkplein.pseudoniem.clientnummerVan(bsn));
const kosten = [
  await meet('clientprofiel', { clientnummer: nummers[0] }, 1),
  await meet('werkvoorraad', { clientnummers: nummers }, nummers.length),
  await meet('zoek-client', { bsn: werkplein.bevolking.personen[0]?.bsn }, 1),
];
await werkplein.stop();

for (const { operation, clients, subgraphCalls, sourceCalls } of kosten) {
  console.log(`\n${operation}, ${clients} client${clients === 1 ? '' : 's'}`);
  for (const [naam, aantal] of Object.entries(subgraphCalls)) {
    const waar = naam === 'werkplein' ? 'in process' : 'call';
    console.log(`  subgraph  ${naam.padEnd(34)} ${String(aantal).padStart(4)}  ${waar}`);
  }
  for (const [bron, diensten] of Object.entries(sourceCalls)) {
    for (const [dienst, aantal] of Object.entries(diensten)) {
      console.log(`  source    ${bron.padEnd(34)} ${String(aantal).padStart(4)}  ${dienst}`);
    }
  }
}
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(kosten, null, 2)}\n`);
