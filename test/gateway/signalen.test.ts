/** What only the combination knows of a client: signals, time line, contact persons, forms; and what that costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { operatie, toetsmoment } from '../operations.ts';

let werkplein: LopendWerkplein;
let oversteken: string[] = [];

beforeAll(async () => {
  werkplein = await startWerkplein({
    now: toetsmoment,
    opKlaar: ({ verslag }) => {
      oversteken = verslag.oversteken().map(({ subgraph }) => subgraph);
    },
  });
});

afterAll(async () => {
  await werkplein.stop();
});

/** How often each partner's subgraph was called; `werkplein` runs in the gateway's own process. */
function perPartner(): Readonly<Record<string, number>> {
  const telling: Record<string, number> = {};
  for (const naam of oversteken.filter((n) => n !== 'werkplein')) telling[naam] = (telling[naam] ?? 0) + 1;
  return telling;
}

const clientnummerVan = (index: number) =>
  werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[index]?.bsn ?? '');

async function vraag<T>(
  naam: string,
  variabelen: Readonly<Record<string, unknown>>,
  vorm: z.ZodType<T>,
): Promise<T> {
  const antwoord = await werkplein.vraag(operatie(naam), variabelen);
  expect(antwoord.errors).toBeUndefined();
  return vorm.parse(antwoord.data);
}

