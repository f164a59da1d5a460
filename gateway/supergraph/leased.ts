import type { Logger } from '../../subgraphs/kit/index.ts';

/** The use of something for as long as one request lasts. */
export type Lease<T> = {
  readonly value: T;
  /** Version of the supergraph it was made of. */
  readonly version: string;
  /** Ends the use; only the first call counts. */
  readonly release: () => void;
};

export type LeasedOpties<T> = {
  readonly version: string;
  readonly dispose: (value: T) => Promise<void>;
  /** How long leases may last after `retire`, milliseconds; then it is disposed of all the same. */
  readonly drainMs: number;
  readonly logger: Logger;
};

/** Something that is disposed of once, when it was retired and its last lease is released. */
export type Leased<T> = {
  readonly value: T;
  readonly version: string;
  /** Not after `retire`. */
  readonly lease: () => Lease<T>;
  /** Called once; resolves when it is disposed of, and never rejects. */
  readonly retire: () => Promise<void>;
};

export function createLeased<T>(value: T, { version, dispose, drainMs, logger }: LeasedOpties<T>): Leased<T> {
  let leases = 0;
  let drained: (() => void) | undefined;

  const drain = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        logger.warn({ version, count: leases }, 'supergraph is still in use, and goes');
        resolve();
      }, drainMs);
      drained = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const end = async (): Promise<void> => {
    if (leases > 0) await drain();
    try {
      await dispose(value);
      logger.info({ version }, 'supergraph is out of use');
    } catch (error) {
      logger.error({ version, error }, 'supergraph could not be disposed of');
    }
  };

  return {
    value,
    version,
    lease: () => {
      leases += 1;
      let open = true;
      return {
        value,
        version,
        release: () => {
          if (!open) return;
          open = false;
          leases -= 1;
          if (leases === 0) drained?.();
        },
      };
    },
    retire: end,
  };
}
