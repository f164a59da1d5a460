import type { Logger } from '../../subgraphs/kit/index.ts';
import { createLeased, type Lease, type Leased } from './leased.ts';
import type { Supergraph } from './supergraph.ts';

export type SwapOpties<T> = {
  /** The supergraph to begin with. */
  readonly first: Supergraph;
  /** Makes what serves a supergraph; may take seconds. `before` is what serves meanwhile. */
  readonly make: (supergraph: Supergraph, before: T | undefined) => Promise<T>;
  readonly dispose: (value: T) => Promise<void>;
  /** How long requests may go on with an old one, milliseconds; 60,000 when absent. */
  readonly drainMs?: number;
  readonly logger: Logger;
};

/** What came of a replacement: which supergraph serves, and why. */
export type Replacement = 'REPLACED' | 'SAME' | 'OVERTAKEN' | 'FAILED' | 'STOPPED';

export type SwapStatus = {
  /** Version that serves. */
  readonly version: string;
  /** Version that is being made. */
  readonly making?: string;
  /** Newest version that could not be made, while nothing newer serves. */
  readonly failed?: string;
  /** Old ones that are not disposed of yet. */
  readonly draining: number;
};

export type Swap<T> = {
  /** What serves now, for one request. @throws Error after `stop` */
  readonly lease: () => Lease<T>;
  /** Makes and swaps; one at a time, and only the newest of those that wait. Never rejects. */
  readonly replace: (supergraph: Supergraph) => Promise<Replacement>;
  readonly status: () => SwapStatus;
  /** No more leases; resolves when everything is disposed of. */
  readonly stop: () => Promise<void>;
};

const standaardDrainMs = 60_000;

/**
 * Holds what serves a supergraph, and exchanges it while requests go on: a request keeps what it leased.
 * @throws what `make` throws for the first supergraph
 */
export async function createSwap<T>(opties: SwapOpties<T>): Promise<Swap<T>> {
  const { make, logger, drainMs = standaardDrainMs } = opties;
  const hold = async (supergraph: Supergraph, before?: T): Promise<Leased<T>> =>
    createLeased(await make(supergraph, before), {
      version: supergraph.version,
      dispose: opties.dispose,
      drainMs,
      logger,
    });

  let current = await hold(opties.first);
  let currentSdl = opties.first.sdl;
  let waiting:
    | { readonly supergraph: Supergraph; readonly settle: (uitkomst: Replacement) => void }
    | undefined;
  let making: Supergraph | undefined;
  let busy: Promise<void> | undefined;
  let failed: string | undefined;
  let stopping: Promise<void> | undefined;
  const draining = new Set<Promise<void>>();

  const retire = (oud: Leased<T>): void => {
    const einde = oud.retire().finally(() => draining.delete(einde));
    draining.add(einde);
  };

  const replaceOne = async (supergraph: Supergraph): Promise<Replacement> => {
    if (supergraph.sdl === currentSdl) {
      failed = undefined;
      return 'SAME';
    }
    const start = performance.now();
    let nieuw: Leased<T>;
    try {
      nieuw = await hold(supergraph, current.value);
    } catch (error) {
      failed = supergraph.version;
      logger.error(
        { version: supergraph.version, error },
        'supergraph cannot be served, the one before stays',
      );
      return 'FAILED';
    }
    if (stopping !== undefined || (waiting !== undefined && waiting.supergraph.sdl !== supergraph.sdl)) {
      // Not even for a moment: the newer one may be there because this one is wrong.
      retire(nieuw);
      return stopping === undefined ? 'OVERTAKEN' : 'STOPPED';
    }
    const oud = current;
    current = nieuw;
    currentSdl = supergraph.sdl;
    failed = undefined;
    retire(oud);
    const durationMs = Math.round(performance.now() - start);
    logger.info({ version: supergraph.version, durationMs }, 'supergraph serves');
    return 'REPLACED';
  };

  const work = async (): Promise<void> => {
    while (waiting !== undefined) {
      const { supergraph, settle } = waiting;
      waiting = undefined;
      making = supergraph;
      settle(await replaceOne(supergraph));
      making = undefined;
    }
    busy = undefined;
  };

  const stop = async (): Promise<void> => {
    waiting?.settle('STOPPED');
    waiting = undefined;
    retire(current);
    await ended(busy, drainMs);
    await Promise.all(draining);
  };

  return {
    lease: () => {
      if (stopping !== undefined) throw new Error('no lease of a swap that was stopped');
      return current.lease();
    },
    replace: (supergraph) =>
      new Promise((settle) => {
        if (stopping !== undefined) {
          settle('STOPPED');
          return;
        }
        waiting?.settle('OVERTAKEN');
        waiting = { supergraph, settle };
        busy ??= work();
      }),
    status: () => ({
      version: current.version,
      ...(making === undefined ? {} : { making: making.version }),
      ...(failed === undefined ? {} : { failed }),
      draining: draining.size,
    }),
    stop: () => (stopping ??= stop()),
  };
}

/** What is still being made at the end may hang; it is disposed of whenever it comes. */
async function ended(busy: Promise<void> | undefined, maxMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const grens = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, maxMs);
  });
  await Promise.race([busy, grens]);
  clearTimeout(timer);
}
