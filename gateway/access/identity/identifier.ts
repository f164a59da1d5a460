import { createPseudonimiseerder, type Logger } from '../../../subgraphs/kit/index.ts';
import { actorOf } from './actor.ts';
import { readPerson, readSubject } from './claims.ts';
import type { Identity } from './identity.ts';
import { createKeys } from './keys.ts';
import { type RequestHeaders, readDoel, readToken } from './request-headers.ts';
import type { IdentitySettings } from './settings.ts';
import { type TrustedIssuer, type Verifier, verifyToken } from './verify-token.ts';
import { Weigering } from './weigering.ts';

/** Tells who a request is from. */
export type Identifier = {
  /** @throws Weigering when nobody is let in with these headers */
  readonly identify: (headers: RequestHeaders) => Promise<Identity>;
  /** Ends the connections to issuers. */
  readonly close: () => Promise<void>;
};

/** Identifies by access token (`Authorization: Bearer`) and stated purpose (`X-Doelbinding`). */
export function createIdentifier(
  settings: IdentitySettings,
  logger: Logger,
  now: () => Date = () => new Date(),
): Identifier {
  const pseudoniem = createPseudonimiseerder(settings.pseudoniem.sleutel, settings.pseudoniem.regio);
  const trusted = new Map<string, TrustedIssuer>(
    settings.issuers.map((issuer) => [
      issuer.issuer,
      { issuer, keys: createKeys(issuer, settings.jwksTimes, logger) },
    ]),
  );
  const verifier: Verifier = { settings, trusted, now, logger };

  const identify = async (headers: RequestHeaders): Promise<Identity> => {
    const { issuer, claims } = await verifyToken(verifier, readToken(headers, settings.maxTokenBytes));
    const actor = actorOf(settings.actorSleutel, issuer.issuer, readSubject(claims));
    const person = readPerson(issuer, claims, pseudoniem);
    const doel = readDoel(headers);
    if (issuer.kind === 'burger' && doel !== 'inzage') throw new Weigering('DOEL_VAN_MEDEWERKER');
    const { rollen, mandaten } = person;
    return Object.freeze({
      issuer: issuer.issuer,
      actor,
      ...person,
      rollen: Object.freeze([...rollen]),
      mandaten: Object.freeze([...mandaten]),
      doel,
    });
  };

  return Object.freeze({
    identify: async (headers: RequestHeaders) => {
      try {
        return await identify(headers);
      } catch (error) {
        if (error instanceof Weigering) {
          logger.info({ code: error.extensions.code, reden: error.reden }, 'somebody is not let in');
        }
        throw error;
      }
    },
    close: async () => {
      await Promise.all([...trusted.values()].map(({ keys }) => keys.close()));
    },
  });
}
