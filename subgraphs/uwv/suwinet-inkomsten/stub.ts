import {
  type BronStub,
  createSuwiStub,
  type Handtekeningcontrole,
  suwiXml,
  xmlDatum,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import type { Bevolking, Inkomstenverhouding, Persoon } from '../../population/index.ts';
import { dienst } from './source.ts';

/** UWVDossierInkomstenGSD v0200 for the people with an income relation in the Polisadministratie. */
export function createInkomstenStub(bevolking: Bevolking, handtekening: Handtekeningcontrole): BronStub {
  return createSuwiStub({
    dienst,
    handtekening,
    gegevens: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon === undefined || persoon.inkomstenverhoudingen.length === 0
        ? undefined
        : schrijf(persoon);
    },
    // A date in the form of another standard.
    verkeerdeVorm: (bsn) =>
      xmlElement(
        'ClientSuwi',
        xmlWaarde('Burgerservicenr', bsn),
        xmlElement('Inkomstenverhouding', xmlWaarde('VolgnrIkv', 1), xmlWaarde('DatBIkv', '2024-01-01')),
      ),
  });
}

function schrijf(persoon: Persoon): string {
  return xmlElement(
    'ClientSuwi',
    xmlWaarde('Burgerservicenr', persoon.bsn),
    ...persoon.inkomstenverhoudingen.map(schrijfInkomstenverhouding),
  );
}

function schrijfInkomstenverhouding(ikv: Inkomstenverhouding): string {
  const opgaven = ikv.opgaven.map((opgave) =>
    xmlElement(
      'Inkomstenopgave',
      xmlDatum('DatBIko', opgave.begindatum),
      xmlDatum('DatEIko', opgave.einddatum),
      xmlWaarde('AantSvDagenIko', opgave.svDagen),
      xmlWaarde('AantVerloondeUrenIko', opgave.uren),
      suwiXml.bedrag('BedrBrutoloonSv', opgave.svLoonCenten),
      suwiXml.bedrag('BedrVakantietoeslag', opgave.vakantietoeslagCenten),
    ),
  );
  return xmlElement(
    'Inkomstenverhouding',
    xmlWaarde('VolgnrIkv', ikv.volgnummer),
    xmlDatum('DatBIkv', ikv.begindatum),
    xmlDatum('DatEIkv', ikv.einddatum),
    xmlElement(
      'AdministratieveEenheid',
      xmlWaarde('NaamAdministratieveEenheid', ikv.werkgever.naam),
      xmlWaarde('Loonheffingennr', ikv.werkgever.loonheffingennummer),
      xmlElement(
        'RechtspersoonAdministratieveEenh',
        xmlWaarde('FiNr', ikv.werkgever.fiscaalNummer),
        xmlWaarde('NaamRechtspersoon', ikv.werkgever.naam),
      ),
    ),
    xmlElement(
      'Inkomstenperiode',
      xmlDatum('DatBIkp', ikv.begindatum),
      xmlDatum('DatEIkp', ikv.einddatum),
      xmlWaarde('CdSrtIkv', ikv.soort),
      xmlWaarde('CdTypeArbeidscontract', ikv.contract),
      xmlWaarde('CdAardIkv', ikv.aard),
    ),
    // The XSD asks for at least one report: a relation of which none came yet has one without amounts.
    ...(opgaven.length > 0 ? opgaven : [xmlElement('Inkomstenopgave', xmlDatum('DatBIko', ikv.begindatum))]),
  );
}
