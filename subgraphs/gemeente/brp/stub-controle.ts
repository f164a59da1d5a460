import { json, type StubRequest, type StubResponse } from '../../kit/index.ts';

/** What the BRP checks before it answers, and how it says no (problem+json, RFC 7807). */

export type BrpVraag =
  | {
      readonly type: 'RaadpleegMetBurgerservicenummer';
      readonly burgerservicenummer: readonly string[];
      readonly fields: readonly string[];
    }
  | {
      readonly type: 'ZoekMetGeslachtsnaamEnGeboortedatum';
      readonly geslachtsnaam: string;
      readonly geboortedatum: string;
      readonly fields: readonly string[];
    };

type OngeldigeParam = { readonly code: string; readonly name: string; readonly reason: string };

const instance = '/haalcentraal/api/brp/personen';
const maxVelden = 130;
const maxPersonen = 20;
const naamPatroon = "^[a-zA-Z0-9À-ž \\.\\-\\']{1,200}$|^[a-zA-Z0-9À-ž \\.\\-\\']{3,199}\\*{1}$";

/** Parameters of the two searches this source simulates; optional ones it does not know are refused. */
const parameters = {
  RaadpleegMetBurgerservicenummer: ['type', 'fields', 'burgerservicenummer'],
  ZoekMetGeslachtsnaamEnGeboortedatum: ['type', 'fields', 'geslachtsnaam', 'geboortedatum'],
} as const;

/** The question, or the answer that refuses it. */
export function controleer(
  request: StubRequest,
): { readonly vraag: BrpVraag } | { readonly fout: StubResponse } {
  const geweigerd = controleerAanmelding(request);
  if (geweigerd !== undefined) return { fout: geweigerd };
  const body = leesObject(request.body);
  if (body === undefined) {
    return { fout: ongeldig([{ code: 'json', name: 'body', reason: 'Body is geen geldig JSON-object.' }]) };
  }
  const { type } = body;
  if (type !== 'RaadpleegMetBurgerservicenummer' && type !== 'ZoekMetGeslachtsnaamEnGeboortedatum') {
    return { fout: ongeldig([{ code: 'value', name: 'type', reason: 'Waarde is geen geldig zoek type.' }]) };
  }
  const ontbreekt = parameters[type].filter((naam) => body[naam] === undefined || body[naam] === '');
  if (ontbreekt.length > 0) {
    const params = ontbreekt
      .toSorted()
      .map((name) => ({ code: 'required', name, reason: 'Parameter is verplicht.' }));
    // A lookup without burgerservicenummer counts as a wrong value, every other absence as an incomplete question.
    return {
      fout: ontbreekt.includes('burgerservicenummer') ? ongeldig(params) : onvolledig(params),
    };
  }
  const params = [
    ...Object.keys(body)
      .filter((naam) => !(parameters[type] as readonly string[]).includes(naam))
      .map((name) => ({ code: 'unknownParam', name, reason: 'Parameter is niet verwacht.' })),
    ...controleerVelden(body['fields'], type),
    ...(type === 'RaadpleegMetBurgerservicenummer'
      ? controleerBsns(body['burgerservicenummer'])
      : controleerZoekwaarden(body)),
  ];
  return params.length > 0 ? { fout: ongeldig(params) } : { vraag: body as unknown as BrpVraag };
}

function controleerAanmelding({ method, path, headers }: StubRequest): StubResponse | undefined {
  if (path !== '/personen' || method !== 'POST') {
    return probleem(404, 'notFound', 'Opgevraagde resource bestaat niet.', 'not found');
  }
  if (!headers['x-api-key']) {
    return probleem(401, 'authentication', 'Niet correct geauthenticeerd.', 'no x-api-key');
  }
  const doel = ['x-doelbinding', 'x-verwerking', 'x-gebruiker', 'x-origin-oin'];
  if (doel.some((naam) => headers[naam] === undefined)) {
    return probleem(403, 'autorisation', 'U bent niet geautoriseerd voor deze operatie.', 'no purpose');
  }
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return probleem(415, 'unsupported', 'Unsupported Media Type', 'content-type');
  }
  return undefined;
}

