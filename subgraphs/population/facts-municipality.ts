/** What the municipality knows of a person. */
import type { Datum, Medewerker, Periode } from './facts-base.ts';

export type Bijstand = Periode & {
  /** CdSzWet of the benefit law: see `szWetten`. */
  readonly szWet: string;
  readonly dossiernummer: string;
  readonly leefvorm: 'ALLEENSTAAND' | 'ALLEENSTAANDE_OUDER' | 'GEHUWD_OF_SAMENWONEND';
  /** Distance to the labour market, 1 (none) to 4 (very large); three quarters of Westland is 3 or 4. */
  readonly fase: 1 | 2 | 3 | 4;
  /** Monthly norm, net. */
  readonly normCenten: number;
  readonly aanvraagdatum: Datum;
  readonly beschikkingsdatum: Datum;
  readonly kostendelers?: number;
  readonly vrijstellingArbeidsplicht?: { readonly einddatum?: Datum };
  readonly maatregel?: Periode & { readonly verlagingCenten: number };
  readonly vordering?: {
    readonly nummer: string;
    readonly besluitdatum: Datum;
    readonly aanvangCenten: number;
    readonly saldoCenten: number;
    readonly fraude: boolean;
  };
  /** Last months paid, most recent last, `JJJJMM`. */
  readonly betalingen: readonly Betaling[];
} & Partial<Bijstandsgeschiedenis>;

/** What happened in and beside the benefit; what did not happen is absent. */
export type Bijstandsgeschiedenis = {
  /** Other applications than the one the benefit rests on, also under other laws; most recent last. */
  readonly andereAanvragen: readonly {
    readonly datum: Datum;
    readonly szWet: string;
    /** Absent while there is no decision. */
    readonly beslissing?: {
      readonly soort: 'TOEGEKEND' | 'AFGEWEZEN' | 'BUITEN_BEHANDELING';
      readonly datum: Datum;
    };
  }[];
  /** Special assistance for particular costs, most recent last. */
  readonly bijzondereBijstand: readonly {
    /** CdClusterBijzBijstand, one digit: our own values. */
    readonly cluster: string;
    readonly kosten: string;
    readonly betaalbaarOp?: Datum;
  }[];
  /** Day of a warning for breaking the duty to inform. */
  readonly waarschuwingOp: Datum;
  /** Claims beside `vordering`. */
  readonly andereVorderingen: readonly NonNullable<Bijstand['vordering']>[];
  /** What stands behind the claims that rest on fraud. */
  readonly fraude: { readonly recidive: boolean; readonly boete: string; readonly onherroepelijkOp?: Datum };
  /** A benefit under another law that the person had before: IOAW, IOAZ or Bbz; it has ended. */
  readonly eerdereUitkering: Periode & {
    readonly szWet: 'IOAW' | 'IOAZ' | 'BBZ';
    /** CdClassificatieBbz, for Bbz. */
    readonly classificatieBbz?: string;
    readonly normCenten: number;
  };
};

export type Betaling = {
  readonly maand: string;
  readonly nettoCenten: number;
  readonly gekorteInkomstenCenten: number;
  readonly reserveringVakantiegeldCenten: number;
  readonly datumBetaald: Datum;
};

export type Reintegratie = {
  /** CdArbeidsvermogen of the XSD. */
  readonly arbeidsvermogen?: string;
  /** CdDoelRv of the XSD. */
  readonly doel?: string;
  readonly voorzieningen: readonly (Periode & {
    readonly registratienummer: string;
    /** SRG type (CdTypeRvGsd). */
    readonly type: string;
    readonly omschrijving: string;
    /** For a wage-cost subsidy: wage value as a percentage of the minimum wage. */
    readonly loonwaardePercentage?: number;
  })[];
};

