import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHandtekeningcontrole } from './controle.ts';
import { wss } from './namen.ts';
import { ondertekendeEnvelop } from './onderteken.ts';
import { type Afwijking, elders, materiaalVan, nu, paren, vraagOver } from './proefbericht.ts';

const bekend = [paren.eigen.certificaat, paren.verlopen.certificaat];

/** The code of the fault, or the BSN that is read, of a broker that received nothing before. */
function ontvang(tekst: string, moment = nu): string {
  const uitkomst = createHandtekeningcontrole({ vertrouwd: bekend, now: () => moment })(tekst);
  if ('code' in uitkomst) return uitkomst.code;
  return [...uitkomst.envelop.matchAll(/<Burgerservicenr>([^<]*)</g)].map(([, bsn]) => bsn).join(' ');
}

const delen = vraagOver('999990019');
const goed = ondertekendeEnvelop(delen, materiaalVan(paren.eigen), nu);
const deel = (naam: string) => new RegExp(`<(\\w+:)?${naam}[ >].*</(\\w+:)?${naam}>`).exec(goed)?.[0] ?? '';
const body = deel('Body');
const vals = body.replace('999990019', '999990020');
const over = (minuten: number) => new Date(nu.getTime() + minuten * 60_000);

it('a message that is signed well is read, whoever signed it', () => {
  expect([ontvang(goed), ontvang(elders(delen))]).toEqual(['999990019', '999990019']);
});

