/**
 * Codes that the facts carry. Lists that are public are followed (kinds of income and employment relation,
 * SRG types 23, 29, 30, 31 and 59, means of transport, level of education). Of the others only the form is public: those values are our own, and a
 * reader that does not know one shows the code.
 */

/** CdSzWet: letters only, at most five. */
export const szWetten = {
  PW: 'Participatiewet',
  WWB: 'Wet werk en bijstand',
  WIJ: 'Wet investeren in jongeren',
  IOAW: 'Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers',
  WW: 'Werkloosheidswet',
  WAO: 'Wet op de arbeidsongeschiktheidsverzekering',
  WAZ: 'Wet arbeidsongeschiktheidsverzekering zelfstandigen',
  WAJ: 'Wet arbeidsongeschiktheidsvoorziening jonggehandicapten',
  WIA: 'Wet werk en inkomen naar arbeidsvermogen',
  IVA: 'Inkomensvoorziening volledig arbeidsongeschikten (Wet WIA)',
  WGA: 'Werkhervatting gedeeltelijk arbeidsgeschikten (Wet WIA)',
  ZW: 'Ziektewet',
} as const;

/** CdSrtIkv, of the public list. */
export const soortIkv = {
  LOON: '15',
  ZW: '31',
  WAO: '32',
  WW: '33',
  WAZ: '36',
  WAJONG: '37',
  IVA: '39',
  WIA: '40',
  BIJSTAND: '43',
} as const;

/** CdAardIkv, of the public list. */
export const aardIkv = {
  ARBEIDSOVEREENKOMST: '01',
  WSW: '10',
  UITZENDKRACHT: '11',
  BESCHUT_WERK: '20',
} as const;

/** CdTypeRvGsd (SRG); that of the wage-cost subsidy is our own. */
export const voorzieningtype = {
  LOONKOSTENSUBSIDIE: '20',
  PROEFPLAATSING: '23',
  OVERIGE_WERKPLEK: '29',
  JOBCOACH: '30',
  WERKPLEKAANPASSING: '31',
  OVERIG_FACILITEREND: '59',
} as const;

/** CdArbeidsvermogen, own values: two characters. */
export const arbeidsvermogens = { VOLLEDIG: '01', BEPERKT: '02', BESCHUT: '03', GEEN: '04' } as const;

/** CdDoelRv, own values: one character. */
export const doelenRv = { ARBEIDSINSCHAKELING: '1', PARTICIPATIE: '2' } as const;

/** CdGrondslagArbeidsbeperktheid, own values: two characters. */
export const grondslagen = { PARTICIPATIEWET: '01', WSW: '02', WAJONG: '03' } as const;

/** CdStatusAanvraagUitkering (one digit) and CdBeslissingOpAanvraagUitkering (two), own values. */
export const aanvraagstatussen = { IN_BEHANDELING: '1', AFGEHANDELD: '2' } as const;
export const beslissingen = { TOEGEKEND: '01', AFGEWEZEN: '02' } as const;

/** CdAoKlasse, one digit: from 15–25 (1) to 80–100 percent (7); own values. */
export const aoKlassen = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** CdTypeKnelpuntKlant, one digit, own values; descriptions say what someone cannot do, never why. */
export const knelpunttypen: readonly { readonly type: string; readonly omschrijving: string }[] = [
  { type: '1', omschrijving: 'Kan niet langer dan vier uur achtereen werken' },
  { type: '2', omschrijving: 'Kan geen zware lasten tillen' },
  { type: '3', omschrijving: 'Nederlandse taal nog in ontwikkeling' },
  { type: '4', omschrijving: 'Heeft geen eigen vervoer' },
  { type: '5', omschrijving: 'Alleen beschikbaar onder schooltijd' },
  { type: '6', omschrijving: 'Heeft een prikkelarme werkplek nodig' },
  { type: '7', omschrijving: 'Weinig recente werkervaring' },
];

/** CdGedragscompetentie, ten digits, own values. */
export const competenties: readonly { readonly code: string; readonly naam: string }[] = [
  'Samenwerken en overleggen',
  'Op de behoeften van de klant richten',
  'Kwaliteit leveren',
  'Instructies en procedures opvolgen',
  'Omgaan met verandering en aanpassen',
  'Met druk en tegenslag omgaan',
  'Materialen en middelen inzetten',
  'Aandacht en begrip tonen',
].map((naam, i) => ({ code: String(i + 1).padStart(10, '0'), naam }));

/** CdNiveauOpleiding, one character, of the list for the exchange of jobseekers' profiles (SONAR): 1 to 6. */
export const opleidingen: readonly {
  readonly naam: string;
  readonly niveau: string;
  /** Age at which one usually ends. */
  readonly leeftijd: number;
}[] = [
  { naam: 'Basisonderwijs', niveau: '1', leeftijd: 12 },
  { naam: 'Vmbo basisberoepsgerichte leerweg groen', niveau: '2', leeftijd: 16 },
  { naam: 'Vmbo gemengde leerweg', niveau: '2', leeftijd: 16 },
  { naam: 'Mbo 2 medewerker teelt', niveau: '4', leeftijd: 18 },
  { naam: 'Mbo 2 logistiek medewerker', niveau: '4', leeftijd: 18 },
  { naam: 'Mbo 3 verzorgende IG', niveau: '4', leeftijd: 19 },
  { naam: 'Mbo 4 technicus elektrotechniek', niveau: '4', leeftijd: 20 },
  { naam: 'Mbo 4 administratief medewerker', niveau: '4', leeftijd: 20 },
  { naam: 'Havo', niveau: '3', leeftijd: 17 },
  { naam: 'Hbo bedrijfskunde', niveau: '5', leeftijd: 22 },
];

/** CdVervoermiddel, one character, of the same list. */
export const vervoermiddelen = { AUTO: '1', OPENBAAR_VERVOER: '5', FIETS: '3' } as const;

/** CdSrtRijbewijs: which go together, and how often. */
export const rijbewijzen: readonly (readonly [readonly string[], number])[] = [
  [['B'], 80],
  [['AM'], 6],
  [['B', 'BE'], 6],
  [['B', 'C'], 5],
  [['B', 'C', 'CE'], 3],
];
