import { addDays, clockTime, workday } from './dates.ts';
import type { Branche, Datum, Werkgever } from './facts.ts';
import type { Prng } from './prng.ts';
import type { Personeel } from './staff.ts';

type Contact = Werkgever['contacten'][number];

const onderwerpen = [
  'Vacature besproken',
  'Kennismaking',
  'Nazorg na plaatsing',
  'Vraag over subsidie',
] as const;

/**
 * Oldest first. Every sixth employer was approached by a second partner within two weeks, without either
 * knowing of the other (signal DUBBEL); the first employer always, in the last month.
 */
export function makeContacten(
  prng: Prng,
  i: number,
  branche: Branche,
  peildatum: Datum,
  personeel: Personeel,
): readonly Contact[] {
  const maak = (dag: Datum, namens: Contact['namens']): Contact => ({
    id: prng.uuid(),
    op: clockTime(workday(dag, -1), prng.integer(9, 16), prng.pick([0, 15, 30, 45])),
    soort: prng.pick(['TELEFOON', 'BEZOEK', 'EMAIL'] as const),
    onderwerp: prng.pick(onderwerpen),
    namens,
    medewerker: medewerkerVan(prng, namens, branche, personeel),
  });
  const eigen = Array.from({ length: prng.integer(i === 0 ? 1 : 0, 3) }, (_, n) =>
    maak(addDays(peildatum, -(n * 90 + prng.integer(i === 0 ? 12 : 4, i === 0 ? 25 : 80))), 'WSP'),
  );
  const recentste = eigen[0];
  if (recentste && i % 6 === 0) {
    const andere = prng.pick(['GEMEENTE', 'UWV', 'SW'] as const);
    eigen.push(maak(addDays(recentste.op.slice(0, 10), -prng.integer(1, 9)), andere));
  }
  return eigen.sort((a, b) => a.op.localeCompare(b.op));
}

function medewerkerVan(prng: Prng, namens: Contact['namens'], branche: Branche, personeel: Personeel) {
  switch (namens) {
    case 'WSP':
      return personeel.matchmakers[branche];
    case 'GEMEENTE':
      return prng.pick(personeel.klantmanagers);
    case 'UWV':
      return prng.pick(personeel.werkcoaches);
    case 'SW':
      return prng.pick(personeel.arbeidsbemiddelaars);
  }
}
