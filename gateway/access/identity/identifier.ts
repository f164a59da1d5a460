import { createPseudonimiseerder, type Logger } from '../../../subgraphs/kit/index.ts';
import { doelenVanRol } from '../policy/rollen.ts';
import { actorOf } from './actor.ts';
import { readPerson, readSubject } from './claims.ts';
import type { Identity } from './identity.ts';
import { createKeys } from './keys.ts';
import { createRecognised, type Person } from './recognised.ts';
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

  const recognised = createRecognised(now, settings.recognisedForMs);

  const personOf = async (token: string): Promise<Person> => {
    const known = recognised.find(token);
    if (known !== undefined) return known;
    const { issuer, claims } = await verifyToken(verifier, token);
    const read = readPerson(issuer, claims, pseudoniem);
    const person: Person = {
      issuer: issuer.issuer,
      actor: actorOf(settings.actorSleutel, issuer.issuer, readSubject(claims)),
      ...read,
      rollen: Object.freeze([...read.rollen]),
      mandaten: Object.freeze([...read.mandaten]),
    };
    recognised.remember(token, person, claims.exp ?? 0);
    return person;
  };

  const identify = async (headers: RequestHeaders): Promise<Identity> => {
    const person = await personOf(readToken(headers, settings.maxTokenBytes));
    const doel = readDoel(headers);
    // Only citizens have a file of their own.
    if (person.clientnummer !== undefined && doel !== 'inzage') throw new Weigering('DOEL_VAN_MEDEWERKER');
    if (!person.rollen.some((rol) => doelenVanRol[rol].includes(doel)))
      throw new Weigering('DOEL_VAN_ANDEREN');
    return Object.freeze({ ...person, doel });
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