const signaal = z.looseObject({ regel: z.string(), stand: z.string(), vervaldatum: z.string().nullable() });
const nietBepaald = z.looseObject({
  regel: z.string(),
  stand: z.string(),
  zwijgend: z.array(z.string()),
  ontbrekend: z.array(z.string()),
});
const signalenvorm = z.object({
  clienten: z.array(
    z.object({
      clientnummer: z.string(),
      signalen: z.object({
        signalen: z.array(signaal),
        nietTeBepalen: z.array(nietBepaald),
        geenAanleiding: z.array(z.string()),
        volledig: z.boolean(),
      }),
      contactpersonen: z.object({
        eersteAanspreekpunt: z.object({ naam: z.string() }).nullable(),
        aanspreekpunten: z.array(z.object({ partner: z.string(), bepaalbaarheid: z.string() })),
      }),
    }),
  ),
});
const tijdlijnvorm = z.object({
  client: z.object({
    tijdlijn: z.object({
      volledig: z.boolean(),
      edges: z.array(
        z.object({
          cursor: z.string(),
          node: z.object({ datum: z.string(), soort: z.string(), bron: z.string() }),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
const intakevorm = z.object({
  client: z.object({
    voorinvulling: z.object({
      volledig: z.boolean(),
      velden: z.array(
        z.object({
          vraag: z.string(),
          status: z.string(),
          zwijgend: z.array(z.string()),
          waarden: z.array(z.object({ waarde: z.string(), herkomst: z.object({ bron: z.string() }) })),
        }),
      ),
    }),
  }),
});
const regels = [
  'BED180',
  'GEREED',
  'HERB',
  'NAZ14',
  'PW90',
  'SAMEN',
  'TEGEN180',
  'TREDE365',
  'WF14',
  'WF48',
  'ZOEK56',
];

describe('signals', () => {
  it('of one client: due dates, facts of several partners, and every rule accounted for', async () => {
    const { clienten } = await vraag('signalen', { clientnummers: [clientnummerVan(0)] }, signalenvorm);
    const overzicht = clienten[0]?.signalen;
    expect(overzicht?.volledig).toBe(true);
    expect(overzicht?.signalen.map((s) => [s.regel, s.stand])).toEqual(
      expect.arrayContaining([
        ['SAMEN', 'AAN_DE_ORDE'],
        ['TREDE365', 'KOMT'],
      ]),
    );
    expect(overzicht?.signalen.find((s) => s.regel === 'SAMEN')).toEqual({
      regel: 'SAMEN',
      stand: 'AAN_DE_ORDE',
      vervaldatum: '2026-06-04',
      uitersteVervaldatum: '2026-06-04',
      voorRol: 'INKOMENSCONSULENT',
      omschrijving: 'Andere uitkering naast bijstand: voorliggende voorziening',
      feiten: [
        { wat: 'bijstand', waarde: 'PW', datum: '2023-06-30', bron: 'SUWI_BIJSTAND' },
        {
          wat: 'andere uitkering',
          waarde: 'Werkloosheidswet',
          datum: '2026-06-04',
          bron: 'SUWINET_WERKNEMERSVERZEKERINGEN',
        },
      ],
    });
    const verteld = [
      ...(overzicht?.signalen ?? []).map((s) => s.regel),
      ...(overzicht?.nietTeBepalen ?? []).map((s) => s.regel),
      ...(overzicht?.geenAanleiding ?? []),
    ];
    expect([...new Set(verteld)].sort()).toEqual(regels);
    expect(perPartner()).toEqual({ gemeente: 1, uwv: 1, sw: 1, wsp: 1 });
  });

  it('of a caseload of 20 cost one call per subgraph', async () => {
    const clientnummers = werkplein.bevolking.personen
      .filter((persoon) => persoon.klantdossier !== undefined)
      .slice(0, 20)
      .map(({ bsn }) => werkplein.pseudoniem.clientnummerVan(bsn));
    const { clienten } = await vraag('signalen', { clientnummers }, signalenvorm);
    expect(perPartner()).toEqual({ gemeente: 1, uwv: 1, sw: 1, wsp: 1 });
    expect(clienten.map((c) => c.clientnummer)).toEqual(clientnummers);
    for (const { signalen: overzicht } of clienten) {
      expect(overzicht.volledig).toBe(true);
      const dagen = overzicht.signalen.flatMap((s) => s.vervaldatum ?? []);
      expect(dagen).toEqual([...dagen].sort());
      const zonderReden = overzicht.nietTeBepalen.filter(
        (s) => s.zwijgend.length + s.ontbrekend.length === 0,
      );
      expect(zonderReden).toEqual([]);
    }
  });

  it('a source that is down is named by the rules that need it; the others stand', async () => {
    await werkplein.bronnen['KVS']?.setFault('maintenance');
    try {
      const { clienten } = await vraag('signalen', { clientnummers: [clientnummerVan(0)] }, signalenvorm);
      const overzicht = clienten[0]?.signalen;
      expect(overzicht?.volledig).toBe(false);
      expect(overzicht?.signalen.map((s) => s.regel)).toContain('SAMEN');
      expect(overzicht?.nietTeBepalen.find((s) => s.regel === 'TREDE365')).toMatchObject({
        stand: 'NIET_TE_BEPALEN',
        zwijgend: ['KVS'],
      });
      expect(clienten[0]?.contactpersonen.eersteAanspreekpunt).toBeNull();
      expect(clienten[0]?.contactpersonen.aanspreekpunten[0]).toEqual({
        partner: 'GEMEENTE',
        bepaalbaarheid: 'NIET_TE_BEPALEN',
      });
    } finally {
      await werkplein.bronnen['KVS']?.setFault('none');
    }
  });
});

describe('the time line', () => {
  it('goes over all partners in one order, future included, for one call per subgraph', async () => {
    const { client } = await vraag(
      'tijdlijn',
      { clientnummer: clientnummerVan(0), first: 100 },
      tijdlijnvorm,
    );
    const nodes = client.tijdlijn.edges.map(({ node }) => node);
    expect(perPartner()).toEqual({ gemeente: 1, uwv: 1, sw: 1, wsp: 1 });
    expect(client.tijdlijn.volledig).toBe(true);
    expect((nodes[0]?.datum ?? '') > '2026-11-05').toBe(true);
    expect(new Set(nodes.map(({ bron }) => bron)).size).toBeGreaterThanOrEqual(8);
    const dagen = nodes.map(({ datum }) => datum.replaceAll('XX', '01'));
    expect(dagen).toEqual([...dagen].sort().reverse());
  });

  it('page by page is the same line', async () => {
    const clientnummer = clientnummerVan(0);
    const { client: heel } = await vraag('tijdlijn', { clientnummer, first: 100 }, tijdlijnvorm);
    const gezien: unknown[] = [];
    let after: string | null = null;
    do {
      const pagina: z.output<typeof tijdlijnvorm> = await vraag(
        'tijdlijn',
        { clientnummer, first: 10, after },
        tijdlijnvorm,
      );
      const { edges, pageInfo } = pagina.client.tijdlijn;
      gezien.push(...edges);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(gezien).toEqual(heel.tijdlijn.edges);
  });

  it.each([
    ['a page of 101', { first: 101 }],
    ['a position that is none', { after: 'bladzijde 2' }],
  ])('refuses %s, and the rest of the client stands', async (_wat, variabelen) => {
    const clientnummer = clientnummerVan(0);
    const antwoord = await werkplein.vraag(operatie('tijdlijn'), { clientnummer, ...variabelen });
    expect(antwoord.errors?.map((e) => e.extensions['code'])).toEqual(['ONGELDIGE_INVOER']);
    expect(antwoord).toMatchObject({ data: { client: { clientnummer, tijdlijn: null } } });
  });
});

describe('a form', () => {
  it('is filled in with what the partners know, for one call per subgraph', async () => {
    const { client } = await vraag('intake', { clientnummer: clientnummerVan(0) }, intakevorm);
    expect(perPartner()).toEqual({ gemeente: 1, uwv: 1, sw: 1 });
    const veld = (naam: string) => client.voorinvulling.velden.find((v) => v.vraag === naam);
    expect(veld('NAAM')?.waarden.map((w) => w.waarde)).toEqual(['Johanna Margaretha van der Meulen']);
    expect(veld('TELEFOONNUMMER')).toMatchObject({ status: 'BEKEND', zwijgend: [] });
    expect(veld('BEROEPSWENSEN')?.waarden.map((w) => w.herkomst.bron)).toEqual(
      expect.arrayContaining(['SUWINET_WERKZOEKENDE', 'SW_WACHTLIJST']),
    );
    expect(client.voorinvulling.volledig).toBe(true);
  });

  it('shows a value of which the source is away as silent, not as unknown', async () => {
    await werkplein.bronnen['BRP']?.setFault('server-error');
    try {
      const { client } = await vraag(
        'intake',
        { clientnummer: clientnummerVan(0), formulier: 'AANVRAAG_INDICATIE_BESCHUT_WERK' },
        intakevorm,
      );
      expect(client.voorinvulling.velden[0]).toEqual({
        vraag: 'NAAM',
        status: 'BRON_ZWIJGT',
        waarden: [],
        zwijgend: ['BRP'],
      });
    } finally {
      await werkplein.bronnen['BRP']?.setFault('none');
    }
  });
});
