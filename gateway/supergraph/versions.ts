import type { KeyObject } from 'node:crypto';
import type { Logger } from '../../subgraphs/kit/index.ts';
import { type Gelezen, kenmerkVan, type Lezing } from './origin.ts';
import { type Probleem, SupergraphFout } from './problems.ts';
import { signatureProblem } from './signature.ts';
import { type Supergraph, versionOf } from './supergraph.ts';
import { verifySupergraph } from './verify.ts';

export type FollowStatus = {
  /** The newest version that was good. */
  readonly version: string;
  /** The version that is there now, when it is not used. */
  readonly refused?: RefusedVersion;
  /** Why there was nothing to read at the last look. */
  readonly unreachable?: Probleem;
};

export type RefusedVersion = { readonly version: string; readonly problems: readonly Probleem[] };

/** The versions that were read of one supergraph: which is good, which was refused and why. */
export type Versions = {
  readonly first: Supergraph;
  /** The supergraph that was read, when it is good and another than the one before. */
  readonly offer: (lezing: Lezing) => Promise<Supergraph | undefined>;
  /** Whether what was read last lacks nothing but its signature, which can come without it. */
  readonly awaitsSignature: () => boolean;
  readonly status: () => FollowStatus;
};

/** How many refused versions are remembered, so that one that comes back is not reported again. */
const maxRemembered = 16;

/** @throws SupergraphFout when the first is not good */
export async function createVersions(
  lezing: Lezing,
  key: KeyObject | undefined,
  logger: Logger,
): Promise<Versions> {
  if (lezing.soort === 'ONBEREIKBAAR') throw new SupergraphFout([lezing.probleem]);
  if (lezing.soort === 'ONGEWIJZIGD') throw new Error('the first reading cannot be unchanged');
  const first = await judge(lezing, key);
  const remembered = new Map<string, RefusedVersion>();
  let good = first;
  let refused: RefusedVersion | undefined;
  let unreachable: Probleem | undefined;

  const noteReach = (nu: Lezing): void => {
    const eerder = unreachable;
    unreachable = nu.soort === 'ONBEREIKBAAR' ? nu.probleem : undefined;
    if (nu.soort === 'ONBEREIKBAAR' && eerder === undefined) {
      const { code, reden } = nu.probleem;
      logger.warn({ version: good.version, code, reden, error: nu.error }, 'supergraph cannot be read');
    }
    if (unreachable === undefined && eerder !== undefined) {
      logger.info({ version: good.version }, 'supergraph can be read again');
    }
  };

  const refuse = (gelezen: Gelezen, fout: SupergraphFout): void => {
    refused = { version: versionOf(gelezen.bytes), problems: fout.problems };
    remembered.set(kenmerkVan(gelezen), refused);
    const [oudste] = remembered.keys();
    if (remembered.size > maxRemembered && oudste !== undefined) remembered.delete(oudste);
    const { code, reden, line } = fout.problems[0] ?? {};
    logger.error(
      { version: refused.version, count: fout.count, code, reden, line },
      'supergraph refused, the one before stays',
    );
  };

  return {
    first,
    offer: async (nu) => {
      noteReach(nu);
      if (nu.soort !== 'GELEZEN') return undefined;
      refused = remembered.get(kenmerkVan(nu));
      if (refused !== undefined || Buffer.from(good.sdl).equals(nu.bytes)) return undefined;
      try {
        good = await judge(nu, key);
      } catch (error) {
        if (!(error instanceof SupergraphFout)) throw error;
        refuse(nu, error);
        return undefined;
      }
      logger.info({ version: good.version }, 'supergraph verified');
      return good;
    },
    awaitsSignature: () => refused?.problems.some(isHandtekening) ?? false,
    status: () => ({
      version: good.version,
      ...(refused === undefined ? {} : { refused }),
      ...(unreachable === undefined ? {} : { unreachable }),
    }),
  };
}

/** The signature comes first: nothing of a stranger is parsed. @throws SupergraphFout */
async function judge({ bytes, signature }: Gelezen, key: KeyObject | undefined): Promise<Supergraph> {
  const probleem = key === undefined ? undefined : signatureProblem(key, bytes, signature);
  if (probleem !== undefined) throw new SupergraphFout([probleem]);
  return verifySupergraph(bytes);
}

function isHandtekening({ code }: Probleem): boolean {
  return code === 'HANDTEKENING_ONTBREEKT' || code === 'HANDTEKENING_ONGELDIG';
}
