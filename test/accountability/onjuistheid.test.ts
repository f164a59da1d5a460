/**
 * The citizen says what is not right: the partner that owns the source has the request once, however often it is sent, and
 * the citizen has its number. Nobody else has the text.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BronStub, createLogger, type StubResponse } from '../../subgraphs/kit/index.ts';
import { lees, leesElk, toetsmoment } from '../operations.ts';
import { type GeslotenWerkplein, startGesloten } from './gesloten-werkplein.ts';

const partners = [
  { partner: 'Gemeente', systeem: 'KVS', bron: 'BRP' },
  { partner: 'Uwv', systeem: 'SONAR', bron: 'SUWINET_INKOMSTEN' },
  { partner: 'Sw', systeem: 'SW_ADMINISTRATIE', bron: 'SW_WACHTLIJST' },
] as const;
type Partner = (typeof partners)[number];

const kanarie = 'De postduif van mevrouw Kwikstaart';
const logregels: string[] = [];
/** Cuts the connection of the next answer to what is posted, after the source took it in. */
let knip = false;
let werkplein: GeslotenWerkplein;
let bsn: string;

beforeAll(async () => {
  werkplein = await startGesloten({
    now: toetsmoment,
    logger: createLogger('test', {
      level: 'trace',
      destination: { write: (regel) => logregels.push(regel) },
    }),
    bron: knipbaar,
  });
  bsn = werkplein.bevolking.personen.find(({ swDienstverband }) => swDienstverband !== undefined)?.bsn ?? '';
}, 60_000);
afterEach(async () => {
  knip = false;
  for (const stub of Object.values(werkplein.bronnen)) {
    if (stub.fault() !== 'none') await stub.setFault('none');
  }
});
afterAll(async () => {
  await werkplein.stop();
});

function knipbaar(stub: BronStub): BronStub {
  return {
    ...stub,
    antwoord: async (request): Promise<StubResponse> => {
      const antwoord = await stub.antwoord(request);
      const isMelding = request.method === 'POST' && /internetaken|correctieverzoek/i.test(request.path);
      if (!knip || !isMelding) return antwoord;
      knip = false;
      // More is promised than comes, and the connection ends.
      return {
        ...antwoord,
        headers: { ...antwoord.headers, 'content-length': '99999', connection: 'close' },
      };
    },
  };
}

const mutatie = ({ partner }: Partner) => `mutation Meld($b: BronVan${partner}!, $o: OnjuistheidInvoer!) {
  ontvangst: meldOnjuistheidBij${partner}(bron: $b, onjuistheid: $o) {
    nummer ontvangenOp uiterlijk bron { bron uitkomst } } }`;

const melding = () => ({
  gegeven: 'geboortedatum',
  toelichting: `${kanarie} is van 1970.\nMijn nummer is ${bsn}.`,
  idempotentiesleutel: randomUUID(),
});

async function meld(
  van: Partner,
  onjuistheid: object,
  anders: { readonly bron?: string; readonly wie?: string } = {},
) {
  const { data, errors } = await werkplein.vraag(
    mutatie(van),
    { b: anders.bron ?? van.bron, o: onjuistheid },
    await werkplein.alsClient(anders.wie ?? bsn),
  );
  return {
    ontvangst: lees(data, 'ontvangst') as
      | { readonly nummer: string | null; readonly bron: { readonly uitkomst: string } }
      | null
      | undefined,
    codes: errors?.map(({ extensions }) => extensions['code']),
  };
}

const ontvangen = ({ systeem }: Partner) => werkplein.bronnen[systeem]?.ontvangen() ?? [];