function leesObject(body: string): Record<string, unknown> | undefined {
  try {
    const waarde: unknown = JSON.parse(body);
    return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
      ? (waarde as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function controleerLijst(naam: string, waarde: unknown, max: number): OngeldigeParam[] {
  if (!Array.isArray(waarde)) return [{ code: 'array', name: naam, reason: 'Parameter is geen array.' }];
  if (waarde.length < 1) return [{ code: 'minItems', name: naam, reason: 'Array bevat minder dan 1 items.' }];
  if (waarde.length <= max) return [];
  return [{ code: 'maxItems', name: naam, reason: `Array bevat meer dan ${max} items.` }];
}

function controleerBsns(waarde: unknown): OngeldigeParam[] {
  const lijst = controleerLijst('burgerservicenummer', waarde, maxPersonen);
  if (lijst.length > 0 || !Array.isArray(waarde)) return lijst;
  return waarde.flatMap((bsn: unknown, index) =>
    typeof bsn === 'string' && /^[0-9]{9}$/.test(bsn)
      ? []
      : [
          {
            code: 'pattern',
            name: `burgerservicenummer[${index}]`,
            reason: 'Waarde voldoet niet aan patroon ^[0-9]{9}$.',
          },
        ],
  );
}

function controleerZoekwaarden(body: Readonly<Record<string, unknown>>): OngeldigeParam[] {
  const { geslachtsnaam, geboortedatum } = body;
  const params: OngeldigeParam[] = [];
  if (
    typeof geboortedatum !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}$/.test(geboortedatum) ||
    Number.isNaN(Date.parse(geboortedatum))
  ) {
    params.push({ code: 'date', name: 'geboortedatum', reason: 'Waarde is geen geldige datum.' });
  }
  if (typeof geslachtsnaam !== 'string' || !new RegExp(naamPatroon).test(geslachtsnaam)) {
    params.push({
      code: 'pattern',
      name: 'geslachtsnaam',
      reason: `Waarde voldoet niet aan patroon ${naamPatroon}.`,
    });
  }
  return params;
}

const tabel = ['code', 'omschrijving'];
const datum = ['type', 'datum', 'jaar', 'maand', 'onbekend', 'langFormaat'];
const naamvelden = ['voornamen', 'voorletters', 'voorvoegsel', 'geslachtsnaam', 'volledigeNaam'];

/** Paths that may be asked: each group itself and what is under it, without what the BRP adds by itself. */
const zoekvelden = paden({
  burgerservicenummer: [],
  naam: naamvelden,
  geslacht: tabel,
  geboorte: ['datum'],
  'geboorte.datum': datum,
});
const raadpleegvelden = new Set([
  ...zoekvelden,
  ...paden({
    geboorte: ['plaats', 'land'],
    'geboorte.plaats': tabel,
    'geboorte.land': tabel,
    gemeenteVanInschrijving: tabel,
    verblijfplaats: ['type', 'datumVan', 'functieAdres', 'verblijfadres'],
    'verblijfplaats.datumVan': datum,
    'verblijfplaats.functieAdres': tabel,
    'verblijfplaats.verblijfadres': [
      'officieleStraatnaam',
      'korteStraatnaam',
      'huisnummer',
      'huisletter',
      'huisnummertoevoeging',
      'aanduidingBijHuisnummer',
      'postcode',
      'woonplaats',
      'locatiebeschrijving',
      'regel1',
      'regel2',
      'regel3',
      'land',
    ],
  }),
]);

function paden(groepen: Readonly<Record<string, readonly string[]>>): Set<string> {
  return new Set(
    Object.entries(groepen).flatMap(([groep, velden]) => [
      groep,
      ...velden.map((veld) => `${groep}.${veld}`),
    ]),
  );
}

function controleerVelden(waarde: unknown, type: BrpVraag['type']): OngeldigeParam[] {
  const lijst = controleerLijst('fields', waarde, maxVelden);
  if (lijst.length > 0 || !Array.isArray(waarde)) return lijst;
  const bekend = type === 'RaadpleegMetBurgerservicenummer' ? raadpleegvelden : zoekvelden;
  return waarde.flatMap((veld: unknown, index) => {
    const name = `fields[${index}]`;
    if (typeof veld !== 'string' || !/^[a-zA-Z0-9._]{1,200}$/.test(veld)) {
      return [{ code: 'pattern', name, reason: 'Waarde voldoet niet aan patroon ^[a-zA-Z0-9\\._]{1,200}$.' }];
    }
    return bekend.has(veld)
      ? []
      : [{ code: 'fields', name, reason: 'Parameter bevat een niet bestaande veldnaam.' }];
  });
}

function ongeldig(invalidParams: readonly OngeldigeParam[]): StubResponse {
  return slechteVraag('paramsValidation', 'Een of meerdere parameters zijn niet correct.', invalidParams);
}

function onvolledig(invalidParams: readonly OngeldigeParam[]): StubResponse {
  const title = 'Minimale combinatie van parameters moet worden opgegeven.';
  return slechteVraag('paramsCombination', title, invalidParams);
}

function slechteVraag(code: string, title: string, invalidParams: readonly OngeldigeParam[]): StubResponse {
  const namen = invalidParams.map(({ name }) => name).join(', ');
  return probleem(400, code, title, `De foutieve parameter(s) zijn: ${namen}.`, { invalidParams });
}

const secties: Readonly<Record<number, string>> = { 400: '6.5.1', 403: '6.5.3', 404: '6.5.4', 415: '6.5.13' };

/** An error as the BRP says it. */
export function probleem(
  status: number,
  code: string,
  title: string,
  detail: string,
  meer: object = {},
  headers: Record<string, string> = {},
): StubResponse {
  const type = `https://datatracker.ietf.org/doc/html/rfc7231#section-${secties[status] ?? '6.6.1'}`;
  return json(
    status,
    { type, title, status, detail, instance, code, ...meer },
    { 'content-type': 'application/problem+json', ...headers },
  );
}
