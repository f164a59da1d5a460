import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from './logger.ts';
import { zonderWaarde } from './zonder-waarde.ts';

/** Stable error codes of the graph (`extensions.code`). docs/foutcodes.md has an entry for each. */
export const foutcodes = [
  'ONGELDIGE_INVOER',
  'ONGELDIGE_VRAAG',
  'ONBEKEND_DOCUMENT',
  'ALLEEN_VERTROUWD',
  'INTROSPECTIE_UIT',
  'TE_KOSTBAAR',
  'TE_VEEL_VERZOEKEN',
  'NIET_AANGEMELD',
  'AANMELDING_NIET_BESCHIKBAAR',
  'DOEL_ONTBREEKT',
  'DOEL_ONGELDIG',
  'NIET_GERECHTIGD',
  'DOSSIER_VAN_ANDER',
  'DOSSIER_NIET_TE_BEPALEN',
  'VERZOEK_GEWEIGERD',
  'BRON_NIET_BESCHIKBAAR',
  'ONGELDIG_ANTWOORD',
  'VERANTWOORDING_NIET_MOGELIJK',
  'INTERNE_FOUT',
] as const;
export type Foutcode = (typeof foutcodes)[number];

/** What may leave beside a code: how far over a limit an operation is. */
type Getallen = { readonly kosten: number; readonly maximum: number };

/** The one error that our own code throws to a caller: a stable code and a sentence without data. */
export class GraafFout extends Error {
  override readonly name = 'GraafFout';
  readonly extensions: { readonly code: Foutcode } & Partial<Getallen>;

  constructor(
    code: Foutcode,
    message: string,
    { getallen, ...options }: ErrorOptions & { readonly getallen?: Getallen } = {},
  ) {
    super(message, options);
    this.extensions = { code, ...getallen };
  }
}

/** Codes of Apollo Server and what they mean to a caller of ours. */
const vertaling: Readonly<Record<string, Foutcode>> = {
  GRAPHQL_PARSE_FAILED: 'ONGELDIGE_VRAAG',
  GRAPHQL_VALIDATION_FAILED: 'ONGELDIGE_VRAAG',
  OPERATION_RESOLUTION_FAILURE: 'ONGELDIGE_VRAAG',
  BAD_REQUEST: 'ONGELDIGE_VRAAG',
  PERSISTED_QUERY_NOT_FOUND: 'ONGELDIGE_VRAAG',
  PERSISTED_QUERY_NOT_SUPPORTED: 'ONGELDIGE_VRAAG',
  BAD_USER_INPUT: 'ONGELDIGE_INVOER',
};

/** Where an error of a subgraph says it came from; only what has the form of such a name. */
function herkomst(formatted: GraphQLFormattedError): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['bron', 'subgraph'].flatMap((key) => {
      const waarde = formatted.extensions?.[key];
      return typeof waarde === 'string' && /^[\w-]{1,64}$/.test(waarde) ? [[key, waarde]] : [];
    }),
  );
}

/** Turns any error of an execution into what may leave: own code, own words, no value, no stack. */
export function formatFout(
  formatted: GraphQLFormattedError,
  error: unknown,
  onbekend: (error: unknown, path: readonly (string | number)[] | undefined) => void,
): GraphQLFormattedError {
  const oorzaak = unwrapResolverError(error);
  const plaats = {
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
  };
  if (oorzaak instanceof GraafFout) {
    return { message: oorzaak.message, ...plaats, extensions: oorzaak.extensions };
  }
  const code = formatted.extensions?.['code'];
  const eigen = foutcodes.find((eigenCode) => eigenCode === code);
  if (eigen !== undefined) {
    return {
      message: zonderWaarde(formatted.message),
      ...plaats,
      extensions: { code: eigen, ...herkomst(formatted) },
    };
  }
  const bekend = typeof code === 'string' && Object.hasOwn(vertaling, code) ? vertaling[code] : undefined;
  if (bekend !== undefined) {
    return { message: zonderWaarde(formatted.message), ...plaats, extensions: { code: bekend } };
  }
  onbekend(oorzaak, formatted.path);
  return { message: 'Er ging iets mis.', ...plaats, extensions: { code: 'INTERNE_FOUT' satisfies Foutcode } };
}

/** `formatError` of a subgraph. */
export function formatSubgraphError(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
    formatFout(formatted, error, (oorzaak, path) => {
      logger.error({ error: oorzaak, path: path?.join('.') }, 'resolver failed');
    });
}
