import type { BronStub } from '../../kit/index.ts';
import type { Bevolking, Persoon, Werkzoekende } from '../../population/index.ts';
import { createSuwinetStub, datumTekst, groep, tekst, tijdsduur } from '../suwinet-stub.ts';
import { dienst } from './source.ts';

/** UWVWbDossierPersoonGSD v0200 (SONAR) for the people registered as jobseekers. */
export function createWerkzoekendeStub(bevolking: Bevolking): BronStub {
  return createSuwinetStub(dienst, {
    clientSuwi: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon?.werkzoekende === undefined ? undefined : schrijf(persoon, persoon.werkzoekende);
    },
    // A travelling time in words.
    verkeerdeVorm: (bsn) =>
      groep(
        'ClientSuwi',
        tekst('Burgerservicenr', bsn),
        bron,
        groep('AtlRelatie', groep('Mobiliteit', tekst('Reistijd', 'drie kwartier'))),
      ),
  });
}

/** The party that keeps the file; the codes of the columns and parties are not public. */
const bron = groep('Bron', tekst('CdKolomSuwi', 10), tekst('CdPartijSuwi', '0010'));

function schrijf(persoon: Persoon, werkzoekende: Werkzoekende): string {
  return groep(
    'ClientSuwi',
    tekst('Burgerservicenr', persoon.bsn),
    tekst('Voornamen', persoon.naam.voornamen),
    tekst('Voorvoegsel', persoon.naam.voorvoegsel),
    tekst('SignificantDeelVanDeAchternaam', persoon.naam.geslachtsnaam),
    tekst('Geslacht', persoon.geslacht === 'M' ? '1' : '2'),
    datumTekst('Geboortedat', persoon.geboortedatum),
    groep('TelefoonnrClient', tekst('Telefoonnr', persoon.telefoon.replace(/\D/g, '').slice(0, 14))),
    bron,
    schrijfAtlRelatie(werkzoekende),
  );
}

function schrijfAtlRelatie(werkzoekende: Werkzoekende): string {
  const contactpersoon = tekst('NaamContactpersoonAfd', werkzoekende.werkcoach.naam.slice(0, 35));
  return groep(
    'AtlRelatie',
    datumTekst('DatBAtlRelatie', werkzoekende.ingeschrevenOp),
    datumTekst('DatEAtlRelatie', werkzoekende.uitgeschrevenOp),
    schrijfKwalificaties(werkzoekende),
    groep(
      'InschrijvingsgegevensUwvWb',
      datumTekst('DatInschrijvingUwvWb', werkzoekende.ingeschrevenOp),
      datumTekst('DatEInschrijvingUwvWb', werkzoekende.uitgeschrevenOp),
    ),
    ...werkzoekende.beroepen.map((beroep) => groep('Bemiddelingsberoep', gecodeerdBeroep(beroep))),
    groep(
      'BeschikbaarheidClientVoorArbeid',
      datumTekst('DatBBeschikbaarVoorArbeid', werkzoekende.beschikbaarVanaf),
      tekst('AantUrenWeekBeschikbVoorArbeid', tijdsduur(werkzoekende.urenPerWeek)),
    ),
    groep(
      'Mobiliteit',
      tekst('Reistijd', werkzoekende.reistijdMinuten),
      tekst('CdVervoermiddel', werkzoekende.vervoermiddel),
    ),
    groep(
      'DienstverleningUwvWb',
      // One service for each registration; the number is made from the day of registration.
      tekst('ReferentienrDvlUwvWb', `DVL${werkzoekende.ingeschrevenOp.replace(/\D/g, '').padEnd(8, '0')}`),
      datumTekst('DatBDvlUwvWb', werkzoekende.ingeschrevenOp),
      datumTekst('DatEDvlUwvWb', werkzoekende.uitgeschrevenOp),
      groep(
        'ContactpersoonAfd',
        contactpersoon,
        groep('VestigingSuwi', groep('PartijSuwi', tekst('CdPartijSuwi', '0010'), groep('KolomSuwi'))),
      ),
      ...werkzoekende.knelpunten.map((knelpunt) =>
        groep(
          'KnelpuntKlantsituatie',
          tekst('CdTypeKnelpuntKlant', knelpunt.type),
          datumTekst('DatBKnelpuntKlant', knelpunt.begindatum),
          datumTekst('DatEKnelpuntKlant', knelpunt.einddatum),
          tekst('OmsKnelpuntKlant', knelpunt.omschrijving),
        ),
      ),
    ),
    groep(
      'BeschikbaarClientVoorBemiddeling',
      tekst('IndDirectBemiddelbaar', werkzoekende.directBemiddelbaar ? '1' : '2'),
    ),
  );
}

function schrijfKwalificaties(werkzoekende: Werkzoekende): string {
  return groep(
    'Arbeidsmarktkwalificaties',
    ...werkzoekende.opleidingen.map((opleiding) =>
      groep(
        'OpleidingsnaamOngecodeerd',
        datumTekst('DatEVolgenOpleiding', opleiding.einddatum),
        tekst('IndDiploma', opleiding.diploma ? '1' : '2'),
        tekst('CdNiveauOpleiding', opleiding.niveau),
        tekst('NaamOpleidingOngecodeerd', opleiding.naam),
      ),
    ),
    ...werkzoekende.werkervaring.map((ervaring) =>
      groep(
        'Werkervaring',
        tekst('AantJarenWerkzaamInBeroep', ervaring.jaren),
        groep('BeroepsnaamOngecodeerd', tekst('NaamBeroepOngecodeerd', ervaring.beroep)),
      ),
    ),
    ...werkzoekende.rijbewijzen.map((rijbewijs) => groep('Rijbewijs', tekst('CdSrtRijbewijs', rijbewijs))),
    ...werkzoekende.competenties.map((competentie) =>
      groep(
        'Gedragscompetentie',
        tekst('CdGedragscompetentie', competentie.code),
        tekst('OmsGedragscompetentie', competentie.naam),
      ),
    ),
  );
}

function gecodeerdBeroep(beroep: { readonly code: string; readonly naam: string }): string {
  return groep(
    'BeroepsnaamGecodeerd',
    tekst('CdBeroepsnaam', beroep.code),
    tekst('OmsBeroepsnaam', beroep.naam),
  );
}