it.each<[string, Afwijking, string]>([
  ['another certificate', { paar: paren.ander }, 'FailedAuthentication'],
  ['a certificate that has expired', { paar: paren.verlopen }, 'InvalidSecurityToken'],
  [
    'our certificate and the key of another',
    { paar: { ...paren.eigen, sleutel: paren.ander.sleutel } },
    'FailedCheck',
  ],
  ['RSA with SHA-1', { handtekening: `${wss.ds}rsa-sha1` }, 'UnsupportedAlgorithm'],
  ['SHA-1 digests', { digest: `${wss.ds}sha1` }, 'UnsupportedAlgorithm'],
  [
    'HMAC with the certificate as its key',
    { hmac: true, handtekening: `${wss.ds}hmac-sha1` },
    'UnsupportedAlgorithm',
  ],
  [
    'inclusive canonicalization',
    { canonicalisatie: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' },
    'UnsupportedAlgorithm',
  ],
  [
    'a transform before exc-c14n',
    { transforms: [`${wss.ds}enveloped-signature`, 'http://www.w3.org/2001/10/xml-exc-c14n#'] },
    'UnsupportedAlgorithm',
  ],
  [
    'another transform than exc-c14n',
    { transforms: ['http://www.w3.org/2001/10/xml-exc-c14n#WithComments'] },
    'UnsupportedAlgorithm',
  ],
  [
    'no signature over the body',
    { dekt: "//*[local-name(.)='Timestamp'] | /*/*[1]/*[position()>1]" },
    'InvalidSecurity',
  ],
  ['no signature over the time stamp', { dekt: '/*/*[2] | /*/*[1]/*[position()>1]' }, 'InvalidSecurity'],
  ...['MessageID', 'From', 'To', 'Action'].map((naam): [string, Afwijking, string] => [
    `no signature over ${naam}`,
    {
      dekt: `/*/*[2] | //*[local-name(.)='Timestamp'] | /*/*[1]/*[position()>1 and not(local-name(.)='${naam}')]`,
    },
    'InvalidSecurity',
  ]),
  ['a signature over something in the body', { dekt: '/*/*[2]/*' }, 'InvalidSecurity'],
  ['a signature over the whole envelope', { dekt: '/*' }, 'InvalidSecurity'],
  ['a message of ten minutes ago', { gemaakt: over(-10) }, 'MessageExpired'],
  ['a message of in ten minutes', { gemaakt: over(10) }, 'MessageExpired'],
  ['a message that is valid for a day', { verloopt: over(24 * 60) }, 'MessageExpired'],
  ['a message that was never valid', { verloopt: over(-0.5) }, 'MessageExpired'],
  ['clocks that are a little apart', { gemaakt: over(0.5) }, '999990019'],
  ['a second time stamp', { erbij: `<wsu:Timestamp xmlns:wsu="${wss.wsu}"/>` }, 'InvalidSecurity'],
])('%s', (_naam, afwijking, verwacht) => {
  expect(ontvang(elders(delen, afwijking))).toBe(verwacht);
});

const kop = (inhoud: string) => goed.replace('</soapenv:Header>', () => `${inhoud}</soapenv:Header>`);
const zonderIds = (xml: string) => xml.replaceAll(/ wsu:Id="D\d"/g, '');

it.each([
  ['no Security header', goed.replace(deel('wsse:Security'), ''), 'InvalidSecurity'],
  ['no signature', goed.replace(deel('ds:Signature'), ''), 'InvalidSecurity'],
  ['two Security headers', kop(deel('wsse:Security')), 'InvalidSecurity'],
  ['another body', goed.replace(body, vals), 'FailedCheck'],
  ['another To', goed.replace('broker.example', 'elders.example'), 'FailedCheck'],
  ['another Action', goed.replace('urn:proef:Vraag', 'urn:proef:Ander'), 'FailedCheck'],
  ['another time stamp', goed.replace('T09:05:00', 'T09:06:00'), 'FailedCheck'],
  ['another digest', goed.replace(/(<ds:DigestValue>)./, '$1A'), 'FailedCheck'],
  ['another signature value', goed.replace(/(<ds:SignatureValue>)../, '$1AA'), 'FailedCheck'],
  ['a header block that is not signed', kop('<x:X xmlns:x="urn:x"/>'), 'InvalidSecurity'],
  ['a token that is no certificate', goed.replace(/(Id="X509">)[^<]*/, '$1QUJD'), 'InvalidSecurityToken'],
  ['a token of another kind', goed.replaceAll('#X509v3', '#PKCS7'), 'UnsupportedSecurityToken'],
  ['a key that is named elsewhere', goed.replace('URI="#X509"', 'URI="#X510"'), 'InvalidSecurity'],
  ['a reference to all of the message', goed.replace('URI="#D5"', 'URI=""'), 'InvalidSecurity'],
  ['a reference to another place', goed.replace('URI="#D5"', 'URI="http://x.example/"'), 'InvalidSecurity'],
  [
    'a DOCTYPE',
    goed.replace('<soapenv:Envelope', '<!DOCTYPE e [<!ENTITY x "y">]><soapenv:Envelope'),
    'InvalidSecurity',
  ],
  ['no XML', 'nee', 'InvalidSecurity'],
  ['nothing', '', 'InvalidSecurity'],
  ['SOAP 1.2', goed.replaceAll('schemas.xmlsoap.org/soap', 'www.w3.org/2003/05/soap'), 'InvalidSecurity'],
])('%s is refused', (_naam, tekst, verwacht) => {
  expect(tekst).not.toBe(goed);
  expect(ontvang(tekst)).toBe(verwacht);
});

describe('signature wrapping: what was signed moves aside, something else takes its place', () => {
  const andere = goed.replace(body, zonderIds(vals));
  const naast = (inhoud: string) => andere.replace('</soapenv:Header>', () => `${inhoud}</soapenv:Header>`);
  it.each([
    ['the body in a header of its own', naast(`<x:X xmlns:x="urn:x">${body}</x:X>`)],
    ['the body directly in the header', naast(body)],
    ['the body in the Security header', andere.replace('</wsse:Security>', () => `${body}</wsse:Security>`)],
    [
      'the body in the signature',
      andere.replace('</ds:Signature>', () => `<ds:Object>${body}</ds:Object></ds:Signature>`),
    ],
    ['the body behind the other', andere.replace('</soapenv:Envelope>', () => `${body}</soapenv:Envelope>`)],
    ['the body before the other', goed.replace(body, () => body + zonderIds(vals))],
    [
      'the body within the other',
      goed.replace(body, () => zonderIds(vals).replace('</soapenv:Body>', () => `${body}</soapenv:Body>`)),
    ],
    [
      'the same id twice',
      goed.replace(body, () => vals).replace('</soapenv:Header>', () => `${body}</soapenv:Header>`),
    ],
    ['the same id, of no namespace', kop('<x:X xmlns:x="urn:x" ID="D5"/>')],
    [
      'To in a header of its own',
      goed.replace(
        deel('wsa:To'),
        () =>
          `${zonderIds(deel('wsa:To')).replace('broker', 'elders')}<x:X xmlns:x="urn:x">${deel('wsa:To')}</x:X>`,
      ),
    ],
    [
      'a time stamp in a header of its own',
      goed
        .replace(deel('wsu:Timestamp'), () => zonderIds(deel('wsu:Timestamp')))
        .replace(
          '</soapenv:Header>',
          () => `<x:X xmlns:x="urn:x">${deel('wsu:Timestamp')}</x:X></soapenv:Header>`,
        ),
    ],
  ])('%s', (_naam, tekst) => {
    expect(tekst).not.toBe(goed);
    expect(ontvang(tekst)).toBe('InvalidSecurity');
  });
});

it('an id that two elements have is refused, also when all of it is signed', () => {
  const met = (id: string) => delen.body.replace('<Burger', `<q Id="${id}"/><Burger`);
  expect(ontvang(elders({ ...delen, body: met('_9') }))).toBe('999990019');
  expect(ontvang(elders({ ...delen, body: met('_0') }))).toBe('InvalidSecurity');
});

it('what is read is what was verified: a comment is in neither', () => {
  expect(ontvang(goed.replace('999990019', '9999<!-- 1 -->90019'))).toBe('999990019');
});

it('whatever is changed, it is refused or nothing has changed', () => {
  const controle = () => createHandtekeningcontrole({ vertrouwd: bekend, now: () => nu });
  const eerlijk = controle()(goed);
  const plaats = fc.integer({ min: 0, max: goed.length - 1 });
  const stuk = fc.oneof(
    fc.constantFrom('', '<!-- -->', '<a/>', ' ', '&#48;', ' Id="D5"', body, vals, deel('wsa:To')),
    fc.string({ maxLength: 3 }),
  );
  let geweigerd = 0;
  fc.assert(
    fc.property(plaats, fc.integer({ min: 0, max: 40 }), stuk, (van, lengte, nieuw) => {
      const uitkomst = controle()(goed.slice(0, van) + nieuw + goed.slice(van + lengte));
      if ('code' in uitkomst) geweigerd += 1;
      else expect(uitkomst).toEqual(eerlijk);
    }),
    { numRuns: 1_000 },
  );
  expect(geweigerd).toBeGreaterThan(800);
});

describe('a broker that remembers', () => {
  it('takes a message once, and none with its id', () => {
    let moment = nu;
    const controle = createHandtekeningcontrole({ vertrouwd: bekend, now: () => moment });
    const code = (tekst: string) => {
      const uitkomst = controle(tekst);
      return 'code' in uitkomst ? uitkomst.code : 'taken';
    };
    const zelfdeId = elders(delen);
    const ander = elders(vraagOver('999990019'));
    expect([goed, goed, zelfdeId, ander].map(code)).toEqual([
      'taken',
      'InvalidSecurity',
      'InvalidSecurity',
      'taken',
    ]);
    moment = over(5);
    expect(code(goed)).toBe('InvalidSecurity');
    moment = over(30);
    expect(code(goed)).toBe('MessageExpired');
  });

  it('does not remember what it refused', () => {
    let moment = over(-10);
    const controle = createHandtekeningcontrole({ vertrouwd: bekend, now: () => moment });
    expect(controle(goed)).toMatchObject({ code: 'MessageExpired', namespace: wss.wsu });
    moment = nu;
    expect(controle(goed)).toHaveProperty('envelop');
  });
});
