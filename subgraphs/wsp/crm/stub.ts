import type { BronStub, StubRequest, StubResponse, StubWereld } from '../../kit/index.ts';
import type { Bevolking, Medewerker, Vacature, Werkgever } from '../../population/index.ts';
import {
  afspraakstatussen,
  branches,
  optieVan,
  vacaturesoorten,
  vacaturestatussen,
  voorstelstatussen,
  zoekopdrachtstatussen,
} from './codes.ts';
import { beantwoordOdata, odataFout, type Rij, type Tabellen } from './stub-odata.ts';

const contactsoorten = { 857310000: 'TELEFOON', 857310001: 'BEZOEK', 857310002: 'EMAIL' } as const;
const partners = {
  WSP: 'Werkgeversservicepunt',
  GEMEENTE: 'Gemeente',
  UWV: 'UWV WERKbedrijf',
  SW: 'SW-bedrijf',
} as const;

const instrumenten = {
  PROEFPLAATSING: 'Proefplaatsing',
  LOONKOSTENSUBSIDIE: 'Loonkostensubsidie',
  PARTICIPATIEBAAN: 'Participatiebaan',
  WERKERVARINGSPLAATS: 'Werkervaringsplaats',
  SCHOLING: 'Scholing',
  JOBCOACH: 'Jobcoach',
  WERKPLEKAANPASSING: 'Werkplekaanpassing',
  NO_RISKPOLIS: 'No-riskpolis',
} as const;

/** Labels as a CRM shows them: `BESCHUT_VANGNET` → `Beschut vangnet`. */
function labels(tabel: Readonly<Record<number, string>>): Readonly<Record<number, string>> {
  return Object.fromEntries(
    Object.entries(tabel).map(([optie, waarde]) => [
      optie,
      waarde.length <= 3 ? waarde : waarde.charAt(0) + waarde.slice(1).toLowerCase().replaceAll('_', ' '),
    ]),
  );
}

/** The employer service point's CRM, simulated over the Dataverse Web API. */
export function createCrmStub(wereld: StubWereld<Bevolking>): BronStub {
  let gemaakt: Tabellen | undefined;
  const antwoord = (vraag: StubRequest): StubResponse => {
    gemaakt ??= maakTabellen(wereld);
    return beantwoordOdata(gemaakt, vraag);
  };
  const metKop = (vraag: StubRequest, value: readonly unknown[]): StubResponse => ({
    ...antwoord(vraag),
    status: 200,
    body: JSON.stringify({ '@odata.context': `${vraag.origin}/api/data/v9.2/$metadata`, value }),
  });
  return {
    bron: 'CRM',
    antwoord,
    faults: {
      'nothing-found': (vraag) => metKop(vraag, []),
      warning: (vraag) => {
        const heel = antwoord(vraag);
        return {
          ...heel,
          headers: { ...heel.headers, warning: '199 - "INTERN: db-host-7 replica is behind"' },
        };
      },
      'server-error': () => odataFout(500, '0x80040216', 'An unexpected error occurred.'),
      // Well-formed OData rows of a customisation that was changed without telling anyone.
      'wrong-shape': (vraag) =>
        metKop(vraag, [
          { '@odata.etag': 'W/"1"', wg_id: 17, wg_omschrijving: 'INTERN: db-host-7 stacktrace' },
        ]),
      maintenance: () => odataFout(503, '', 'The service is unavailable while it is being updated.'),
      'rate-limited': () =>
        odataFout(
          429,
          '0x80072322',
          'Number of requests exceeded the limit of 6000 over time window of 300 seconds.',
          { 'retry-after': '30' },
        ),
    },
  };
}

