import type { Bronregel, Bronuitkomst, Verwerkingsmelding } from '../../subgraphs/kit/index.ts';
import { ergsteUitkomst } from '../../subgraphs/kit/index.ts';
import type { Identity } from '../access/index.ts';
import type { Looptijd } from './looptijd.ts';
import type { Trace } from './trace.ts';
import type { Verwerkt } from './verwerkt.ts';

/** A line of `extensions.bronnen` in an answer of the gateway. */
export type Bronverslag = Bronregel & { readonly subgraph: string };

/** A call to a subgraph, for the bench and the tests that count them. */
export type Oversteek = {
  readonly subgraph: string;
  readonly duurMs: number;
  readonly uitkomst: 'OK' | 'FOUT';
};

/** That a field (`Type.field`) that one subgraph gave is told to another. */
export type Overgang = { readonly van: string; readonly naar: string; readonly veld: string };

/** What one operation carries through the gateway. */
export type OperationContext = {
  readonly correlationId: string;
  readonly trace: Trace;
  /** Who asks; undefined where the graph is open. */
  readonly identity: Identity | undefined;
  readonly looptijd: Looptijd;
  /** Whether the client takes an answer in parts (`@defer`). */
  readonly mayDefer: boolean;
  readonly now: () => Date;
  readonly verslag: Verslag;
};

/** Collects what the sources and subgraphs of one operation did. */
export type Verslag = {
  readonly noteerBron: (subgraph: string, regel: Bronregel) => void;
  readonly noteerOversteek: (oversteek: Oversteek) => void;
  /** One line is kept for each person and source. */
  readonly noteerVerwerkingen: (subgraph: string, meldingen: readonly Verwerkingsmelding[]) => void;
  /** What a call told: the same list for every request that makes it. */
  readonly noteerOvergangen: (overgangen: readonly Overgang[]) => void;
  readonly bronnen: () => readonly Bronverslag[];
  readonly oversteken: () => readonly Oversteek[];
  readonly verwerkingen: () => readonly Verwerkt[];
  readonly overgangen: () => ReadonlySet<readonly Overgang[]>;
};

export function createVerslag(): Verslag {
  const bronnen = new Map<string, Bronverslag>();
  const oversteken: Oversteek[] = [];
  const verwerkingen = new Map<string, Verwerkt>();
  const overgangen = new Set<readonly Overgang[]>();
  return {
    noteerBron: (subgraph, regel) => {
      const eerder = bronnen.get(regel.bron);
      bronnen.set(regel.bron, eerder === undefined ? { ...regel, subgraph } : samen(eerder, regel));
    },
    noteerOversteek: (oversteek) => oversteken.push(oversteek),
    noteerVerwerkingen: (subgraph, meldingen) => {
      for (const melding of meldingen) {
        const sleutel = `${subgraph} ${melding.bron} ${melding.soort} ${melding.id}`;
        const eerder = verwerkingen.get(sleutel);
        verwerkingen.set(
          sleutel,
          eerder === undefined ? { ...melding, subgraph } : verenigd(eerder, melding),
        );
      }
    },
    noteerOvergangen: (lijst) => overgangen.add(lijst),
    overgangen: () => overgangen,
    verwerkingen: () => [...verwerkingen.values()],
    bronnen: () => [...bronnen.values()],
    oversteken: () => oversteken,
  };
}

function verenigd(a: Verwerkt, b: Verwerkingsmelding): Verwerkt {
  return {
    ...a,
    begin: Math.min(a.begin, b.begin),
    einde: Math.max(a.einde, b.einde),
    gelukt: a.gelukt && b.gelukt,
  };
}

function samen(a: Bronverslag, b: Bronregel): Bronverslag {
  const uitkomst: Bronuitkomst = ergsteUitkomst(a.uitkomst, b.uitkomst);
  return {
    ...a,
    ...b,
    uitkomst,
    aanroepen: a.aanroepen + b.aanroepen,
    duurMs: Math.max(a.duurMs, b.duurMs),
    geraadpleegdOp: eerste(a.geraadpleegdOp, b.geraadpleegdOp),
  };
}

/** The earlier of two ISO 8601 moments in UTC. */
function eerste(a: string, b: string): string {
  return a.localeCompare(b) <= 0 ? a : b;
}