describe.each(partners)('what is not right at $partner', (van) => {
  const { systeem, bron } = van;

  it('is taken in by its own system, which gives a receipt; the citizen is on record, and the text nowhere', async () => {
    const vooraf = ontvangen(van).length;
    await werkplein.vastgelegd();
    const { ontvangst, codes } = await meld(van, melding());
    expect([codes, ontvangst]).toEqual([
      undefined,
      {
        nummer: expect.stringMatching(/^[\w-]{6,}$/) as string,
        ontvangenOp: toetsmoment().toISOString(),
        uiterlijk: '2026-12-05',
        bron: { bron: systeem, uitkomst: 'GEVONDEN' },
      },
    ]);
    const [stuk, ...meer] = ontvangen(van).slice(vooraf);
    expect(meer).toEqual([]);
    const tekst = JSON.stringify(stuk?.inhoud);
    for (const deel of [kanarie, 'geboortedatum', bron, 'Mijn nummer is *********.']) {
      expect(tekst).toContain(deel);
    }
    const { verwerkingen, audit } = await werkplein.vastgelegd();
    expect(verwerkingen.map(({ wie, attributes }) => [wie, attributes['dpl.werkplein.bron']])).toEqual([
      [werkplein.pseudoniem.clientnummerVan(bsn), systeem],
    ]);
    expect(audit).toMatchObject([{ rollen: ['client'], doel: 'inzage', uitkomst: 'GEGEVEN' }]);
  });

  it('is one request when it is sent twice, and two when it is said twice', async () => {
    const vooraf = ontvangen(van).length;
    const eerste = melding();
    const antwoorden = [await meld(van, eerste), await meld(van, eerste), await meld(van, melding())];
    const [een, nogeens, ander] = antwoorden.map(({ ontvangst }) => ontvangst?.nummer);
    expect(nogeens).toBe(een);
    expect(ander).not.toBe(een);
    expect(antwoorden.map(({ ontvangst }) => ontvangst?.bron.uitkomst)).toEqual(Array(3).fill('GEVONDEN'));
    expect(ontvangen(van).length - vooraf).toBe(2);
  });

  it('is one request when it is sent at the same time', async () => {
    const vooraf = ontvangen(van).length;
    const onjuistheid = melding();
    const nummers = (await Promise.all([1, 2, 3].map(() => meld(van, onjuistheid)))).map(
      ({ ontvangst }) => ontvangst?.nummer,
    );
    expect([new Set(nummers).size, typeof nummers[0], ontvangen(van).length - vooraf]).toEqual([
      1,
      'string',
      1,
    ]);
  });

  it('of another citizen with the same key is a request of its own', async () => {
    const ander = werkplein.bevolking.personen.find((persoon) => persoon.bsn !== bsn)?.bsn ?? '';
    const onjuistheid = { ...melding(), toelichting: 'Dit klopt niet.' };
    const [een, twee] = [await meld(van, onjuistheid), await meld(van, onjuistheid, { wie: ander })];
    expect(typeof twee.ontvangst?.nummer).toBe('string');
    expect(twee.ontvangst?.nummer).not.toBe(een.ontvangst?.nummer);
  });

  it.each(['maintenance', 'refused', 'rate-limited', 'server-error', 'wrong-shape'] as const)(
    'has no number when the source has %s, and is one request when it is sent again',
    async (fault) => {
      const vooraf = ontvangen(van).length;
      const onjuistheid = melding();
      await werkplein.bronnen[systeem]?.setFault(fault);
      await werkplein.vastgelegd();
      const { ontvangst } = await meld(van, onjuistheid);
      expect([ontvangst?.nummer, ontvangst?.bron.uitkomst]).toEqual([
        null,
        ['server-error', 'wrong-shape'].includes(fault) ? 'FOUT' : 'BRON_NIET_BESCHIKBAAR',
      ]);
      expect(ontvangen(van).length).toBe(vooraf);
      const { verwerkingen, audit } = await werkplein.vastgelegd();
      expect([verwerkingen.map(({ status }) => status), audit.length]).toEqual([['Error'], 1]);
      await werkplein.bronnen[systeem]?.setFault('none');
      expect(typeof (await meld(van, onjuistheid)).ontvangst?.nummer).toBe('string');
      expect(ontvangen(van).length - vooraf).toBe(1);
    },
  );

  it.each(['cut', 'garbled'] as const)(
    'that the source took in while its answer was %s has no number, and is found when it is sent again',
    async (hoe) => {
      const vooraf = ontvangen(van).length;
      const onjuistheid = melding();
      if (hoe === 'cut') knip = true;
      else await werkplein.bronnen[systeem]?.setFault('malformed');
      const { ontvangst } = await meld(van, onjuistheid);
      expect([ontvangst?.nummer, ontvangst?.bron.uitkomst]).toEqual([
        null,
        hoe === 'cut' ? 'BRON_NIET_BESCHIKBAAR' : 'FOUT',
      ]);
      expect(ontvangen(van).length - vooraf).toBe(1);
      await werkplein.bronnen[systeem]?.setFault('none');
      expect(typeof (await meld(van, onjuistheid)).ontvangst?.nummer).toBe('string');
      expect(ontvangen(van).length - vooraf).toBe(1);
    },
  );

  it('is not taken of a worker, and nobody is asked', async () => {
    const vooraf = ontvangen(van).length;
    await werkplein.vastgelegd();
    const { data, errors } = await werkplein.vraag(
      mutatie(van),
      { b: bron, o: melding() },
      await werkplein.als('klantmanager', 'intake'),
    );
    expect([lees(data, 'ontvangst') ?? null, errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      null,
      ['NIET_GERECHTIGD'],
    ]);
    expect(ontvangen(van).length).toBe(vooraf);
    const { verwerkingen, audit } = await werkplein.vastgelegd();
    expect([verwerkingen, audit.map(({ uitkomst }) => uitkomst)]).toEqual([[], ['GEDEELTELIJK']]);
  });

  it.each<[string, object, { readonly bron?: string }]>([
    ['a source of another', {}, { bron: 'CRM' }],
    ['no text', { toelichting: ' ' }, {}],
    ['a key that is none', { idempotentiesleutel: kanarie }, {}],
  ])('is refused with %s', async (_wat, anders, meer) => {
    const vooraf = ontvangen(van).length;
    const { ontvangst, codes } = await meld(van, { ...melding(), ...anders }, meer);
    expect([ontvangst ?? null, codes]).toEqual([null, ['ONGELDIGE_INVOER']]);
    expect(ontvangen(van).length).toBe(vooraf);
  });
});

