import { z } from 'zod';
import {
  type BronConfig,
  basisUrl,
  bronUrl,
  ConfiguratieFout,
  geheim,
  leesBronConfig,
  leesOmgeving,
  leesOptioneleSleutelbestanden,
  leesPseudoniemConfig,
  leesSamen,
  type Omgeving,
  oin,
  type PseudoniemConfig,
  type Sleutelbestanden,
  type SuwiConfig,
  suwiAfnemer,
} from '../kit/index.ts';
import type { BrpConfig, Doelwoorden } from './brp/source.ts';
import type { DkdConfig } from './dkd/source.ts';
import type { GwsConfig } from './gws/source.ts';
import type { Kantoren } from './kantoren.ts';
import type { KvsConfig } from './kvs/source.ts';

/** Without `ondertekening` the municipality's own SuwiML intermediary signs. */
export type OndertekendeSuwiConfig = SuwiConfig & { readonly ondertekening: Sleutelbestanden | undefined };

export type Config = {
  readonly pseudoniem: PseudoniemConfig;
  readonly brp: BrpConfig;
  readonly gws: Kantoren<GwsConfig>;
  readonly suwiBijstand: OndertekendeSuwiConfig;
  readonly suwiReintegratie: OndertekendeSuwiConfig;
  readonly kvs: Kantoren<KvsConfig>;
  readonly dkd: Kantoren<DkdConfig>;
};

/** A value of an HTTP header: printable ASCII, no line breaks. */
const headerwaarde = z.string().regex(/^[\x21-\x7e][\x20-\x7e]{0,199}$/, 'must be printable ASCII');

/** Who the municipality is to its sources, and what it shows them to be let in. */
const aanmelding = z.object({
  GEMEENTE_OIN: oin,
  GEMEENTE_CODE: z.string().regex(/^\d{4}$/, 'must be a CBS municipality code of 4 digits'),
  GEMEENTE_CODES: z
    .string()
    .regex(/^\d{4}(,\d{4})*$/, 'must be CBS municipality codes of 4 digits with commas between them')
    .transform((waarde) => waarde.split(','))
    .default([]),
  GEMEENTE_BRP_API_KEY: geheim,
  GEMEENTE_BRP_DOELBINDING: headerwaarde.default('Participatiewet'),
  GEMEENTE_BRP_VERWERKING: headerwaarde.default('Dienstverlening Werkplein'),
  GEMEENTE_BRP_GEBRUIKER: headerwaarde.default('Werkplein'),
  GEMEENTE_GWS_APPLICATIE: headerwaarde.default('Werkplein'),
  GEMEENTE_SUWINET_AFZENDER: basisUrl,
  GEMEENTE_KVS_TOKEN: geheim,
  GEMEENTE_DKD_TOKEN: geheim,
});

/** Names of this form that are set, by value or by file. */
function gevuldeNamen(env: Omgeving, hoortErbij: (naam: string) => boolean): readonly string[] {
  const namen = Object.keys(env)
    .filter((naam) => (env[naam] ?? '') !== '')
    .map((naam) => naam.replace(/_FILE$/, ''));
  return [...new Set(namen)].filter(hoortErbij);
}

/**
 * The variables `GEMEENTE_BRP_DOELBINDING_<DOEL>` and `GEMEENTE_BRP_VERWERKING_<DOEL>`: words for one purpose of the
 * Werkplein. @throws ConfiguratieFout
 */
function leesDoelwoorden(env: Omgeving): (standaard: Doelwoorden) => ReadonlyMap<string, Doelwoorden> {
  const vorm = /^GEMEENTE_BRP_(?:DOELBINDING|VERWERKING)_([A-Z]+)$/;
  const namen = gevuldeNamen(env, (naam) => vorm.test(naam));
  const schema = z.object(Object.fromEntries(namen.map((naam) => [naam, headerwaarde])));
  const gelezen = leesOmgeving(schema, env);
  const doelen = new Set(namen.map((naam) => vorm.exec(naam)?.[1] ?? ''));
  return (standaard) =>
    new Map(
      [...doelen].map((doel) => [
        doel.toLowerCase(),
        {
          doelbinding: gelezen[`GEMEENTE_BRP_DOELBINDING_${doel}`] ?? standaard.doelbinding,
          verwerking: gelezen[`GEMEENTE_BRP_VERWERKING_${doel}`] ?? standaard.verwerking,
        },
      ]),
    );
}

/** Where the office of one municipality is, and what it lets us in with when that is something of its own. */
type Kantooradres = { readonly gemeentecode: string; readonly url: URL; readonly token?: string };

/**
 * The variables `<PREFIX>_URL_<code>` and, for a source with one, `<PREFIX>_TOKEN_<code>`: addresses of
 * municipalities that have one of their own. @throws ConfiguratieFout
 */
