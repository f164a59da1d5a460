import type { z } from 'zod';
import {
  type BronConfig,
  type BronFout,
  type Bronresultaat,
  type BsnVan,
  type Bulkvraag,
  type Correctievraag,
  createHttpBron,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  type Raadpleging,
  type Toetsvraag,
  voorBekenden,
  type Werkvoorraadgegevens,
} from '../../kit/index.ts';
import { createCorrectievraag } from './correctie-source.ts';
import { leesRijen, type Oogst, vergelijkbaar } from './get-connector.ts';
import { createKandidatenvraag, type Kandidatenvraag } from './kandidaten-source.ts';
import { createKengetallenvraag, type Kengetallenvraag } from './kengetallen-source.ts';
import {
  type DienstverbandRij,
  dienstverbandRij,
  type LoonwaardeRij,
  loonwaardeRij,
  type OntwikkelplanRij,
  ontwikkelplanRij,
  type PlaatsingRij,
  plaatsingRij,
} from './messages.ts';
import type { WerkgeverplaatsingRij } from './werkgever-messages.ts';
import { createWerkgevervraag } from './werkgever-source.ts';
import { createWerkvoorraadtoets, createWerkvoorraadvraag } from './werkvoorraad-source.ts';

const bron = 'SW_ADMINISTRATIE';

/** The administration: one batch question per GetConnector, keyed on clientnummer. */
export type Administratie = {
  readonly dienstverbanden: Bulkvraag<string, readonly DienstverbandRij[]>;
  readonly plaatsingen: Bulkvraag<string, readonly PlaatsingRij[]>;
  readonly loonwaarden: Bulkvraag<string, readonly LoonwaardeRij[]>;
  readonly ontwikkelplannen: Bulkvraag<string, readonly OntwikkelplanRij[]>;
  /** Workers who are able to leave sheltered work. */
  readonly kandidaten: Kandidatenvraag;
  /** Figures over a period, without persons. */
  readonly kengetallen: Kengetallenvraag;
  /** The clients of a consulent, by number of the consulent. */
  readonly werkvoorraad: Bulkvraag<string, Werkvoorraadgegevens>;
  /** Which of some clients are those of a consulent. */
  readonly toets: Bulkvraag<Toetsvraag, Werkvoorraadgegevens>;
  /** By KvK number: the placements at an employer. */
  readonly bijWerkgever: Bulkvraag<string, readonly WerkgeverplaatsingRij[]>;
  /** Takes in a citizen's correction request. */
  readonly correctie: Correctievraag;
  readonly sluit: () => Promise<void>;
};

/** @param bsnVan tells whether a clientnummer was issued here; the BSN itself is not used */
export function createAdministratie(
  config: BronConfig & { readonly token: string },
  bsnVan: BsnVan,
): Administratie {
  const token = `<token><version>1</version><data>${config.token}</data></token>`;
  const http = createHttpBron({
    ...config,
    bron,
    headers: {
      accept: 'application/json',
      authorization: `AfasToken ${Buffer.from(token).toString('base64')}`,
    },
  });
  return {
    dienstverbanden: connectorvraag(http, bsnVan, 'Werkplein_Dienstverbanden', dienstverbandRij),
    plaatsingen: connectorvraag(http, bsnVan, 'Werkplein_Plaatsingen', plaatsingRij),
    loonwaarden: connectorvraag(http, bsnVan, 'Werkplein_Loonwaarden', loonwaardeRij),
    ontwikkelplannen: connectorvraag(http, bsnVan, 'Werkplein_Ontwikkelplannen', ontwikkelplanRij),
    kengetallen: createKengetallenvraag(http),
    kandidaten: createKandidatenvraag(http, (clientnummer) => bsnVan(clientnummer) !== undefined),
    werkvoorraad: createWerkvoorraadvraag(http, bsnVan),
    toets: createWerkvoorraadtoets(http, bsnVan),
    correctie: createCorrectievraag(http, bsnVan),
    bijWerkgever: createWerkgevervraag(http, (clientnummer) => bsnVan(clientnummer) !== undefined),
    sluit: http.sluit,
  };
}

function connectorvraag<S extends z.ZodType>(
  http: HttpBron,
  bsnVan: BsnVan,
  connector: string,
  schema: S,
): Bulkvraag<string, readonly z.output<S>[]> {
  // Only a number issued here may travel: it stands in a URL, and `;` in it would be a filter.
  return voorBekenden(bron, bsnVan, async (bsns, raadpleging) => {
    const bekend = [...bsns.keys()];
    const oogst = await leesRijen(http, connector, bekend, raadpleging);
    if (oogst.afgebroken !== undefined) noteerAfgebroken(oogst.afgebroken, raadpleging);
    return new Map(bekend.map((nummer) => [nummer, resultaatVan(nummer, oogst, schema)]));
  });
}

/**
 * What one client gets out of the rows of all. When a later page failed, clients before the last row
 * are complete (rows are ordered by client), the client of the last row may have more, and of the
 * clients without a row nothing is known.
 */
function resultaatVan<S extends z.ZodType>(
  clientnummer: string,
  oogst: Oogst,
  schema: S,
): Bronresultaat<readonly z.output<S>[]> {
  const eigen = oogst.rijen.filter((rij) => rij.Werkpleinnummer === clientnummer);
  const gelezen = eigen.map((rij) => schema.safeParse(rij));
  const goed = gelezen.flatMap((g) => (g.success ? [g.data] : []));
  const { afgebroken } = oogst;
  if (eigen.length === 0) {
    if (afgebroken !== undefined) return { uitkomst: afgebroken.uitkomst, reden: afgebroken.reden };
    // Under a warning, no rows is no proof of nothing; and GEDEELTELIJK would say that there is something.
    return oogst.waarschuwing ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' } : { uitkomst: 'NIETS_GEVONDEN' };
  }
  if (goed.length === 0) return { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
  if (goed.length < eigen.length) return gedeeltelijk(goed, 'ONVERWACHTE_VORM');
  if (afgebroken !== undefined && isLaatste(clientnummer, oogst)) return gedeeltelijk(goed, 'ONVOLLEDIG');
  return oogst.waarschuwing ? gedeeltelijk(goed, 'WAARSCHUWING') : gevonden(goed);
}

function isLaatste(clientnummer: string, { rijen }: Oogst): boolean {
  const laatste = rijen.at(-1)?.Werkpleinnummer;
  return laatste !== undefined && vergelijkbaar(laatste) === vergelijkbaar(clientnummer);
}

function noteerAfgebroken(error: BronFout, { correlationId, logger }: Raadpleging): void {
  const { uitkomst, reden } = error;
  logger.warn({ correlationId, bron, uitkomst, reden, error }, 'a later page of the source did not come');
}
