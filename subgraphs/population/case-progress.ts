import { addDays, clockTime, earliest, latest, workday } from './dates.ts';
import type { Bijstand, Datum, Dossiervoortgang, Inburgering, Klantdossier, Persoon } from './facts.ts';
import type { Kader } from './frame.ts';
import { createPrng, type Prng } from './prng.ts';

/** Remarks of the intake, in functional terms: what a colleague should know, never why. */
const opvallendheden = [
  'Is alleen telefonisch goed bereikbaar',
  'Neemt een vertrouwenspersoon mee naar gesprekken',
  'Tolk gewenst bij gesprekken',
  'Komt op tijd en is goed voorbereid',
  'Wil post in eenvoudige taal',
  'Heeft een eigen onderneming gehad',
] as const;

const afspraken = [
  'Vier sollicitaties per maand',
  'Cv bijwerken',
  'Inschrijven bij drie uitzendbureaus',
  'Loonstroken inleveren',
  'Aanmelden voor de taaltoets',
  'Afspraak maken met de jobcoach',
] as const;

const taken = [
  'Terugbellen over de betaling',
  'Beschikking controleren',
  'Trede op de participatieladder vaststellen',
  'Overleg met de werkcoach van UWV',
  'Inkomsten verwerken',
] as const;

/**
 * Adds to every file what happened since the intake. Draws from a stream of its own, so that nothing
 * else in the population depends on it.
 */
export function voegDossiervoortgangToe(personen: readonly Persoon[], kader: Kader): readonly Persoon[] {
  return personen.map((persoon, i) => {
    const prng = createPrng(`${kader.seedText}/dossiervoortgang/${i}`);
    const { klantdossier, bijstand, inburgering } = persoon;
    return {
      ...persoon,
      ...(inburgering === undefined ? {} : { inburgering: dateerInburgering(prng, kader, inburgering) }),
      ...(klantdossier === undefined || bijstand === undefined
        ? {}
        : {
            klantdossier: {
              ...klantdossier,
              ...(i === 0
                ? eersteVoortgang(kader, klantdossier, bijstand)
                : maakVoortgang(prng, kader, klantdossier, bijstand)),
            },
          }),
    };
  });
}

function maakVoortgang(
  prng: Prng,
  kader: Kader,
  dossier: Klantdossier,
  bijstand: Bijstand,
): Partial<Dossiervoortgang> {
  const { peildatum } = kader;
  const tot = bijstand.einddatum ?? peildatum;
  const dagen = prng.integer(0, 6);
  const aangemeldOp = addDays(bijstand.begindatum, -dagen);
  const oud = bijstand.begindatum < addDays(peildatum, -2_000);
  const herbeoordelingOp = addDays(tot, -prng.integer(10, 720));
  const workFirst = maakWorkFirst(prng, peildatum, dossier);
  return {
    aangemeldOp: oud && prng.chance(0.3) ? `${aangemeldOp.slice(0, 7)}-XX` : aangemeldOp,
    ...(prng.chance(0.1) ? {} : { zelfredzaam: prng.chance([0.8, 0.35, 0.05, 0][bijstand.fase - 1] ?? 0) }),
    doelgroepcode: kiesDoelgroep(prng, dossier.status, bijstand.fase),
    ...(herbeoordelingOp > addDays(bijstand.begindatum, 180) ? { herbeoordelingOp } : {}),
    opvallendheden: prng.shuffle(opvallendheden).slice(0, prng.integer(0, 2)),
    overeenkomsten: maakOvereenkomsten(prng, peildatum, bijstand),
    interneTaken: maakTaken(prng, kader, bijstand, dossier),
    ...(workFirst === undefined ? {} : { workFirst }),
    kinderopvang: maakKinderopvang(prng, bijstand, peildatum, dossier),
  };
}

function kiesDoelgroep(
  prng: Prng,
  status: Klantdossier['status'],
  fase: Bijstand['fase'],
): Dossiervoortgang['doelgroepcode'] {
  if (status === 'ZORG') return '4';
  const mogelijk = { 1: ['1'], 2: ['1', '2', '2'], 3: ['2', '2', '3'], 4: ['3', '3', '4'] } as const;
  return prng.pick<Dossiervoortgang['doelgroepcode']>(mogelijk[fase]);
}

