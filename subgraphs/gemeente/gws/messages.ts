/**
 * Answers of GWS: UitkeringsSpecificatieClient v0600 and JaarOpgaveClient v0400 (BodyReaction.xsd),
 * the fields the graph shows. Left unread on purpose: names, addresses, bank accounts, creditors and
 * everything about other parties on the file.
 */
import { z } from 'zod';
import {
  getekend,
  gevuld,
  positiefNegatief,
  suwiDatum,
  waardeBedr,
  xmlLijst,
  xmlOptioneel,
} from '../../kit/index.ts';

/** `StandaardBedrag` to signed cents; both parts are mandatory here, unlike in SuwiML. */
const standaardBedrag = z
  .looseObject({ CdPositiefNegatief: positiefNegatief, WaardeBedrag: waardeBedr })
  .transform((b) => getekend(b.CdPositiefNegatief, b.WaardeBedrag));
const bedrag = xmlOptioneel(standaardBedrag);
const tekst = xmlOptioneel(z.string());

/** `Periodenummer`, JJJJMM, to `JJJJ-MM`. */
const periodenummer = z
  .string()
  .regex(/^[12]\d{3}(0[1-9]|1[0-2])$/)
  .transform((waarde) => `${waarde.slice(0, 4)}-${waarde.slice(4)}`);

/** Only whom it is about: the answer is refused when that is not the person asked for. */
const client = z.looseObject({ BurgerServiceNr: z.string().regex(/^\d{9}$/) });

const instantie = z.looseObject({
  Gemeentecode: z.string().regex(/^\d{4}$/),
  Gemeentenaam: tekst,
  Bezoekadres: tekst,
  Postcode: tekst,
  Woonplaatsnaam: tekst,
});

const dossierhistorie = z.looseObject({
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
  DatumBetaald: xmlOptioneel(suwiDatum),
  Componenthistorie: xmlLijst(
    z.looseObject({
      Omschrijving: z.string(),
      Bedrag: standaardBedrag,
      IndicatieKolom: gevuld,
      Toelichting: tekst,
    }),
  ),
});

const uitkeringsSpecificatieClient = z.looseObject({
  Client: client,
  TypePeriode: gevuld,
  Uitkeringsspecificatie: xmlLijst(
    z.looseObject({
      Uitkeringsinstantie: instantie,
      Dossierhistorie: xmlLijst(dossierhistorie).refine((d) => d.length > 0, 'at least one'),
    }),
  ),
});

/** `UitkeringsSpecificatieInfoResponse`. */
export const uitkeringsSpecificatieInfoResponse = z.looseObject({
  UitkeringsSpecificatieClient: uitkeringsSpecificatieClient,
});

const specificatieJaarOpgave = z.looseObject({
  Regeling: z.string(),
  Dienstjaar: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
  AangiftePeriodeVan: suwiDatum,
  AangiftePeriodeTot: suwiDatum,
  Fiscaalloon: standaardBedrag,
  Loonheffing: bedrag,
  CdPremieVolksverzekering: tekst,
  IndicatieZVW: gevuld,
  IngehoudenPremieZVW: bedrag,
  VergoedingPremieZVW: bedrag,
  OntvangstenFiscaalloon: bedrag,
  OntvangstenIngehoudenPremieZVW: bedrag,
  OntvangstenVergoedingPremieZVW: bedrag,
  OntvangstenPremieloon: bedrag,
  WerkgeversheffingPremieZVW: bedrag,
  OntvangstenWerkgeversheffingPremieZVW: bedrag,
  Loonheffingskorting: xmlLijst(z.looseObject({ Ingangsdatum: suwiDatum, CdLoonheffingskorting: tekst })),
  BelasteAlimentatie: bedrag,
});

const jaarOpgaveClient = z.looseObject({
  Client: client,
  JaarOpgave: xmlLijst(
    z.looseObject({
      Inhoudingsplichtige: instantie,
      SpecificatieJaarOpgave: xmlLijst(specificatieJaarOpgave).refine((s) => s.length > 0, 'at least one'),
    }),
  ),
});

/** `JaarOpgaveInfoResponse`. */
export const jaarOpgaveInfoResponse = z.looseObject({ JaarOpgaveClient: jaarOpgaveClient });

/** One month's specification of one person. */
export type UitkeringsSpecificatieClient = z.output<typeof uitkeringsSpecificatieClient>;
/** One year's statement of one person. */
export type JaarOpgaveClient = z.output<typeof jaarOpgaveClient>;
