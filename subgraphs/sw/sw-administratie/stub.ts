import {
  type BronStub,
  createPostvak,
  isDatumOnvolledig,
  jjjjmmddVan,
  json,
  type StubRequest,
  type StubResponse,
  type StubWereld,
} from '../../kit/index.ts';
import type { Bevolking, Datum, Persoon } from '../../population/index.ts';
import { correctierijen, correctievelden, isInvoer, voerIn } from './stub-correctie.ts';
import { kandidaatrijen, kandidaatvelden } from './stub-kandidaten.ts';
import { kengetalrijen, kengetalvelden } from './stub-kengetallen.ts';

/** The administration, simulated: GetConnectors over the population, and one UpdateConnector. */
export function createAdministratieStub(wereld: StubWereld<Bevolking>): BronStub {
  const postvak = createPostvak(wereld.now);
  const bevraag = (request: StubRequest): readonly Rij[] | StubResponse => {
    const connector = connectoren[connectorVan(request) ?? ''];
    const weigering = controleer(request, connector);
    if (weigering !== undefined || connector === undefined) return weigering ?? nietGevonden();
    const nummers = waarden(request, 'filtervalues');
    if (connector.tel !== undefined) return connector.tel(wereld.bevolking, nummers[0] ?? '');
    if (connector.filterveld === 'Kenmerk') return correctierijen(postvak, nummers[0] ?? '');
    if (connector.filterveld !== undefined) return alleRijen(wereld, connector, leesFilter(request));
    return [...new Set(nummers)].sort(opTekst).flatMap((nummer) => {
      const persoon = wereld.bevolking.perBsn.get(wereld.bsnVan(nummer) ?? '');
      const rijen = persoon === undefined ? [] : connector.rijen(persoon);
      return rijen.map((rij, index) => ({ Werkpleinnummer: nummer, Volgnummer: index + 1, ...rij }));
    });
  };
  const antwoord = (request: StubRequest, headers: Record<string, string> = {}): StubResponse => {
    if (isInvoer(request)) {
      const weigering = zonderToegang(request);
      return weigering ?? voerIn(request, postvak, fout500);
    }
    const rijen = bevraag(request);
    if (!isRijen(rijen)) return rijen;
    const skip = Number(request.query.get('skip'));
    const take = Number(request.query.get('take'));
    return json(200, { skip, take, rows: rijen.slice(skip, skip + take) }, headers);
  };
  return {
    bron: 'SW_ADMINISTRATIE',
    antwoord: (request) => antwoord(request),
    ontvangen: postvak.alle,
    faults: {
      'nothing-found': (request) => {
        if (isInvoer(request)) return fout500('Medewerker is niet gevonden.');
        const rijen = bevraag(request);
        if (!isRijen(rijen)) return rijen;
        return json(200, { skip: 0, take: Number(request.query.get('take')), rows: [] });
      },
      warning: (request) => antwoord(request, { warning: '199 - "gegevens mogelijk niet volledig"' }),
      'server-error': () => fout500('INTERN: db-host-7 stacktrace at Profit.Connectors.Execute'),
      'wrong-shape': (request) => {
        const rijen = waarden(request, 'filtervalues').map((nummer) => ({
          Werkpleinnummer: nummer,
          Uren_per_week: 'veel',
          Begindatum: { jaar: 2015 },
        }));
        return json(200, { skip: 0, take: Number(request.query.get('take')), rows: rijen });
      },
      maintenance: () =>
        json(503, {
          error: { code: 503, message: 'Onderhoud. INTERN: db-host-7 stacktrace' },
          retry_after: 7200,
        }),
      'rate-limited': () =>
        json(429, { externalMessage: 'Te veel aanroepen. INTERN: db-host-7' }, { 'retry-after': '30' }),
    },
  };
}

type Cel = string | number | null;
type Rij = Readonly<Record<string, Cel>>;
type Connector = {
  readonly velden: readonly string[];
  readonly rijen: (persoon: Persoon) => readonly Rij[];
  /** The field that is filtered on, when it is not the client. */
  readonly filterveld?: string;
  /** May be filtered on the client besides. */
  readonly ookOpClient?: true;
  /** Figures over a period in place of rows of persons. */
  readonly tel?: (bevolking: Bevolking, periode: string) => readonly Rij[];
};

/** The rows that meet one of the alternatives of a filter, ordered by client. */
function alleRijen(
  { bevolking, clientnummerVan }: StubWereld<Bevolking>,
  connector: Connector,
  filter: readonly Alternatief[],
): readonly Rij[] {
  return bevolking.personen
    .flatMap((persoon) => {
      const kaal = connector.rijen(persoon);
      if (kaal.length === 0) return [];
      const Werkpleinnummer = clientnummerVan(persoon.bsn);
      return kaal
        .map((rij) => ({ Werkpleinnummer, ...rij }))
        .filter((rij: Rij) =>
          filter.some((alternatief) => alternatief.every(({ veld, waarde }) => rij[veld ?? ''] === waarde)),
        )
        .map((rij, index) => ({ ...rij, Volgnummer: index + 1 }));
    })
    .sort((a, b) => opTekst(a.Werkpleinnummer, b.Werkpleinnummer));
}

