import { hash } from 'node:crypto';
import { z } from 'zod';

/** `iss` of every token of the gateway. */
export const verzoekUitgever = 'werkplein-gateway';

/** The longest a token may be valid, seconds. */
export const maxGeldigSeconds = 30;

const typ = 'werkplein-verzoek+jwt';

/**
 * Protected header (RFC 7515 §4) of a token signed with the key of this thumbprint, as it stands in the token. There is
 * one spelling of it, so nothing of a header needs to be believed before the signature is verified.
 */
export function verzoekKop(kid: string): string {
  return Buffer.from(JSON.stringify({ alg: 'EdDSA', typ, kid })).toString('base64url');
}

/** What ties a token to the body of one question: SHA-256, base64url. */
export function verzoekHash(body: string | Uint8Array): string {
  return hash('sha256', body, 'base64url');
}

/** Who asks, as the gateway knows it; pseudonyms, never a BSN. */
export type Vrager = {
  /** Pseudonym of the person who signed in. */
  readonly actor: string;
  readonly rollen: readonly string[];
  readonly organisatie: string;
  /** Municipalities that the person is mandated for, as CBS codes of four digits. */
  readonly mandaten: readonly string[];
  readonly doel: string;
  /** Number of the worker at the own organisation, for caseloads. */
  readonly medewerkernummer?: string;
  /** The citizen who signed in, and may see the own file. */
  readonly clientnummer?: string;
};

/** What the token of a question says. */
export type Verzoek = {
  /** Of the processing in the gateway, 32 hexadecimal digits: its trace id (W3C Trace Context). */
  readonly verwerking: string;
  /** Undefined where the graph is open, on a machine of development. */
  readonly vrager: Vrager | undefined;
};

const kort = z.string().min(1).max(200);

const wanneer = {
  iss: z.literal(verzoekUitgever),
  aud: kort,
  iat: z.number().int(),
  exp: z.number().int(),
  jti: z.string().min(16).max(64),
  verwerking: z.string().regex(/^[0-9a-f]{32}$/),
  vraag: z.string().length(43),
};

const vrager = {
  sub: kort,
  rollen: z.array(kort).min(1),
  organisatie: kort,
  mandaten: z.array(z.string().regex(/^\d{4}$/)),
  doel: kort,
  medewerkernummer: kort.optional(),
  clientnummer: kort.optional(),
};

/** The claims of a token: of somebody, or of a graph that is open. */
export const claims = z.union([
  z.strictObject({ ...wanneer, ...vrager }),
  z.strictObject({ ...wanneer, open: z.literal(true) }),
]);
export type Claims = z.output<typeof claims>;

/** What a subgraph may know of the claims. */
export function verzoekVan(gelezen: Claims): Verzoek {
  const { verwerking } = gelezen;
  if ('open' in gelezen) return { verwerking, vrager: undefined };
  const { sub, rollen, organisatie, mandaten, doel, medewerkernummer, clientnummer } = gelezen;
  return {
    verwerking,
    vrager: {
      actor: sub,
      rollen,
      organisatie,
      mandaten,
      doel,
      ...(medewerkernummer === undefined ? {} : { medewerkernummer }),
      ...(clientnummer === undefined ? {} : { clientnummer }),
    },
  };
}
