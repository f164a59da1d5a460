import { createHash } from 'node:crypto';
import {
  type BronStub,
  type DatumOnvolledig,
  json,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking, Klantdossier, Medewerker, Persoon } from '../../population/index.ts';
import { controleer, type KvsVraag, ongeldigePagina, probleem, weiger, zoekPath } from './stub-controle.ts';
import { kandidatenPath, zoekKandidaten } from './stub-kandidaten.ts';
import { kengetallenPath, telKengetallen } from './stub-kengetallen.ts';

const pageSize = 50;
const apiPath = '/klantinteracties/api/v1';

/** The client tracking system: everyone with a klantdossier, and whoever has to do with civic integration. */
export function createKvsStub({ bevolking, clientnummerVan }: StubWereld<Bevolking>): BronStub {
  const zoek = (vraag: KvsVraag, origin: string): StubResponse => {
    const personen =
      'behandelaar' in vraag
        ? bevolking.personen.filter((p) => p.klantdossier?.klantmanager.nummer === vraag.behandelaar)
        : vraag.bsns.flatMap((bsn) => bevolking.perBsn.get(bsn) ?? []);
    const gevonden = personen.flatMap((persoon) =>
      persoon.klantdossier === undefined && persoon.inburgering === undefined
        ? []
        : [{ persoon, dossier: persoon.klantdossier }],
    );
    const van = (vraag.page - 1) * pageSize;
    if (vraag.page > 1 && van >= gevonden.length) return ongeldigePagina();
    const pagina = (nummer: number) => `${origin}${zoekPath}?page=${nummer}`;
    return json(200, {
      count: gevonden.length,
      next: van + pageSize < gevonden.length ? pagina(vraag.page + 1) : null,
      previous: vraag.page > 1 ? pagina(vraag.page - 1) : null,
      results: gevonden
        .slice(van, van + pageSize)
        .map(({ persoon, dossier }) => partij(persoon, dossier, vraag.expand, clientnummerVan, origin)),
    });
  };
  const kandidaten = zoekKandidaten(bevolking);
  const kengetallen = telKengetallen(bevolking);
  const antwoord = (request: StubRequest): StubResponse => {
    if (request.path === kandidatenPath) return weiger(request, kandidatenPath) ?? kandidaten(request);
    if (request.path === kengetallenPath) return weiger(request, kengetallenPath) ?? kengetallen(request);
    const gecontroleerd = controleer(request);
    return 'fout' in gecontroleerd ? gecontroleerd.fout : zoek(gecontroleerd.vraag, request.origin);
  };
  /** A fault that answers a question which is in order; a bad one is refused as always. */
  const bij = (body: object) => (request: StubRequest) => {
    if (request.path === kandidatenPath) return weiger(request, kandidatenPath) ?? json(200, body);
    if (request.path === kengetallenPath) return weiger(request, kengetallenPath) ?? json(200, body);
    const gecontroleerd = controleer(request);
    return 'fout' in gecontroleerd ? gecontroleerd.fout : json(200, body);
  };
  return {
    bron: 'KVS',
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

function partij(
  persoon: Persoon,
  dossier: Klantdossier | undefined,
  expand: readonly string[],
  clientnummerVan: (bsn: string) => string,
  origin: string,
): object {
  // Ids that stay the same between calls and tell nothing of the person.
  const kenmerk = clientnummerVan(persoon.bsn);
  const verwijzing = (soort: string, index = 0) => {
    const uuid = uuidVan(`${kenmerk}:${soort}:${index}`);
    return { uuid, url: `${origin}${apiPath}/${soort}/${uuid}` };
  };
  const contacten = (dossier?.contacten ?? []).map((contact, index) => ({
    ...verwijzing('betrokkenen', index),
    rol: 'klant',
    initiator: false,
    hadKlantcontact: verwijzing('klantcontacten', index),
    ...(expand.includes('betrokkenen.hadKlantcontact')
      ? {
          _expand: {
            hadKlantcontact: {
              ...verwijzing('klantcontacten', index),
              kanaal: contact.kanaal,
              onderwerp: contact.onderwerp,
              inhoud: '',
              indicatieContactGelukt: true,
              taal: 'nld',
              vertrouwelijk: false,
              plaatsgevondenOp: contact.op,
              hadBetrokkenActoren: [actor(contact.medewerker, origin)],
            },
          },
        }
      : {}),
  }));
  const adressen = [
    { adres: persoon.telefoon, soortDigitaalAdres: 'telefoonnummer' },
    { adres: persoon.email, soortDigitaalAdres: 'email' },
  ].map((adres, index) => ({
    ...verwijzing('digitaleadressen', index),
    ...adres,
    isStandaardAdres: true,
    omschrijving: '',
  }));
  const alles: Readonly<Record<string, unknown>> = {
    digitaleAdressen: adressen,
    betrokkenen: contacten,
    dossier: dossier === undefined ? null : { ...verwijzing('dossiers'), ...dossierVan(dossier, origin) },
    treden: (dossier?.treden ?? []).map(({ trede, vastgesteldOp }, index) => ({
      ...verwijzing('treden', index),
      trede,
      vastgesteldOp: isoDatum(vastgesteldOp),
    })),
    trajecten: (dossier?.trajecten ?? []).map(({ soort, doel, begindatum, einddatum }, index) => ({
      ...verwijzing('trajecten', index),
      // The system codes its kinds: `Work First` is WORK_FIRST.
      soort: soort.toUpperCase().replaceAll(' ', '_'),
      doel,
      begindatum: isoDatum(begindatum),
      einddatum: isoDatum(einddatum),
    })),
    afspraken: (dossier?.afspraken ?? []).map(({ begin, einde, onderwerp, plaats, medewerker }, index) => ({
      ...verwijzing('afspraken', index),
      begin,
      einde,
      onderwerp,
      locatie: plaats,
      metActor: actor(medewerker, origin),
    })),
    internetaken: (dossier?.interneTaken ?? []).map((taak, index) => ({
      ...verwijzing('internetaken', index),
      gevraagdeHandeling: taak.onderwerp,
      toelichting: '',
      status: taak.verwerkt ? 'verwerkt' : 'te_verwerken',
      toegewezenOp: taak.aangemaaktOp,
      uiterlijkeDatum: taak.uiterlijk ?? null,
      toegewezenAanActoren: [actor(taak.toegewezenAan, origin)],
    })),
    overeenkomsten: (dossier?.overeenkomsten ?? []).map((overeenkomst, index) => ({
      ...verwijzing('overeenkomsten', index),
      omschrijving: overeenkomst.omschrijving,
      gemaaktOp: overeenkomst.gemaaktOp,
      uiterlijkeDatum: overeenkomst.uiterlijk ?? null,
      nagekomen: overeenkomst.nagekomen ?? null,
    })),
    workFirst: workFirstVan(dossier?.workFirst),
    inburgering: inburgeringVan(persoon),
    kinderopvang: (dossier?.kinderopvang ?? []).map(
      ({ soort, begindatum, einddatum, urenPerWeek }, index) => ({
        ...verwijzing('kinderopvang', index),
        soort,
        begindatum: isoDatum(begindatum),
        einddatum: isoDatum(einddatum),
        urenPerWeek,
      }),
    ),
  };
  return {
    ...verwijzing('partijen'),
    soortPartij: 'persoon',
    indicatieActief: true,
    voorkeurstaal: 'nld',
    betrokkenen: contacten.map(({ uuid, url }) => ({ uuid, url })),
    digitaleAdressen: adressen.map(({ uuid, url }) => ({ uuid, url })),
    partijIdentificatoren: [
      {
        ...verwijzing('partij-identificatoren'),
        partijIdentificator: {
          codeObjecttype: 'natuurlijk_persoon',
          codeSoortObjectId: 'bsn',
          objectId: persoon.bsn,
          codeRegister: 'brp',
        },
      },
    ],
    partijIdentificatie: {
      contactnaam: {
        voorletters: persoon.naam.voorletters,
        voornaam: persoon.naam.voornamen.split(' ')[0],
        voorvoegselAchternaam: persoon.naam.voorvoegsel ?? '',
        achternaam: persoon.naam.geslachtsnaam,
      },
    },
    _expand: Object.fromEntries(
      Object.entries(alles).filter(([naam]) => expand.some((gevraagd) => gevraagd.split('.')[0] === naam)),
    ),
  };
}

function dossierVan(dossier: Klantdossier, origin: string): object {
  return {
    status: dossier.status,
    klantvraag: dossier.klantvraag,
    behandelaar: actor(dossier.klantmanager, origin),
    belemmeringen: dossier.belemmeringen.map((omschrijving) => ({ omschrijving })),
    indicatieSchuldhulpverlening: dossier.schuldhulpLoopt,
    opvallendheden: (dossier.opvallendheden ?? []).map((omschrijving) => ({ omschrijving })),
    indicatieZelfredzaam: dossier.zelfredzaam ?? null,
    aanmelddatum: isoDatum(dossier.aangemeldOp),
    doelgroep: dossier.doelgroepcode ?? '',
    datumHerbeoordeling: isoDatum(dossier.herbeoordelingOp),
  };
}

function workFirstVan(workFirst: Klantdossier['workFirst']): object | null {
  if (workFirst === undefined) return null;
  return {
    aanmelddatum: isoDatum(workFirst.aangemeldOp),
    startdatum: isoDatum(workFirst.gestartOp),
    datumAanHetWerk: isoDatum(workFirst.aanHetWerkOp),
    datumEersteContact: isoDatum(workFirst.eersteContactKlantmanagerOp),
    datumUitkeringsintake: isoDatum(workFirst.uitkeringsintakeGeplandOp),
    einddatum: isoDatum(workFirst.beeindigdOp),
  };
}

function inburgeringVan({ inburgering }: Persoon): object | null {
  if (inburgering === undefined) return null;
  return {
    status: inburgering.status,
    aanmelddatum: isoDatum(inburgering.aangemeldOp),
    startdatum: isoDatum(inburgering.startOp),
    einddatum: isoDatum(inburgering.eindOp),
  };
}

function actor(medewerker: Medewerker, origin: string): object {
  const uuid = uuidVan(`medewerker:${medewerker.nummer}`);
  return {
    uuid,
    url: `${origin}${apiPath}/actoren/${uuid}`,
    naam: medewerker.naam,
    soortActor: 'medewerker',
    indicatieActief: true,
    actoridentificator: {
      objectId: medewerker.nummer,
      codeObjecttype: 'mdw',
      codeRegister: 'msei',
      codeSoortObjectId: 'idf',
    },
    actorIdentificatie: {
      functie: medewerker.functie,
      emailadres: medewerker.email,
      telefoonnummer: medewerker.telefoon,
    },
  };
}

/** A partial date as ISO 8601-1 reduced precision: only the parts that are known. */
function isoDatum(datum: DatumOnvolledig | undefined): string | null {
  const bekend = datum?.split('-XX')[0];
  return bekend === undefined || bekend === 'XXXX' ? null : bekend;
}

function uuidVan(tekst: string): string {
  const hex = createHash('sha256').update(tekst).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
