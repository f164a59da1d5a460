/** What is sent writes no header of an answer, no line of the log, and no header of a question to a source. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Doelwit, openDoelwit } from './doelwit.ts';

let doelwit: Doelwit;
beforeAll(async () => {
  doelwit = await openDoelwit();
}, 60_000);
afterAll(() => doelwit.stop());

const nagemaakt = '{"level":50,"component":"gateway","msg":"vervalst"}';

/** What the log gained; every line of it is one object of JSON that we wrote. */
async function logVan(
  doe: () => Promise<unknown>,
  minstens = 1,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const vooraf = doelwit.log().length;
  await doe();
  const regels = doelwit.log().slice(vooraf);
  expect(regels.length).toBeGreaterThanOrEqual(minstens);
  return regels.map((regel) => {
    expect(regel).toMatch(/^\{.*\}\n$/);
    expect(regel).not.toMatch(/vervalst|kanarie/i);
    return JSON.parse(regel) as Readonly<Record<string, unknown>>;
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('a correlation id', () => {
  it.each([
    ['a line of the log', nagemaakt],
    ['an escaped line end', `x\\n${nagemaakt}`],
    ['too much', 'a'.repeat(8_000)],
    ['a BSN', '999900006'],
    ['a UUID with more behind it', '00000000-0000-4000-8000-000000000000 kanarie'],
    ['a UUID in capitals', '00000000-0000-4000-8000-00000000000A'],
    ['two of them', '00000000-0000-4000-8000-000000000000, 00000000-0000-4000-8000-000000000001'],
    ['letters that are no ASCII', 'kanarié'],
    ['nothing', ''],
  ])('that is %s is replaced by our own', async (_wat, id) => {
    const regels = await logVan(async () => {
      const { headers, status } = await doelwit.stuur(
        { query: '{ client(clientnummer: "x") { clientnummer } }' },
        { ...doelwit.goed, 'x-correlation-id': id },
      );
      expect(status).toBe(200);
      expect(headers.get('x-correlation-id')).toMatch(uuid);
      expect(headers.get('x-correlation-id')).not.toBe(id);
    });
    for (const { correlationId } of regels) expect(correlationId).toMatch(uuid);
  });
});

describe('the name of an operation', () => {
  it.each([
    ['nine digits', 'query Q999900006 { __typename }', undefined],
    ['much', `query ${'K'.repeat(5_000)} { __typename }`, undefined],
    ['another than there is', 'query Goed { __typename }', `Goed\n${nagemaakt}`],
    ['a name of every object', 'query __proto__ { __typename }', '__proto__'],
  ])('of %s stands in the log as a name or not at all', async (_wat, query, operationName) => {
    const regels = await logVan(() => doelwit.stuur({ query, operationName }), 0);
    for (const regel of regels) {
      expect(regel['operationName'] ?? 'x').toEqual(expect.stringMatching(/^(\*\*\*|[\w*]{1,64})$/));
      expect(JSON.stringify(regel)).not.toMatch(/999900006|K{65}/);
    }
  });
});

describe('control characters', () => {
  it.each(['\u0000', '\n', '\r\n', '\u001b[31m', '\u2028', '\u0085', '\ud800'])(
    '%j in all that is sent',
    async (teken) => {
      const kwaad = `${teken}${nagemaakt}${teken}`;
      await logVan(async () => {
        for (const body of [
          { query: `{ client(clientnummer: ${JSON.stringify(kwaad)}) { clientnummer } }` },
          { query: 'query ($n: ID!) { client(clientnummer: $n) { clientnummer } }', variables: { n: kwaad } },
          { query: `{ ${kwaad} }` },
          { documentId: kwaad },
          { query: '{ __typename }', operationName: kwaad },
          { query: '{ __typename }', variables: { [kwaad]: kwaad }, extensions: { [kwaad]: kwaad } },
        ]) {
          const { text, headers } = await doelwit.stuur(body);
          expect([...headers.values()].join()).not.toMatch(/vervalst/);
          expect(text.includes('"clientnummer"') ? '' : text).not.toMatch(/vervalst/);
        }
      });
    },
  );
});

describe('a header', () => {
  const verzoek = (kop: string) => {
    const body = '{"query":"{ __typename }"}';
    return `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ${body.length}\r\n${kop}\r\n\r\n${body}`;
  };

  it.each([
    ['with a bare line end', 'x-correlation-id: a\nset-cookie: b=c'],
    ['with a bare return', 'x-correlation-id: a\rset-cookie: b=c'],
    ['with a zero', 'x-correlation-id: a\u0000b'],
    ['that is folded', 'x-correlation-id: a\r\n b: c'],
    ['with a space before its colon', 'x-doelbinding : beheer'],
    ['without a name', ': x'],
    ['with a name of several words', 'x doelbinding: beheer'],
    ['that is the second length', 'content-length: 5'],
    ['that says the body comes in parts', 'transfer-encoding: chunked'],
    ['that says so in a way of its own', 'transfer-encoding: xchunked'],
  ])('%s reaches nobody', async (_wat, kop) => {
    const antwoord = await doelwit.rauw(verzoek(kop));
    expect(antwoord).toMatch(/^HTTP\/1\.1 (400|401) /);
    expect(antwoord.split('\r\n\r\n')[0]).not.toMatch(/set-cookie|beheer/i);
    expect(antwoord).not.toMatch(/"data"/);
  });

  it.each([
    [
      'a purpose twice',
      [
        ['x-doelbinding', 'beheer'],
        ['x-doelbinding', 'reintegratie'],
      ],
      'DOEL_ONGELDIG',
    ],
    [
      'a token twice',
      [
        ['authorization', 'Bearer a'],
        ['authorization', 'Bearer b'],
      ],
      'NIET_AANGEMELD',
    ],
    ['a token of two lines', [['authorization', 'Bearer a, Bearer b']], 'NIET_AANGEMELD'],
  ])('that is there twice is not chosen from: %s', async (_wat, koppen, code) => {
    const goed = Object.entries(doelwit.goed).filter(([naam]) => !koppen.some(([kop]) => kop === naam));
    const regels = [...goed, ...koppen].map(([naam, waarde]) => `${naam}: ${waarde}`);
    expect(await doelwit.rauw(verzoek(regels.join('\r\n')))).toContain(`"code":"${code}"`);
  });

  it('of time is a number or is refused', async () => {
    for (const tijd of ['1e3', '0x10', '-1', '1.5', ' ', 'NaN', '9'.repeat(400), '1000, 2000']) {
      const { codes } = await doelwit.stuur(
        { query: '{ __typename }' },
        { ...doelwit.goed, 'x-tijdbudget-ms': tijd },
      );
      expect([tijd, codes]).toEqual([tijd, ['ONGELDIGE_VRAAG']]);
    }
  });
});
