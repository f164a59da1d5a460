import { json, type StubRequest, type StubResponse } from '../../kit/index.ts';
import { groepeer, leesApply } from './stub-apply.ts';
import { type Filter, FilterFout, leesFilter, vergelijkWaarden, type Waarde } from './stub-filter.ts';

/** A row as the CRM stores it: columns, and related rows under the name of their lookup. */
export type Rij = { readonly [kolom: string]: Waarde | Rij };

export type Tabel = {
  /** Column of the primary key: always in the answer, asked or not. */
  readonly sleutel: string;
  readonly rijen: readonly Rij[];
  /** Labels of the choice columns. */
  readonly keuzes?: Readonly<Record<string, Readonly<Record<number, string>>>>;
  /** Lookups: name of the navigation property and the table it leads to. */
  readonly lookups?: Readonly<Record<string, string>>;
};
export type Tabellen = Readonly<Record<string, Tabel>>;

const wortel = '/api/data/v9.2/';
const formatted = 'OData.Community.Display.V1.FormattedValue';
/** Largest page of the real system. */
const maxPagina = 5000;

/** The error body of the Web API. The marker lets a test see whether it leaks. */
export function odataFout(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): StubResponse {
  return json(status, { error: { code, message: `${message} (INTERN: db-host-7 stacktrace)` } }, headers);
}

/** Answers a list question of the Web API over `tabellen`: $select, $expand, $filter, $orderby, pages. */
export function beantwoordOdata(tabellen: Tabellen, vraag: StubRequest): StubResponse {
  const geweigerd = controleer(vraag);
  if (geweigerd !== undefined) return geweigerd;
  const naam = vraag.path.slice(wortel.length);
  const tabel = tabellen[naam];
  if (tabel === undefined)
    return odataFout(404, '0x8006088a', `Resource not found for the segment '${naam}'.`);
  try {
    const apply = vraag.query.get('$apply');
    return apply === null
      ? lijst(tabellen, naam, tabel, vraag)
      : groepen(tabellen, naam, tabel, vraag, apply);
  } catch (error) {
    if (error instanceof FilterFout) return odataFout(400, '0x80060888', error.message);
    throw error;
  }
}

function controleer({ method, path, headers }: StubRequest): StubResponse | undefined {
  if (!/^Bearer \S+$/.test(headers.authorization ?? '')) {
    return json(401, '', { 'www-authenticate': 'Bearer authorization_uri=https://login.example/oauth2' });
  }
  if (method !== 'GET')
    return odataFout(405, '0x80060888', 'The requested resource does not support this method.');
  if (!path.startsWith(wortel)) return odataFout(404, '0x80060888', 'Resource not found.');
  if (headers.accept !== 'application/json') return odataFout(415, '', 'Unsupported media type requested.');
  if (headers['odata-version'] !== '4.0' || headers['odata-maxversion'] !== '4.0') {
    return odataFout(400, '0x80060888', 'The OData version is not supported.');
  }
  return undefined;
}

function lijst(tabellen: Tabellen, naam: string, tabel: Tabel, vraag: StubRequest): StubResponse {
  const prefer = String(vraag.headers['prefer'] ?? '');
  const gevraagd = Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? maxPagina);
  const grootte = Math.min(Math.max(gevraagd, 1), maxPagina);
  const filter = vraag.query.get('$filter');
  const voldoet: Filter<Rij> =
    filter === null ? () => true : leesFilter<Rij>(filter, (rij, pad) => leesPad(tabellen, tabel, rij, pad));
  const gevonden = sorteer(tabellen, tabel, tabel.rijen.filter(voldoet), vraag.query.get('$orderby'));
  const begin = leesSkiptoken(vraag.query.get('$skiptoken'));
  const pagina = gevonden.slice(begin, begin + grootte);
  const keuze: Keuze = {
    select: vraag.query.get('$select') ?? undefined,
    expand: vraag.query.get('$expand') ?? undefined,
    labels: prefer.includes(formatted),
  };
  const antwoord = {
    '@odata.context': `${vraag.origin}${wortel}$metadata#${naam}(${keuze.select ?? ''})`,
    value: pagina.map((rij) => toon(tabellen, tabel, rij, keuze)),
    ...(begin + grootte < gevonden.length ? { '@odata.nextLink': nextLink(vraag, begin + grootte) } : {}),
  };
  return json(200, antwoord, {
    'odata-version': '4.0',
    'content-type': 'application/json; odata.metadata=minimal',
    'preference-applied': `odata.maxpagesize=${grootte}`,
  });
}

/** Answers an aggregation (`$apply`): groups in place of rows, on one page. */
function groepen(
  tabellen: Tabellen,
  naam: string,
  tabel: Tabel,
  vraag: StubRequest,
  apply: string,
): StubResponse {
  const lees = (rij: Rij, pad: string) => leesPad(tabellen, tabel, rij, pad);
  const gelezen = leesApply(apply);
  const gevonden = tabel.rijen.filter(leesFilter<Rij>(gelezen.filter, lees));
  return json(
    200,
    {
      '@odata.context': `${vraag.origin}${wortel}$metadata#${naam}`,
      value: groepeer(gevonden, gelezen, lees),
    },
    { 'odata-version': '4.0', 'content-type': 'application/json; odata.metadata=minimal' },
  );
}

