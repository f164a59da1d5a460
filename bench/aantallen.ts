/**
 * What the front office's operations cost in calls: to subgraphs, and to each service of each source.
 * Counts, not times: they are the same on every machine, and tests hold them (`test/gateway`, first of
 * all `aantallen.test.ts`).
 */
import { goldenMoment, leesDocument } from '../commands/front-office.ts';
import { startWerkplein } from '../commands/in-one-process.ts';
import { ruimeTijd } from '../commands/ruime-tijd.ts';

export type Kosten = {
  readonly operation: string;
  /** How much was asked about, e.g. `100 clients`. */
  readonly about: string;
  readonly subgraphCalls: Readonly<Record<string, number>>;
  readonly sourceCalls: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** Runs each operation once over all simulated sources. @throws when one has errors */
export async function meetAantallen(): Promise<readonly Kosten[]> {
  let oversteken: readonly string[] = [];
  const werkplein = await startWerkplein({
    now: goldenMoment,
    // What is counted must all be answered, however busy the machine is.
    env: await ruimeTijd(),
    opKlaar: ({ verslag }) => {
      oversteken = verslag.oversteken().map(({ subgraph }) => subgraph);
    },
  });

  const meet = async (
    operation: string,
    variables: Record<string, unknown>,
    about: string,
  ): Promise<Kosten> => {
    for (const stub of Object.values(werkplein.bronnen)) stub.reset();
    const { errors } = await werkplein.vraag(leesDocument(operation), variables);
    if (errors !== undefined) throw new Error(`${operation} has errors: no cost to count`);
    const subgraphCalls: Record<string, number> = {};
    for (const naam of oversteken) subgraphCalls[naam] = (subgraphCalls[naam] ?? 0) + 1;
    return {
      operation,
      about,
      subgraphCalls,
      sourceCalls: Object.fromEntries(
        Object.values(werkplein.bronnen)
          .map((stub) => [stub.bron, stub.calls()] as const)
          .filter(([, calls]) => Object.keys(calls).length > 0),
      ),
    };
  };

  const { personen, vacatures } = werkplein.bevolking;
  const client = personen[0];
  const clientnummers = personen
    .filter((persoon, i) => i === 0 || persoon.bijstand !== undefined)
    .slice(0, 100)
    .map(({ bsn }) => werkplein.pseudoniem.clientnummerVan(bsn));
  const clientnummer = clientnummers[0];
  const caseload = {
    rol: 'KLANTMANAGER',
    medewerkernummer: client?.klantdossier?.klantmanager.nummer,
    first: 100,
  };
  const vacature = vacatures.find(({ status }) => status === 'OPEN');
  try {
    return [
      await meet('clientprofiel', { clientnummer }, '1 client'),
      await meet('tijdlijn', { clientnummer }, '1 client'),
      await meet('intake', { clientnummer }, '1 client'),
      await meet('zoek-client', { bsn: client?.bsn }, '1 client'),
      await meet('werkvoorraad', { clientnummers }, `${clientnummers.length} clients`),
      await meet('caseload', caseload, '1 klantmanager'),
      await meet(
        'caseload-keuze',
        { ...caseload, filter: { doelgroepen: ['BEPERKT'] } },
        '1 klantmanager, a target group',
      ),
      await meet(
        'caseload-keuze',
        { ...caseload, sortering: 'TREDE_LANGST_GELEDEN' },
        '1 klantmanager, by step',
      ),
      await meet('caseload-signalen', caseload, '1 klantmanager'),
      await meet('matching', { id: vacature?.id, first: 100 }, '1 vacancy'),
      await meet('verantwoording', { van: '2025-11-02', tot: '2026-11-01' }, '1 year'),
    ];
  } finally {
    await werkplein.stop();
  }
}

/** The counts for people, in lines of text. */
export function printAantallen(kosten: readonly Kosten[]): string {
  const lines: string[] = [];
  for (const { operation, about, subgraphCalls, sourceCalls } of kosten) {
    lines.push(`\n${operation}, ${about}`);
    for (const [naam, aantal] of Object.entries(subgraphCalls)) {
      const waar = naam === 'werkplein' ? 'in process' : 'call';
      lines.push(`  subgraph  ${naam.padEnd(34)} ${String(aantal).padStart(4)}  ${waar}`);
    }
    for (const [bron, diensten] of Object.entries(sourceCalls)) {
      for (const [dienst, aantal] of Object.entries(diensten)) {
        lines.push(`  source    ${bron.padEnd(34)} ${String(aantal).padStart(4)}  ${dienst}`);
      }
    }
  }
  return lines.join('\n');
}
