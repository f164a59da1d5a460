/**
 * The same facts in other words: every source may name its namespaces as it likes, put fields in another
 * order and send what we do not read. The graph's answers stay the same, person by person.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import type { BronStub, StubResponse } from '../../subgraphs/kit/index.ts';
import { operatie, toetsmoment } from '../operations.ts';

/** Prefixes renamed, comments and unknown elements in between; order stays, the schemas lay it down. */
function andereXml(body: string): string {
  const prefixes = new Set([...body.matchAll(/xmlns:([\w-]+)=/g)].map(([, prefix]) => prefix ?? ''));
  let tekst = body;
  for (const prefix of prefixes) {
    tekst = tekst
      .replaceAll(`xmlns:${prefix}=`, `xmlns:ander-${prefix}=`)
      .replaceAll(`<${prefix}:`, `<ander-${prefix}:`)
      .replaceAll(`</${prefix}:`, `</ander-${prefix}:`);
  }
  return tekst.replaceAll(
    /<\/(Burgerservicenr|BurgerServiceNr)>/g,
    '</$1><!-- <Burgerservicenr>999900018</Burgerservicenr> --><vreemd:Extra xmlns:vreemd="urn:vreemd"><Bron>1</Bron></vreemd:Extra>',
  );
}

/** Keys in the opposite order, and in every object a field that nobody reads. */
function andereJson(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(andereJson);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  const omgekeerd = Object.entries(waarde).reverse();
  return {
    'x-vreemd': { a: [1, null, '\u0000'] },
    ...Object.fromEntries(omgekeerd.map(([naam, deel]) => [naam, andereJson(deel)])),
  };
}

/** A byte order mark and the line ends of another system. */
function andereCsv(body: string): string {
  return `\uFEFF${body.replaceAll(/\r?\n/g, '\r\n')}`;
}

const veranderd = new Set<string>();

function anders(stub: BronStub): BronStub {
  return {
    ...stub,
    antwoord: async (request): Promise<StubResponse> => {
      const antwoord = await stub.antwoord(request);
      const type = antwoord.headers['content-type'] ?? '';
      const body = type.includes('xml')
        ? andereXml(antwoord.body)
        : type.includes('csv')
          ? andereCsv(antwoord.body)
          : type.includes('json')
            ? JSON.stringify(andereJson(JSON.parse(antwoord.body)))
            : antwoord.body;
      if (body !== antwoord.body) veranderd.add(stub.bron);
      return { ...antwoord, body };
    },
  };
}

let gewoon: LopendWerkplein;
let verwoord: LopendWerkplein;

beforeAll(async () => {
  gewoon = await startWerkplein({ now: toetsmoment });
  verwoord = await startWerkplein({ now: toetsmoment, bron: anders });
});

afterAll(async () => {
  await Promise.all([gewoon.stop(), verwoord.stop()]);
});

describe('sources that word their answers otherwise', () => {
  it('give the same profile of each of a hundred clients', async () => {
    const { personen } = gewoon.bevolking;
    const rijk = personen.filter((p) => p.swDienstverband !== undefined || p.voorstellen.length > 0);
    const gekozen = [...personen.slice(0, 40), ...rijk.slice(0, 60)];
    for (const { bsn } of gekozen) {
      const variables = { clientnummer: gewoon.pseudoniem.clientnummerVan(bsn) };
      const [een, ander] = await Promise.all([
        gewoon.vraag(operatie('clientprofiel'), variables),
        verwoord.vraag(operatie('clientprofiel'), variables),
      ]);
      expect(ander.errors).toBeUndefined();
      expect(ander.data).toEqual(een.data);
    }
  });

  it('give the same employer, figures and candidates', async () => {
    const werkgever = gewoon.bevolking.werkgevers[0]?.kvkNummer ?? '';
    const vacature = gewoon.bevolking.vacatures.find(({ status }) => status === 'OPEN')?.id ?? '';
    const vragen = [
      [operatie('werkgever'), { kvkNummer: werkgever }],
      [operatie('matching'), { id: vacature, first: 50 }],
      [operatie('verantwoording'), { van: '2026-01-01', tot: '2026-10-31' }],
    ] as const;
    for (const [query, variables] of vragen) {
      const een = await gewoon.vraag(query, variables);
      const ander = await verwoord.vraag(query, variables);
      expect(een.errors).toBeUndefined();
      expect(ander.errors).toBeUndefined();
      expect(ander.data).toEqual(een.data);
    }
  });

  it('were every source there is', () => {
    expect([...veranderd].sort()).toEqual(Object.keys(gewoon.bronnen).sort());
  });
});