function maakTabellen(wereld: StubWereld<Bevolking>): Tabellen {
  const { werkgevers, vacatures, personen } = wereld.bevolking;
  const gebruikers = new Map<string, Rij>();
  const gebruiker = (medewerker: Medewerker): Rij => {
    const bekend = gebruikers.get(medewerker.nummer);
    if (bekend !== undefined) return bekend;
    const rij = maakGebruiker(medewerker, gebruikers.size + 1);
    gebruikers.set(medewerker.nummer, rij);
    return rij;
  };
  const partnerrijen = new Map(
    Object.entries(partners).map(([code, naam], i): [string, Rij] => [
      code,
      { wg_partnerid: uuid('b', i + 1), wg_code: code, wg_naam: naam },
    ]),
  );
  const instrumentrijen = new Map(
    Object.entries(instrumenten).map(([code, naam], i): [string, Rij] => [
      code,
      { wg_instrumentid: uuid('c', i + 1), wg_code: code, wg_naam: naam },
    ]),
  );
  const accounts = new Map(werkgevers.map((w): [string, Rij] => [w.kvkNummer, maakAccount(w, gebruiker)]));
  const nummers = nummersVan(vacatures);
  const vacaturerijen = new Map(
    vacatures.map((v): [string, Rij] => [
      v.id,
      maakVacature(v, nummers.get(v.id) ?? '', accounts.get(v.kvkNummer) ?? null),
    ]),
  );
  const contactmomenten = werkgevers.flatMap((w) =>
    w.contacten.map(
      (c): Rij => ({
        wg_contactmomentid: c.id,
        wg_op: `${new Date(c.op).toISOString().slice(0, 19)}Z`,
        wg_soort: optieVan(contactsoorten, c.soort),
        wg_onderwerp: c.onderwerp,
        wg_werkgeverid: accounts.get(w.kvkNummer) ?? null,
        wg_namens: partnerrijen.get(c.namens) ?? null,
        owninguser: gebruiker(c.medewerker),
      }),
    ),
  );
  const voorstelrijen = new Map<string, Rij>();
  const voorstellen = personen.flatMap((persoon) => {
    if (persoon.voorstellen.length === 0) return [];
    const clientnummer = wereld.clientnummerVan(persoon.bsn);
    return persoon.voorstellen.map((v): Rij => {
      const rij = {
        wg_voorstelid: v.id,
        wg_clientnummer: clientnummer,
        wg_voorgesteldop: v.voorgesteldOp,
        wg_status: optieVan(voorstelstatussen, v.status),
        wg_terugkoppeling: v.terugkoppeling ?? null,
        wg_vacatureid: vacaturerijen.get(v.vacatureId) ?? null,
      };
      voorstelrijen.set(v.id, rij);
      return rij;
    });
  });
  const afspraken = personen.flatMap((persoon) =>
    persoon.voorstellen.flatMap((v) =>
      (v.plaatsingsafspraken ?? []).map(
        (a): Rij => ({
          wg_plaatsingsafspraakid: a.id,
          wg_voorstelid: voorstelrijen.get(v.id) ?? null,
          wg_instrumentid: instrumentrijen.get(a.instrument) ?? null,
          wg_status: optieVan(afspraakstatussen, a.status),
          wg_begindatum: a.begindatum,
          wg_einddatum: a.einddatum ?? null,
          wg_urenperweek: a.urenPerWeek ?? null,
          wg_toelichting: a.toelichting ?? null,
        }),
      ),
    ),
  );
  const zoekopdrachten = werkgevers.flatMap((w) =>
    (w.zoekopdrachten ?? []).map(
      (z): Rij => ({
        wg_zoekopdrachtid: z.id,
        wg_werkgeverid: accounts.get(w.kvkNummer) ?? null,
        wg_omschrijving: z.omschrijving,
        wg_beroepcode: z.beroep.code,
        wg_beroepnaam: z.beroep.naam,
        wg_aantal: z.aantal,
        wg_ontvangenop: z.ontvangenOp,
        wg_uiterlijk: z.uiterlijk ?? null,
        wg_status: optieVan(zoekopdrachtstatussen, z.status),
        owninguser: gebruiker(z.behandelaar),
      }),
    ),
  );
  const contacten = [...accounts.values()].flatMap((a) =>
    isRij(a['primarycontactid']) ? [a['primarycontactid']] : [],
  );
  return {
    accounts: {
      sleutel: 'accountid',
      rijen: [...accounts.values()],
      keuzes: { wg_branche: labels(branches) },
      lookups: { primarycontactid: 'contacts', owninguser: 'systemusers' },
    },
    contacts: { sleutel: 'contactid', rijen: contacten },
    systemusers: { sleutel: 'systemuserid', rijen: [...gebruikers.values()] },
    wg_partners: { sleutel: 'wg_partnerid', rijen: [...partnerrijen.values()] },
    wg_vacatures: {
      sleutel: 'wg_vacatureid',
      rijen: [...vacaturerijen.values()],
      keuzes: { wg_soort: labels(vacaturesoorten), wg_status: labels(vacaturestatussen) },
      lookups: { wg_werkgeverid: 'accounts' },
    },
    wg_voorstellen: {
      sleutel: 'wg_voorstelid',
      rijen: voorstellen,
      keuzes: { wg_status: labels(voorstelstatussen) },
      lookups: { wg_vacatureid: 'wg_vacatures' },
    },
    wg_instrumenten: { sleutel: 'wg_instrumentid', rijen: [...instrumentrijen.values()] },
    wg_plaatsingsafspraken: {
      sleutel: 'wg_plaatsingsafspraakid',
      rijen: afspraken,
      keuzes: { wg_status: labels(afspraakstatussen) },
      lookups: { wg_voorstelid: 'wg_voorstellen', wg_instrumentid: 'wg_instrumenten' },
    },
    wg_zoekopdrachten: {
      sleutel: 'wg_zoekopdrachtid',
      rijen: zoekopdrachten,
      keuzes: { wg_status: labels(zoekopdrachtstatussen) },
      lookups: { wg_werkgeverid: 'accounts', owninguser: 'systemusers' },
    },
    wg_contactmomenten: {
      sleutel: 'wg_contactmomentid',
      rijen: contactmomenten,
      keuzes: { wg_soort: labels(contactsoorten) },
      lookups: { wg_werkgeverid: 'accounts', wg_namens: 'wg_partners', owninguser: 'systemusers' },
    },
  };
}

