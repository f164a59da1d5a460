/**
 * One of four partners hangs while two hundred ask for it: each gets the other three whole when its time is up.
 * How soon after is for the bench to measure (`bench/deadline.ts`).
 */
import { describe, expect, it } from 'vitest';
import { dataOfThree } from '../../bench/deadline/index.ts';
import { meldingen, regel, startGraaf, vraagSamen } from './graaf.ts';

const inFlight = 200;
/** So that all of them can ask. */
const genoeg = { SUBGRAPH_CONNECTIONS: String(inFlight) };
/** Long enough for a busy machine to have the answers of the other three. */
const budgetMs = 5_000;

const bronnenMet = (vierde: ReturnType<typeof regel>) => [
  regel('PLAATSING', 'derde', 'GEVONDEN', 1),
  regel('REGISTER', 'eerste', 'GEVONDEN', 1),
  regel('AANBOD', 'tweede', 'GEVONDEN', 1),
  vierde,
];

const zonderVierde = (reden: keyof typeof meldingen) => ({
  data: dataOfThree,
  errors: [
    {
      message: meldingen[reden],
      path: ['client', 'loonwaarde'],
      extensions: {
        code: 'BRON_NIET_BESCHIKBAAR',
        subgraph: 'vierde',
        bron: 'METING',
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    },
  ],
  bronnen: bronnenMet(regel('METING', 'vierde', 'BRON_NIET_BESCHIKBAAR', 0)),
  heeftGewacht: true,
});

const keer = <T>(aantal: number, waarde: T) => Array.from({ length: aantal }, () => waarde);

describe('who ask all at once, with one of four partners that hangs', () => {
  it.each(['silent', 'halfway'] as const)(
    'each get the other three whole when their time is up (%s)',
    async (silence) => {
      const url = await startGraaf(silence, genoeg);
      expect(await vraagSamen(url, inFlight, { budgetMs })).toEqual(keer(inFlight, zonderVierde('TE_LAAT')));
    },
  );

  it('get the other three also when most cannot even ask the fourth', async () => {
    const url = await startGraaf('silent', { SUBGRAPH_CONNECTIONS: '16' });
    const antwoorden = await vraagSamen(url, inFlight, { budgetMs });
    const redenen = antwoorden.map(({ errors }) => errors?.[0]?.message);
    // Who was given up makes place for one that has some time left.
    expect(redenen.filter((reden) => reden === meldingen.TE_LAAT).length).toBeGreaterThanOrEqual(16);
    expect(antwoorden).toEqual(
      redenen.map((reden) => zonderVierde(reden === meldingen.TE_LAAT ? 'TE_LAAT' : 'TIJD_OP')),
    );
  });

  it('hear from the fourth itself, in time, that its source hangs', async () => {
    const url = await startGraaf('sources', genoeg);
    // Fewer: here the fourth shares one thread with the gateway, the others and all who ask.
    const antwoorden = await vraagSamen(url, 10, { budgetMs });
    expect(antwoorden).toEqual(
      keer(10, {
        data: dataOfThree,
        errors: undefined,
        bronnen: bronnenMet(regel('METING', 'vierde', 'BRON_NIET_BESCHIKBAAR', 1)),
        heeftGewacht: false,
      }),
    );
  });
});