/** The four connectors that the company made for the Werkplein; every column in every row, null when empty. */
const connectoren: Readonly<Record<string, Connector>> = {
  Werkplein_Caseload: {
    velden: ['Consulentnummer'],
    filterveld: 'Consulentnummer',
    ookOpClient: true,
    rijen: ({ swDienstverband: d }) =>
      d === undefined || d.einddatum !== undefined ? [] : [{ Consulentnummer: d.consulent.nummer }],
  },
  Werkplein_Correctieverzoeken: {
    velden: correctievelden,
    filterveld: 'Kenmerk',
    rijen: () => [],
  },
  Werkplein_Kengetallen: {
    velden: kengetalvelden,
    filterveld: 'Periode',
    rijen: () => [],
    tel: kengetalrijen,
  },
  Werkplein_Kandidaten: {
    velden: kandidaatvelden,
    filterveld: 'Beschikbaar_voor_plaatsing',
    rijen: kandidaatrijen,
  },
  Werkplein_Dienstverbanden: {
    velden: [
      'Soort_dienstverband',
      'Eenheid',
      'Afdeling',
      'Uren_per_week',
      'Begindatum',
      'Einddatum',
      'Consulent_naam',
      'Consulent_functie',
      'Consulent_telefoon',
      'Consulent_email',
    ],
    rijen: ({ swDienstverband: d }) =>
      d === undefined
        ? []
        : [
            {
              Soort_dienstverband: d.soort,
              Eenheid: d.eenheid,
              Afdeling: d.afdeling,
              Uren_per_week: d.urenPerWeek,
              Begindatum: datumveld(d.begindatum),
              Einddatum: datumveld(d.einddatum),
              Consulent_naam: d.consulent.naam,
              Consulent_functie: d.consulent.functie,
              Consulent_telefoon: d.consulent.telefoon,
              Consulent_email: d.consulent.email,
            },
          ],
  },
  Werkplein_Plaatsingen: {
    velden: ['Soort_plaatsing', 'Functie', 'Uren_per_week', 'Begindatum', 'Einddatum', 'KvK_nummer'],
    rijen: ({ swDienstverband }) =>
      (swDienstverband?.plaatsingen ?? []).map((p) => ({
        Soort_plaatsing: p.soort,
        Functie: p.functie,
        Uren_per_week: p.urenPerWeek,
        Begindatum: datumveld(p.begindatum),
        Einddatum: datumveld(p.einddatum),
        KvK_nummer: p.kvkNummer ?? null,
      })),
  },
  Werkplein_Plaatsingen_Werkgever: {
    velden: ['KvK_nummer', 'Soort_plaatsing', 'Functie', 'Uren_per_week', 'Begindatum', 'Einddatum'],
    filterveld: 'KvK_nummer',
    rijen: ({ swDienstverband }) =>
      (swDienstverband?.plaatsingen ?? []).map((p) => ({
        KvK_nummer: p.kvkNummer ?? null,
        Soort_plaatsing: p.soort,
        Functie: p.functie,
        Uren_per_week: p.urenPerWeek,
        Begindatum: datumveld(p.begindatum),
        Einddatum: datumveld(p.einddatum),
      })),
  },
  Werkplein_Loonwaarden: {
    velden: ['Datum_vaststelling', 'Loonwaarde_percentage', 'Methode', 'Functie'],
    rijen: ({ loonwaardemetingen }) =>
      loonwaardemetingen.map((m) => ({
        Datum_vaststelling: datumveld(m.datum),
        Loonwaarde_percentage: m.percentage,
        Methode: m.methode,
        Functie: m.functie,
      })),
  },
  Werkplein_Ontwikkelplannen: {
    velden: [
      'Soort_regel',
      'Omschrijving',
      'Begindatum',
      'Streefdatum',
      'Datum_behaald',
      'Status',
      'Datum_evaluatie',
      'Conclusie',
    ],
    rijen: ({ ontwikkelplan }) => [
      ...(ontwikkelplan?.doelen ?? []).map((doel) => ({
        Soort_regel: 'DOEL',
        Omschrijving: doel.omschrijving,
        Begindatum: datumveld(doel.begindatum),
        Streefdatum: datumveld(doel.streefdatum),
        Datum_behaald: datumveld(doel.behaaldOp),
        Status: doel.status,
        Datum_evaluatie: null,
        Conclusie: null,
      })),
      ...(ontwikkelplan?.evaluaties ?? []).map((evaluatie) => ({
        Soort_regel: 'EVALUATIE',
        Omschrijving: null,
        Begindatum: null,
        Streefdatum: null,
        Datum_behaald: null,
        Status: null,
        Datum_evaluatie: datumveld(evaluatie.datum),
        Conclusie: evaluatie.conclusie,
      })),
    ],
  },
};

