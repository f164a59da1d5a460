import { makeAdres } from './addresses.ts';
import { addDays } from './dates.ts';
import type { ContactElders, Datum, Persoon, Plaatsingsafspraak, Voorstel, Werkgever } from './facts.ts';
import { makeNaam, volledigeNaam } from './names.ts';
import { createPrng, type Prng } from './prng.ts';
import { beroepenPerBranche } from './professions.ts';
import type { Regio } from './regions.ts';

/**
 * What the service point and others know of an employer beside its contacts: search assignments, other
 * establishments, contacts of other regions. From streams of their own; the first employer has some of each.
 */
export function voegWerkgeversdossierToe(
  werkgevers: readonly Werkgever[],
  regio: Regio,
  seedText: string,
  peildatum: Datum,
): readonly Werkgever[] {
  return werkgevers.map((werkgever, i) => {
    const stroom = (naam: string) => createPrng(`${seedText}/werkgever/${i}/${naam}`);
    return {
      ...werkgever,
      zoekopdrachten: makeZoekopdrachten(stroom('zoekopdracht'), werkgever, i === 0, peildatum),
      nevenvestigingen: makeNevenvestigingen(stroom('vestiging'), werkgever, i, regio),
      contactenElders: makeContactenElders(stroom('elders'), i === 0, regio, peildatum),
    };
  });
}

function makeZoekopdrachten(prng: Prng, werkgever: Werkgever, eerste: boolean, peildatum: Datum) {
  return Array.from({ length: prng.integer(eerste ? 2 : 0, eerste ? 3 : 2) }, (_, n) => {
    const beroep = prng.pick(beroepenPerBranche[werkgever.branche]);
    const ontvangenOp = addDays(peildatum, -(n * 100 + prng.integer(5, 90)));
    const aantal = prng.integer(1, 6);
    return {
      id: prng.uuid(),
      omschrijving: `${aantal} × ${beroep.naam.toLowerCase()}`,
      beroep,
      aantal,
      ontvangenOp,
      ...(prng.chance(0.6) ? { uiterlijk: addDays(ontvangenOp, prng.integer(30, 120)) } : {}),
      status:
        n === 0
          ? prng.pick(['OPEN', 'IN_BEHANDELING'] as const)
          : prng.pick(['VERVULD', 'INGETROKKEN'] as const),
      behandelaar: werkgever.matchmaker,
    };
  }).reverse();
}

function makeNevenvestigingen(prng: Prng, werkgever: Werkgever, i: number, regio: Regio) {
  const [gemeente] = regio.gemeenten;
  const aantal = i === 0 ? 1 : werkgever.werkzamePersonen < 10 ? 0 : prng.integer(0, 2);
  return Array.from({ length: gemeente === undefined ? 0 : aantal }, (_, n) => ({
    vestigingsnummer: `00009${n + 1}1${String(i + 1).padStart(5, '0')}`,
    naam: `${werkgever.handelsnamen[0] ?? werkgever.naam} ${prng.pick(['Noord', 'Zuid', 'Oost', 'West'])}`,
    adres: gemeente === undefined ? werkgever.adres : makeAdres(prng, gemeente, true),
  }));
}

/** Service points of neighbouring regions; the region itself is left out. */
const elders: readonly { readonly organisatie: string; readonly domein: string; readonly niet: string }[] = [
  { organisatie: 'Werkgeversservicepunt Haaglanden', domein: 'wsp-haaglanden.example', niet: 'westland' },
  { organisatie: 'WerkgeversServicepunt Rijnmond', domein: 'wsp-rijnmond.example', niet: '' },
  {
    organisatie: 'Werkgeversservicepunt Noord-Holland Noord',
    domein: 'wsp-nhn.example',
    niet: 'noord-kennemerland',
  },
];

