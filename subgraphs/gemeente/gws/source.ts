import type { z } from 'zod';
import {
  type BronConfig,
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  createHttpBron,
  leesFwiAntwoord,
  perSleutel,
  type Raadpleging,
  vraagSoap,
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

/** A GWS service in the terms of its WSDL; the answer element is the question's with `Response` behind it. */
export type GwsDienst = { readonly naam: string; readonly versie: string; readonly vraag: string };

export const uitkeringsSpecificatieDienst: GwsDienst = {
  naam: 'UitkeringsSpecificatieClient',
  versie: 'v0600',
  vraag: 'UitkeringsSpecificatieInfo',
};

export const jaarOpgaveDienst: GwsDienst = {
  naam: 'JaarOpgaveClient',
  versie: 'v0400',
  vraag: 'JaarOpgaveInfo',
};

/** Path of a service below GWS's base URL. */
export function gwsPad({ naam, versie }: GwsDienst): string {
  return `/${naam}-${versie}`;
}

/** Target namespace of a service's schemas. */
export function gwsNamespace({ naam, versie }: GwsDienst): string {
  return `http://www.centric.nl/GWS/Diensten/${naam}/${versie}`;
}

/** `wsaw:Action` of a message of a service (WSDL, portType). */
export function gwsActie({ naam, versie }: GwsDienst, bericht: string): string {
  return `http://www.centric.nl/GWS/Diensten/${naam}-${versie}/${bericht}`;
}

/** A month of a client; `periode` is `JJJJ-MM`. */
export type Specificatievraag = { readonly clientnummer: string; readonly periode: string };
/** A calendar year of a client. */
export type Jaaropgavevraag = { readonly clientnummer: string; readonly jaar: number };

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
export function createGwsSource(
  config: GwsConfig,
  deps: { readonly bsnVan: (clientnummer: string) => string | undefined },
): GwsSource {
  const http = createHttpBron({ ...config, bron: 'GWS' });
  const basis = config.url.href.replace(/\/$/, '');

  const vraag = async <S extends z.ZodType, T extends OverClient>(
    dienst: GwsDienst,
    schema: S,
    gegevens: (bericht: z.output<S>) => T,
    vraag: { readonly clientnummer: string; readonly parameter: string },
    raadpleging: Raadpleging,
  ): Promise<Bronresultaat<T>> => {
    const bsn = deps.bsnVan(vraag.clientnummer);
    if (bsn === undefined) throw new BronFout('FOUT', 'CLIENTNUMMER_ONBEKEND');
    const antwoord = await vraagSoap(
      http,
      {
        path: gwsPad(dienst),
        header: gwsHeader({
          actie: gwsActie(dienst, dienst.vraag),
          naar: basis + gwsPad(dienst),
          gemeentecode: config.gemeentecode,
          applicatieNaam: config.applicatieNaam,
          nu: raadpleging.now(),
        }),
        body: `<gwsd:${dienst.vraag} xmlns:gwsd="${gwsNamespace(dienst)}"><BurgerServiceNr>${bsn}</BurgerServiceNr>${vraag.parameter}</gwsd:${dienst.vraag}>`,
        antwoordElement: `${dienst.vraag}Response`,
      },
      raadpleging,
    );
    // An answer about someone else (or about nobody in particular) must go nowhere.
    return leesFwiAntwoord(antwoord, schema, (bericht) => {
      const client = gegevens(bericht);
      return client.Client.BurgerServiceNr === bsn ? client : undefined;
    });
  };

  return {
    loadUitkeringsspecificaties: perSleutel('GWS', ({ clientnummer, periode }, raadpleging) =>
      vraag(
        uitkeringsSpecificatieDienst,
        uitkeringsSpecificatieInfoResponse,
        (bericht) => bericht.UitkeringsSpecificatieClient,
        { clientnummer, parameter: `<Periodenummer>${xmlTekst(periode.replace('-', ''))}</Periodenummer>` },
        raadpleging,
      ),
    ),
    loadJaaropgaven: perSleutel('GWS', ({ clientnummer, jaar }, raadpleging) =>
      vraag(
        jaarOpgaveDienst,
        jaarOpgaveInfoResponse,
        (bericht) => bericht.JaarOpgaveClient,
        { clientnummer, parameter: `<Dienstjaar>${jaar}</Dienstjaar>` },
        raadpleging,
      ),
    ),
    sluit: http.sluit,
  };
}

type OverClient = { readonly Client: { readonly BurgerServiceNr: string } };
