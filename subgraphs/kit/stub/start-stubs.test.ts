import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json, type ProtocolFault, protocolFaults, type StubRequest, stubFaults } from './bron-stub.ts';
import { type LopendeStub, type LopendeStubs, startStubs } from './start-stubs.ts';

const zeg = (status: number, wat: string) => () => json(status, { wat });
const faults: Readonly<Record<ProtocolFault, () => ReturnType<typeof json>>> = {
  'nothing-found': zeg(404, 'nothing'),
  warning: () => json(200, { wat: 'warning' }, { warning: '199 - "x"' }),
  'server-error': zeg(500, 'error'),
  'wrong-shape': zeg(200, 'shape'),
  maintenance: zeg(503, 'maintenance'),
  'rate-limited': () => json(429, { wat: 'limited' }, { 'retry-after': '30' }),
};

let gezien: StubRequest[] = [];
let stubs: LopendeStubs;
let stub: LopendeStub;

beforeAll(async () => {
  const antwoord = (request: StubRequest) => {
    gezien.push(request);
    if (request.path === '/bug') throw new Error('bug of the stub');
    return json(200, { wat: 'answer' });
  };
  stubs = await startStubs(['GWS', 'BRP'].map((bron) => ({ bron, antwoord, faults })));
  const gws = stubs.bronnen['GWS'];
  if (gws === undefined) throw new Error('no stub');
  stub = gws;
});
beforeEach(async () => {
  await stub.setFault('none');
  await fetch(`${stubs.controlUrl}/calls`, { method: 'DELETE' });
  gezien = [];
});
afterAll(() => stubs.stop());

/** Status and body of an answer, or how the connection failed. */
async function vraag(ms = 5_000): Promise<readonly [number | string, string]> {
  try {
    const antwoord = await fetch(`${stub.url}/personen?a=1`, {
      method: 'POST',
      body: '{"b":2}',
      signal: AbortSignal.timeout(ms),
    });
    return [antwoord.status, await antwoord.text()];
  } catch (error) {
    const { cause, name } = error as Error;
    return [cause instanceof Error && 'code' in cause ? 'no connection' : name, ''];
  }
}

describe('each fault, as the wire shows it', () => {
  it.each([
    ['none', 200, '{"wat":"answer"}'],
    ['nothing-found', 404, '{"wat":"nothing"}'],
    ['warning', 200, '{"wat":"warning"}'],
    ['server-error', 500, '{"wat":"error"}'],
    ['malformed', 200, '{"wat":"'],
    ['wrong-shape', 200, '{"wat":"shape"}'],
    ['refused', 'no connection', ''],
    ['hang', 'TimeoutError', ''],
    ['maintenance', 503, '{"wat":"maintenance"}'],
    ['rate-limited', 429, '{"wat":"limited"}'],
  ] as const)('%s', async (fault, status, body) => {
    await stub.setFault(fault);
    expect(stub.fault()).toBe(fault);
    expect(await vraag(fault === 'hang' ? 200 : 5_000)).toEqual([status, body]);
    await stub.setFault('none');
    expect(await vraag()).toEqual([200, '{"wat":"answer"}']);
  });

  it('those are all there are', () => {
    expect(stubFaults).toHaveLength(10);
    expect(stubFaults.filter((f) => protocolFaults.some((p) => p === f))).toEqual(protocolFaults);
  });

  it('a question that hangs is let go of when the fault ends', async () => {
    await stub.setFault('hang');
    const hangend = vraag();
    while (stub.calls()['POST /personen'] === undefined)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await stub.setFault('none');
    expect((await hangend)[1]).toBe('');
  });

  it('a source that refused is back on the port it had', async () => {
    const { url } = stub;
    await stub.setFault('refused');
    await stub.setFault('refused');
    await stub.setFault('none');
    expect([stub.url, (await vraag())[0]]).toEqual([url, 200]);
  });
});

describe('a simulated source', () => {
  it('sees the whole question', async () => {
    await vraag();
    expect(gezien).toMatchObject([{ method: 'POST', path: '/personen', body: '{"b":2}', origin: stub.url }]);
    expect(gezien[0]?.query.get('a')).toBe('1');
  });

  it('counts by service, without the query, until the counts are reset', async () => {
    await Promise.all([vraag(), vraag()]);
    expect([stub.calls(), stubs.bronnen['BRP']?.calls()]).toEqual([{ 'POST /personen': 2 }, {}]);
    stub.reset();
    expect(stub.calls()).toEqual({});
  });

  it('with a bug answers 599, which is no outcome of any source', async () => {
    const antwoord = await fetch(`${stub.url}/bug`);
    expect([antwoord.status, await antwoord.text()]).toEqual([599, 'Error: bug of the stub']);
  });

  it('survives a question that is no URL', async () => {
    const { hostname, port } = new URL(stub.url);
    const regel = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write('GET // HTTP/1.1\r\nHost: x\r\n\r\n'),
      );
      socket.once('error', reject).once('data', (deel) => {
        socket.destroy();
        resolve(deel.toString().split('\r\n')[0] ?? '');
      });
    });
    expect(regel).toContain('599');
    expect((await vraag())[0]).toBe(200);
  });
});

describe('the control server', () => {
  const stuur = async (method: string, path: string, body?: string) => {
    const antwoord = await fetch(stubs.controlUrl + path, {
      method,
      ...(body === undefined ? {} : { body }),
    });
    const gezegd: unknown = await antwoord.json();
    return [antwoord.status, gezegd] as const;
  };

  it('switches a fault, and shows what stands', async () => {
    await vraag();
    expect(await stuur('PUT', '/faults/GWS', '{"fault":"maintenance"}')).toEqual([
      200,
      { bron: 'GWS', fault: 'maintenance' },
    ]);
    expect(await stuur('GET', '/')).toEqual([
      200,
      {
        bronnen: [
          { bron: 'GWS', url: stub.url, fault: 'maintenance', calls: { 'POST /personen': 1 } },
          { bron: 'BRP', url: stubs.bronnen['BRP']?.url, fault: 'none', calls: {} },
        ],
      },
    ]);
  });

  it.each([
    ['a fault that does not exist', 'PUT', '/faults/GWS', '{"fault":"moe"}', 400],
    ['a body that is no JSON', 'PUT', '/faults/GWS', 'maintenance', 400],
    ['no source of that name', 'PUT', '/faults/KVS', '{"fault":"none"}', 404],
    ['a name every object has', 'PUT', '/faults/constructor', '{"fault":"none"}', 404],
    ['another path', 'GET', '/faults', undefined, 404],
    ['another method', 'POST', '/', '{}', 404],
  ])('%s', async (_naam, method, path, body, status) => {
    expect((await stuur(method, path, body))[0]).toBe(status);
  });

  it('takes a fault however its JSON is spaced', async () => {
    expect((await stuur('PUT', '/faults/GWS', '{ "fault": "warning" }\n'))[0]).toBe(200);
  });
});