function leesKantoren(prefix: string, env: Omgeving, soorten: 'URL' | 'URL|TOKEN'): readonly Kantooradres[] {
  const beginnen = soorten.split('|').map((soort) => `${prefix}_${soort}_`);
  const namen = gevuldeNamen(env, (naam) => beginnen.some((begin) => naam.startsWith(begin)));
  const fout = namen.filter(
    (naam) => !/_\d{4}$/.test(naam) || !namen.includes(naam.replace('_TOKEN_', '_URL_')),
  );
  if (fout.length > 0) {
    throw new ConfiguratieFout(
      fout.map((naam) => `${naam}: must end in a CBS municipality code that has an address (URL)`),
    );
  }
  const schema = z.object(
    Object.fromEntries(namen.map((naam) => [naam, naam.includes('_URL_') ? bronUrl(env) : geheim])),
  );
  const gelezen: Readonly<Record<string, unknown>> = leesOmgeving(schema, env);
  return namen.toSorted().flatMap((naam) => {
    const url = gelezen[naam];
    if (!(url instanceof URL)) return [];
    const token = gelezen[naam.replace('_URL_', '_TOKEN_')];
    return [{ gemeentecode: naam.slice(-4), url, ...(typeof token === 'string' ? { token } : {}) }];
  });
}

/** Municipalities with the same address and token are one office: one pool, one bulkhead. */
function verdeel<C extends BronConfig & { readonly token?: string }>(
  standaard: C,
  standaardGemeenten: ReadonlySet<string>,
  eigen: readonly Kantooradres[],
): Kantoren<C> {
  const kantoren: C[] = [standaard];
  const perGemeente = new Map<string, C>();
  for (const { gemeentecode, ...adres } of eigen) {
    const kantoor = { ...standaard, ...adres };
    const bekend = kantoren.find((k) => k.url.href === kantoor.url.href && k.token === kantoor.token);
    if (bekend === undefined) kantoren.push(kantoor);
    perGemeente.set(gemeentecode, bekend ?? kantoor);
  }
  return { standaard, standaardGemeenten, perGemeente };
}

/** The municipality's settings. @throws ConfiguratieFout with every problem of every source */
export function leesConfig(env: Omgeving): Config {
  const gelezen = leesSamen({
    pseudoniem: () => leesPseudoniemConfig(env),
    aanmelding: () => leesOmgeving(aanmelding, env),
    brp: () => leesBronConfig('GEMEENTE_BRP', env),
    doelwoorden: () => leesDoelwoorden(env),
    gws: () => leesBronConfig('GEMEENTE_GWS', env),
    gwsKantoren: () => leesKantoren('GEMEENTE_GWS', env, 'URL'),
    suwiBijstand: () => leesBronConfig('GEMEENTE_SUWI_BIJSTAND', env),
    suwiReintegratie: () => leesBronConfig('GEMEENTE_SUWI_REINTEGRATIE', env),
    tekenBijstand: () => leesOptioneleSleutelbestanden('GEMEENTE_SUWI_BIJSTAND', env, new Date()),
    tekenReintegratie: () => leesOptioneleSleutelbestanden('GEMEENTE_SUWI_REINTEGRATIE', env, new Date()),
    kvs: () => leesBronConfig('GEMEENTE_KVS', env),
    kvsKantoren: () => leesKantoren('GEMEENTE_KVS', env, 'URL|TOKEN'),
    dkd: () => leesBronConfig('GEMEENTE_DKD', env),
    dkdKantoren: () => leesKantoren('GEMEENTE_DKD', env, 'URL|TOKEN'),
  });
  const { pseudoniem, aanmelding: wij } = gelezen;
  const woorden = { doelbinding: wij.GEMEENTE_BRP_DOELBINDING, verwerking: wij.GEMEENTE_BRP_VERWERKING };
  const afnemer = suwiAfnemer(wij.GEMEENTE_SUWINET_AFZENDER, wij.GEMEENTE_OIN);
  const standaardGemeenten = new Set([wij.GEMEENTE_CODE, ...wij.GEMEENTE_CODES]);
  const kantoren = <C extends BronConfig>(standaard: C, eigen: readonly Kantooradres[]) =>
    verdeel(standaard, standaardGemeenten, eigen);
  return Object.freeze({
    pseudoniem,
    brp: {
      ...gelezen.brp,
      apiKey: wij.GEMEENTE_BRP_API_KEY,
      ...woorden,
      bijDoel: gelezen.doelwoorden(woorden),
      gebruiker: wij.GEMEENTE_BRP_GEBRUIKER,
      originOin: wij.GEMEENTE_OIN,
    },
    gws: kantoren(
      {
        ...gelezen.gws,
        gemeentecode: wij.GEMEENTE_CODE,
        applicatieNaam: wij.GEMEENTE_GWS_APPLICATIE,
      },
      gelezen.gwsKantoren,
    ),
    suwiBijstand: { ...gelezen.suwiBijstand, afnemer, ondertekening: gelezen.tekenBijstand },
    suwiReintegratie: { ...gelezen.suwiReintegratie, afnemer, ondertekening: gelezen.tekenReintegratie },
    kvs: kantoren({ ...gelezen.kvs, token: wij.GEMEENTE_KVS_TOKEN }, gelezen.kvsKantoren),
    dkd: kantoren({ ...gelezen.dkd, token: wij.GEMEENTE_DKD_TOKEN }, gelezen.dkdKantoren),
  });
}
