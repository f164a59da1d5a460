import {
  type BronStub,
  createPostvak,
  json,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking } from '../../population/index.ts';
import { controleer, type KvsVraag, ongeldigePagina, probleem, weiger, zoekPath } from './stub-controle.ts';
import { geweigerd, internetaken, internetakenPath, taakVan } from './stub-correctie.ts';
import { kandidatenPath, zoekKandidaten } from './stub-kandidaten.ts';
import { kengetallenPath, telKengetallen } from './stub-kengetallen.ts';
import { partijVan } from './stub-partij.ts';

const pageSize = 50;

/** The client tracking system: everyone with a klantdossier, and whoever has to do with civic integration. */
export function createKvsStub({ bevolking, clientnummerVan, now }: StubWereld<Bevolking>): BronStub {
  const postvak = createPostvak(now);
  /** Tasks that were made for a person, as they come with the file. */
  const takenVan = (bsn: string, origin: string) =>
    postvak
      .alle()
      .filter(({ inhoud }) => (inhoud['partijIdentificator'] as { objectId?: unknown }).objectId === bsn)
      .map((stuk) => taakVan(stuk, origin));
  const zoek = (vraag: KvsVraag, origin: string): StubResponse => {
    const { bsns, behandelaar } = vraag;
    const personen = bsns?.flatMap((bsn) => bevolking.perBsn.get(bsn) ?? []) ?? bevolking.personen;
    const gevonden = personen.flatMap((persoon) => {
      const { klantdossier: dossier, inburgering } = persoon;
      const isEigen = behandelaar === undefined || dossier?.klantmanager.nummer === behandelaar;
      const heeftDossier = dossier !== undefined || inburgering !== undefined;
      return isEigen && heeftDossier ? [{ persoon, dossier }] : [];
    });
    const van = (vraag.page - 1) * pageSize;
    if (vraag.page > 1 && van >= gevonden.length) return ongeldigePagina();
    const pagina = (nummer: number) => `${origin}${zoekPath}?page=${nummer}`;
    return json(200, {
      count: gevonden.length,
      next: van + pageSize < gevonden.length ? pagina(vraag.page + 1) : null,
      previous: vraag.page > 1 ? pagina(vraag.page - 1) : null,
      results: gevonden
        .slice(van, van + pageSize)
        .map(({ persoon, dossier }) =>
          partijVan(persoon, dossier, vraag.expand, clientnummerVan, origin, takenVan(persoon.bsn, origin)),
        ),
    });
  };
  const kandidaten = zoekKandidaten(bevolking);
  const kengetallen = telKengetallen(bevolking);
  const taken = internetaken(bevolking, postvak);
  const weigerTaak = (request: StubRequest) => weiger(request, internetakenPath, ['GET', 'POST']);
  const antwoord = (request: StubRequest): StubResponse => {
    if (request.path === internetakenPath) return weigerTaak(request) ?? taken(request);
    if (request.path === kandidatenPath) return weiger(request, kandidatenPath) ?? kandidaten(request);
    if (request.path === kengetallenPath) return weiger(request, kengetallenPath) ?? kengetallen(request);
    const gecontroleerd = controleer(request);
    return 'fout' in gecontroleerd ? gecontroleerd.fout : zoek(gecontroleerd.vraag, request.origin);
  };
  /** A fault that answers a question which is in order; a bad one is refused as always. */
  const bij = (body: object) => (request: StubRequest) => {
    if (request.path === internetakenPath) return weigerTaak(request) ?? json(200, body);
    if (request.path === kandidatenPath) return weiger(request, kandidatenPath) ?? json(200, body);
    if (request.path === kengetallenPath) return weiger(request, kengetallenPath) ?? json(200, body);
    const gecontroleerd = controleer(request);
    return 'fout' in gecontroleerd ? gecontroleerd.fout : json(200, body);
  };
  return {
    bron: 'KVS',
    antwoord,
    ontvangen: postvak.alle,
    faults: {
      'nothing-found': (request) =>
        request.path === internetakenPath && request.method === 'POST'
          ? (weigerTaak(request) ?? geweigerd([{ name: 'partijIdentificator', code: 'does_not_exist' }]))
          : bij({ count: 0, next: null, previous: null, results: [] })(request),
      warning: (request) => {
        const gegevens = antwoord(request);
        return { ...gegevens, headers: { ...gegevens.headers, warning: '199 - "Index wordt opgebouwd"' } };
      },
      'server-error': () =>
        probleem(
          500,
          'error',
          'Er is een serverfout opgetreden.',
          'INTERN: db-host-7 stacktrace at kvs/views.py',
        ),
      'wrong-shape': bij({ count: 1, next: null, previous: null, results: { partij: 'J. Jansen' } }),
      maintenance: () =>
        probleem(503, 'service_unavailable', 'Onderhoud.', 'INTERN: db-host-7 stacktrace migratie'),
      'rate-limited': () =>
        probleem(
          429,
          'throttled',
          'Verzoek was verworpen.',
          'INTERN: db-host-7 stacktrace quota',
          {},
          {
            'retry-after': '30',
          },
        ),
    },
  };
}
