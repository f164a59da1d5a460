/** What can be wrong with a supergraph. docs/supergraph.md has an entry for each. */
export const probleemcodes = [
  'ONBEREIKBAAR',
  'TE_GROOT',
  'HANDTEKENING_ONTBREEKT',
  'HANDTEKENING_ONGELDIG',
  'GEEN_TEKST',
  'GEEN_SDL',
  'GEEN_SUPERGRAPH',
  'NIET_ONDERSTEUND',
  'ONGELDIG_SCHEMA',
  'ONGELDIG_API_SCHEMA',
  'ONGELDIGE_SUBGRAPH',
  'BRON_ONLEESBAAR',
] as const;
export type Probleemcode = (typeof probleemcodes)[number];

export type Probleem = {
  readonly code: Probleemcode;
  /** One sentence for people, at most 500 characters; can quote the supergraph. */
  readonly message: string;
  /** Code of what lies beneath: Federation's own, of the system (`ENOENT`), or an HTTP status (`HTTP_500`). */
  readonly reden?: string;
  /** Line of the supergraph, from 1. */
  readonly line?: number;
};

const maxProblems = 20;
const maxMessage = 500;

/** A supergraph that is not used, with every reason (the first 20; `count` is how many there are). */
export class SupergraphFout extends Error {
  override readonly name = 'SupergraphFout';
  readonly problems: readonly Probleem[];
  readonly count: number;

  constructor(problems: readonly Probleem[]) {
    const getoond = problems.slice(0, maxProblems).map(kort);
    const rest = problems.length - getoond.length;
    const regels = [...getoond.map(regel), ...(rest > 0 ? [`and ${rest} more`] : [])];
    super(`supergraph is not usable:\n${regels.map((tekst) => `  - ${tekst}`).join('\n')}`);
    this.problems = getoond;
    this.count = problems.length;
  }
}

function kort(probleem: Probleem): Probleem {
  const message = probleem.message.replace(/\s+/g, ' ').trim();
  return {
    ...probleem,
    message: message.length > maxMessage ? `${message.slice(0, maxMessage - 1)}…` : message,
  };
}

function regel({ code, reden, line, message }: Probleem): string {
  const waar = line === undefined ? '' : ` line ${line}`;
  return `${code}${reden === undefined ? '' : ` (${reden})`}${waar}: ${message}`;
}
