import { addDays, earliest, latest, randomDate } from './dates.ts';
import type { Datum, Klantdossier, Persoon, Vacature, Voorstel } from './facts.ts';
import { createPrng, type Prng } from './prng.ts';

const terugkoppelingen: Readonly<Partial<Record<Voorstel['status'], readonly string[]>>> = {
  GESPREK: ['Gesprek gepland', 'Goed eerste gesprek'],
  AFGEWEZEN: ['Andere kandidaat gekozen', 'Werktijden passen niet'],
  GEPLAATST: ['Aan het werk', 'Begonnen met proeftijd'],
  INGETROKKEN: ['Kandidaat ziet ervan af', 'Vacature ingetrokken'],
};

/** Share of each group that is proposed somewhere: about 150 people in Westland. */
function kansOpVoorstel(persoon: Persoon): number {
  if (persoon.swDienstverband?.einddatum === undefined && persoon.swDienstverband) return 0.05;
  if (persoon.klantdossier?.status === 'GEREED_VOOR_UITSTROOM') return 0.85;
  if (persoon.bijstand?.einddatum === undefined && persoon.bijstand)
    return persoon.bijstand.fase <= 3 ? 0.16 : 0.04;
  if (persoon.uwvUitkeringen.some(({ wet }) => wet === 'WAJONG')) return persoon.werkzoekende ? 0.2 : 0.02;
  return 0;
}

/**
 * Proposes people for vacancies. A filled vacancy has at most one of them placed; who is placed is no longer
 * ready for outflow but in aftercare.
 */
export function voegVoorstellenToe(
  personen: readonly Persoon[],
  vacatures: readonly Vacature[],
  seedText: string,
  peildatum: Datum,
): readonly Persoon[] {
  const vervuld = new Set<string>();
  return personen.map((persoon, i) => {
    const prng = createPrng(`${seedText}/voorstel/${i}`);
    if (persoon.voorstellen.length > 0 || !prng.chance(kansOpVoorstel(persoon))) return persoon;
    const voorstellen = prng
      .shuffle(vacatures)
      .slice(0, prng.integer(1, 3))
      .map((vacature) => makeVoorstel(prng, vacature, peildatum, vervuld))
      .sort((a, b) => a.voorgesteldOp.localeCompare(b.voorgesteldOp));
    const geplaatst = voorstellen.some(({ status }) => status === 'GEPLAATST');
    return { ...persoon, voorstellen, ...(geplaatst ? inNazorg(persoon.klantdossier) : {}) };
  });
}

function makeVoorstel(prng: Prng, vacature: Vacature, peildatum: Datum, vervuld: Set<string>): Voorstel {
  const uiterlijk = earliest(vacature.sluitingsdatum ?? peildatum, peildatum);
  const status = statusVan(prng, vacature, vervuld);
  const teksten = terugkoppelingen[status];
  return {
    id: prng.uuid(),
    vacatureId: vacature.id,
    voorgesteldOp: randomDate(prng, latest(vacature.geplaatstOp, addDays(uiterlijk, -60)), uiterlijk),
    status,
    ...(teksten && prng.chance(0.8) ? { terugkoppeling: prng.pick(teksten) } : {}),
  };
}

function statusVan(prng: Prng, vacature: Vacature, vervuld: Set<string>): Voorstel['status'] {
  switch (vacature.status) {
    case 'OPEN':
      return prng.weighted([
        ['VOORGESTELD', 45],
        ['GESPREK', 30],
        ['AFGEWEZEN', 18],
        ['INGETROKKEN', 7],
      ] as const);
    case 'VERVULD': {
      if (vervuld.has(vacature.id)) return 'AFGEWEZEN';
      vervuld.add(vacature.id);
      return 'GEPLAATST';
    }
    case 'INGETROKKEN':
      return 'INGETROKKEN';
  }
}

function inNazorg(klantdossier: Klantdossier | undefined): Partial<Persoon> {
  return klantdossier ? { klantdossier: { ...klantdossier, status: 'NAZORG' } } : {};
}
