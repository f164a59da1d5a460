import { verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { BronFout } from '../bronantwoord.ts';
import { soapNamespace } from '../soap.ts';
import { wsaNamespace } from '../ws-addressing.ts';
import { leesXml } from '../xml.ts';
import { type OndertekendBericht, ontleedBericht } from './bericht.ts';
import { canoniek, digest } from './canoniek.ts';
import { tekstVan as inhoudVan, isElement } from './elementen.ts';
import { wss } from './namen.ts';
import { Weigering, type WssFoutcode } from './weigering.ts';

/** The fault that a broker gives, and the namespace of its code. */
export type GeweigerdeHandtekening = {
  readonly namespace: string;
  readonly code: WssFoutcode;
  readonly tekst: string;
};

/**
 * Checks a signed message at the moment it comes in, and gives the envelope made of what was verified and of nothing
 * else.
 */
export type Handtekeningcontrole = (envelop: string) => { readonly envelop: string } | GeweigerdeHandtekening;

export type Controleopties = {
  /** Certificates in PEM that may sign; there is no chain to follow. */
  readonly vertrouwd: readonly string[];
  readonly now: () => Date;
};

/** How far the clocks of sender and receiver may be apart. */
const speling = 60_000;
/** Longest validity that a sender may give its message. */
const langsteGeldigheid = 10 * 60_000;

/**
 * The check of a receiver that remembers what it received: a message is taken once. It is stricter than the standard
 * where that is safe to be: see `ontleedBericht`.
 */
export function createHandtekeningcontrole({ vertrouwd, now }: Controleopties): Handtekeningcontrole {
  const bekend = new Map(vertrouwd.map((pem) => new X509Certificate(pem)).map((c) => [c.fingerprint256, c]));
  const ontvangen = new Map<string, number>();

  const eenmalig = (sleutels: readonly string[], nu: number, tot: number): void => {
    for (const [sleutel, verloopt] of ontvangen) {
      // Oldest first: the first that is still remembered ends the search.
      if (verloopt > nu) break;
      ontvangen.delete(sleutel);
    }
    if (sleutels.some((sleutel) => ontvangen.has(sleutel))) {
      throw new Weigering('InvalidSecurity', 'this message was received before');
    }
    for (const sleutel of sleutels) ontvangen.set(sleutel, tot);
  };

  return (tekst) => {
    try {
      const nu = now();
      const bericht = ontleedBericht(tekst);
      const certificaat = vindCertificaat(bericht.token, bekend, nu);
      const geverifieerd = verifieer(bericht, certificaat);
      leesTimestamp(geverifieerd.timestamp, nu.getTime());
      const sleutels = [bericht.waarde, ...geverifieerd.messageIds];
      eenmalig(sleutels, nu.getTime(), nu.getTime() + langsteGeldigheid + 2 * speling);
      return { envelop: geverifieerd.envelop };
    } catch (error) {
      if (!(error instanceof Weigering || error instanceof BronFout)) throw error;
      const { code, message } =
        error instanceof Weigering ? error : new Weigering('InvalidSecurity', 'not well-formed');
      return { namespace: code === 'MessageExpired' ? wss.wsu : wss.wsse, code, tekst: message };
    }
  };
}

function vindCertificaat(
  der: Buffer,
  bekend: ReadonlyMap<string, X509Certificate>,
  nu: Date,
): X509Certificate {
  let fingerprint: string;
  try {
    ({ fingerprint256: fingerprint } = new X509Certificate(der));
  } catch {
    throw new Weigering('InvalidSecurityToken', 'the token is no certificate');
  }
  const certificaat = bekend.get(fingerprint);
  if (certificaat === undefined) {
    throw new Weigering('FailedAuthentication', 'the certificate is of nobody known here');
  }
  if (new Date(certificaat.validFrom) > nu || new Date(certificaat.validTo) <= nu) {
    throw new Weigering('InvalidSecurityToken', 'the certificate is not valid now');
  }
  return certificaat;
}

type Geverifieerd = {
  readonly envelop: string;
  readonly timestamp: string;
  readonly messageIds: readonly string[];
};

/** What was signed, in its canonical form, put together again. @throws Weigering FailedCheck */
function verifieer(
  { info, waarde, ondertekend, body, timestamp }: OndertekendBericht,
  { publicKey }: X509Certificate,
): Geverifieerd {
  const delen = ondertekend.map(({ element, digest: verwacht }) => ({
    element,
    verwacht,
    tekst: canoniek(element),
  }));
  const klopt =
    delen.every(({ tekst, verwacht }) => digest(tekst) === verwacht) &&
    publicKey.asymmetricKeyType === 'rsa' &&
    verify('RSA-SHA256', Buffer.from(canoniek(info)), publicKey, Buffer.from(waarde, 'base64'));
  if (!klopt) throw new Weigering('FailedCheck', 'the signature is not that of this message');
  const tekstVan = (gezocht: Element) => delen.find(({ element }) => element === gezocht)?.tekst ?? '';
  const blokken = delen.filter(({ element }) => element !== body && element !== timestamp);
  return {
    envelop: `<soapenv:Envelope xmlns:soapenv="${soapNamespace}"><soapenv:Header>${blokken.map(({ tekst }) => tekst).join('')}</soapenv:Header>${tekstVan(body)}</soapenv:Envelope>`,
    timestamp: tekstVan(timestamp),
    messageIds: blokken
      .filter(({ element }) => isElement(element, wsaNamespace, 'MessageID'))
      .map(({ element }) => inhoudVan(element)),
  };
}

const moment = z.iso.datetime().transform((waarde) => new Date(waarde).getTime());
const timestampvorm = z.object({ Timestamp: z.object({ Created: moment, Expires: moment.optional() }) });

/** @throws Weigering MessageExpired, also for a message of later */
function leesTimestamp(canoniek: string, nu: number): void {
  const gelezen = timestampvorm.safeParse(leesXml(canoniek, (n) => n === wss.wsu));
  if (!gelezen.success) throw new Weigering('InvalidSecurity', 'the time stamp says no moment');
  const { Created, Expires = Created + langsteGeldigheid } = gelezen.data.Timestamp;
  if (Created > nu + speling) throw new Weigering('MessageExpired', 'the message is of later than now');
  if (Expires <= nu - speling || Expires <= Created) {
    throw new Weigering('MessageExpired', 'the message has expired');
  }
  if (Expires - Created > langsteGeldigheid) {
    throw new Weigering('MessageExpired', 'the message is valid for longer than is allowed');
  }
}
