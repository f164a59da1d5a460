/** An answer in parts is recorded part by part, also what nobody waited for; a part that cannot be is not given. */
import { describe, expect, it } from 'vitest';
import { createLogger, GraafFout } from '../../subgraphs/kit/index.ts';
import { operationContext } from '../../test/canned/index.ts';
import type { Identity } from '../access/index.ts';
import { type Logboek, leesVerwerkingenregister } from '../accountability/index.ts';
import { JsonText, type LaterPart, type PreparedOperation } from '../execution/index.ts';
import { createPerform } from './perform.ts';

const identity: Identity = {
  issuer: 'https://aanmelden.example',
  actor: 'a1.proef',
  rollen: ['klantmanager'],
  organisatie: 'gemeente',
  mandaten: [],
  doel: 'reintegratie',
};

/** A log in memory; from the `vol`-th answer on it takes no more. */
function logboekTot(vol: number) {
  const geschreven: (readonly string[])[] = [];
  const logboek: Logboek = {
    register: leesVerwerkingenregister('schema/verwerkingen'),
    gegevensstromen: { alle: [], van: () => [] },
    schrijf: async ({ verwerkingen }) => {
      if (geschreven.length >= vol) throw new GraafFout('VERANTWOORDING_NIET_MOGELIJK', 'vol');
      geschreven.push(verwerkingen.map(({ bron }) => bron));
    },
    lees: async () => [],
    gereed: () => true,
    sluit: async () => undefined,
  };
  return { logboek, geschreven };
}

async function begin(logboek: Logboek) {
  const context = { ...operationContext(), identity };
  const verwerk = (bron: string) => {
    context.verslag.noteerVerwerkingen('gemeente', [
      { bron, soort: 'CLIENTNUMMER', id: 'w1.x', begin: 1, einde: 2, gelukt: true },
    ]);
  };
  const deel = (naam: string): LaterPart => ({ path: [naam], data: new JsonText('{}') });
  async function* later(): AsyncIterable<LaterPart> {
    verwerk('KVS');
    yield deel('een');
    verwerk('GWS');
    yield deel('twee');
  }
  const operation: PreparedOperation = {
    operationName: 'Proef',
    kind: 'query',
    run: async () => {
      verwerk('BRP');
      return { data: new JsonText('{}'), later: later() };
    },
  };
  const perform = createPerform({ logger: createLogger('proef', { level: 'silent' }), logboek });
  return { performed: await perform(() => operation, {}, context, undefined), verwerk };
}

describe('an answer in parts', () => {
  it('is recorded part by part', async () => {
    const { logboek, geschreven } = logboekTot(9);
    const { performed } = await begin(logboek);
    expect(geschreven).toEqual([['BRP']]);
    for await (const { path } of performed.later ?? []) expect(path).toHaveLength(1);
    expect(geschreven).toEqual([['BRP'], ['KVS'], ['GWS']]);
  });

  it('of which nobody takes the rest leaves the records of what was fetched for it', async () => {
    const { logboek, geschreven } = logboekTot(9);
    const { performed, verwerk } = await begin(logboek);
    for await (const _part of performed.later ?? []) {
      // Under way when whoever asked went away.
      verwerk('DKD');
      break;
    }
    expect(geschreven).toEqual([['BRP'], ['KVS'], ['DKD']]);
  });

  it('is not given where it cannot be recorded', async () => {
    const { performed } = await begin(logboekTot(1).logboek);
    const gegeven: unknown[] = [];
    for await (const { data, errors } of performed.later ?? []) {
      gegeven.push([data, errors?.map(({ extensions }) => extensions?.['code'])]);
    }
    expect(gegeven).toEqual([
      [null, ['VERANTWOORDING_NIET_MOGELIJK']],
      [null, ['VERANTWOORDING_NIET_MOGELIJK']],
    ]);
  });

  it('is refused whole where its first part cannot be', async () => {
    const { performed } = await begin(logboekTot(0).logboek);
    expect([performed.status, performed.data, performed.later]).toEqual([503, undefined, undefined]);
  });
});