function isRij(waarde: unknown): waarde is Rij {
  return typeof waarde === 'object' && waarde !== null;
}

/** Keys that the population has no number for: fixed, and of the form of a UUID. */
function uuid(soort: string, nummer: number): string {
  return `00000000-0000-4000-8000-${soort.padStart(4, '0')}${String(nummer).padStart(8, '0')}`;
}

function maakGebruiker(medewerker: Medewerker, nummer: number): Rij {
  return {
    systemuserid: uuid('a', nummer),
    employeeid: medewerker.nummer,
    fullname: medewerker.naam,
    title: medewerker.functie,
    address1_telephone1: medewerker.telefoon,
    internalemailaddress: medewerker.email,
  };
}

function maakAccount(werkgever: Werkgever, gebruiker: (m: Medewerker) => Rij): Rij {
  return {
    accountid: werkgever.id,
    name: werkgever.naam,
    wg_kvknummer: werkgever.kvkNummer,
    wg_branche: optieVan(branches, werkgever.branche),
    createdon: '2015-01-05T08:00:00Z',
    primarycontactid: {
      contactid: werkgever.contactpersoon.id,
      fullname: werkgever.contactpersoon.naam,
      jobtitle: werkgever.contactpersoon.functie,
      telephone1: werkgever.contactpersoon.telefoon,
      emailaddress1: werkgever.contactpersoon.email,
    },
    owninguser: gebruiker(werkgever.matchmaker),
  };
}

/** The autonumber column: given out in the order in which the vacancies came in. */
function nummersVan(vacatures: readonly Vacature[]): ReadonlyMap<string, string> {
  const volgorde = vacatures.toSorted((a, b) => (a.geplaatstOp + a.id < b.geplaatstOp + b.id ? -1 : 1));
  return new Map(volgorde.map(({ id }, i) => [id, `VAC-${String(i + 1).padStart(7, '0')}`]));
}

function maakVacature(vacature: Vacature, nummer: string, account: Rij | null): Rij {
  return {
    wg_vacatureid: vacature.id,
    wg_vacaturenummer: nummer,
    wg_titel: vacature.titel,
    wg_soort: optieVan(vacaturesoorten, vacature.soort),
    wg_beroepcode: vacature.beroep.code,
    wg_beroepnaam: vacature.beroep.naam,
    wg_urenperweek: vacature.urenPerWeek,
    wg_aantalplaatsen: vacature.aantalPlaatsen,
    wg_plaats: vacature.plaats,
    wg_geplaatstop: vacature.geplaatstOp,
    wg_sluitingsdatum: vacature.sluitingsdatum ?? null,
    wg_status: optieVan(vacaturestatussen, vacature.status),
    // A calculated column: days from registration to closing, empty while it is open.
    wg_looptijddagen: looptijd(vacature),
    ...profielkolommen(vacature.profiel),
    wg_werkgeverid: account,
  };
}

function profielkolommen(profiel: Vacature['profiel']): Rij {
  const regels = (lijst: readonly string[] | undefined) =>
    lijst === undefined || lijst.length === 0 ? null : lijst.join('\n');
  return {
    wg_beroepuri: profiel?.beroepUri ?? null,
    wg_werkdenkniveau: profiel?.niveau ?? null,
    wg_urenvan: profiel?.urenPerWeekVan ?? null,
    wg_urentot: profiel?.urenPerWeekTot ?? null,
    wg_arbeidsmarktregio: profiel?.regio ?? null,
    wg_postcodegebied: profiel?.postcodegebied ?? null,
    wg_taaleisen: regels(
      profiel?.talen.map(({ taal, niveau }) => (niveau === undefined ? taal : `${taal} ${niveau}`)),
    ),
    wg_rijbewijzen: regels(profiel?.rijbewijzen),
    wg_vaardigheden: regels(profiel?.vaardigheden.map(({ uri, naam }) => `${uri} ${naam}`)),
  };
}

function looptijd({ status, geplaatstOp, sluitingsdatum }: Vacature): number | null {
  if (status === 'OPEN' || sluitingsdatum === undefined) return null;
  return Math.round((Date.parse(sluitingsdatum) - Date.parse(geplaatstOp)) / 86_400_000);
}
