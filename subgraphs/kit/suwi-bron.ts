import { z } from 'zod';
import { BronFout } from './bronantwoord.ts';
import { leesFwiAntwoord } from './fwi.ts';
import type { HttpBron } from './http-bron.ts';
import { type Bulkvraag, perSleutel } from './raadpleeg.ts';
import { vraagSoap } from './soap.ts';
import { suwiHeader } from './suwi-vraag.ts';

/** One SuwiML service in the terms of its WSDL: all its names on the wire follow from these. */
export type SuwiDienst = {
  /** Value of the partner's enum `Bron`. */
  readonly bron: string;
  /** Name of the service: `Bijstandsregelingen`. */
  readonly naam: string;
  /** Version of the service: `v0500`. */
  readonly versie: string;
  /** Element of the question: `BijstandsregelingenInfo`; that of the answer has `Response` behind it. */
  readonly vraag: string;
};

/** Path below the address of the broker (`soap:address` of the WSDL). */
export function suwiPad(dienst: SuwiDienst): string {
  return `/${dienst.naam}-${dienst.versie}`;
}

/** Target namespace of the service's schemas. */
export function suwiNamespace(dienst: SuwiDienst): string {
  return `http://bkwi.nl/SuwiML/Diensten/${dienst.naam}/${dienst.versie}`;
}

/** `wsaw:Action` of a message of the service (WSDL, portType). */
export function suwiActie(dienst: SuwiDienst, bericht: string): string {
  return `http://bkwi.nl/SuwiML/Diensten/${dienst.naam}-${dienst.versie}/${bericht}`;
}

/** Where a SuwiML service is, and who asks. */
export type SuwiToegang = {
  readonly http: HttpBron;
  /** Base URL of the broker; with the path of the service it is `wsa:To`. */
  readonly url: URL;
  /** `wsa:From`: address of the asking application with its OIN, `https://…?oin=<20 digits>`. */
  readonly afnemer: string;
  /** The BSN of a clientnummer, or undefined when this Werkplein did not issue it. */
  readonly bsnVan: (clientnummer: string) => string | undefined;
};

/**
 * A SuwiML service as a source keyed on clientnummer: one question per person (SuwiML has no batch).
 * An answer about another person than the one asked for is ONVERWACHTE_VORM: a source that mixes
 * people up must not leak a file.
 * @param clientSuwi shape of the element `ClientSuwi`
 */
export function createSuwiBron<T extends { readonly Burgerservicenr: string }>(
  dienst: SuwiDienst,
  clientSuwi: z.ZodType<T>,
  toegang: SuwiToegang,
): Bulkvraag<string, T> {
  const bericht = z.looseObject({ ClientSuwi: clientSuwi });
  const pad = suwiPad(dienst);
  const naar = toegang.url.href.replace(/\/$/, '') + pad;
  return perSleutel(dienst.bron, async (clientnummer, raadpleging) => {
    const bsn = toegang.bsnVan(clientnummer);
    if (bsn === undefined) throw new BronFout('FOUT', 'CLIENTNUMMER_ONBEKEND');
    const antwoord = await vraagSoap(
      toegang.http,
      {
        path: pad,
        header: suwiHeader({ actie: suwiActie(dienst, dienst.vraag), naar, van: toegang.afnemer }),
        body: `<smls:${dienst.vraag} xmlns:smls="${suwiNamespace(dienst)}"><Burgerservicenr>${bsn}</Burgerservicenr></smls:${dienst.vraag}>`,
        antwoordElement: `${dienst.vraag}Response`,
      },
      raadpleging,
    );
    return leesFwiAntwoord(antwoord, bericht, ({ ClientSuwi }) =>
      ClientSuwi.Burgerservicenr === bsn ? ClientSuwi : undefined,
    );
  });
}
