import type { z } from 'zod';
import {
  BronFout,
  type Bulkvraag,
  type HttpBron,
  leesFwiAntwoord,
  perSleutel,
  suwiHeader,
  vraagSoap,
  xmlTekst,
} from '../kit/index.ts';

/** One Suwinet service, in the terms of its WSDL. Everything it needs on the wire follows from these names. */
export type SuwinetDienst = {
  /** Value of the enum `Bron`. */
  readonly bron: string;
  /** Name of the service, e.g. `UWVDossierInkomstenGSD`. */
  readonly naam: string;
  /** Version of the service, e.g. `v0200`. */
  readonly versie: string;
  /** Operation and root element of the question; the answer is this name with `Response` behind it. */
  readonly vraag: string;
};

/** Path below the address of the broker (`soap:address` of the WSDL). */
export function padVan(dienst: SuwinetDienst): string {
  return `/suwibroker/soap/${dienst.naam}-${dienst.versie}`;
}

/** Target namespace of the service's XSDs. */
export function namespaceVan(dienst: SuwinetDienst): string {
  return `http://bkwi.nl/SuwiML/Diensten/${dienst.naam}/${dienst.versie}`;
}

/** `wsaw:Action` of the question (WSDL, portType). */
export function actieVan(dienst: SuwinetDienst): string {
  return `http://bkwi.nl/SuwiML/Diensten/${dienst.naam}-${dienst.versie}/${dienst.vraag}`;
}

/** Local name of the element in the answer's Body. */
export function antwoordElementVan(dienst: SuwinetDienst): string {
  return `${dienst.vraag}Response`;
}

/** What asking a Suwinet service takes, beside the service itself. */
export type SuwinetToegang = {
  readonly http: HttpBron;
  /** Address of the service, for `wsa:To`. */
  readonly naar: string;
  /** Address of this application with its OIN, for `wsa:From`: `https://…?oin=<20 digits>`. */
  readonly van: string;
  /** The BSN of a clientnummer, or undefined when this Werkplein did not issue it. */
  readonly bsnVan: (clientnummer: string) => string | undefined;
};

/** What every answer with data says: whose they are. */
type OverEenPersoon = { readonly ClientSuwi: { readonly Burgerservicenr: string } };

/**
 * A Suwinet service as a source keyed on clientnummer. Suwinet has no batch call: one question per
 * person, side by side as far as the source's bulkhead allows. The answer must be about the person
 * asked for; a file of somebody else is ONVERWACHTE_VORM and goes nowhere.
 * @param antwoordVorm shape of the answer element when it holds data
 */
export function createSuwinetBron<T extends OverEenPersoon>(
  dienst: SuwinetDienst,
  antwoordVorm: z.ZodType<T>,
  toegang: SuwinetToegang,
): Bulkvraag<string, T> {
  return perSleutel(dienst.bron, async (clientnummer, raadpleging) => {
    const bsn = toegang.bsnVan(clientnummer);
    if (bsn === undefined) throw new BronFout('FOUT', 'CLIENTNUMMER_ONBEKEND');
    const antwoord = await vraagSoap(
      toegang.http,
      {
        path: padVan(dienst),
        header: suwiHeader({ actie: actieVan(dienst), naar: toegang.naar, van: toegang.van }),
        body: vraagBody(dienst, bsn),
        antwoordElement: antwoordElementVan(dienst),
      },
      raadpleging,
    );
    return leesFwiAntwoord(antwoord, antwoordVorm, (bericht) =>
      bericht.ClientSuwi.Burgerservicenr === bsn ? bericht : undefined,
    );
  });
}

/** The question (BodyAction.xsd): only the root element is qualified. */
function vraagBody(dienst: SuwinetDienst, bsn: string): string {
  return `<smls:${dienst.vraag} xmlns:smls="${namespaceVan(dienst)}"><Burgerservicenr>${xmlTekst(bsn)}</Burgerservicenr></smls:${dienst.vraag}>`;
}
