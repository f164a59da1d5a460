import { z } from 'zod';
import { suwi, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

/** A profession: by UWV's list or in free words, one of the two. */
const beroepsnaam = {
  BeroepsnaamOngecodeerd: xmlOptioneel(z.object({ NaamBeroepOngecodeerd: suwi.tekst })),
  BeroepsnaamGecodeerd: xmlOptioneel(z.object({ CdBeroepsnaam: suwi.code, OmsBeroepsnaam: suwi.tekst })),
};

const opleiding = {
  DatBVolgenOpleiding: suwi.datum,
  DatEVolgenOpleiding: suwi.datum,
  CdStatusOpleiding: suwi.code,
  IndDiploma: suwi.indicatie,
  DatDiploma: suwi.datum,
  CdNiveauOpleiding: suwi.code,
};

const arbeidsmarktkwalificaties = z.object({
  OpleidingsnaamOngecodeerd: xmlLijst(z.object({ ...opleiding, NaamOpleidingOngecodeerd: suwi.tekst })),
  OpleidingsnaamGecodeerd: xmlLijst(
    z.object({ ...opleiding, CdOpleidingsnaam: suwi.code, OmsOpleidingsnaam: suwi.tekst }),
  ),
  Werkervaring: xmlLijst(z.object({ AantJarenWerkzaamInBeroep: suwi.aantal, ...beroepsnaam })),
  Rijbewijs: xmlLijst(z.object({ CdSrtRijbewijs: suwi.code })),
  Gedragscompetentie: xmlLijst(
    z.object({ CdGedragscompetentie: suwi.code, OmsGedragscompetentie: suwi.tekst }),
  ),
});

const contactpersoonAfd = xmlOptioneel(z.object({ NaamContactpersoonAfd: suwi.tekst }));

/** Of the services of UWV: who helps the client, and what stands in the way. The narratives are not read. */
const dienstverlening = z.object({
  ReferentienrDvlUwvWb: suwi.verplichteCode,
  DatBDvlUwvWb: suwi.datum,
  DatEDvlUwvWb: suwi.datum,
  ContactpersoonAfd: contactpersoonAfd,
  KnelpuntKlantsituatie: xmlLijst(
    z.object({
      CdTypeKnelpuntKlant: suwi.code,
      DatBKnelpuntKlant: suwi.datum,
      DatEKnelpuntKlant: suwi.datum,
      OmsKnelpuntKlant: suwi.tekst,
      CdRedenEKnelpuntKlant: suwi.code,
    }),
  ),
});

/** A relation of the client to the labour market (arbeidstoeleidingsrelatie). */
const atlRelatie = z.object({
  DatBAtlRelatie: suwi.datum,
  DatEAtlRelatie: suwi.datum,
  Arbeidsmarktkwalificaties: xmlOptioneel(arbeidsmarktkwalificaties),
  InschrijvingsgegevensUwvWb: xmlLijst(
    z.object({
      DatInschrijvingUwvWb: suwi.datum,
      CdInschrijfredenUwvWb: suwi.code,
      DatEInschrijvingUwvWb: suwi.datum,
      DatEGeldigheidInschrijvingUwvWb: suwi.datum,
      CdRedenEindeInschrijvingUwvWb: suwi.code,
    }),
  ),
  Bemiddelingsberoep: xmlLijst(z.object(beroepsnaam)),
  BeschikbaarheidClientVoorArbeid: xmlOptioneel(
    z.object({
      DatBBeschikbaarVoorArbeid: suwi.datum,
      DatEBeschikbaarVoorArbeid: suwi.datum,
      AantUrenWeekBeschikbVoorArbeid: suwi.uren,
    }),
  ),
  Mobiliteit: xmlOptioneel(
    z.object({ IndBereidheidTeVerhuizen: suwi.indicatie, Reistijd: suwi.aantal, CdVervoermiddel: suwi.code }),
  ),
  Flexibiliteit: xmlOptioneel(
    z.object({
      IndIngeschrevenBijUitzendbureaus: suwi.indicatie,
      IndBereidZoekenBuitenBeroepswens: suwi.indicatie,
      IndBereidBeroepOnderEigenNiveau: suwi.indicatie,
      IndBereidZwaarVuilWerk: suwi.indicatie,
      IndBereidOnregelmatigWerk: suwi.indicatie,
    }),
  ),
  DienstverleningUwvWb: xmlLijst(dienstverlening),
  BeschikbaarClientVoorBemiddeling: xmlOptioneel(
    z.object({ IndDirectBemiddelbaar: suwi.indicatie, DatEPeriodeNietBemiddelbaar: suwi.datum }),
  ),
  AfspraakKlantMetUwvWb: xmlLijst(
    z.object({
      CdTypeAfspraakKlantUwvWb: suwi.code,
      OmsOnderwerpAfspraakKlantUwvWb: suwi.tekst,
      DatTijdBAfspraakKlantUwvWb: suwi.datumTijdstip,
      DatTijdEAfspraakKlantUwvWb: suwi.datumTijdstip,
      ContactpersoonAfd: contactpersoonAfd,
    }),
  ),
});

/** UwvWbPersoonsInfoResponse with data (UWVWbDossierPersoonGSD v0200, BodyReaction.xsd). */
export const antwoord = z.object({
  ClientSuwi: z.object({
    Burgerservicenr: suwi.burgerservicenr,
    // Mandatory in the XSD and on every file: without it this is some other message.
    Bron: z.object({ CdKolomSuwi: suwi.verplichteCode, CdPartijSuwi: suwi.verplichteCode }),
    AtlRelatie: xmlLijst(atlRelatie),
  }),
});

export type Antwoord = z.output<typeof antwoord>;
