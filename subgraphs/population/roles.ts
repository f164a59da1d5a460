import type { Bijstand, Datum, Inburgering } from './facts.ts';
import type { Prng } from './prng.ts';
import type { Gemeente, Regio } from './regions.ts';

/** What is to be true of one person: the exact counts are settled here, before any fact is made up. */
export type Rol = {
  readonly gemeente: Gemeente;
  readonly bijstand?: 'LOPEND' | 'BEEINDIGD';
  readonly fase?: Bijstand['fase'];
  /** The day on which the assistance began, where it matters. */
  readonly bijstandSinds?: Datum;
  readonly medischeBelemmering?: true;
  /** Has a small job beside social assistance. */
  readonly bijverdienste?: true;
  readonly ww?: 'LOPEND' | 'BEEINDIGD';
  readonly ongeschiktheid?: 'WAO' | 'WAZ' | 'WAJONG' | 'WIA' | 'ZW';
  readonly sw?: 'LOPEND' | 'BEEINDIGD';
  /** Place in the queue, from 1. */
  readonly plaatsOpWachtlijst?: number;
  readonly inburgering?: Inburgering['status'];
};

type Concept = { -readonly [Sleutel in keyof Rol]: Rol[Sleutel] };

/** Share of a category that overlaps with another: a little over the required five percent. */
const OVERLAP = 0.06;

/**
 * The roles of a region. The first is a client of all partners, the second has only a WW benefit; the
 * others follow in random order.
 */
export function verdeelRollen(regio: Regio, prng: Prng): readonly Rol[] {
  const concepten = regio.gemeenten.map((gemeente) => verdeelGemeente(gemeente, prng));
  const alle = concepten.flat();
  verdeelFasen(alle, prng);
  verdeelWachtlijst(alle, prng);
  const [eerste, ...rest] = [...alle, ...verdeelBeeindigd(regio, prng)];
  const tweede = rest.find((rol) => Object.keys(rol).join() === 'gemeente,ww');
  if (!eerste || !tweede) throw new RangeError('a region needs social assistance and WW');
  return [eerste, tweede, ...prng.shuffle(rest.filter((rol) => rol !== tweede))];
}

function verdeelGemeente(gemeente: Gemeente, prng: Prng): Concept[] {
  const { aantallen } = gemeente;
  const nieuw = (aantal: number, rol: Omit<Rol, 'gemeente'>): Concept[] =>
    Array.from({ length: Math.max(0, aantal) }, () => ({ gemeente, ...rol }));
  const deel = (aantal: number, fractie: number) => Math.round(aantal * fractie);

  const bijstand = nieuw(aantallen.bijstand, { bijstand: 'LOPEND' });
  const wajong = nieuw(aantallen.wajong, { ongeschiktheid: 'WAJONG' });
  const metWw = bijstand.slice(0, overlapVan(aantallen.bijstand, aantallen.ww));
  const metSw = wajong.slice(0, overlapVan(aantallen.wajong, aantallen.swDienstverband));
  for (const concept of metWw) concept.ww = 'LOPEND';
  for (const concept of metSw) concept.sw = 'LOPEND';

  const zonderWw = bijstand.slice(metWw.length);
  const metWao = zonderWw.splice(0, Math.min(deel(bijstand.length, 0.02), aantallen.wao));
  for (const concept of metWao) concept.ongeschiktheid = 'WAO';
  for (const concept of zonderWw.splice(0, deel(bijstand.length, 0.12))) concept.bijverdienste = true;

  // The head of the list is the client known to all partners, hence also waiting for sheltered employment.
  const wachtend = [
    ...bijstand.slice(0, 1),
    ...zonderWw.slice(0, deel(aantallen.swWachtlijst, 0.3)),
    ...wajong.slice(metSw.length, metSw.length + deel(aantallen.swWachtlijst, 0.1)),
  ].slice(0, aantallen.swWachtlijst);
  for (const concept of wachtend) concept.plaatsOpWachtlijst = 0;

  const statussen = Object.entries(aantallen.inburgering).flatMap(([status, aantal]) =>
    Array.from({ length: aantal }, () => status as Inburgering['status']),
  );
  const geschud = prng.shuffle(statussen);
  const inburgeraars = prng.shuffle(bijstand.slice(1)).slice(0, deel(bijstand.length, 0.5));
  for (const concept of inburgeraars) {
    const status = geschud.pop();
    if (status) concept.inburgering = status;
  }

  const alleenWw = nieuw(aantallen.ww - metWw.length, { ww: 'LOPEND' });
  const alleenSw = nieuw(aantallen.swDienstverband - metSw.length, { sw: 'LOPEND' });
  for (const concept of alleenWw.slice(1)) if (prng.chance(0.03)) concept.bijstand = 'BEEINDIGD';
  for (const concept of alleenSw) if (prng.chance(0.05)) concept.bijstand = 'BEEINDIGD';

  return [
    ...bijstand,
    ...wajong,
    ...alleenWw,
    ...alleenSw,
    ...nieuw(aantallen.wao - metWao.length, { ongeschiktheid: 'WAO' }),
    ...nieuw(aantallen.waz, { ongeschiktheid: 'WAZ' }),
    ...nieuw(aantallen.swWachtlijst - wachtend.length, { plaatsOpWachtlijst: 0 }),
    ...geschud.map((inburgering): Concept => ({ gemeente, inburgering })),
  ];
}

