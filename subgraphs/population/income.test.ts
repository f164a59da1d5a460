import { expect, it } from 'vitest';
import { createBevolking } from './index.ts';

const { personen, werkgevers } = createBevolking({ regio: 'westland', seed: 1 });
const opGrootte = werkgevers.toSorted((a, b) => b.werkzamePersonen - a.werkzamePersonen);
const werkendBij = (kvkNummer: string | undefined) =>
  personen.filter(({ inkomstenverhoudingen }) =>
    inkomstenverhoudingen.some((v) => v.werkgever.kvkNummer === kvkNummer && v.einddatum === undefined),
  );

it('work at the largest employer is enough to be counted, jobseekers apart, and elsewhere too little', () => {
  const bijGrootste = werkendBij(opGrootte[0]?.kvkNummer);
  const zoekend = bijGrootste.filter(
    ({ werkzoekende }) => werkzoekende !== undefined && werkzoekende.uitgeschrevenOp === undefined,
  );
  expect(zoekend.length).toBeGreaterThanOrEqual(5);
  expect(bijGrootste.length - zoekend.length).toBeGreaterThanOrEqual(5);
  const elders = opGrootte.slice(1).map(({ kvkNummer }) => werkendBij(kvkNummer).length);
  expect(elders.some((aantal) => aantal > 0 && aantal < 5)).toBe(true);
});
