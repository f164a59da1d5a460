import type { Logger } from '../../subgraphs/kit/index.ts';
import { createFileOrigin } from './file-origin.ts';
import type { Origin } from './origin.ts';
import { createRounds, type Rounds } from './rounds.ts';
import { readPublicKey } from './signature.ts';
import type { Supergraph } from './supergraph.ts';
import { createUrlOrigin } from './url-origin.ts';
import { createVersions, type FollowStatus } from './versions.ts';

export type SupergraphSettings = {
  /** Path of a file, or an http(s) URL. */
  readonly from: string | URL;
  /** Time between two looks at it, milliseconds (default 10,000; 100 to 3,600,000); a file is also watched. */
  readonly pollMs: number;
  /** Path of a PEM file with an Ed25519 public key: a version without its signature is refused. */
  readonly publicKeyFile?: string;
  /** Time for one reading of a URL, milliseconds; 10,000 when absent. */
  readonly timeoutMs?: number;
};

/** A supergraph, and every good version that comes after it. */
export type Follower = {
  readonly first: Supergraph;
  /** Begins to look; `take` gets each version that was verified and differs from the one before. */
  readonly start: (take: (supergraph: Supergraph) => void) => void;
  readonly status: () => FollowStatus;
  /** Nothing is taken any more when it resolves. */
  readonly stop: () => Promise<void>;
};

/**
 * Reads and verifies the supergraph that is there now, and follows it from there.
 * @throws SupergraphFout when it cannot be served, ConfiguratieFout when the public key is none
 */
export async function followSupergraph(settings: SupergraphSettings, logger: Logger): Promise<Follower> {
  const key = settings.publicKeyFile === undefined ? undefined : readPublicKey(settings.publicKeyFile);
  const origin = createOrigin(settings);
  const versions = await origin
    .read(true)
    .then((lezing) => createVersions(lezing, key, logger))
    .catch(async (error: unknown) => {
      await origin.close();
      throw error;
    });
  let rounds: Rounds | undefined;
  let stopped = false;

  const look = async (take: (supergraph: Supergraph) => void): Promise<void> => {
    const lezing = await origin.read(versions.awaitsSignature());
    // What is cut off by stopping is no failure to report.
    const nieuw = stopped ? undefined : await versions.offer(lezing);
    if (nieuw !== undefined && !stopped) take(nieuw);
  };

  return {
    first: versions.first,
    start: (take) => {
      if (rounds !== undefined || stopped) throw new Error('following starts once');
      const round = () =>
        look(take).catch((error: unknown) => {
          logger.error({ error }, 'looking for a supergraph failed');
        });
      rounds = createRounds(round, settings.pollMs);
      origin.watch?.(rounds.hurry);
    },
    status: versions.status,
    stop: async () => {
      stopped = true;
      await origin.close();
      await rounds?.stop();
    },
  };
}

function createOrigin({ from, publicKeyFile, timeoutMs }: SupergraphSettings): Origin {
  return from instanceof URL
    ? createUrlOrigin(from, timeoutMs)
    : createFileOrigin(from, publicKeyFile !== undefined);
}