/** At least five percent of each of two categories, as far as there are so many. */
function overlapVan(a: number, b: number): number {
  return Math.min(a, b, Math.ceil(OVERLAP * Math.max(a, b)));
}

/** Three quarters in phase 3 or 4; a third of those have medical obstacles to outflow. */
function verdeelFasen(concepten: readonly Concept[], prng: Prng): void {
  const [eerste, ...rest] = concepten.filter((concept) => concept.bijstand === 'LOPEND');
  if (!eerste) return;
  const ver = Math.round(((rest.length + 1) * 3) / 4);
  const medisch = Math.round(ver / 3);
  eerste.fase = 3;
  for (const [i, concept] of prng.shuffle(rest).entries()) {
    concept.fase = i < ver - 1 ? prng.pick([3, 4] as const) : prng.pick([1, 2] as const);
    if (i < medisch) concept.medischeBelemmering = true;
  }
}

function verdeelWachtlijst(concepten: readonly Concept[], prng: Prng): void {
  const [eerste, ...rest] = concepten.filter((concept) => concept.plaatsOpWachtlijst !== undefined);
  if (!eerste) return;
  const plaatsVanEerste = Math.round((rest.length + 1) * 0.8);
  const plaatsen = Array.from({ length: rest.length + 1 }, (_, i) => i + 1);
  eerste.plaatsOpWachtlijst = plaatsVanEerste;
  const vrij = plaatsen.filter((plaats) => plaats !== plaatsVanEerste);
  for (const [i, concept] of prng.shuffle(rest).entries()) concept.plaatsOpWachtlijst = vrij[i] ?? 0;
}

/** People whose benefit or employment has ended, and a few current ones of WIA and ZW. */
function verdeelBeeindigd(regio: Regio, prng: Prng): readonly Rol[] {
  const gewichten = regio.gemeenten
    .filter((gemeente) => gemeente.buitenRegio === undefined)
    .map((gemeente) => [gemeente, gemeente.aantallen.bijstand] as const);
  const bijstand = gewichten.reduce((som, [, aantal]) => som + aantal, 0);
  const schaal = Math.min(3, bijstand / 530);
  const nieuw = (aantal: number, rol: Omit<Rol, 'gemeente'>): Rol[] =>
    Array.from({ length: Math.round(aantal * schaal) }, () => ({
      gemeente: prng.weighted(gewichten),
      ...rol,
    }));
  return [
    ...nieuw(60, { bijstand: 'BEEINDIGD' }),
    ...nieuw(60, { ww: 'BEEINDIGD' }),
    ...nieuw(16, { sw: 'BEEINDIGD' }),
    ...nieuw(24, { ongeschiktheid: 'WIA' }),
    ...nieuw(16, { ongeschiktheid: 'ZW' }),
  ];
}