describe('what is not right in one place after another', () => {
  it('is told in one operation, one by one, each with a receipt', async () => {
    const { data } = await werkplein.vraag(
      `mutation Alles($o: OnjuistheidInvoer!) {
        a: meldOnjuistheidBijGemeente(bron: GWS, onjuistheid: $o) { nummer }
        b: meldOnjuistheidBijUwv(bron: SONAR, onjuistheid: $o) { nummer }
        c: meldOnjuistheidBijSw(bron: SW_ADMINISTRATIE, onjuistheid: $o) { nummer } }`,
      { o: melding() },
      await werkplein.alsClient(bsn),
    );
    expect(['a', 'b', 'c'].map((naam) => typeof lees(data, `${naam}.nummer`))).toEqual(
      Array(3).fill('string'),
    );
  });
});

describe('the municipality', () => {
  it('has the request between the tasks of the file, for whoever handles it', async () => {
    const persoon = werkplein.bevolking.personen.find(({ klantdossier }) => klantdossier !== undefined);
    const wie = persoon?.bsn ?? '';
    await meld(partners[0], melding(), { wie });
    const { data } = await werkplein.vraag(
      'query T($c: ID!) { client(clientnummer: $c) { klantdossier { interneTaken { onderwerp uiterlijk } } } }',
      { c: werkplein.pseudoniem.clientnummerVan(wie) },
      {
        ...(await werkplein.als('klantmanager', 'reintegratie')),
        'x-ontsnapping': 'waarneming%20van%20een%20collega',
      },
    );
    expect(leesElk(data, 'client.klantdossier.interneTaken', 'onderwerp')).toContain(
      'Correctieverzoek (AVG art. 16): BRP',
    );
  });
});

describe('a partner that is silent', () => {
  it('has the citizen on record, for it may have taken the request in', async () => {
    await werkplein.partners['uwv']?.subgraph.stop();
    await werkplein.vastgelegd();
    const { ontvangst, codes } = await meld(partners[1], melding());
    expect([ontvangst ?? null, codes]).toEqual([null, ['BRON_NIET_BESCHIKBAAR']]);
    const { verwerkingen } = await werkplein.vastgelegd();
    expect(
      verwerkingen.map(({ wie, status, attributes }) => [wie, status, attributes['dpl.werkplein.bron']]),
    ).toEqual([[werkplein.pseudoniem.clientnummerVan(bsn), 'Error', 'SONAR']]);
  });
});

describe('what a citizen wrote', () => {
  it('stands in no log', () => {
    const bestanden = readdirSync(werkplein.dir, { recursive: true, withFileTypes: true })
      .filter((bestand) => bestand.isFile())
      .map((bestand) => readFileSync(join(bestand.parentPath, bestand.name), 'latin1'));
    const alles = [...logregels, ...bestanden].join('\n');
    expect(alles).toContain('SONAR');
    for (const spoor of ['Kwikstaart', 'postduif', bsn]) expect(alles).not.toContain(spoor);
  });
});
