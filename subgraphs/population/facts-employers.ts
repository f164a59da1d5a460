/** Employers, vacancies and what the employer service point did with them. */
import type { Adres, Datum, Medewerker, Periode } from './facts-base.ts';

export type Voorstel = {
  /** UUID, stable. */
  readonly id: string;
  readonly vacatureId: string;
  readonly voorgesteldOp: Datum;
  readonly status: 'VOORGESTELD' | 'GESPREK' | 'AFGEWEZEN' | 'GEPLAATST' | 'INGETROKKEN';
  readonly terugkoppeling?: string;
  /** What was arranged with the employer, in the order in which it begins. */
  readonly plaatsingsafspraken?: readonly Plaatsingsafspraak[];
};

/** An instrument that eases a placement. */
export type Plaatsingsafspraak = Periode & {
  /** UUID, stable. */
  readonly id: string;
  readonly instrument:
    | 'PROEFPLAATSING'
    | 'LOONKOSTENSUBSIDIE'
    | 'PARTICIPATIEBAAN'
    | 'WERKERVARINGSPLAATS'
    | 'SCHOLING'
    | 'JOBCOACH'
    | 'WERKPLEKAANPASSING'
    | 'NO_RISKPOLIS';
  readonly status: 'VOORGENOMEN' | 'LOOPT' | 'BEEINDIGD';
  readonly urenPerWeek?: number;
  readonly toelichting?: string;
};

export type Branche = 'ZORG' | 'TUINBOUW' | 'MKB' | 'TECHNIEK' | 'LOGISTIEK';

export type Werkgever = {
  /** UUID of the account in the CRM, stable. */
  readonly id: string;
  /** Eight digits, a string. */
  readonly kvkNummer: string;
  readonly vestigingsnummer: string;
  readonly naam: string;
  readonly handelsnamen: readonly string[];
  readonly rechtsvorm: string;
  readonly branche: Branche;
  readonly sbi: { readonly code: string; readonly omschrijving: string };
  readonly werkzamePersonen: number;
  readonly adres: Adres;
  readonly registratiedatum: Datum;
  readonly loonheffingennummer: string;
  readonly fiscaalNummer: string;
  readonly contactpersoon: {
    readonly id: string;
    readonly naam: string;
    readonly functie: string;
    readonly telefoon: string;
    readonly email: string;
  };
  /** The one contact person at the service point, per branch. */
  readonly matchmaker: Medewerker;
  readonly contacten: readonly {
    readonly id: string;
    readonly op: string;
    readonly soort: 'TELEFOON' | 'BEZOEK' | 'EMAIL';
    readonly onderwerp: string;
    /** Which partner made the contact. */
    readonly namens: 'WSP' | 'GEMEENTE' | 'UWV' | 'SW';
    readonly medewerker: Medewerker;
  }[];
  /** What the employer asked the service point to look for, oldest first. */
  readonly zoekopdrachten?: readonly Werkgeverszoekopdracht[];
  /** Establishments beside the main one. */
  readonly nevenvestigingen?: readonly {
    readonly vestigingsnummer: string;
    readonly naam: string;
    readonly adres: Adres;
  }[];
  /** Contacts that service points of other regions had with this employer (VUM), oldest first. */
  readonly contactenElders?: readonly ContactElders[];
};

export type Werkgeverszoekopdracht = {
  /** UUID, stable. */
  readonly id: string;
  readonly omschrijving: string;
  readonly beroep: { readonly code: string; readonly naam: string };
  readonly aantal: number;
  readonly ontvangenOp: Datum;
  readonly uiterlijk?: Datum;
  readonly status: 'OPEN' | 'IN_BEHANDELING' | 'VERVULD' | 'INGETROKKEN';
  readonly behandelaar: Medewerker;
};

export type ContactElders = {
  readonly datum: Datum;
  /** codeOnderwerp, codeSoort and codeSoortAfspraken of VUM 3. */
  readonly onderwerp: number;
  readonly soort: number;
  readonly soortAfspraken?: number;
  readonly organisatie: string;
  readonly accountmanager: { readonly naam: string; readonly telefoon: string; readonly email: string };
};

export type Vacature = {
  readonly id: string;
  readonly kvkNummer: string;
  readonly titel: string;
  readonly soort:
    | 'STRUCTUREEL'
    | 'ADDITIONEEL'
    | 'BESCHUT_VANGNET'
    | 'VRIJWILLIGER'
    | 'LEERWERK'
    | 'STAGE'
    | 'INBURGERINGSTRAJECT'
    | 'DUAAL_TRAJECT'
    | 'PROEFPLAATSING';
  readonly beroep: { readonly code: string; readonly naam: string };
  readonly urenPerWeek: number;
  readonly aantalPlaatsen: number;
  readonly plaats: string;
  readonly geplaatstOp: Datum;
  readonly sluitingsdatum?: Datum;
  readonly status: 'OPEN' | 'VERVULD' | 'INGETROKKEN';
  /** What is asked of a candidate. */
  readonly profiel?: Vacatureprofiel;
};

export type Vacatureprofiel = {
  /** URI of a profession; the authority is made up (see `beroepUri`). */
  readonly beroepUri: string;
  /** codeWerkEnDenkniveauMinimaal of VUM, 1 to 6. */
  readonly niveau: string;
  readonly urenPerWeekVan: number;
  readonly urenPerWeekTot: number;
  readonly regio: string;
  /** Four digits. */
  readonly postcodegebied: string;
  /** ISO 639-2/T and CEFR. */
  readonly talen: readonly { readonly taal: string; readonly niveau?: string }[];
  readonly rijbewijzen: readonly string[];
  readonly vaardigheden: readonly { readonly uri: string; readonly naam: string }[];
};
