/**
 * Attacks on what reads XML, by a source that has been taken over: over the real protocol, on every source that speaks
 * XML. The slice of that source says so, the rest of the profile is what it was, and nothing of the attack comes out.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Antwoord, type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { bronPrefix } from '../../subgraphs/kit/index.ts';
import { operatie, toetsmoment } from '../operations.ts';
import { slices, zonder } from '../slices.ts';

const xmlBronnen = [
  ['gemeente', 'GWS'],
  ['gemeente', 'SUWI_BIJSTAND'],
  ['gemeente', 'SUWI_REINTEGRATIE'],
  ['uwv', 'SUWINET_WERKNEMERSVERZEKERINGEN'],
  ['uwv', 'SUWINET_INKOMSTEN'],
  ['uwv', 'SUWINET_WERKZOEKENDE'],
  ['uwv', 'SUWINET_DOELGROEPREGISTER'],
  ['uwv', 'SUWINET_AANVRAAGSTATUS'],
] as const;

/** A word that must not come out, and a person that nobody asked about. */
const kenmerk = 'INTERN-AANVAL';
const anderBsn = '999900018';

type Aanval = {
  readonly naam: string;
  readonly maak: (xml: string) => string | Buffer;
  /** What it must come to: an answer that is refused, or what it is without the attack. */
  readonly wordt: 'FOUT' | 'ongewijzigd';
};

const dtd = (regels: string) => (xml: string) =>
  xml.replace(/<soapenv:Envelope/, `<!DOCTYPE e [${regels}]><soapenv:Envelope`);
/** Stands where the answer says whose it is. */
const inBsn = (xml: string, inhoud: string) =>
  xml.replace(/(<Burger[sS]ervice[nN]r>)\d+/, (_heel, open: string) => open + inhoud);
const antwoord = /(?<=<soapenv:Body>)(<(\w+:\w+)[ >].*<\/\2>)(?=<\/soapenv:Body>)/s;
const lach = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

let opgevraagd = 0;
let elders: Server;
const adres = () => `http://127.0.0.1:${(elders.address() as AddressInfo).port}`;

