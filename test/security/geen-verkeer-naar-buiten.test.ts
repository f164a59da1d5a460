/** Nothing leaves the machine: every connection that is not to loopback is refused and remembered. */
import { Socket } from 'node:net';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWerkplein } from '../../commands/in-one-process.ts';
import { leesSupergraph } from '../../gateway/index.ts';
import { operatie, toetsmoment } from '../operations.ts';
import { withoutFieldPolicy } from '../without-field-policy.ts';

const loopback = ['127.0.0.1', '::1', 'localhost'];
const buiten: string[] = [];
let binnen = 0;

/** `path` is a string for a Unix socket only; HTTP agents leave a null there. */
type Doel = { readonly host?: string; readonly path?: string | null };
const prototype = Socket.prototype as unknown as { connect: (...args: unknown[]) => unknown };
const echt = prototype.connect;

/** Host of a call to `Socket.connect`, in each of the forms it takes. */
function hostVan(args: readonly unknown[]): string {
  const eerste: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof eerste === 'object' && eerste !== null) {
    const { host, path } = eerste as Doel;
    return typeof path === 'string' ? 'localhost' : (host ?? 'localhost');
  }
  return typeof args[1] === 'string' ? args[1] : 'localhost';
}

beforeAll(() => {
  prototype.connect = function verbind(this: Socket, ...args: unknown[]) {
    const host = hostVan(args);
    if (loopback.includes(host)) {
      binnen += 1;
      return echt.apply(this, args);
    }
    buiten.push(host);
    process.nextTick(() => this.destroy(new Error('no connection off this machine')));
    return this;
  };
});

afterAll(() => {
  prototype.connect = echt;
});

describe('a Werkplein from start to stop', () => {
  it('connects to loopback only', async () => {
    const werkplein = await startWerkplein({ now: toetsmoment });
    const clientnummer = werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[0]?.bsn ?? '');
    const { errors } = await werkplein.vraag(operatie('clientprofiel'), { clientnummer });
    expect(errors).toBeUndefined();
    await werkplein.stop();
    expect(buiten).toEqual([]);
    expect(binnen).toBeGreaterThan(10);
  });

  it('would be caught: a library that reports to its maker is seen trying', async () => {
    const { ApolloGateway } = await import('@apollo/gateway');
    const { sdl } = leesSupergraph('schema/supergraph.graphql');
    const gateway = new ApolloGateway({ supergraphSdl: print(withoutFieldPolicy(parse(sdl))) });
    await gateway.load();
    await gateway.stop();
    expect(buiten.length).toBeGreaterThan(0);
  });
});