function maakOvereenkomsten(
  prng: Prng,
  peildatum: Datum,
  bijstand: Bijstand,
): Dossiervoortgang['overeenkomsten'] {
  if (bijstand.einddatum !== undefined) return [];
  return prng
    .shuffle(afspraken)
    .slice(0, prng.integer(0, 2))
    .map((omschrijving) => {
      const gemaaktOp = latest(bijstand.begindatum, addDays(peildatum, -prng.integer(3, 120)));
      const uiterlijk = addDays(gemaaktOp, prng.integer(7, 90));
      return {
        omschrijving,
        gemaaktOp,
        ...(prng.chance(0.9) ? { uiterlijk } : {}),
        ...(uiterlijk < peildatum && prng.chance(0.8) ? { nagekomen: prng.chance(0.75) } : {}),
      };
    })
    .sort((a, b) => a.gemaaktOp.localeCompare(b.gemaaktOp));
}

function maakTaken(
  prng: Prng,
  { peildatum, personeel }: Kader,
  bijstand: Bijstand,
  { klantmanager }: Klantdossier,
): Dossiervoortgang['interneTaken'] {
  if (!prng.chance(0.3)) return [];
  const dag = workday(latest(bijstand.begindatum, addDays(peildatum, -prng.integer(4, 40))), -1);
  return [
    {
      onderwerp: prng.pick(taken),
      toegewezenAan: prng.chance(0.7) ? klantmanager : prng.pick(personeel.inkomensconsulenten),
      aangemaaktOp: clockTime(dag, prng.integer(9, 16), prng.pick([0, 15, 30, 45])),
      uiterlijk: workday(addDays(dag, prng.integer(2, 60)), 1),
      verwerkt: prng.chance(0.4),
    },
  ];
}

/** Work First asks for work within 48 hours; two in three are, the others get a benefit intake, or wait for one. */
function maakWorkFirst(
  prng: Prng,
  peildatum: Datum,
  { trajecten }: Klantdossier,
): Dossiervoortgang['workFirst'] | undefined {
  const traject = trajecten.find(({ soort }) => soort === 'Work First');
  if (traject === undefined) return undefined;
  const gestartOp = traject.begindatum;
  const aangemeldOp = addDays(gestartOp, -prng.integer(0, 1));
  const aanHetWerk = addDays(aangemeldOp, prng.chance(0.65) ? prng.integer(1, 2) : prng.integer(3, 60));
  const intake = workday(addDays(aangemeldOp, prng.integer(3, 7)), 1);
  const contact = addDays(gestartOp, prng.integer(2, 21));
  const opTijd = aanHetWerk <= addDays(aangemeldOp, 2);
  const tot = traject.einddatum ?? peildatum;
  return {
    aangemeldOp,
    gestartOp,
    ...(aanHetWerk <= tot && prng.chance(0.85) ? { aanHetWerkOp: aanHetWerk } : {}),
    ...(contact <= tot && prng.chance(0.85) ? { eersteContactKlantmanagerOp: contact } : {}),
    ...(!opTijd && prng.chance(0.6) ? { uitkeringsintakeGeplandOp: intake } : {}),
    ...(traject.einddatum === undefined ? {} : { beeindigdOp: traject.einddatum }),
  };
}

function maakKinderopvang(
  prng: Prng,
  bijstand: Bijstand,
  peildatum: Datum,
  { trajecten }: Klantdossier,
): Dossiervoortgang['kinderopvang'] {
  const traject = trajecten[0];
  if (traject === undefined || bijstand.leefvorm !== 'ALLEENSTAANDE_OUDER' || !prng.chance(0.5)) return [];
  const { begindatum, einddatum } = traject;
  const eerder = addDays(begindatum, -prng.integer(60, 200));
  const lopend = {
    soort: prng.pick(['DAGOPVANG', 'BSO', 'GASTOUDEROPVANG'] as const),
    begindatum,
    ...(einddatum === undefined ? {} : { einddatum: earliest(einddatum, peildatum) }),
    urenPerWeek: prng.integer(4, 50) / 2,
  };
  return eerder > bijstand.begindatum && prng.chance(0.3)
    ? [
        { soort: 'GASTOUDEROPVANG', begindatum: eerder, einddatum: addDays(begindatum, -1), urenPerWeek: 8 },
        lopend,
      ]
    : [lopend];
}

