/**
 * The facts of the synthetic population, in terms of the domain and of no partner's protocol.
 * Simulated sources translate them into their own messages. Everything is made up; dates are EDTF
 * (`2015-03-17`, `2015-XX-XX`), amounts integer cents, codes those of the real code lists.
 */

export type Datum = string;

/** A person of the region. Which facts are present decides which partner knows the person. */
export type Persoon = {
  /** Nine digits, from the published test range 9999…, passes the eleven-test. */
  readonly bsn: string;
  readonly naam: Naam;
  readonly geslacht: 'M' | 'V';
  /** Some are partial, as in the BRP. */
  readonly geboortedatum: Datum;
  readonly adres: Adres;
  readonly telefoon: string;
  readonly email: string;
  readonly partner?: { readonly bsn: string; readonly naam: Naam; readonly geboortedatum: Datum };

  /** Social assistance of the municipality (GWS, SuwiML Bijstandsregelingen). */
  readonly bijstand?: Bijstand;
  /** Re-integration by the municipality (SuwiML GSDDossierReintegratie, KVS). */
  readonly reintegratie?: Reintegratie;
  /** File in the municipality's client tracking system (KVS). */
  readonly klantdossier?: Klantdossier;
  readonly inburgering?: Inburgering;

  /** Employee-insurance benefits of UWV. */
  readonly uwvUitkeringen: readonly UwvUitkering[];
  readonly uwvAanvragen: readonly UwvAanvraag[];
  readonly werkzoekende?: Werkzoekende;
  /** Income relations in the Polisadministratie. */
  readonly inkomstenverhoudingen: readonly Inkomstenverhouding[];
  readonly doelgroepregister?: Doelgroepregistratie;

  readonly swDienstverband?: SwDienstverband;
  readonly swWachtlijst?: SwWachtlijst;
  /** Most recent last. */
  readonly loonwaardemetingen: readonly Loonwaardemeting[];

  /** Proposals as a candidate in the employers' CRM. */
  readonly voorstellen: readonly Voorstel[];
};

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
};

export type Medewerker = {
  /** Number of the worker in the partner's own system. */
  readonly nummer: string;
  readonly naam: string;
  readonly functie: string;
  readonly telefoon: string;
  readonly email: string;
};

export type Inburgering = {
  readonly status: 'POTENTIEEL' | 'AANGEMELD' | 'AANGEBODEN' | 'VRIJGESTELD' | 'ONTHEVEN';
};

export type UwvUitkering = Periode & {
  readonly wet: 'WW' | 'WAO' | 'WAZ' | 'WAJONG' | 'WIA' | 'ZW';
  /** CdSzWet. */
  readonly szWet: string;
  readonly redenEinde?: string;
  readonly maximaleEinddatum?: Datum;
  readonly urenPerWeek?: number;
  readonly brutoPerMaandCenten: number;
  /** CdAoKlasse, for WAO, WAZ, Wajong, WIA. */
  readonly aoKlasse?: string;
  readonly eersteAoDag?: Datum;
  readonly eersteWerkloosheidsdag?: Datum;
  readonly maatregel?: Periode & { readonly percentage: number };
};

export type UwvAanvraag = {
  readonly datum: Datum;
  readonly szWet: string;
  readonly status: string;
  readonly beslissing?: { readonly code: string; readonly datum: Datum };
};

export type Werkzoekende = {
  readonly ingeschrevenOp: Datum;
  readonly uitgeschrevenOp?: Datum;
  readonly werkcoach: Medewerker;
  /** Professions sought; UWV profession code and name. */
  readonly beroepen: readonly { readonly code: string; readonly naam: string }[];
  readonly beschikbaarVanaf: Datum;
  readonly urenPerWeek: number;
  readonly reistijdMinuten: number;
  readonly vervoermiddel: string;
  readonly opleidingen: readonly {
    readonly naam: string;
    readonly niveau: string;
    readonly diploma: boolean;
    readonly einddatum: Datum;
  }[];
  readonly werkervaring: readonly { readonly beroep: string; readonly jaren: number }[];
  readonly rijbewijzen: readonly string[];
  readonly competenties: readonly { readonly code: string; readonly naam: string }[];
  /** Functional obstacles as UWV registers them. */
  readonly knelpunten: readonly {
    readonly type: string;
    readonly omschrijving: string;
    readonly begindatum: Datum;
    readonly einddatum?: Datum;
  }[];
  readonly directBemiddelbaar: boolean;
};

export type Inkomstenverhouding = Periode & {
  readonly volgnummer: number;
  readonly werkgever: {
    readonly naam: string;
    /** `123456789L01` */
    readonly loonheffingennummer: string;
    readonly fiscaalNummer: string;
    /** Absent for payers that are no employer in the register (UWV itself, the municipality). */
    readonly kvkNummer?: string;
  };
  /** CdSrtIkv, CdAardIkv, CdTypeArbeidscontract of the code lists. */
  readonly soort: string;
  readonly aard?: string;
  readonly contract?: 'O' | 'B';
  readonly opgaven: readonly (Periode & {
    readonly svDagen: number;
    readonly uren: number;
    readonly svLoonCenten: number;
    readonly vakantietoeslagCenten: number;
  })[];
};

export type Doelgroepregistratie = {
  readonly einddatum?: Datum;
  readonly grondslagen: readonly (Periode & { readonly code: string })[];
};

export type SwDienstverband = Periode & {
  readonly medewerkernummer: string;
  readonly soort: 'WSW' | 'BESCHUT_WERK';
  readonly eenheid: 'INDUSTRIE' | 'DIENSTVERLENING';
  readonly afdeling: string;
  readonly urenPerWeek: number;
  readonly consulent: Medewerker;
  /** Most recent last; without one the person works inside. */
  readonly plaatsingen: readonly (Periode & {
    readonly soort:
      | 'BESCHUT_BINNEN'
      | 'INDIVIDUELE_DETACHERING'
      | 'GROEPSDETACHERING'
      | 'BEGELEID_WERKEN'
      | 'PROEFPLAATSING';
    readonly kvkNummer?: string;
    readonly functie: string;
    readonly urenPerWeek: number;
  })[];
};

export type SwWachtlijst = {
  readonly plaats: number;
  readonly aangemeldOp: Datum;
  readonly indicatieGeldigTot: Datum;
  readonly indicatie: 'BESCHUT_WERK' | 'WSW';
  readonly voorkeur: string;
};

export type Loonwaardemeting = {
  readonly datum: Datum;
  /** Whole percent of the minimum wage. */
  readonly percentage: number;
  readonly methode: string;
  readonly functie: string;
};

export type Voorstel = {
  /** UUID, stable. */
  readonly id: string;
  readonly vacatureId: string;
  readonly voorgesteldOp: Datum;
  readonly status: 'VOORGESTELD' | 'GESPREK' | 'AFGEWEZEN' | 'GEPLAATST' | 'INGETROKKEN';
  readonly terugkoppeling?: string;
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
};

/** Everything that the simulated sources of one region know. */
export type Bevolking = {
  readonly regio: string;
  /** The day the population is of: everything is dated relative to it. */
  readonly peildatum: string;
  /** In a fixed order; the first is the README's client, known to all four partners. */
  readonly personen: readonly Persoon[];
  readonly perBsn: ReadonlyMap<string, Persoon>;
  readonly werkgevers: readonly Werkgever[];
  readonly vacatures: readonly Vacature[];
};
