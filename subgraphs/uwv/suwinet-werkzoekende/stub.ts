import {
  type BronStub,
  createSuwiStub,
  type Handtekeningcontrole,
  suwiXml,
  xmlDatum,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import type { Bevolking, Persoon, Werkzoekende } from '../../population/index.ts';
import { dienst } from './source.ts';

/** UWVWbDossierPersoonGSD v0200 (SONAR) for the people registered as jobseekers. */
export function createWerkzoekendeStub(bevolking: Bevolking, handtekening: Handtekeningcontrole): BronStub {
  return createSuwiStub({
    dienst,
    handtekening,
    gegevens: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon?.werkzoekende === undefined ? undefined : schrijf(persoon, persoon.werkzoekende);
    },
    // A travelling time in words.
    verkeerdeVorm: (bsn) =>
      xmlElement(
        'ClientSuwi',
        xmlWaarde('Burgerservicenr', bsn),
        bron,
        xmlElement('AtlRelatie', xmlElement('Mobiliteit', xmlWaarde('Reistijd', 'drie kwartier'))),
      ),
  });
}

/** The party that keeps the file; the codes of the columns and parties are not public. */
const bron = xmlElement('Bron', xmlWaarde('CdKolomSuwi', 10), xmlWaarde('CdPartijSuwi', '0010'));

function schrijf(persoon: Persoon, werkzoekende: Werkzoekende): string {
  return xmlElement(
    'ClientSuwi',
    xmlWaarde('Burgerservicenr', persoon.bsn),
    xmlWaarde('Voornamen', persoon.naam.voornamen),
    xmlWaarde('Voorvoegsel', persoon.naam.voorvoegsel),
    xmlWaarde('SignificantDeelVanDeAchternaam', persoon.naam.geslachtsnaam),
    xmlWaarde('Geslacht', persoon.geslacht === 'M' ? '1' : '2'),
    xmlDatum('Geboortedat', persoon.geboortedatum),
    xmlElement('TelefoonnrClient', xmlWaarde('Telefoonnr', persoon.telefoon.replace(/\D/g, '').slice(0, 14))),
    bron,
    schrijfAtlRelatie(werkzoekende),
  );
}

function schrijfAtlRelatie(werkzoekende: Werkzoekende): string {
  const contactpersoon = xmlWaarde('NaamContactpersoonAfd', werkzoekende.werkcoach.naam.slice(0, 35));
  return xmlElement(
    'AtlRelatie',
    xmlDatum('DatBAtlRelatie', werkzoekende.ingeschrevenOp),
    xmlDatum('DatEAtlRelatie', werkzoekende.uitgeschrevenOp),
    schrijfKwalificaties(werkzoekende),
    xmlElement(
      'InschrijvingsgegevensUwvWb',
      xmlDatum('DatInschrijvingUwvWb', werkzoekende.ingeschrevenOp),
      xmlDatum('DatEInschrijvingUwvWb', werkzoekende.uitgeschrevenOp),
    ),
    ...werkzoekende.beroepen.map((beroep) => xmlElement('Bemiddelingsberoep', gecodeerdBeroep(beroep))),
    xmlElement(
      'BeschikbaarheidClientVoorArbeid',
      xmlDatum('DatBBeschikbaarVoorArbeid', werkzoekende.beschikbaarVanaf),
      suwiXml.tijdsduur('AantUrenWeekBeschikbVoorArbeid', werkzoekende.urenPerWeek),
    ),
    xmlElement(
      'Mobiliteit',
      xmlWaarde('Reistijd', werkzoekende.reistijdMinuten),
      xmlWaarde('CdVervoermiddel', werkzoekende.vervoermiddel),
    ),
    xmlElement(
      'DienstverleningUwvWb',
      // One service for each registration; the number is made from the day of registration.
      xmlWaarde(
        'ReferentienrDvlUwvWb',
        `DVL${werkzoekende.ingeschrevenOp.replace(/\D/g, '').padEnd(8, '0')}`,
      ),
      xmlDatum('DatBDvlUwvWb', werkzoekende.ingeschrevenOp),
      xmlDatum('DatEDvlUwvWb', werkzoekende.uitgeschrevenOp),
      xmlElement(
        'ContactpersoonAfd',
        contactpersoon,
        xmlElement(
          'VestigingSuwi',
          xmlElement('PartijSuwi', xmlWaarde('CdPartijSuwi', '0010'), xmlElement('KolomSuwi')),
        ),
      ),
      ...werkzoekende.knelpunten.map((knelpunt) =>
        xmlElement(
          'KnelpuntKlantsituatie',
          xmlWaarde('CdTypeKnelpuntKlant', knelpunt.type),
          xmlDatum('DatBKnelpuntKlant', knelpunt.begindatum),
          xmlDatum('DatEKnelpuntKlant', knelpunt.einddatum),
          xmlWaarde('OmsKnelpuntKlant', knelpunt.omschrijving),
        ),
      ),
    ),
    xmlElement(
      'BeschikbaarClientVoorBemiddeling',
      xmlWaarde('IndDirectBemiddelbaar', werkzoekende.directBemiddelbaar ? '1' : '2'),
    ),
  );
}

function schrijfKwalificaties(werkzoekende: Werkzoekende): string {
  return xmlElement(
    'Arbeidsmarktkwalificaties',
    ...werkzoekende.opleidingen.map((opleiding) =>
      xmlElement(
        'OpleidingsnaamOngecodeerd',
        xmlDatum('DatEVolgenOpleiding', opleiding.einddatum),
        xmlWaarde('IndDiploma', opleiding.diploma ? '1' : '2'),
        xmlWaarde('CdNiveauOpleiding', opleiding.niveau),
        xmlWaarde('NaamOpleidingOngecodeerd', opleiding.naam),
      ),
    ),
    ...werkzoekende.werkervaring.map((ervaring) =>
      xmlElement(
        'Werkervaring',
        xmlWaarde('AantJarenWerkzaamInBeroep', ervaring.jaren),
        xmlElement('BeroepsnaamOngecodeerd', xmlWaarde('NaamBeroepOngecodeerd', ervaring.beroep)),
      ),
    ),
    ...werkzoekende.rijbewijzen.map((rijbewijs) =>
      xmlElement('Rijbewijs', xmlWaarde('CdSrtRijbewijs', rijbewijs)),
    ),
    ...werkzoekende.competenties.map((competentie) =>
      xmlElement(
        'Gedragscompetentie',
        xmlWaarde('CdGedragscompetentie', competentie.code),
        xmlWaarde('OmsGedragscompetentie', competentie.naam),
      ),
    ),
  );
}

function gecodeerdBeroep(beroep: { readonly code: string; readonly naam: string }): string {
  return xmlElement(
    'BeroepsnaamGecodeerd',
    xmlWaarde('CdBeroepsnaam', beroep.code),
    xmlWaarde('OmsBeroepsnaam', beroep.naam),
  );
}
