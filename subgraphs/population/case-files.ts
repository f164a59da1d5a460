import { addDays, clockTime, latest, randomDate, workday } from './dates.ts';
import type { Bijstand, Datum, Klantdossier } from './facts.ts';
import type { Kader } from './frame.ts';
import type { Prng } from './prng.ts';
import type { Rol } from './roles.ts';

/** The one text for medical obstacles: that there are any, never which. */
export const MEDISCHE_BELEMMERING = 'Medische belemmering tot uitstroom';

const belemmeringen = [
  'Kan niet langer dan vier uur achtereen werken',
  'Nederlandse taal nog in ontwikkeling',
  'Zorgtaken thuis',
  'Geen eigen vervoer',
  'Moeite met plannen en structuur',
  'Weinig recente werkervaring',
] as const;

const klantvragen = [
  'Wil graag weer aan het werk',
  'Zoekt een baan in de buurt',
  'Vraagt hulp bij het leren van de taal',
  'Wil eerst rust in de financiën',
  'Wil een opleiding volgen',
  'Zoekt vrijwilligerswerk',
] as const;

const kanalen = ['balie', 'telefoon', 'email', 'huisbezoek'] as const;

type Trede = Klantdossier['treden'][number]['trede'];

/** Steps on the participation ladder that go with a distance to the labour market, without a job. */
const tredenVanFase: Readonly<Record<Bijstand['fase'], readonly Trede[]>> = {
  1: [4, 4, 5],
  2: [3, 4, 4],
  3: [2, 3, 3, 4],
  4: [1, 2, 2, 3],
};

/** Everyone with running social assistance has a file, a quarter of those who left it still has one. */
export function makeKlantdossier(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  bijstand: Bijstand | undefined,
): Klantdossier | undefined {
  if (!bijstand) return undefined;
  const lopend = rol.bijstand === 'LOPEND';
  if (!lopend && !(bijstand.szWet === 'PW' && prng.chance(0.5))) return undefined;
  const { peildatum, personeel } = kader;
  const vanaf = latest(bijstand.begindatum, addDays(peildatum, -1_400));
  const fase = bijstand.fase;
  const klantmanager = prng.pick(personeel.klantmanagers);
  const status = lopend ? statusVan(prng, kader, rol, bijstand) : 'NAZORG';
  return {
    klantmanager,
    treden: makeTreden(prng, peildatum, vanaf, rol.bijverdienste ? [5] : tredenVanFase[fase]),
    status,
    klantvraag: prng.pick(klantvragen),
    trajecten: lopend && status !== 'ZORG' ? makeTrajecten(prng, peildatum, vanaf, fase) : [],
    afspraken: prng.chance(lopend ? 0.4 : 0.1) ? [makeAfspraak(prng, kader, klantmanager, status)] : [],
    contacten: makeContacten(prng, peildatum, vanaf, klantmanager),
    belemmeringen: lopend ? makeBelemmeringen(prng, rol, fase) : [],
    schuldhulpLoopt: prng.chance(0.18),
  };
}

function statusVan(prng: Prng, kader: Kader, rol: Rol, bijstand: Bijstand): Klantdossier['status'] {
  if (bijstand.begindatum > addDays(kader.peildatum, -30)) return prng.pick(['INTAKE', 'DIAGNOSE'] as const);
  if (bijstand.fase <= 2) return prng.pick(['TRAJECT', 'GEREED_VOOR_UITSTROOM'] as const);
  return rol.medischeBelemmering && prng.chance(0.5) ? 'ZORG' : 'TRAJECT';
}

/** Most recent last. About one in six was last established over a year ago (signal TREDE365). */
function makeTreden(
  prng: Prng,
  peildatum: Datum,
  vanaf: Datum,
  mogelijk: readonly Trede[],
): Klantdossier['treden'] {
  const laatste = prng.weighted([
    [prng.integer(2, 364), 84],
    [prng.integer(366, 800), 16],
  ]);
  const vastgesteldOp = latest(vanaf, addDays(peildatum, -laatste));
  const trede = prng.pick(mogelijk);
  const eerder = addDays(vastgesteldOp, -prng.integer(200, 500));
  if (eerder < vanaf) return [{ trede, vastgesteldOp }];
  return [
    { trede: Math.max(1, trede - prng.integer(0, 1)) as Trede, vastgesteldOp: eerder },
    { trede, vastgesteldOp },
  ];
}

const trajectsoorten = [
  ['Work First', 'Binnen 48 uur aan het werk', 26],
  ['Sociale activering', 'Meedoen in de buurt', 24],
  ['Taaltraject', 'Taalniveau B1', 14],
  ['Scholing', 'Beroepsgerichte kwalificatie', 14],
  ['Werkervaringsplaats', 'Werkritme opdoen bij een bedrijf', 22],
] as const;

/** Near the labour market mostly Work First and work experience; some have just started. */
function makeTrajecten(
  prng: Prng,
  peildatum: Datum,
  vanaf: Datum,
  fase: Bijstand['fase'],
): Klantdossier['trajecten'] {
  if (!prng.chance(0.7)) return [];
  const soorten = trajectsoorten.filter(([soort]) => fase <= 2 || soort !== 'Work First');
  const [soort, doel] = prng.weighted(soorten.map((rij) => [rij, rij[2]] as const));
  const begindatum = latest(
    vanaf,
    addDays(
      peildatum,
      -prng.weighted([
        [prng.integer(1, 20), 20],
        [prng.integer(21, 420), 80],
      ]),
    ),
  );
  const einddatum = addDays(begindatum, prng.integer(90, 365));
  const afgelopen = einddatum < peildatum;
  return [{ soort, doel, begindatum, ...(afgelopen ? { einddatum } : {}) }];
}

function makeAfspraak(
  prng: Prng,
  kader: Kader,
  medewerker: Klantdossier['klantmanager'],
  status: Klantdossier['status'],
): Klantdossier['afspraken'][number] {
  const dag = workday(addDays(kader.peildatum, prng.integer(1, 35)), 1);
  const uur = prng.integer(9, 15);
  return {
    begin: clockTime(dag, uur, 0),
    einde: clockTime(dag, uur, 45),
    onderwerp:
      status === 'INTAKE'
        ? 'Intake uitkering'
        : prng.pick(['Voortgangsgesprek', 'Gesprek over werk', 'Vaststellen trede']),
    plaats: `Werkplein ${kader.regio.titel}`,
    medewerker,
  };
}

function makeContacten(
  prng: Prng,
  peildatum: Datum,
  vanaf: Datum,
  medewerker: Klantdossier['klantmanager'],
): Klantdossier['contacten'] {
  const tot = addDays(peildatum, -3);
  return Array.from({ length: prng.integer(0, 4) }, () => randomDate(prng, vanaf, tot))
    .sort()
    .map((dag) => ({
      op: clockTime(latest(workday(dag, -1), vanaf), prng.integer(9, 16), prng.pick([5, 20, 35, 50])),
      kanaal: prng.pick(kanalen),
      onderwerp: prng.pick([
        'Voortgang',
        'Sollicitaties',
        'Vraag over betaling',
        'Wijziging doorgegeven',
        'Afspraak verzet',
      ]),
      medewerker,
    }));
}

function makeBelemmeringen(prng: Prng, rol: Rol, fase: Bijstand['fase']): readonly string[] {
  const overige = prng.shuffle(belemmeringen).slice(0, fase >= 3 ? prng.integer(1, 2) : prng.integer(0, 1));
  return rol.medischeBelemmering ? [MEDISCHE_BELEMMERING, ...overige] : overige;
}
