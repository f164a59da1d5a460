import { z } from 'zod';
import { dienstActie, dienstPad } from '../soap-dienst.ts';
import type { BronStub, StubRequest, StubResponse } from '../stub/bron-stub.ts';
import { createFwiStub, type FwiTaal, fwiFout } from '../stub/fwi-stub.ts';
import { leesSoapVraag, onbekendeDienst, type SoapWeigering, soapFault } from '../stub/soap-stub.ts';
import { xmlWaarde } from '../stub/xml-stub.ts';
import { wsAddressing } from '../ws-addressing.ts';
import type { GeweigerdeHandtekening, Handtekeningcontrole } from '../ws-security/index.ts';
import { type SuwiDienst, suwiml } from './bron.ts';
import { burgerservicenr } from './elementen.ts';

/** A SuwiML service as it is simulated: what it knows of a person. */
export type SuwiStubDienst = {
  readonly dienst: SuwiDienst;
  /** Content of the answer element for this BSN, as finished XML; undefined when the source knows nothing. */
  readonly gegevens: (bsn: string) => string | undefined;
  /** Well-formed content of the answer element that is not what the schema says. */
  readonly verkeerdeVorm: (bsn: string) => string;
  /** How the signature of a question is checked; left out none is asked for, as an intermediary that signs itself. */
  readonly handtekening?: Handtekeningcontrole;
};

const taal: FwiTaal = {
  namespace: `${suwiml}/FWI/v0205`,
  melder: xmlWaarde('DN', 'CN=suwinet-stub,O=Inlichtingenbureau,C=NL'),
};

type Vraag = {
  readonly dienst: SuwiDienst;
  readonly bsn: string;
  readonly messageId: string;
  readonly van: string;
  readonly naar: string;
};

/** A SuwiML service simulated over SOAP 1.1 with the WS-Addressing of Transactiestandaard 4.0. */
export function createSuwiStub({ dienst, gegevens, verkeerdeVorm, handtekening }: SuwiStubDienst): BronStub {
  return createFwiStub<Vraag>({
    bron: dienst.bron,
    taal,
    leesVraag: (request) => {
      if (request.path !== dienstPad(dienst)) return onbekendeDienst();
      const gecontroleerd = handtekening?.(request.body) ?? { envelop: request.body };
      if ('code' in gecontroleerd) return weigerHandtekening(gecontroleerd);
      // Of a signed question nothing is read but what the signature is over.
      const vraag = leesVraag({ ...request, body: gecontroleerd.envelop }, dienst);
      return 'fout' in vraag ? weiger(vraag) : vraag;
    },
    // Addressed to who asked, and tied to the question.
    kop: ({ messageId, van, naar }) =>
      wsAddressing({ actie: dienstActie(dienst, 'antwoord'), naar: van, van: naar, betreft: messageId }),
    gegevens: ({ bsn }) => gegevens(bsn),
    verkeerdeVorm: ({ bsn }) => verkeerdeVorm(bsn),
  });
}

function weigerHandtekening({ namespace, code, tekst }: GeweigerdeHandtekening): StubResponse {
  return soapFault({ code: { namespace, naam: code }, tekst });
}

/** `AanvraagNietOk` of the WSDL. */
function weiger({ code, fout }: SoapWeigering): StubResponse {
  return soapFault({ code: 'Client', tekst: fout, detail: fwiFout(taal, `SB-${code}`, fout) });
}

const bericht = z.looseObject({ MessageID: z.string().min(1), To: z.string().min(1) });
const afzender = z.looseObject({
  From: z.looseObject({ Address: z.string().regex(/^https?:\/\/\S+\?oin=\d{20}$/) }),
});
const bedoeling = z.looseObject({ Action: z.string() });
const inhoud = z.looseObject({ Burgerservicenr: burgerservicenr });

/** The checks of the broker, in its order: protocol, addressing header, body. */
function leesVraag(request: StubRequest, dienst: SuwiDienst): Vraag | SoapWeigering {
  const vraag = leesSoapVraag(request, dienst);
  if ('fout' in vraag) return vraag;
  const adres = bericht.safeParse(vraag.header);
  if (!adres.success) return { code: 401, fout: 'WS-Addressing: MessageID or To is missing' };
  const wie = afzender.safeParse(vraag.header);
  if (!wie.success) return { code: 403, fout: 'WS-Addressing: From is no address with an OIN' };
  if (bedoeling.safeParse(vraag.header).data?.Action !== dienstActie(dienst, 'vraag')) {
    return { code: 402, fout: 'WS-Addressing: Action is not that of this service' };
  }
  const over = inhoud.safeParse(vraag.inhoud);
  if (!over.success) return { code: 422, fout: 'Body is not valid against its XSD' };
  return {
    dienst,
    bsn: over.data.Burgerservicenr,
    messageId: adres.data.MessageID,
    van: wie.data.From.Address,
    naar: adres.data.To,
  };
}