const aanvallen: readonly Aanval[] = [
  {
    naam: 'entities that grow',
    wordt: 'FOUT',
    maak: (xml) => inBsn(dtd(`<!ENTITY l0 "${kenmerk}">${lach}`)(xml), '&l12;'),
  },
  {
    naam: 'one long entity, often',
    wordt: 'FOUT',
    maak: (xml) => inBsn(dtd(`<!ENTITY x "${'x'.repeat(50_000)}">`)(xml), '&x;'.repeat(50_000)),
  },
  { naam: 'an entity of itself', wordt: 'FOUT', maak: (xml) => inBsn(dtd('<!ENTITY x "&x;">')(xml), '&x;') },
  {
    naam: 'a file as entity',
    wordt: 'FOUT',
    maak: (xml) => inBsn(dtd('<!ENTITY x SYSTEM "file:///etc/hostname">')(xml), '&x;'),
  },
  {
    naam: 'an address as entity',
    wordt: 'FOUT',
    maak: (xml) => inBsn(dtd(`<!ENTITY x SYSTEM "${adres()}/x">`)(xml), '&x;'),
  },
  {
    naam: 'a parameter entity',
    wordt: 'FOUT',
    maak: (xml) => dtd(`<!ENTITY % x SYSTEM "${adres()}/x.dtd"> %x;`)(xml),
  },
  {
    naam: 'a DTD elsewhere',
    wordt: 'FOUT',
    maak: (xml) =>
      xml.replace('<soapenv:Envelope', `<!DOCTYPE e SYSTEM "${adres()}/e.dtd"><soapenv:Envelope`),
  },
  { naam: 'a DOCTYPE that does nothing', wordt: 'FOUT', maak: dtd('') },
  { naam: 'an entity that is not declared', wordt: 'FOUT', maak: (xml) => inBsn(xml, '&x;') },
  {
    naam: 'a schema elsewhere',
    wordt: 'ongewijzigd',
    maak: (xml) =>
      xml.replace(
        '<soapenv:Body',
        ` <soapenv:Body xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x ${adres()}/x.xsd"`,
      ),
  },
  {
    naam: 'an inclusion of elsewhere',
    wordt: 'ongewijzigd',
    maak: (xml) =>
      xml.replace(antwoord, (deel) =>
        deel.replace(
          /<\/[^<]+>$/,
          (dicht) =>
            `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${adres()}/x.xml"/>${dicht}`,
        ),
      ),
  },
  {
    naam: 'elements nested a hundred thousand deep',
    wordt: 'FOUT',
    maak: (xml) => xml.replace(antwoord, () => '<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
  },
  {
    naam: 'elements nested without end',
    wordt: 'FOUT',
    maak: (xml) => xml.replace(antwoord, () => '<a>'.repeat(300_000)),
  },
  {
    naam: 'an attribute of two megabytes',
    wordt: 'ongewijzigd',
    maak: (xml) => xml.replace('<soapenv:Body', `<soapenv:Body a="${'x'.repeat(2_000_000)}"`),
  },
  {
    naam: 'twenty thousand attributes',
    wordt: 'ongewijzigd',
    maak: (xml) =>
      xml.replace(
        '<soapenv:Body',
        `<soapenv:Body ${Array.from({ length: 20_000 }, (_, i) => `a${i}="${kenmerk}"`).join(' ')}`,
      ),
  },
  {
    naam: 'the same attribute twice',
    wordt: 'FOUT',
    maak: (xml) => xml.replace('<soapenv:Body', '<soapenv:Body a="1" a="2"'),
  },
  {
    naam: 'more than is ever read',
    wordt: 'FOUT',
    maak: (xml) => xml.replace('<soapenv:Body', `<!--${'x'.repeat(11 * 1024 * 1024)}--><soapenv:Body`),
  },
  {
    naam: 'a second body',
    wordt: 'FOUT',
    maak: (xml) => xml.replace(/<soapenv:Body>.*<\/soapenv:Body>/s, (body) => body + inBsn(body, anderBsn)),
  },
  { naam: 'a second envelope', wordt: 'FOUT', maak: (xml) => xml + xml.replace(/^<\?xml[^>]*\?>/, '') },
  {
    naam: 'a second answer beside the first',
    wordt: 'FOUT',
    maak: (xml) => xml.replace(antwoord, (deel) => deel + inBsn(deel, anderBsn)),
  },
  {
    naam: 'an answer inside the answer',
    wordt: 'FOUT',
    maak: (xml) =>
      xml.replace(
        antwoord,
        (deel, _heel, naam: string) => `${/^<[^>]*>/.exec(deel)?.[0] ?? ''}${deel}</${naam}>`,
      ),
  },
  {
    naam: 'the answer in the header',
    wordt: 'FOUT',
    maak: (xml) => {
      const deel = antwoord.exec(xml)?.[0] ?? '';
      return xml.replace(antwoord, '').replace('</soapenv:Header>', () => `${deel}</soapenv:Header>`);
    },
  },
  {
    naam: 'the answer in an element of somebody else',
    wordt: 'FOUT',
    maak: (xml) => xml.replace(antwoord, (deel) => `<x:X xmlns:x="urn:x">${deel}</x:X>`),
  },
  {
    naam: 'two persons in one answer',
    wordt: 'FOUT',
    maak: (xml) => xml.replace(/<(ClientSuwi|Client)>.*<\/\1>/s, (deel) => deel + inBsn(deel, anderBsn)),
  },
  {
    naam: 'a fault beside the answer',
    wordt: 'FOUT',
    maak: (xml) =>
      xml.replace(
        antwoord,
        (deel) =>
          `${deel}<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>${kenmerk}</faultstring></soapenv:Fault>`,
      ),
  },
  { naam: 'another person', wordt: 'FOUT', maak: (xml) => inBsn(xml, anderBsn) },
  {
    naam: 'a number split by a comment',
    wordt: 'ongewijzigd',
    maak: (xml) => xml.replace(/(<Burger[sS]ervice[nN]r>\d{4})/, `$1<!-- ${kenmerk} -->`),
  },
  {
    naam: 'processing instructions',
    wordt: 'ongewijzigd',
    maak: (xml) =>
      xml.replace(
        '<soapenv:Body>',
        `<?php echo "${kenmerk}"; ?><?xml-stylesheet href="${adres()}/x.xsl"?><soapenv:Body>`,
      ),
  },
  {
    naam: 'bytes that are not UTF-8',
    wordt: 'FOUT',
    maak: (xml) =>
      Buffer.concat([
        Buffer.from(xml.replace(/<\/soapenv:Body>.*$/s, '<!--')),
        Buffer.from([0xff, 0xc0, 0x80]),
        Buffer.from(xml.replace(/^.*(?=<\/soapenv:Body>)/s, '-->')),
      ]),
  },
  {
    naam: 'UTF-16',
    wordt: 'FOUT',
    maak: (xml) => Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
  },
  {
    naam: 'a null byte in a text',
    wordt: 'FOUT',
    maak: (xml) => xml.replace(/(<Burger[sS]ervice[nN]r>\d+)/, '$1\u0000'),
  },
  {
    naam: 'a null character by number',
    wordt: 'FOUT',
    maak: (xml) => xml.replace(/(<Burger[sS]ervice[nN]r>\d+)/, '$1&#0;'),
  },
  {
    naam: 'an element that would reach a prototype',
    wordt: 'FOUT',
    maak: (xml) =>
      xml.replace(antwoord, (deel) =>
        deel.replace(/<\/[^<]+>$/, (dicht) => `<__proto__><vervuild>1</vervuild></__proto__>${dicht}`),
      ),
  },
];

let werkplein: LopendWerkplein;
let gezond: Antwoord;
let variables: Record<string, unknown>;
let aanval: { readonly bron: string; readonly maak: Aanval['maak'] } | undefined;
const tussen: Server[] = [];
const query = operatie('clientprofiel');

async function luister(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

/** Stands before a simulated source, and attacks when it is its turn. */
function kwaad(bron: string): Server {
  return createServer((request, response) => {
    const delen: Buffer[] = [];
    request.on('data', (deel: Buffer) => delen.push(deel));
    request.on('end', () => {
      void (async () => {
        const { 'content-type': type = '', soapaction = '' } = request.headers;
        const echt = await fetch(`${werkplein.bronnen[bron]?.url ?? ''}${request.url ?? ''}`, {
          method: 'POST',
          headers: { 'content-type': type, soapaction: String(soapaction) },
          body: Buffer.concat(delen),
        });
        const xml = await echt.text();
        response.writeHead(echt.status, { 'content-type': 'text/xml; charset=utf-8' });
        response.end(aanval?.bron === bron ? aanval.maak(xml) : xml);
      })();
    });
  });
}

beforeAll(async () => {
  elders = await luister(
    createServer((_request, response) => {
      opgevraagd += 1;
      response.end(kenmerk);
    }),
  );
  const env: Record<string, string> = {};
  for (const [partner, bron] of xmlBronnen) {
    const server = await luister(kwaad(bron));
    tussen.push(server);
    env[`${bronPrefix(partner, bron)}_URL`] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  werkplein = await startWerkplein({ now: toetsmoment, env });
  variables = {
    clientnummer: werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[0]?.bsn ?? ''),
  };
  gezond = await werkplein.vraag(query, variables);
});

afterAll(async () => {
  await werkplein.stop();
  for (const server of [elders, ...tussen]) {
    server.closeAllConnections();
    server.close();
  }
});

it('are tried on every source that speaks XML', () => {
  const gevonden = new Map(slices(gezond.data).map(({ bron }) => [bron.bron, bron.uitkomst]));
  expect(xmlBronnen.map(([, bron]) => gevonden.get(bron))).toEqual(xmlBronnen.map(() => 'GEVONDEN'));
});

describe.each(xmlBronnen)('of %s, %s', (_partner, bron) => {
  it.each(aanvallen)('$naam', async ({ maak, wordt }) => {
    let gedaan = false;
    aanval = {
      bron,
      maak: (xml) => {
        const veranderd = maak(xml);
        gedaan ||= veranderd !== xml;
        return veranderd;
      },
    };
    const gegeven = await werkplein.vraag(query, variables);
    aanval = undefined;
    expect(gedaan).toBe(true);
    expect(gegeven.errors).toBeUndefined();
    if (wordt === 'ongewijzigd') expect(gegeven.data).toEqual(gezond.data);
    else {
      const eigen = slices(gegeven.data).filter((slice) => slice.bron.bron === bron);
      expect(new Set(eigen.map((slice) => slice.bron.uitkomst))).toEqual(new Set(['FOUT']));
      expect(zonder(gegeven.data, bron)).toEqual(zonder(gezond.data, bron));
    }
    expect(JSON.stringify(gegeven)).not.toMatch(/AANVAL|vervuild|999900018|127\.0\.0\.1|Error/);
    expect(opgevraagd).toBe(0);
    expect(({} as Readonly<Record<string, unknown>>)['vervuild']).toBeUndefined();
  });
});

it('leave a Werkplein that answers as it did', async () => {
  expect((await werkplein.vraag(query, variables)).data).toEqual(gezond.data);
});