/** A date field of Profit holds full dates only; a partial one stands in a text field, with zeros. */
function datumveld(datum: Datum | undefined): string | null {
  if (datum === undefined) return null;
  return isDatumOnvolledig(datum) && datum.includes('X') ? jjjjmmddVan(datum) : `${datum}T00:00:00Z`;
}

function connectorVan(request: StubRequest): string | undefined {
  return /^\/ProfitRestServices\/connectors\/(\w+)$/.exec(request.path)?.[1];
}

/** What a real GetConnector refuses, in its own words. */
function controleer(request: StubRequest, connector: Connector | undefined): StubResponse | undefined {
  const geweigerd = zonderToegang(request);
  if (geweigerd !== undefined) return geweigerd;
  if (request.method !== 'GET' || connector === undefined) return nietGevonden();
  const velden = ['Werkpleinnummer', 'Volgnummer', ...connector.velden];
  const volgorde = (request.query.get('orderbyfieldids') ?? '').split(',');
  const getallen = ['skip', 'take'].every((naam) => /^\d{1,9}$/.test(request.query.get(naam) ?? ''));
  const eigen = connector.filterveld ?? 'Werkpleinnummer';
  const gefilterdOp = leesFilter(request).map((alternatief) =>
    alternatief.every(({ operator, waarde }) => operator === '1' && (waarde ?? '') !== '')
      ? alternatief.map(({ veld }) => veld).join(',')
      : undefined,
  );
  const filter =
    gefilterdOp.every((velden) => velden === eigen) ||
    (connector.ookOpClient === true && gefilterdOp.every((velden) => velden === `${eigen},Werkpleinnummer`));
  if (!getallen || !filter) return fout500('Ongeldige filter, skip of take.');
  // Without an order pages overlap; the simulation insists on it.
  if (!volgorde.every((veld) => velden.includes(veld))) return fout500('Ongeldige sortering.');
  return undefined;
}

function zonderToegang({ headers }: StubRequest): StubResponse | undefined {
  return heeftToken(headers.authorization)
    ? undefined
    : json(401, { externalMessage: 'Token is niet geldig.' });
}

function heeftToken(authorization: string | undefined): boolean {
  const base64 = /^AfasToken ([A-Za-z0-9+/]+=*)$/.exec(authorization ?? '')?.[1] ?? '';
  const token = Buffer.from(base64, 'base64').toString('utf8');
  return /^<token><version>1<\/version><data>[0-9A-Fa-f]{64}<\/data><\/token>$/.test(token);
}

type Alternatief = readonly {
  readonly veld: string | undefined;
  readonly waarde: string | undefined;
  readonly operator: string | undefined;
}[];

/** The filter of a question: alternatives between `;`, each of conditions between `,` that all must hold. */
function leesFilter(request: StubRequest): readonly Alternatief[] {
  const delen = (naam: string) => waarden(request, naam).map((deel) => deel.split(','));
  const [velden, vergeleken, operators] = [
    delen('filterfieldids'),
    delen('filtervalues'),
    delen('operatortypes'),
  ];
  // As many of each, or some have no partner and are refused.
  const lengte = (lijsten: readonly (readonly unknown[] | undefined)[]) =>
    Math.max(...lijsten.map((lijst) => lijst?.length ?? 0));
  return Array.from({ length: lengte([velden, vergeleken, operators]) }, (_, i) =>
    Array.from({ length: lengte([velden[i], vergeleken[i], operators[i]]) }, (__, j) => ({
      veld: velden[i]?.[j],
      waarde: vergeleken[i]?.[j],
      operator: operators[i]?.[j],
    })),
  );
}

/** One parameter as its OR-conditions. */
function waarden(request: StubRequest, naam: string): readonly string[] {
  return (request.query.get(naam) ?? '').split(';');
}

function nietGevonden(): StubResponse {
  return json(404, { externalMessage: 'Connector is niet gevonden. INTERN: db-host-7' });
}

function fout500(externalMessage: string): StubResponse {
  return json(500, {
    externalMessage,
    errorNumber: 87,
    profitLogReference: '5D0C1C6E8F3B4F0A9B7E2A41C8D6E3F0',
  });
}

function isRijen(waarde: readonly Rij[] | StubResponse): waarde is readonly Rij[] {
  return Array.isArray(waarde);
}

function opTekst(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