/** Whoever is only potentially obliged has no dates yet; old registrations are known by month. */
function dateerInburgering(prng: Prng, { peildatum }: Kader, inburgering: Inburgering): Inburgering {
  if (inburgering.status === 'POTENTIEEL') return inburgering;
  const aangemeld = addDays(peildatum, -prng.integer(20, 1_400));
  const aangemeldOp = prng.chance(0.15) ? `${aangemeld.slice(0, 7)}-XX` : aangemeld;
  const later = addDays(aangemeld, prng.integer(14, 300));
  const bekend = later <= peildatum;
  switch (inburgering.status) {
    case 'AANGEMELD':
      return { ...inburgering, aangemeldOp };
    case 'AANGEBODEN': {
      const eind = addDays(later, prng.integer(300, 900));
      return {
        ...inburgering,
        aangemeldOp,
        ...(bekend ? { startOp: later } : {}),
        ...(eind <= peildatum ? { eindOp: eind } : {}),
      };
    }
    case 'VRIJGESTELD':
    case 'ONTHEVEN':
      return { ...inburgering, aangemeldOp, eindOp: earliest(later, peildatum) };
    default:
      return inburgering.status satisfies never;
  }
}

/** The first client's: something of everything, but no civic integration. */
function eersteVoortgang(
  { peildatum, personeel }: Kader,
  { klantmanager }: Klantdossier,
  { begindatum }: Bijstand,
): Dossiervoortgang {
  const terug = (dagen: number) => addDays(peildatum, -dagen);
  const consulent = personeel.inkomensconsulenten[0] ?? klantmanager;
  const aangemeldOp = addDays(begindatum, -2);
  return {
    aangemeldOp,
    zelfredzaam: false,
    doelgroepcode: '2',
    herbeoordelingOp: terug(245),
    opvallendheden: ['Is alleen telefonisch goed bereikbaar', 'Wil post in eenvoudige taal'],
    overeenkomsten: [
      {
        omschrijving: 'Cv bijwerken',
        gemaaktOp: terug(60),
        uiterlijk: terug(46),
        nagekomen: true,
      },
      {
        omschrijving: 'Afspraak maken met de jobcoach',
        gemaaktOp: terug(12),
        uiterlijk: addDays(peildatum, 9),
      },
    ],
    interneTaken: [
      {
        onderwerp: 'Inkomsten verwerken',
        toegewezenAan: consulent,
        aangemaaktOp: clockTime(workday(terug(60), -1), 9, 45),
        uiterlijk: workday(terug(46), 1),
        verwerkt: true,
      },
      {
        onderwerp: 'Overleg met de werkcoach van UWV',
        toegewezenAan: klantmanager,
        aangemaaktOp: clockTime(workday(terug(12), -1), 14, 30),
        uiterlijk: workday(addDays(peildatum, 4), 1),
        verwerkt: false,
      },
    ],
    workFirst: {
      aangemeldOp,
      gestartOp: begindatum,
      aanHetWerkOp: addDays(begindatum, 12),
      eersteContactKlantmanagerOp: addDays(begindatum, 6),
      uitkeringsintakeGeplandOp: workday(addDays(begindatum, 3), 1),
      beeindigdOp: addDays(begindatum, 60),
    },
    kinderopvang: [
      {
        soort: 'GASTOUDEROPVANG',
        begindatum: `${terug(900).slice(0, 7)}-XX`,
        einddatum: terug(400),
        urenPerWeek: 12,
      },
      { soort: 'BSO', begindatum: terug(140), urenPerWeek: 10.5 },
    ],
  };
}
