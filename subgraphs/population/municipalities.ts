/** Municipalities of the regions with their CBS code (of the year of the paper) and villages. */
export type Plaats = {
  readonly naam: string;
  /** First and last four digits of the postcode. */
  readonly postcodes: readonly [number, number];
};

export type Gemeentegegevens = {
  readonly code: string;
  readonly naam: string;
  readonly plaatsen: readonly Plaats[];
};

const plaats = (naam: string, van: number, tot = van): Plaats => ({ naam, postcodes: [van, tot] });

function gemeente(code: string, naam: string, ...plaatsen: Plaats[]): Gemeentegegevens {
  return { code, naam, plaatsen };
}

export const gemeentegegevens = {
  westland: gemeente(
    '1783',
    'Westland',
    plaats('Naaldwijk', 2671, 2672),
    plaats("'s-Gravenzande", 2691, 2693),
    plaats('Monster', 2681),
    plaats('De Lier', 2678),
    plaats('Wateringen', 2291, 2292),
    plaats('Poeldijk', 2685),
    plaats('Honselersdijk', 2675),
    plaats('Maasdijk', 2676),
    plaats('Kwintsheul', 2295),
    plaats('Ter Heijde', 2684),
    plaats('Heenweg', 2694),
  ),
  alkmaar: gemeente('0361', 'Alkmaar', plaats('Alkmaar', 1811, 1827), plaats('Oudorp', 1821)),
  heiloo: gemeente('0399', 'Heiloo', plaats('Heiloo', 1851, 1852)),
  heerhugowaard: gemeente('0398', 'Heerhugowaard', plaats('Heerhugowaard', 1701, 1706)),
  bergen: gemeente(
    '0373',
    'Bergen',
    plaats('Bergen', 1861, 1862),
    plaats('Schoorl', 1871),
    plaats('Egmond aan Zee', 1931),
  ),
  langedijk: gemeente(
    '0416',
    'Langedijk',
    plaats('Broek op Langedijk', 1721),
    plaats('Zuid-Scharwoude', 1722),
    plaats('Noord-Scharwoude', 1723),
  ),
  schermer: gemeente('0458', 'Schermer', plaats('Stompetoren', 1841), plaats('Schermerhorn', 1636)),
  graftDeRijp: gemeente('0365', 'Graft-De Rijp', plaats('De Rijp', 1483), plaats('Graft', 1484)),
  castricum: gemeente(
    '0383',
    'Castricum',
    plaats('Castricum', 1901, 1902),
    plaats('Limmen', 1906),
    plaats('Akersloot', 1921),
  ),
  denHelder: gemeente('0400', 'Den Helder', plaats('Den Helder', 1781, 1785)),
  velsen: gemeente(
    '0453',
    'Velsen',
    plaats('IJmuiden', 1971, 1976),
    plaats('Velserbroek', 1991),
    plaats('Santpoort-Noord', 2071),
  ),
  beverwijk: gemeente('0375', 'Beverwijk', plaats('Beverwijk', 1941, 1948)),
  heemskerk: gemeente('0396', 'Heemskerk', plaats('Heemskerk', 1961, 1969)),
  uitgeest: gemeente('0450', 'Uitgeest', plaats('Uitgeest', 1911)),
  helmond: gemeente('0794', 'Helmond', plaats('Helmond', 5701, 5709)),
  asten: gemeente('0743', 'Asten', plaats('Asten', 5721), plaats('Heusden', 5725)),
  laarbeek: gemeente('1659', 'Laarbeek', plaats('Beek en Donk', 5741), plaats('Aarle-Rixtel', 5735)),
  geldropMierlo: gemeente('1771', 'Geldrop-Mierlo', plaats('Geldrop', 5661, 5667), plaats('Mierlo', 5731)),
  deurne: gemeente('0762', 'Deurne', plaats('Deurne', 5751, 5753), plaats('Liessel', 5757)),
} as const satisfies Record<string, Gemeentegegevens>;
