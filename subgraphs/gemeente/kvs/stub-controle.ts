import { randomUUID } from 'node:crypto';
import { json, type StubRequest, type StubResponse } from '../../kit/index.ts';

/** What the client tracking system checks before it answers, and how it says no (problem+json). */

/** Who is searched: everyone who meets the conditions that are there, of which there is at least one. */
export type KvsVraag = {
  /** One of these persons. */
  readonly bsns: readonly string[] | undefined;
  /** Number of the worker who is the contact person. */
  readonly behandelaar: string | undefined;
  readonly expand: readonly string[];
  /** One-based. */
  readonly page: number;
};

type OngeldigeParam = { readonly code: string; readonly name: string; readonly reason: string };

export const zoekPath = '/klantinteracties/api/v1/partijen/_zoek';
const maxPersonen = 100;
const bekendeExpansies: readonly string[] = [
  'digitaleAdressen',
  'betrokkenen',
  'betrokkenen.hadKlantcontact',
  'categorieRelaties',
  'dossier',
  'treden',
  'trajecten',
  'dienstverlening',
  'werkaanbod',
  'tegenprestatie',
  'afspraken',
  'internetaken',
  'overeenkomsten',
  'workFirst',
  'inburgering',
  'kinderopvang',
];

/** The answer that refuses a question to `pad`, whatever it asks; undefined when it may be asked. */
export function weiger(
  { method, path, headers }: StubRequest,
  pad: string,
  methoden: readonly string[] = ['POST'],
): StubResponse | undefined {
  if (path !== pad) return probleem(404, 'not_found', 'Niet gevonden.', 'Niet gevonden.');
  if (!/^Token \S+$/.test(headers.authorization ?? '')) {
    const title = 'Authenticatiegegevens zijn niet opgegeven.';
    return probleem(401, 'not_authenticated', title, title);
  }
  if (!methoden.includes(method)) {
    const title = 'Methode niet toegestaan.';
    return probleem(405, 'method_not_allowed', title, title);
  }
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    const title = 'Niet ondersteund media type.';
    return probleem(415, 'unsupported_media_type', title, title);
  }
  return undefined;
}

/** The question, or the answer that refuses it. */
export function controleer(
  request: StubRequest,
): { readonly vraag: KvsVraag } | { readonly fout: StubResponse } {
  const fout = weiger(request, zoekPath);
  if (fout !== undefined) return { fout };
  const { query } = request;
  const body = leesObject(request.body);
  if (body === undefined)
    return { fout: probleem(400, 'parse_error', 'Ongeldige invoer.', 'JSON parse error') };
  const { partijIdentificatoren, behandelaar, expand = [] } = body;
  const medewerker = medewerkerVan(behandelaar);
  const params = [
    ...(behandelaar === undefined || partijIdentificatoren !== undefined
      ? controleerIdentificatoren(partijIdentificatoren)
      : []),
    ...(behandelaar !== undefined && medewerker === undefined
      ? [{ name: 'behandelaar', code: 'invalid', reason: 'Ongeldige actoridentificator.' }]
      : []),
    ...controleerExpand(expand),
  ];
  if (params.length > 0) {
    return { fout: probleem(400, 'invalid', 'Invalid input.', '', { invalidParams: params }) };
  }
  const page = query.get('page') ?? '1';
  if (!/^[1-9]\d{0,3}$/.test(page)) return { fout: ongeldigePagina() };
  return {
    vraag: {
      bsns: (partijIdentificatoren as readonly { readonly objectId: string }[] | undefined)?.map(
        (p) => p.objectId,
      ),
      behandelaar: medewerker,
      expand: expand as readonly string[],
      page: Number(page),
    },
  };
}

export function ongeldigePagina(): StubResponse {
  return probleem(404, 'not_found', 'Niet gevonden.', 'Ongeldige pagina.');
}

export function leesObject(body: string): Record<string, unknown> | undefined {
  try {
    const waarde: unknown = JSON.parse(body);
    return typeof waarde === 'object' && waarde !== null ? (waarde as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function controleerIdentificatoren(waarde: unknown): OngeldigeParam[] {
  const name = 'partijIdentificatoren';
  if (waarde === undefined) return [{ name, code: 'required', reason: 'Dit veld is vereist.' }];
  if (!Array.isArray(waarde)) return [{ name, code: 'not_a_list', reason: 'Verwachtte een lijst.' }];
  if (waarde.length === 0) return [{ name, code: 'empty', reason: 'Deze lijst mag niet leeg zijn.' }];
  if (waarde.length > maxPersonen) {
    return [
      { name, code: 'max_length', reason: `Deze lijst mag niet meer dan ${maxPersonen} items bevatten.` },
    ];
  }
  return waarde.flatMap((identificator: unknown, index) =>
    isBsnIdentificator(identificator)
      ? []
      : [{ name: `${name}.${index}.objectId`, code: 'invalid', reason: 'Ongeldige partij-identificator.' }],
  );
}

/** Number of the worker of an `actoridentificator`; undefined when it is not one. */
function medewerkerVan(waarde: unknown): string | undefined {
  if (typeof waarde !== 'object' || waarde === null) return undefined;
  const { codeObjecttype, codeRegister, codeSoortObjectId, objectId } = waarde as Record<string, unknown>;
  const isMedewerker = codeObjecttype === 'mdw' && codeRegister === 'msei' && codeSoortObjectId === 'idf';
  return isMedewerker && typeof objectId === 'string' ? objectId : undefined;
}

export function isBsnIdentificator(waarde: unknown): waarde is { readonly objectId: string } {
  if (typeof waarde !== 'object' || waarde === null) return false;
  const { codeObjecttype, codeSoortObjectId, codeRegister, objectId } = waarde as Record<string, unknown>;
  return (
    codeObjecttype === 'natuurlijk_persoon' &&
    codeSoortObjectId === 'bsn' &&
    codeRegister === 'brp' &&
    typeof objectId === 'string' &&
    /^\d{9}$/.test(objectId)
  );
}

function controleerExpand(waarde: unknown): OngeldigeParam[] {
  if (!Array.isArray(waarde)) {
    return [{ name: 'expand', code: 'not_a_list', reason: 'Verwachtte een lijst.' }];
  }
  return waarde.flatMap((naam: unknown, index) =>
    typeof naam === 'string' && bekendeExpansies.includes(naam)
      ? []
      : [{ name: `expand.${index}`, code: 'invalid_choice', reason: 'Geen geldige keuze.' }],
  );
}

/** An error as the client tracking system says it. */
export function probleem(
  status: number,
  code: string,
  title: string,
  detail: string,
  meer: object = {},
  headers: Record<string, string> = {},
): StubResponse {
  return json(
    status,
    {
      type: `/ref/fouten/${code}/`,
      code,
      title,
      status,
      detail,
      instance: `urn:uuid:${randomUUID()}`,
      ...meer,
    },
    { 'content-type': 'application/problem+json', ...headers },
  );
}
