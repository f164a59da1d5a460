import { addDays, addMonths, latest, randomDate } from './dates.ts';
import type { Bijstand, Datum, Indicatie, Ontwikkelplan, SwDienstverband, SwWachtlijst } from './facts.ts';
import type { Kader } from './frame.ts';
import { createPrng } from './prng.ts';

/** UWV took over the Wsw indications from CWI on this day; older ones are not in its register. */
const EERSTE_WSW_INDICATIE = '2009-01-01';
/** Beschut werk exists since this day (art. 10b Participatiewet). */
const EERSTE_BESCHUT_ADVIES = '2015-01-01';

const doelomschrijvingen = [
  'Zelfstandig met de fiets naar het werk',
  'Twee taken na elkaar zonder aansturing uitvoeren',
  'Werken in een groep op locatie bij een werkgever',
  'Certificaat heftruck behalen',
  'Een dagdeel per week meer werken',
  'Werkoverleg voorbereiden en bijwonen',
  'Kennismaken met werk in het groen',
] as const;

const conclusies = [
  'Ligt op schema',
  'Meer tijd nodig; streefdatum blijft',
  'Klaar voor een volgende stap',
  'Begeleiding blijft nodig',
] as const;

type Aanleiding = {
  readonly bijstand?: Bijstand | undefined;
  readonly swDienstverband?: SwDienstverband | undefined;
  readonly swWachtlijst?: SwWachtlijst | undefined;
};

/** The development plan of three in four who work at the company; from a stream of its own. */
export function makeOntwikkelplan(
  kader: Kader,
  volgnummer: number,
  dienst: SwDienstverband | undefined,
): Ontwikkelplan | undefined {
  if (dienst === undefined) return undefined;
  const prng = createPrng(`${kader.seedText}/ontwikkelplan/${volgnummer}`);
  if (!prng.chance(0.75)) return undefined;
  const tot = dienst.einddatum ?? kader.peildatum;
  const vanaf = latest(dienst.begindatum, addMonths(tot, -36));
  const doelen = prng
    .shuffle(doelomschrijvingen)
    .slice(0, prng.integer(1, 3))
    .map((omschrijving): Ontwikkelplan['doelen'][number] => {
      const begindatum = randomDate(prng, vanaf, tot);
      const streefdatum = addMonths(begindatum, prng.integer(3, 12));
      const eind = addDays(streefdatum, prng.integer(-40, 40));
      if (eind <= tot && prng.chance(0.7)) {
        return {
          omschrijving,
          begindatum,
          streefdatum,
          behaaldOp: latest(eind, begindatum),
          status: 'BEHAALD',
        };
      }
      return {
        omschrijving,
        begindatum,
        streefdatum,
        status: dienst.einddatum === undefined ? 'LOPEND' : 'GESTOPT',
      };
    })
    .sort((a, b) => a.begindatum.localeCompare(b.begindatum));
  const evaluaties = Array.from({ length: prng.integer(0, 3) }, () => randomDate(prng, vanaf, tot))
    .sort()
    .map((datum) => ({ datum, conclusie: prng.pick(conclusies) }));
  return { doelen, evaluaties };
}

/**
 * What UWV decided on sheltered work: a positive indication or advice of everybody who works or waits for
 * it, and a negative one of a few clients furthest from work. From a stream of its own.
 */
export function makeIndicaties(
  kader: Kader,
  volgnummer: number,
  { bijstand, swDienstverband: dienst, swWachtlijst: plek }: Aanleiding,
): readonly Indicatie[] | undefined {
  const prng = createPrng(`${kader.seedText}/indicaties/${volgnummer}`);
  const soort = plek?.indicatie ?? dienst?.soort;
  if (soort === undefined) {
    if (bijstand?.fase !== 4 || bijstand.einddatum !== undefined || !prng.chance(0.04)) return undefined;
    const besluitdatum = addDays(kader.peildatum, -prng.integer(30, 900));
    return [{ soort: 'BESCHUT_WERK', besluitdatum, advies: 'NEGATIEF' }];
  }
  const eerste = soort === 'WSW' ? EERSTE_WSW_INDICATIE : EERSTE_BESCHUT_ADVIES;
  const nodigOp = vroegste(plek?.aangemeldOp, dienst?.soort === soort ? dienst.begindatum : undefined);
  const besluitdatum = latest(addDays(nodigOp, -prng.integer(14, 90)), eerste);
  const geldigTot = plek?.indicatieGeldigTot;
  const indicatie: Indicatie = { soort, besluitdatum, advies: 'POSITIEF', geldigVan: besluitdatum };
  if (geldigTot === undefined) return [indicatie];
  if (soort === 'BESCHUT_WERK') return [{ ...indicatie, geldigTot }];
  // An indication for the Wsw was for some years: who still waits was indicated anew.
  const opnieuw = latest(addMonths(geldigTot, -60), addDays(besluitdatum, 1));
  return [
    { ...indicatie, geldigTot: addDays(opnieuw, -1) },
    { soort, besluitdatum: addDays(opnieuw, -1), advies: 'POSITIEF', geldigVan: opnieuw, geldigTot },
  ];
}

function vroegste(a: Datum | undefined, b: Datum | undefined): Datum {
  if (a === undefined || b === undefined) return a ?? b ?? EERSTE_WSW_INDICATIE;
  return a < b ? a : b;
}
