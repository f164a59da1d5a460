import type { z } from 'zod';
import {
  type BronConfig,
  type Bronresultaat,
  type Bulkvraag,
  bsnOfFout,
  client,
  createHttpBron,
  deClient,
  derdenIn,
  dienstActie,
  dienstAdres,
  leesFwiAntwoord,
  metDerden,
  type Pseudonimiseerder,
  perSleutel,
  type Raadpleging,
  type SoapDienst,
  vraagDienst,
  xmlTekst,
} from '../../kit/index.ts';
import { gwsHeader } from './header.ts';
import {
  type JaarOpgaveClient,
  jaarOpgaveInfoResponse,
  type UitkeringsSpecificatieClient,
  uitkeringsSpecificatieInfoResponse,
} from './messages.ts';

/** Settings of GWS: who asks, beside how to reach it. */
export type GwsConfig = BronConfig & {
  /** CBS code of the municipality whose administration it is, four digits. */
  readonly gemeentecode: string;
  /** Name under which this application is known to GWS. */
  readonly applicatieNaam: string;
};

/** Where the names of all GWS services begin. */
const familie = 'http://www.centric.nl/GWS';

export const uitkeringsSpecificatieDienst: SoapDienst = {
  familie,
  naam: 'UitkeringsSpecificatieClient',
  versie: 'v0600',
  vraag: 'UitkeringsSpecificatieInfo',
};

export const jaarOpgaveDienst: SoapDienst = {
  familie,
  naam: 'JaarOpgaveClient',
  versie: 'v0400',
  vraag: 'JaarOpgaveInfo',
};

/** Whose administration is asked, when it is another municipality's than that of the settings. */
type VanGemeente = { readonly gemeentecode?: string };
/** A month of a client; `periode` is `JJJJ-MM`. */
export type Specificatievraag = VanGemeente & { readonly clientnummer: string; readonly periode: string };
/** A calendar year of a client. */
export type Jaaropgavevraag = VanGemeente & { readonly clientnummer: string; readonly jaar: number };

/** When two questions are the same, for a loader. */
export function specificatieSleutel({ clientnummer, periode }: Specificatievraag): string {
  return `${clientnummer} ${periode}`;
}

/** When two questions are the same, for a loader. */
export function jaaropgaveSleutel({ clientnummer, jaar }: Jaaropgavevraag): string {
  return `${clientnummer} ${jaar}`;
}

export type GwsSource = {
  /** One call per client and month. */
  readonly loadUitkeringsspecificaties: Bulkvraag<Specificatievraag, UitkeringsSpecificatieClient>;
  /** One call per client and year. */
  readonly loadJaaropgaven: Bulkvraag<Jaaropgavevraag, JaarOpgaveClient>;
  readonly sluit: () => Promise<void>;
};

/** Opens GWS: two SOAP 1.1 services behind one address, without a batch call. */
export function createGwsSource(config: GwsConfig, deps: Pseudonimiseerder): GwsSource {
  const http = createHttpBron({ ...config, bron: 'GWS' });

  const vraag = async <S extends z.ZodType, T extends OverClient>(
    dienst: SoapDienst,
    schema: S,
    gegevens: (bericht: z.output<S>) => T,
    vraag: VanGemeente & { readonly clientnummer: string; readonly parameter: string },
    raadpleging: Raadpleging,
  ): Promise<Bronresultaat<T>> => {
    const bsn = bsnOfFout(deps.bsnVan, vraag.clientnummer);
    const bericht = {
      header: () =>
        gwsHeader({
          actie: dienstActie(dienst, 'vraag'),
          naar: dienstAdres(dienst, config.url),
          gemeentecode: vraag.gemeentecode ?? config.gemeentecode,
          applicatieNaam: config.applicatieNaam,
          nu: raadpleging.now(),
        }),
      inhoud: `<BurgerServiceNr>${bsn}</BurgerServiceNr>${vraag.parameter}`,
    };
    const antwoord = await vraagDienst(http, dienst, bericht, raadpleging);
    // An answer about someone else (or about nobody in particular) must go nowhere.
    const resultaat = leesFwiAntwoord(antwoord, schema, (bericht) => {
      const over = gegevens(bericht);
      return over.Client.BurgerServiceNr === bsn ? over : undefined;
    });
    const derden = derdenIn(antwoord.inhoud, bsn).map((nummer) => client(deps.clientnummerVan(nummer)));
    return metDerden(resultaat, derden);
  };

  return {
    loadUitkeringsspecificaties: perSleutel<Specificatievraag, UitkeringsSpecificatieClient>(
      'GWS',
      overDeClient,
      ({ periode, ...wie }, raadpleging) =>
        vraag(
          uitkeringsSpecificatieDienst,
          uitkeringsSpecificatieInfoResponse,
          (bericht) => bericht.UitkeringsSpecificatieClient,
          { ...wie, parameter: `<Periodenummer>${xmlTekst(periode.replace('-', ''))}</Periodenummer>` },
          raadpleging,
        ),
    ),
    loadJaaropgaven: perSleutel<Jaaropgavevraag, JaarOpgaveClient>(
      'GWS',
      overDeClient,
      ({ jaar, ...wie }, raadpleging) =>
        vraag(
          jaarOpgaveDienst,
          jaarOpgaveInfoResponse,
          (bericht) => bericht.JaarOpgaveClient,
          { ...wie, parameter: `<Dienstjaar>${jaar}</Dienstjaar>` },
          raadpleging,
        ),
    ),
    sluit: http.sluit,
  };
}

const overDeClient = ({ clientnummer }: Pick<Specificatievraag, 'clientnummer'>) => deClient(clientnummer);

type OverClient = { readonly Client: { readonly BurgerServiceNr: string } };
