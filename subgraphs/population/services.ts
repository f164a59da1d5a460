import { addDays, addMonths, randomDate } from './dates.ts';
import type { Bijstand, Datum, Dienstregistratie, Klantdossier, Persoon } from './facts.ts';
import type { Kader } from './frame.ts';
import { createPrng, type Prng } from './prng.ts';
import { beroepen } from './professions.ts';

/** Days before the reference date from which on every new file registers service, offers and contributions. */
const REGISTRATIE_DAGEN = 400;

const prestaties = [
  'Koffie schenken in het buurthuis',
  'Dieren verzorgen op de kinderboerderij',
  'Boeken opruimen in de bibliotheek',
  'Boodschappen doen voor buren',
  'Helpen bij het klussenteam van de wijk',
] as const;

/**
 * Adds to files what the klantmanager did for a client and asked of one. New files register it, and of the
 * older ones those that were taken over: one in three. Draws from a stream of its own.
 */
export function voegDienstregistratieToe(personen: readonly Persoon[], kader: Kader): readonly Persoon[] {
  return personen.map((persoon, i) => {
    const { klantdossier, bijstand } = persoon;
    if (klantdossier === undefined || bijstand === undefined) return persoon;
    const prng = createPrng(`${kader.seedText}/dienstregistratie/${i}`);
    const nieuw = bijstand.begindatum >= addDays(kader.peildatum, -REGISTRATIE_DAGEN);
    if (i > 0 && !nieuw && !prng.chance(1 / 3)) return persoon;
    const registratie =
      i === 0
        ? eersteRegistratie(kader.peildatum)
        : maakRegistratie(prng, kader.peildatum, klantdossier, bijstand);
    return { ...persoon, klantdossier: { ...klantdossier, ...registratie } };
  });
}

function maakRegistratie(
  prng: Prng,
  peildatum: Datum,
  { zelfredzaam, doelgroepcode }: Klantdossier,
  { begindatum, einddatum, fase }: Bijstand,
): Dienstregistratie {
  const tot = einddatum ?? peildatum;
  const dienstverlening = makeDienstverlening(prng, begindatum, tot, zelfredzaam === true);
  return {
    dienstverlening:
      einddatum === undefined
        ? dienstverlening
        : dienstverlening.map((dienst) => ({ ...dienst, einddatum: dienst.einddatum ?? tot })),
    werkaanbod: prng.chance(fase <= 2 ? 0.35 : 0.08)
      ? [
          {
            aangebodenOp: randomDate(prng, begindatum, tot),
            omschrijving: `${prng.pick(beroepen).naam}, ${prng.pick([16, 20, 24, 32])} uur per week`,
          },
        ]
      : [],
    tegenprestatie:
      doelgroepcode === '1' || doelgroepcode === '4' ? makeTegenprestatie(prng, begindatum, tot) : [],
  };
}

/** Self-reliant jobseekers get digital service first, and personal service within three months, mostly in time. */
function makeDienstverlening(
  prng: Prng,
  vanaf: Datum,
  tot: Datum,
  zelfredzaam: boolean,
): Dienstregistratie['dienstverlening'] {
  const begin = addDays(vanaf, zelfredzaam ? prng.integer(20, 110) : prng.integer(7, 40));
  const intensief = { soort: 'INTENSIEF_PERSOONLIJK', begindatum: begin } as const;
  const basis = { soort: 'BASIS_DIGITAAL', begindatum: vanaf } as const;
  const gekregen = begin <= tot && prng.chance(0.75);
  if (!gekregen) return [basis];
  return zelfredzaam ? [{ ...basis, einddatum: addDays(begin, -1) }, intensief] : [intensief];
}

/** Half of those who got assistance for half a year do something in return, or did. */
function makeTegenprestatie(prng: Prng, vanaf: Datum, tot: Datum): Dienstregistratie['tegenprestatie'] {
  const begindatum = addDays(addMonths(vanaf, 6), prng.integer(0, 60));
  if (begindatum > tot || !prng.chance(0.5)) return [];
  const einddatum = addDays(begindatum, prng.integer(60, 700));
  const omschrijving = prng.pick(prestaties);
  return [{ omschrijving, begindatum, ...(einddatum < tot ? { einddatum } : {}) }];
}

/** The first client's: something of everything. */
function eersteRegistratie(peildatum: Datum): Dienstregistratie {
  const terug = (dagen: number) => addDays(peildatum, -dagen);
  return {
    dienstverlening: [
      { soort: 'BASIS_DIGITAAL', begindatum: terug(1_220), einddatum: terug(1_200) },
      { soort: 'INTENSIEF_PERSOONLIJK', begindatum: terug(1_199) },
    ],
    werkaanbod: [{ aangebodenOp: terug(148), omschrijving: 'Sorteerder groenten, 8 uur per week' }],
    tegenprestatie: [
      {
        omschrijving: 'Koffie schenken in het buurthuis',
        begindatum: terug(1_000),
        einddatum: terug(790),
      },
    ],
  };
}
