import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProefsubgraph } from './proefsubgraph.ts';

const bsn = '999990019';
let subgraph: Awaited<ReturnType<typeof startProefsubgraph>>;

beforeAll(async () => {
  subgraph = await startProefsubgraph();
});
afterAll(async () => {
  await subgraph.stop();
  expect(subgraph.gesloten()).toBe(1);
});

describe('a subgraph that is served', () => {
  it('answers with a slice, and reports what its sources did', async () => {
    const geraadpleegdOp = '2025-03-03T08:00:00.000Z';
    expect(
      await subgraph.vraag(
        '{ uitkering { bedragCenten bron { bron uitkomst geraadpleegdOp actueelPer melding } } }',
      ),
    ).toEqual({
      data: {
        uitkering: {
          bedragCenten: 5,
          bron: {
            bron: 'GWS',
            uitkomst: 'GEVONDEN',
            geraadpleegdOp,
            actueelPer: '2025-03-XX',
            melding: null,
          },
        },
      },
      extensions: {
        bronnen: [
          {
            bron: 'GWS',
            uitkomst: 'GEVONDEN',
            aanroepen: 1,
            duurMs: expect.any(Number) as number,
            geraadpleegdOp,
            actueelPer: '2025-03-XX',
          },
        ],
        verwerkingen: [],
      },
    });
  });

  it('has no report of sources when none was asked, and says that nobody’s data were', async () => {
    expect(await subgraph.vraag('{ leeg }')).toEqual({
      data: { leeg: null },
      extensions: { verwerkingen: [] },
    });
  });

  it('gives its SDL for composition', async () => {
    expect(JSON.stringify(await subgraph.vraag('{ _service { sdl } }'))).toContain('type Uitkering');
  });

  it('says that it lives', async () => {
    const antwoord = await fetch(new URL('/health/live', subgraph.url));
    expect([antwoord.status, await antwoord.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('what goes wrong', () => {
  it.each([
    ['our own refusal', '{ ongeldig }', undefined, 'ONGELDIGE_INVOER', 'Not like this.'],
    [
      'a bug',
      'query($n: String) { bug(naam: $n) }',
      { n: `Jansen ${bsn}` },
      'INTERNE_FOUT',
      'Er ging iets mis.',
    ],
    [
      'a document that does not fit',
      '{ elders }',
      undefined,
      'ONGELDIGE_VRAAG',
      'Cannot query field "elders" on type "Query".',
    ],
    [
      'a document that is none',
      `{ leeg "${bsn}" }`,
      undefined,
      'ONGELDIGE_VRAAG',
      'Syntax Error: Expected Name, found String.',
    ],
    [
      'a date that does not exist',
      'query($dag: Date) { leeg(dag: $dag) }',
      { dag: `Jansen ${bsn}` },
      'ONGELDIGE_INVOER',
      'Variable "$dag" got an invalid value; Expected type "Date".',
    ],
    [
      'a literal of another type',
      `{ leeg(n: "${bsn}") }`,
      undefined,
      'ONGELDIGE_VRAAG',
      'Int cannot represent non-integer value.',
    ],
  ])('%s has our code, and no value', async (_naam, query, variables, code, message) => {
    expect(await subgraph.vraag(query, variables)).toMatchObject({
      errors: [{ message, extensions: { code } }],
    });
    expect(JSON.stringify(await subgraph.vraag(query, variables)) + subgraph.log()).not.toMatch(
      /999990019|Jansen|stacktrace/,
    );
  });

  it('a bug is in the log with its place', async () => {
    await subgraph.vraag('{ bug }');
    expect(subgraph.log()).toMatch(/"path":"bug".*proefsubgraph\.ts:\d+.*"msg":"resolver failed"/);
  });

  it.each([
    ['no JSON', `{"query": "${bsn} Jansen`],
    ['JSON that is no question', `"${bsn} Jansen"`],
    ['variables that are no object', JSON.stringify({ query: '{ leeg }', variables: `${bsn} Jansen` })],
    ['a batch', JSON.stringify([{ query: '{ leeg }' }])],
    ['nothing', ''],
  ])('a body with %s is refused, not repeated', async (_naam, body) => {
    const { status, tekst } = await subgraph.stuur(body);
    expect(status).toBe(400);
    expect(tekst + subgraph.log()).not.toMatch(/999990019|Jansen/);
  });

  it.each([
    ['text', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['what has no type', undefined],
  ])('a question as %s is refused: a page of elsewhere can have it sent', async (_wat, type) => {
    const antwoord = await fetch(subgraph.url, {
      method: 'POST',
      body: new Blob(['{"query":"{leeg}"}']),
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    });
    expect(antwoord.status).toBe(415);
    expect(await antwoord.text()).toMatch(/"code":"ONGELDIGE_VRAAG"/);
  });

  it('a question by GET is refused: it would stand in a URL', async () => {
    const antwoord = await fetch(`${subgraph.url}?query={leeg}`, {
      headers: { 'apollo-require-preflight': 'x' },
    });
    expect(antwoord.status).toBe(405);
    expect(await antwoord.text()).not.toMatch(/data|leeg/);
  });
});

describe('what a request carries', () => {
  it.each([
    ['3f2b8c1e-0d5a-4c1b-9a57-2f6f1f0f8a11', '3f2b8c1e-0d5a-4c1b-9a57-2f6f1f0f8a11'],
    ['Jan Jansen', 'onbekend'],
    [bsn, 'onbekend'],
    [`a-${bsn}-b`, 'onbekend'],
    ['x'.repeat(65), 'onbekend'],
  ])('a correlation id %s is known as %s', async (gegeven, verwacht) => {
    await subgraph.stuur('{"query":"{ leeg }"}', { 'x-correlation-id': gegeven });
    expect(subgraph.gezien()?.correlationId).toBe(verwacht);
  });

  it('a caller that goes away ends what it asked for', async () => {
    const afbreker = new AbortController();
    const antwoord = subgraph.stuur('{"query":"{ nooit }"}', {}, afbreker.signal).catch(() => 'gone');
    while (subgraph.hangt() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    setTimeout(() => {
      afbreker.abort();
    }, 50);
    expect(await antwoord).toBe('gone');
    await subgraph.hangt();
  });

  it.each(['30', '200'])('a budget of %s ms ends what it asked for, in time to say so', async (budget) => {
    const antwoord = await subgraph.stuur('{"query":"{ nooit }"}', { 'x-tijdbudget-ms': budget });
    expect([antwoord.status, JSON.parse(antwoord.tekst)]).toEqual([
      200,
      { data: { nooit: null }, extensions: { verwerkingen: [] } },
    ]);
  });

  it('a budget that is long enough ends nothing', async () => {
    const antwoord = await subgraph.stuur('{"query":"{ leeg }"}', { 'x-tijdbudget-ms': '60000' });
    expect([antwoord.status, JSON.parse(antwoord.tekst)]).toEqual([
      200,
      { data: { leeg: null }, extensions: { verwerkingen: [] } },
    ]);
    expect(subgraph.gezien()?.signal.aborted).toBe(false);
  });
});