/** An opaque position in the list, as in the real paging cookie. */
function nextLink(vraag: StubRequest, plaats: number): string {
  const query = new URLSearchParams(vraag.query);
  query.set('$skiptoken', `<cookie istracking="False" page="${plaats}" />`);
  return `${vraag.origin}${vraag.path}?${query.toString()}`;
}

function leesSkiptoken(waarde: string | null): number {
  return Number(/page="(\d+)"/.exec(waarde ?? '')?.[1] ?? 0);
}

/** `kolom`, `lookup/kolom`, `_lookup_value`, or the logical name of a lookup (its key). */
function leesPad(tabellen: Tabellen, tabel: Tabel, rij: Rij, pad: string): Waarde {
  const lookup = /^_(.+)_value$/.exec(pad)?.[1];
  const [kop = '', ...rest] = (lookup ?? pad).split('/');
  const doelnaam = tabel.lookups?.[kop];
  if (doelnaam === undefined) {
    const waarde = rij[kop];
    if (rest.length > 0 || waarde === undefined || isRij(waarde)) {
      throw new FilterFout(`Could not find a property named '${pad}'.`);
    }
    return waarde;
  }
  const doel = tabellen[doelnaam];
  const gerelateerd = rij[kop];
  if (doel === undefined || gerelateerd === undefined || !isRij(gerelateerd)) return null;
  return leesPad(tabellen, doel, gerelateerd, rest.length === 0 ? doel.sleutel : rest.join('/'));
}

function isRij(waarde: Waarde | Rij): waarde is Rij {
  return typeof waarde === 'object' && waarde !== null;
}

function sorteer(
  tabellen: Tabellen,
  tabel: Tabel,
  rijen: readonly Rij[],
  orderby: string | null,
): readonly Rij[] {
  if (orderby === null) return rijen;
  const sleutels = orderby.split(',').map((deel) => {
    const [pad = '', richting] = deel.trim().split(' ');
    return { pad, teken: richting === 'desc' ? -1 : 1 };
  });
  return rijen.toSorted((a, b) => {
    for (const { pad, teken } of sleutels) {
      const verschil = vergelijkWaarden(leesPad(tabellen, tabel, a, pad), leesPad(tabellen, tabel, b, pad));
      if (verschil !== 0) return verschil * teken;
    }
    return 0;
  });
}

type Keuze = {
  readonly select: string | undefined;
  readonly expand: string | undefined;
  readonly labels: boolean;
};

/** A row as it is answered: the columns asked for, labels when preferred, related rows when expanded. */
function toon(tabellen: Tabellen, tabel: Tabel, rij: Rij, keuze: Keuze): Record<string, unknown> {
  const getoond: Record<string, unknown> = {
    '@odata.etag': 'W/"1"',
    [tabel.sleutel]: leesPad(tabellen, tabel, rij, tabel.sleutel),
  };
  for (const kolom of keuze.select?.split(',') ?? []) {
    const waarde = leesPad(tabellen, tabel, rij, kolom);
    getoond[kolom] = waarde;
    const tekst = typeof waarde === 'number' ? tabel.keuzes?.[kolom]?.[waarde] : undefined;
    if (keuze.labels && tekst !== undefined) getoond[`${kolom}@${formatted}`] = tekst;
  }
  for (const deel of splits(keuze.expand ?? '', ',')) {
    const [, naam = '', opties = ''] = /^(\w+)(?:\((.*)\))?$/.exec(deel) ?? [];
    const doel = tabellen[tabel.lookups?.[naam] ?? ''];
    if (doel === undefined) throw new FilterFout(`Could not find a property named '${naam}'.`);
    const binnen = new Map(
      splits(opties, ';').map((o) => [o.slice(0, o.indexOf('=')), o.slice(o.indexOf('=') + 1)]),
    );
    const gerelateerd = rij[naam];
    getoond[naam] =
      gerelateerd === undefined || !isRij(gerelateerd)
        ? null
        : toon(tabellen, doel, gerelateerd, {
            select: binnen.get('$select'),
            expand: binnen.get('$expand'),
            labels: keuze.labels,
          });
  }
  return getoond;
}

/** Splits on a separator outside parentheses. */
function splits(bron: string, teken: string): readonly string[] {
  const delen: string[] = [];
  let diepte = 0;
  let deel = '';
  for (const c of bron) {
    if (c === '(') diepte += 1;
    if (c === ')') diepte -= 1;
    if (c === teken && diepte === 0) {
      delen.push(deel);
      deel = '';
    } else deel += c;
  }
  return deel === '' ? delen : [...delen, deel];
}
