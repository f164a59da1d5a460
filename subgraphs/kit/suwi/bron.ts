import type { z } from 'zod';
import { bsnOfFout } from '../bekend.ts';
import { client, deClient } from '../betrokkene.ts';
import type { BronConfig } from '../bron-config.ts';
import { metDerden } from '../bronantwoord.ts';
import type { Pseudonimiseerder } from '../clientnummer.ts';
import { leesFwiAntwoord } from '../fwi.ts';
import { createHttpBron } from '../http-bron.ts';
import { type Bulkvraag, perSleutel } from '../raadpleeg.ts';
import type { Ondertekenaar } from '../soap.ts';
import { dienstActie, dienstAdres, type SoapDienst, vraagDienst } from '../soap-dienst.ts';
import { wsAddressing } from '../ws-addressing.ts';
import { derdenIn } from './derden.ts';

/** One SuwiML service, and the value of the partner's enum `Bron` that it is. */
export type SuwiDienst = SoapDienst & { readonly bron: string };

/** Where the names of all SuwiML services begin. */
export const suwiml = 'http://bkwi.nl/SuwiML';

/** Where a SuwiML service is, and who asks. */
export type SuwiConfig = BronConfig & {
  /** `wsa:From`: address of the asking application with its OIN, `https://…?oin=<20 digits>`. */
  readonly afnemer: string;
};

/** `wsa:From` of who asks (Transactiestandaard 4.0): its address and its Organisatie-identificatienummer. */
export function suwiAfnemer(adres: URL, oin: string): string {
  return `${adres.href}?oin=${oin}`;
}

/** What every answer with data says: whose they are. */
type OverEenPersoon = { readonly ClientSuwi: { readonly Burgerservicenr: string } };

/** A SuwiML service as a source: one question per clientnummer, side by side as far as its bulkhead allows. */
export type SuwiBron<T> = {
  readonly vraag: Bulkvraag<string, T>;
  readonly sluit: () => Promise<void>;
};

/** Opens a SuwiML service: where it is and who asks, whose BSN a clientnummer stands for, and who signs. */
export type OpenSuwiBron<T> = (
  config: SuwiConfig,
  deps: Pseudonimiseerder & { readonly onderteken?: Ondertekenaar | undefined },
) => SuwiBron<T>;

/**
 * A SuwiML service, to be opened; SuwiML has no batch call. An answer about another person than the one asked
 * for is ONVERWACHTE_VORM: a source that mixes people up must not leak a file. Messages are signed (WS-Security) where
 * they leave the organisation: by us with `onderteken`, or else by its SuwiML intermediary.
 * @param antwoordVorm shape of the answer element when it holds data
 */
export function createSuwiBron<T extends OverEenPersoon>(
  dienst: SuwiDienst,
  antwoordVorm: z.ZodType<T>,
): OpenSuwiBron<T> {
  return (config, { bsnVan, clientnummerVan, onderteken }) => {
    const http = createHttpBron({ ...config, bron: dienst.bron });
    const adres = {
      actie: dienstActie(dienst, 'vraag'),
      naar: dienstAdres(dienst, config.url),
      van: config.afnemer,
    };
    return {
      vraag: perSleutel(dienst.bron, deClient, async (clientnummer, raadpleging) => {
        const bsn = bsnOfFout(bsnVan, clientnummer);
        const vraag = {
          header: () => wsAddressing(adres),
          inhoud: `<Burgerservicenr>${bsn}</Burgerservicenr>`,
          onderteken,
        };
        const antwoord = await vraagDienst(http, dienst, vraag, raadpleging);
        const resultaat = leesFwiAntwoord(antwoord, antwoordVorm, (bericht) =>
          bericht.ClientSuwi.Burgerservicenr === bsn ? bericht : undefined,
        );
        const derden = derdenIn(antwoord.inhoud, bsn).map((nummer) => client(clientnummerVan(nummer)));
        return metDerden(resultaat, derden);
      }),
      sluit: http.sluit,
    };
  };
}
