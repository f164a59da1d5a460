/** What all facts are made of: dates (EDTF), names, addresses, periods, workers. */
export type Datum = string;

export type Naam = {
  readonly voornamen: string;
  /** With dots and no spaces: `J.M.` */
  readonly voorletters: string;
  readonly voorvoegsel?: string;
  readonly geslachtsnaam: string;
};

export type Adres = {
  readonly straat: string;
  readonly huisnummer: number;
  readonly huisletter?: string;
  readonly toevoeging?: string;
  /** `1234AB` */
  readonly postcode: string;
  readonly woonplaats: string;
  /** CBS municipality code, four digits: Westland 1783. */
  readonly gemeentecode: string;
  readonly gemeentenaam: string;
};

export type Periode = { readonly begindatum: Datum; readonly einddatum?: Datum };

export type Medewerker = {
  /** Number of the worker in the partner's own system. */
  readonly nummer: string;
  readonly naam: string;
  readonly functie: string;
  readonly telefoon: string;
  readonly email: string;
};
