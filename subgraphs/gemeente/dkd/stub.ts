import { createHash, randomUUID } from 'node:crypto';
import {
  type BronStub,
  json,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking, Klantdocument } from '../../population/index.ts';

const apiPath = '/documenten/api/v1';
const zoekPath = `${apiPath}/enkelvoudiginformatieobjecten/_zoek`;
const pageSize = 100;
const maxPersonen = 100;

/** The digital client file: the documents of everyone who has any. */
export function createDkdStub({ bevolking }: StubWereld<Bevolking>): BronStub {
  const antwoord = (request: StubRequest): StubResponse => {
    const vraag = controleer(request);
    if ('fout' in vraag) return vraag.fout;
    const gevonden = vraag.bsns.flatMap((bsn) =>
      (bevolking.perBsn.get(bsn)?.documenten ?? []).map((document) => ({ bsn, document })),
    );
    const van = (vraag.page - 1) * pageSize;
    if (vraag.page > 1 && van >= gevonden.length) return ongeldigePagina();
    const pagina = (nummer: number) => `${request.origin}${zoekPath}?page=${nummer}`;
    return json(200, {
      count: gevonden.length,
      next: van + pageSize < gevonden.length ? pagina(vraag.page + 1) : null,
      previous: vraag.page > 1 ? pagina(vraag.page - 1) : null,
      results: gevonden
        .slice(van, van + pageSize)
        .map(({ bsn, document }) => informatieobject(bsn, document, request.origin)),
    });
  };
  /** A fault that answers a question which is in order; a bad one is refused as always. */
  const bij = (body: object) => (request: StubRequest) => {
    const vraag = controleer(request);
    return 'fout' in vraag ? vraag.fout : json(200, body);
  };
  return {
    bron: 'DKD',
    antwoord,
    faults: {
      'nothing-found': bij({ count: 0, next: null, previous: null, results: [] }),
      warning: (request) => {
        const gegevens = antwoord(request);
        return { ...gegevens, headers: { ...gegevens.headers, warning: '199 - "Index wordt opgebouwd"' } };
      },
      'server-error': () =>
        probleem(
          500,
          'error',
          'Er is een serverfout opgetreden.',
          'INTERN: db-host-7 stacktrace at dms/views',
        ),
      'wrong-shape': bij({ count: 1, next: null, previous: null, results: [{ titel: ['Beschikking'] }] }),
      maintenance: () =>
        probleem(503, 'service_unavailable', 'Onderhoud.', 'INTERN: db-host-7 stacktrace migratie'),
      'rate-limited': () =>
        probleem(429, 'throttled', 'Verzoek was verworpen.', 'INTERN: db-host-7 stacktrace quota', {
          headers: { 'retry-after': '30' },
        }),
    },
  };
}

/** An `enkelvoudiginformatieobject` as the ZGW Documenten API shows it, beside the person it is about. */
function informatieobject(bsn: string, document: Klantdocument, origin: string): object {
  const uuid = uuidVan(document.identificatie);
  const url = `${origin}${apiPath}/enkelvoudiginformatieobjecten/${uuid}`;
  const type = `${origin}/catalogi/api/v1/informatieobjecttypen/${uuidVan(document.soort)}`;
  return {
    url,
    uuid,
    identificatie: document.identificatie,
    bronorganisatie: '',
    creatiedatum: document.creatiedatum,
    titel: document.titel,
    vertrouwelijkheidaanduiding: document.vertrouwelijkheidaanduiding,
    auteur: 'Sociale dienst',
    status: document.status,
    formaat: document.formaat,
    taal: 'nld',
    versie: 1,
    bestandsnaam: '',
    inhoud: `${url}/download?versie=1`,
    bestandsomvang: document.bestandsomvangBytes,
    link: '',
    beschrijving: '',
    indicatieGebruiksrecht: null,
    informatieobjecttype: type,
    locked: false,
    bestandsdelen: [],
    betrokkene: {
      codeObjecttype: 'natuurlijk_persoon',
      codeSoortObjectId: 'bsn',
      codeRegister: 'brp',
      objectId: bsn,
    },
    _expand: { informatieobjecttype: { url: type, omschrijving: document.soort } },
  };
}

type Zoekvraag = { readonly bsns: readonly string[]; readonly page: number };

/** The question, or the answer that refuses it. */
function controleer({ path, method, headers, query, body }: StubRequest): Zoekvraag | { fout: StubResponse } {
  if (path !== zoekPath) return { fout: probleem(404, 'not_found', 'Niet gevonden.') };
  if (!/^Bearer \S+$/.test(headers.authorization ?? '')) {
    return { fout: probleem(401, 'not_authenticated', 'Authenticatiegegevens zijn niet opgegeven.') };
  }
  if (method !== 'POST') return { fout: probleem(405, 'method_not_allowed', 'Methode niet toegestaan.') };
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    return { fout: probleem(415, 'unsupported_media_type', 'Niet ondersteund media type.') };
  }
  const gelezen = leesObject(body);
  if (gelezen === undefined) return { fout: probleem(400, 'parse_error', 'Ongeldige invoer.') };
  const betrokkenen: unknown = gelezen['betrokkenen'];
  const expand: unknown = gelezen['expand'];
  const bsns = Array.isArray(betrokkenen) ? betrokkenen.map(bsnUit) : [];
  const fouten = [
    ...(bsns.length === 0 || bsns.length > maxPersonen || bsns.includes(undefined)
      ? [{ name: 'betrokkenen', code: 'invalid', reason: `Verwachtte 1 tot ${maxPersonen} personen.` }]
      : []),
    ...(JSON.stringify(expand) === '["informatieobjecttype"]'
      ? []
      : [{ name: 'expand', code: 'invalid_choice', reason: 'Geen geldige keuze.' }]),
  ];
  if (fouten.length > 0) {
    return { fout: probleem(400, 'invalid', 'Invalid input.', '', { body: { invalidParams: fouten } }) };
  }
  const page = query.get('page') ?? '1';
  if (!/^[1-9]\d{0,3}$/.test(page)) return { fout: ongeldigePagina() };
  return { bsns: bsns.filter((bsn) => bsn !== undefined), page: Number(page) };
}

function bsnUit(betrokkene: unknown): string | undefined {
  if (typeof betrokkene !== 'object' || betrokkene === null) return undefined;
  const { codeObjecttype, codeSoortObjectId, codeRegister, objectId } = betrokkene as Record<string, unknown>;
  const bekend =
    codeObjecttype === 'natuurlijk_persoon' && codeSoortObjectId === 'bsn' && codeRegister === 'brp';
  return bekend && typeof objectId === 'string' && /^\d{9}$/.test(objectId) ? objectId : undefined;
}

function leesObject(body: string): Record<string, unknown> | undefined {
  try {
    const waarde: unknown = JSON.parse(body);
    return typeof waarde === 'object' && waarde !== null ? (waarde as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function ongeldigePagina(): StubResponse {
  return probleem(404, 'not_found', 'Niet gevonden.', 'Ongeldige pagina.');
}

/** An error as the ZGW APIs say it (problem+json). */
function probleem(
  status: number,
  code: string,
  title: string,
  detail = title,
  meer: { readonly body?: object; readonly headers?: Record<string, string> } = {},
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
      ...meer.body,
    },
    { 'content-type': 'application/problem+json', ...meer.headers },
  );
}

function uuidVan(tekst: string): string {
  const hex = createHash('sha256').update(tekst).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
