/** For tests of this room: certificates, a question, and a signer that can be told to do wrong. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { soapEnvelop } from '../soap.ts';
import { createUitgever, type Sleutelpaar } from '../stub/development-certificates.ts';
import { wsAddressing } from '../ws-addressing.ts';
import { algoritmen, wss } from './namen.ts';
import type { Sleutelmateriaal } from './sleutelmateriaal.ts';

const uitgever = await createUitgever({ cn: 'Proef CA' });

/** Our own pair, one of somebody else, and one that is no longer valid. */
export const paren = {
  eigen: await uitgever.geefUit({ cn: 'eigen' }),
  ander: await uitgever.geefUit({ cn: 'ander' }),
  verlopen: await uitgever.geefUit({ cn: 'verlopen', geldigTot: new Date('2021-01-01T00:00:00Z') }),
} as const;

/** The moment of these tests. */
export const nu = new Date('2026-01-15T09:00:00Z');

export function materiaalVan({ sleutel, certificaat }: Sleutelpaar): Sleutelmateriaal {
  return { sleutel: createPrivateKey(sleutel), certificaat: new X509Certificate(certificaat) };
}

/** Header and body of a question about this BSN, with a message id of its own. */
export function vraagOver(bsn: string) {
  return {
    header: wsAddressing({
      actie: 'urn:proef:Vraag',
      naar: 'https://broker.example/proef',
      van: 'https://werkplein.example/?oin=00000001001783000000',
    }),
    body: `<d:Vraag xmlns:d="urn:proef"><Burgerservicenr>${bsn}</Burgerservicenr></d:Vraag>`,
  };
}

export type Afwijking = {
  readonly paar?: Sleutelpaar;
  readonly handtekening?: string;
  readonly digest?: string;
  readonly transforms?: readonly string[];
  readonly canonicalisatie?: string;
  /** XPath of what is signed. */
  readonly dekt?: string;
  readonly gemaakt?: Date;
  readonly verloopt?: Date;
  /** What else stands in the Security header. */
  readonly erbij?: string;
  /** Signs with HMAC and the text of the certificate as the shared key. */
  readonly hmac?: boolean;
};

const alles =
  "/*/*[local-name(.)='Body'] | //*[local-name(.)='Timestamp'] | /*/*[local-name(.)='Header']/*[not(local-name(.)='Security')]";

/** A message signed by another implementation than ours (xml-crypto's), well or otherwise. */
export function elders(
  { header, body }: { readonly header: string; readonly body: string },
  afwijking: Afwijking = {},
): string {
  const { paar = paren.eigen, gemaakt = nu } = afwijking;
  const { verloopt = new Date(gemaakt.getTime() + 60_000) } = afwijking;
  const token = new X509Certificate(paar.certificaat).raw.toString('base64');
  const security = `<wsse:Security xmlns:wsse="${wss.wsse}" xmlns:wsu="${wss.wsu}"><wsu:Timestamp><wsu:Created>${gemaakt.toISOString()}</wsu:Created><wsu:Expires>${verloopt.toISOString()}</wsu:Expires></wsu:Timestamp><wsse:BinarySecurityToken wsu:Id="X" EncodingType="${wss.base64}" ValueType="${wss.x509v3}">${token}</wsse:BinarySecurityToken>${afwijking.erbij ?? ''}</wsse:Security>`;
  const maker = new SignedXml({
    idMode: 'wssecurity',
    privateKey: afwijking.hmac === true ? paar.certificaat : paar.sleutel,
    signatureAlgorithm: afwijking.handtekening ?? algoritmen.handtekening,
    canonicalizationAlgorithm: afwijking.canonicalisatie ?? algoritmen.canonicalisatie,
  });
  if (afwijking.hmac === true) maker.enableHMAC();
  maker.getKeyInfoContent = () =>
    `<wsse:SecurityTokenReference xmlns:wsse="${wss.wsse}"><wsse:Reference URI="#X"/></wsse:SecurityTokenReference>`;
  maker.addReference({
    xpath: afwijking.dekt ?? alles,
    transforms: [...(afwijking.transforms ?? [algoritmen.canonicalisatie])],
    digestAlgorithm: afwijking.digest ?? algoritmen.digest,
  });
  maker.computeSignature(soapEnvelop(security + header, body), {
    prefix: 'ds',
    location: { reference: "//*[local-name(.)='Security']", action: 'append' },
  });
  return maker.getSignedXml();
}
