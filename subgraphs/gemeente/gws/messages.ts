/**
 * Answers of GWS: UitkeringsSpecificatieClient v0600 and JaarOpgaveClient v0400 (BodyReaction.xsd),
 * the fields the graph shows. Left unread on purpose: names, addresses, bank accounts, creditors and
 * everything about other parties on the file. Where an element is that of the SuwiML Basisschema, it is read as such.
 */
import { z } from 'zod';
import { suwi, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

/** `StandaardBedrag` to signed cents; both parts are mandatory here, unlike in SuwiML. */
const standaardBedrag = z
  .object({ CdPositiefNegatief: suwi.verplichtTeken, WaardeBedrag: suwi.verplichteCenten })
  .transform((b) => suwi.metTeken(b.CdPositiefNegatief, b.WaardeBedrag));
const bedrag = xmlOptioneel(standaardBedrag);

/** `Periodenummer`, JJJJMM, to `JJJJ-MM`. */
const periodenummer = z
  .string()
  .regex(/^[12]\d{3}(0[1-9]|1[0-2])$/)
  .transform((waarde) => `${waarde.slice(0, 4)}-${waarde.slice(4)}`);

/** Only whom it is about: the answer is refused when that is not the person asked for. */
const client = z.object({ BurgerServiceNr: suwi.burgerservicenr });

const instantie = z.object({
  Gemeentecode: z.string().regex(/^\d{4}$/),
  Gemeentenaam: suwi.tekst,
  Bezoekadres: suwi.tekst,
  Postcode: suwi.tekst,
  Woonplaatsnaam: suwi.tekst,
});

const dossierhistorie = z.object({
  Regeling: z.string(),
  Dossiernummer: z.string(),
  Periodenummer: periodenummer,
  Betrekkingsperiode: periodenummer,
  UitbetaaldBedragClient: bedrag,
  OpgegevenInkomsten: bedrag,
  TeVerrekenenInkomsten: bedrag,
  InkomstenVrijlating: bedrag,
  InkomstenNaVrijlating: bedrag,
  VakantiegeldOverInkomsten: bedrag,
  GekorteInkomsten: bedrag,
  UitbetaaldBedragDossier: bedrag,
  DatumBetaald: suwi.datum,
  Componenthistorie: xmlLijst(
    z.object({
      Omschrijving: z.string(),
      Bedrag: standaardBedrag,
      IndicatieKolom: suwi.verplichteCode,
      Toelichting: suwi.tekst,
    }),
  ),
});

const uitkeringsSpecificatieClient = z.object({
  Client: client,
  TypePeriode: suwi.verplichteCode,
  Uitkeringsspecificatie: xmlLijst(
    z.object({
      Uitkeringsinstantie: instantie,
      Dossierhistorie: xmlLijst(dossierhistorie).refine((d) => d.length > 0, 'at least one'),
    }),
  ),
});

/** `UitkeringsSpecificatieInfoResponse`. */
export const uitkeringsSpecificatieInfoResponse = z.object({
  UitkeringsSpecificatieClient: uitkeringsSpecificatieClient,
});

const specificatieJaarOpgave = z.object({
  Regeling: z.string(),
  Dienstjaar: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
  AangiftePeriodeVan: suwi.verplichteDatum,
  AangiftePeriodeTot: suwi.verplichteDatum,
  Fiscaalloon: standaardBedrag,
  Loonheffing: bedrag,
  CdPremieVolksverzekering: suwi.tekst,
  IndicatieZVW: suwi.verplichteCode,
  IngehoudenPremieZVW: bedrag,
  VergoedingPremieZVW: bedrag,
  OntvangstenFiscaalloon: bedrag,
  OntvangstenIngehoudenPremieZVW: bedrag,
  OntvangstenVergoedingPremieZVW: bedrag,
  OntvangstenPremieloon: bedrag,
  WerkgeversheffingPremieZVW: bedrag,
  OntvangstenWerkgeversheffingPremieZVW: bedrag,
  Loonheffingskorting: xmlLijst(
    z.object({ Ingangsdatum: suwi.verplichteDatum, CdLoonheffingskorting: suwi.tekst }),
  ),
  BelasteAlimentatie: bedrag,
});

const jaarOpgaveClient = z.object({
  Client: client,
  JaarOpgave: xmlLijst(
    z.object({
      Inhoudingsplichtige: instantie,
      SpecificatieJaarOpgave: xmlLijst(specificatieJaarOpgave).refine((s) => s.length > 0, 'at least one'),
    }),
  ),
});

/** `JaarOpgaveInfoResponse`. */
export const jaarOpgaveInfoResponse = z.object({ JaarOpgaveClient: jaarOpgaveClient });

/** One month's specification of one person. */
export type UitkeringsSpecificatieClient = z.output<typeof uitkeringsSpecificatieClient>;
/** One year's statement of one person. */
export type JaarOpgaveClient = z.output<typeof jaarOpgaveClient>;