function makeContactenElders(
  prng: Prng,
  eerste: boolean,
  regio: Regio,
  peildatum: Datum,
): readonly ContactElders[] {
  const aantal = eerste ? 2 : prng.chance(0.25) ? prng.integer(1, 2) : 0;
  return Array.from({ length: aantal }, (_, n): ContactElders => {
    const { organisatie, domein } = prng.pick(elders.filter(({ niet }) => niet !== regio.naam));
    const naam = volledigeNaam(makeNaam(prng, prng.pick(['M', 'V'] as const), 'NEDERLANDS'));
    return {
      datum: addDays(peildatum, -(n * 40 + prng.integer(3, 38))),
      onderwerp: prng.integer(1, 6),
      soort: prng.integer(1, 6),
      ...(prng.chance(0.5) ? { soortAfspraken: prng.integer(1, 3) } : {}),
      organisatie,
      accountmanager: {
        naam,
        telefoon: `088-${String(prng.integer(1, 9_999)).padStart(7, '0')}`,
        email: `accountmanagement@${domein}`,
      },
    };
  }).reverse();
}

/** Instruments and how often they go with a placement. */
const instrumenten: readonly (readonly [Plaatsingsafspraak['instrument'], number])[] = [
  ['PROEFPLAATSING', 30],
  ['LOONKOSTENSUBSIDIE', 30],
  ['JOBCOACH', 15],
  ['NO_RISKPOLIS', 10],
  ['WERKPLEKAANPASSING', 6],
  ['SCHOLING', 5],
  ['WERKERVARINGSPLAATS', 2],
  ['PARTICIPATIEBAAN', 2],
];

/** Gives proposals their arrangements: placed people usually have one, the first client's are intended. */
export function voegPlaatsingsafsprakenToe(
  personen: readonly Persoon[],
  seedText: string,
  peildatum: Datum,
): readonly Persoon[] {
  return personen.map((persoon, i) => ({
    ...persoon,
    voorstellen: persoon.voorstellen.map((voorstel, n) => {
      const prng = createPrng(`${seedText}/plaatsingsafspraak/${i}/${n}`);
      const plaatsingsafspraken = makePlaatsingsafspraken(prng, voorstel, i === 0, peildatum);
      return plaatsingsafspraken.length === 0 ? voorstel : { ...voorstel, plaatsingsafspraken };
    }),
  }));
}

function makePlaatsingsafspraken(
  prng: Prng,
  voorstel: Voorstel,
  eersteKlant: boolean,
  peildatum: Datum,
): readonly Plaatsingsafspraak[] {
  if (eersteKlant && voorstel.status === 'GESPREK') {
    const begindatum = addDays(peildatum, 14);
    return [
      {
        id: prng.uuid(),
        instrument: 'PROEFPLAATSING',
        status: 'VOORGENOMEN',
        begindatum,
        einddatum: addDays(begindatum, 61),
        urenPerWeek: 16,
        toelichting: 'Twee maanden, daarna een contract voor zes maanden',
      },
      {
        id: prng.uuid(),
        instrument: 'LOONKOSTENSUBSIDIE',
        status: 'VOORGENOMEN',
        begindatum: addDays(begindatum, 62),
      },
    ];
  }
  if (voorstel.status !== 'GEPLAATST' || !prng.chance(0.7)) return [];
  const begindatum = addDays(voorstel.voorgesteldOp, prng.integer(5, 15));
  const instrument = prng.weighted(instrumenten);
  const einddatum = addDays(begindatum, instrument === 'PROEFPLAATSING' ? 61 : 364);
  return [
    {
      id: prng.uuid(),
      instrument,
      status: begindatum > peildatum ? 'VOORGENOMEN' : einddatum < peildatum ? 'BEEINDIGD' : 'LOOPT',
      begindatum,
      einddatum,
      ...(instrument === 'PROEFPLAATSING' ? { urenPerWeek: prng.pick([16, 20, 24, 32]) } : {}),
    },
  ];
}