export type Klantdossier = {
  readonly klantmanager: Medewerker;
  /** Participation ladder, most recent last. */
  readonly treden: readonly { readonly trede: 1 | 2 | 3 | 4 | 5 | 6; readonly vastgesteldOp: Datum }[];
  readonly status: 'INTAKE' | 'DIAGNOSE' | 'TRAJECT' | 'GEREED_VOOR_UITSTROOM' | 'NAZORG' | 'ZORG';
  readonly klantvraag: string;
  readonly trajecten: readonly (Periode & { readonly soort: string; readonly doel: string })[];
  readonly afspraken: readonly {
    /** RFC 3339. */
    readonly begin: string;
    readonly einde: string;
    readonly onderwerp: string;
    readonly plaats: string;
    readonly medewerker: Medewerker;
  }[];
  readonly contacten: readonly {
    readonly op: string;
    readonly kanaal: string;
    readonly onderwerp: string;
    readonly medewerker: Medewerker;
  }[];
  /** Obstacles in functional terms, never a diagnosis. */
  readonly belemmeringen: readonly string[];
  readonly schuldhulpLoopt: boolean;
  /** Closed for the municipality's own workers but some, e.g. the file of a colleague; absent when not. */
  readonly afgeschermd?: true;
} & Partial<Dossiervoortgang> &
  Partial<Dienstregistratie>;

/** What the klantmanager did for a client and asked of one; absent in a file that does not register it. */
export type Dienstregistratie = {
  /** Service of the municipality itself, most recent last. */
  readonly dienstverlening: readonly (Periode & {
    readonly soort: 'BASIS_DIGITAAL' | 'INTENSIEF_PERSOONLIJK';
  })[];
  /** Offers of work that the klantmanager made. */
  readonly werkaanbod: readonly { readonly aangebodenOp: Datum; readonly omschrijving: string }[];
  /** What the client does in return for the benefit. */
  readonly tegenprestatie: readonly (Periode & { readonly omschrijving: string })[];
};

/** What the municipality adds to a file after the intake; a fact that was not established is absent. */
export type Dossiervoortgang = {
  /** When the client registered at the Werkplein. */
  readonly aangemeldOp: Datum;
  readonly zelfredzaam: boolean;
  /** By expected wage value: 1 nearly full, 2 limited, 3 sheltered, 4 care. */
  readonly doelgroepcode: '1' | '2' | '3' | '4';
  readonly herbeoordelingOp: Datum;
  readonly opvallendheden: readonly string[];
  readonly overeenkomsten: readonly {
    readonly omschrijving: string;
    readonly gemaaktOp: Datum;
    readonly uiterlijk?: Datum;
    /** Absent while it is not known. */
    readonly nagekomen?: boolean;
  }[];
  readonly interneTaken: readonly {
    readonly onderwerp: string;
    readonly toegewezenAan: Medewerker;
    /** RFC 3339. */
    readonly aangemaaktOp: string;
    readonly uiterlijk?: Datum;
    readonly verwerkt: boolean;
  }[];
  readonly workFirst: {
    readonly aangemeldOp: Datum;
    readonly gestartOp?: Datum;
    readonly aanHetWerkOp?: Datum;
    readonly eersteContactKlantmanagerOp?: Datum;
    readonly uitkeringsintakeGeplandOp?: Datum;
    readonly beeindigdOp?: Datum;
  };
  readonly kinderopvang: readonly (Periode & {
    readonly soort: 'DAGOPVANG' | 'BSO' | 'GASTOUDEROPVANG';
    readonly urenPerWeek: number;
  })[];
};

export type Klantdocument = {
  readonly identificatie: string;
  readonly titel: string;
  readonly creatiedatum: Datum;
  readonly vertrouwelijkheidaanduiding:
    | 'intern'
    | 'zaakvertrouwelijk'
    | 'vertrouwelijk'
    | 'confidentieel'
    | 'geheim';
  readonly soort: string;
  readonly formaat: string;
  readonly bestandsomvangBytes: number;
  readonly status: 'in_bewerking' | 'ter_vaststelling' | 'definitief' | 'gearchiveerd';
};

export type Inburgering = {
  readonly status: 'POTENTIEEL' | 'AANGEMELD' | 'AANGEBODEN' | 'VRIJGESTELD' | 'ONTHEVEN';
  readonly aangemeldOp?: Datum;
  readonly startOp?: Datum;
  /** End of the course, or the day of exemption or relief. */
  readonly eindOp?: Datum;
};
