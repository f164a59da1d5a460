import { z } from 'zod';
import { xmlLijst, xmlOptioneel } from '../../kit/index.ts';
import {
  aantal,
  burgerservicenr,
  code,
  datum,
  datumTijdstip,
  indicatie,
  tekst,
  uren,
  verplichteCode,
} from '../suwi-elementen.ts';

/** A profession: by UWV's list or in free words, one of the two. */
const beroepsnaam = {
  BeroepsnaamOngecodeerd: xmlOptioneel(z.object({ NaamBeroepOngecodeerd: tekst })),
  BeroepsnaamGecodeerd: xmlOptioneel(z.object({ CdBeroepsnaam: code, OmsBeroepsnaam: tekst })),
};

const opleiding = {
  DatBVolgenOpleiding: datum,
  DatEVolgenOpleiding: datum,
  CdStatusOpleiding: code,
  IndDiploma: indicatie,
  DatDiploma: datum,
  CdNiveauOpleiding: code,
};

const arbeidsmarktkwalificaties = z.object({
  OpleidingsnaamOngecodeerd: xmlLijst(z.object({ ...opleiding, NaamOpleidingOngecodeerd: tekst })),
  OpleidingsnaamGecodeerd: xmlLijst(
    z.object({ ...opleiding, CdOpleidingsnaam: code, OmsOpleidingsnaam: tekst }),
  ),
  Werkervaring: xmlLijst(z.object({ AantJarenWerkzaamInBeroep: aantal, ...beroepsnaam })),
  Rijbewijs: xmlLijst(z.object({ CdSrtRijbewijs: code })),
  Gedragscompetentie: xmlLijst(z.object({ CdGedragscompetentie: code, OmsGedragscompetentie: tekst })),
});

const contactpersoonAfd = xmlOptioneel(z.object({ NaamContactpersoonAfd: tekst }));

/** Of the services of UWV: who helps the client, and what stands in the way. The narratives are not read. */
const dienstverlening = z.object({
  ReferentienrDvlUwvWb: verplichteCode,
  DatBDvlUwvWb: datum,
  DatEDvlUwvWb: datum,
  ContactpersoonAfd: contactpersoonAfd,
  KnelpuntKlantsituatie: xmlLijst(
    z.object({
      CdTypeKnelpuntKlant: code,
      DatBKnelpuntKlant: datum,
      DatEKnelpuntKlant: datum,
      OmsKnelpuntKlant: tekst,
      CdRedenEKnelpuntKlant: code,
    }),
  ),
});

/** A relation of the client to the labour market (arbeidstoeleidingsrelatie). */
const atlRelatie = z.object({
  DatBAtlRelatie: datum,
  DatEAtlRelatie: datum,
  Arbeidsmarktkwalificaties: xmlOptioneel(arbeidsmarktkwalificaties),
  InschrijvingsgegevensUwvWb: xmlLijst(
    z.object({
      DatInschrijvingUwvWb: datum,
      CdInschrijfredenUwvWb: code,
      DatEInschrijvingUwvWb: datum,
      DatEGeldigheidInschrijvingUwvWb: datum,
      CdRedenEindeInschrijvingUwvWb: code,
    }),
  ),
  Bemiddelingsberoep: xmlLijst(z.object(beroepsnaam)),
  BeschikbaarheidClientVoorArbeid: xmlOptioneel(
    z.object({
      DatBBeschikbaarVoorArbeid: datum,
      DatEBeschikbaarVoorArbeid: datum,
      AantUrenWeekBeschikbVoorArbeid: uren,
    }),
  ),
  Mobiliteit: xmlOptioneel(
    z.object({ IndBereidheidTeVerhuizen: indicatie, Reistijd: aantal, CdVervoermiddel: code }),
  ),
  Flexibiliteit: xmlOptioneel(
    z.object({
      IndIngeschrevenBijUitzendbureaus: indicatie,
      IndBereidZoekenBuitenBeroepswens: indicatie,
      IndBereidBeroepOnderEigenNiveau: indicatie,
      IndBereidZwaarVuilWerk: indicatie,
      IndBereidOnregelmatigWerk: indicatie,
    }),
  ),
  DienstverleningUwvWb: xmlLijst(dienstverlening),
  BeschikbaarClientVoorBemiddeling: xmlOptioneel(
    z.object({ IndDirectBemiddelbaar: indicatie, DatEPeriodeNietBemiddelbaar: datum }),
  ),
  AfspraakKlantMetUwvWb: xmlLijst(
    z.object({
      CdTypeAfspraakKlantUwvWb: code,
      OmsOnderwerpAfspraakKlantUwvWb: tekst,
      DatTijdBAfspraakKlantUwvWb: datumTijdstip,
      DatTijdEAfspraakKlantUwvWb: datumTijdstip,
      ContactpersoonAfd: contactpersoonAfd,
    }),
  ),
});

/** UwvWbPersoonsInfoResponse with data (UWVWbDossierPersoonGSD v0200, BodyReaction.xsd). */
export const antwoord = z.object({
  ClientSuwi: z.object({
    Burgerservicenr: burgerservicenr,
    // Mandatory in the XSD and on every file: without it this is some other message.
    Bron: z.object({ CdKolomSuwi: verplichteCode, CdPartijSuwi: verplichteCode }),
    AtlRelatie: xmlLijst(atlRelatie),
  }),
});

export type Antwoord = z.output<typeof antwoord>;
