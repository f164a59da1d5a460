import {
  type BronStub,
  createSuwiStub,
  type Handtekeningcontrole,
  suwiXml,
  xmlDatum,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import type { Bevolking, Persoon, UwvAanvraag, UwvUitkering } from '../../population/index.ts';
import { dienst } from './source.ts';

/** UWVDossierWerknemersverzekeringenGSD v0200 for the people with a benefit of UWV. */
export function createWerknemersverzekeringenStub(
  bevolking: Bevolking,
  handtekening: Handtekeningcontrole,
): BronStub {
  return createSuwiStub({
    dienst,
    handtekening,
    gegevens: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon === undefined || persoon.uwvUitkeringen.length === 0 ? undefined : schrijf(persoon);
    },
    // A benefit without the act it rests on.
    verkeerdeVorm: (bsn) =>
      xmlElement(
        'ClientSuwi',
        xmlWaarde('Burgerservicenr', bsn),
        xmlElement(
          'Uitkeringsverhouding',
          xmlWaarde('Wet', 'WW'),
          xmlWaarde('DatBUitkeringsverhouding', '20240101'),
        ),
      ),
  });
}

function schrijf(persoon: Persoon): string {
  const { uwvUitkeringen: uitkeringen } = persoon;
  return xmlElement(
    'ClientSuwi',
    xmlWaarde('Burgerservicenr', persoon.bsn),
    ...uitkeringen
      .filter((u) => u.aoKlasse !== undefined || u.eersteAoDag !== undefined)
      .map((u) =>
        xmlElement(
          'ArbeidsgeschiktheidClient',
          xmlWaarde('CdArbeidsongeschiktheidsklasse', u.aoKlasse),
          xmlDatum('DatBAoKlasse', u.aoKlasse === undefined ? undefined : u.begindatum),
          xmlDatum('DatEersteAoDag', u.eersteAoDag),
        ),
      ),
    ...uitkeringen
      .filter((u) => u.eersteWerkloosheidsdag !== undefined)
      .map((u) =>
        xmlElement('WerkloosheidClient', xmlDatum('DatEersteWerkloosheidsdag', u.eersteWerkloosheidsdag)),
      ),
    ...persoon.uwvAanvragen.map(schrijfAanvraag),
    ...uitkeringen.map(schrijfUitkering),
  );
}

function schrijfAanvraag(aanvraag: UwvAanvraag): string {
  const { beslissing } = aanvraag;
  return xmlElement(
    'AanvraagUitkering',
    xmlDatum('DatAanvraagUitkering', aanvraag.datum),
    xmlElement('SzWet', xmlWaarde('CdSzWet', aanvraag.szWet)),
    beslissing === undefined
      ? ''
      : xmlElement(
          'BeslissingOpAanvraagUitkering',
          xmlWaarde('CdBeslissingOpAanvraagUitkering', beslissing.code),
          xmlDatum('DatDagtekeningBeslisOpAanvrUitk', beslissing.datum),
        ),
  );
}

function schrijfUitkering(uitkering: UwvUitkering): string {
  const { maatregel } = uitkering;
  return xmlElement(
    'Uitkeringsverhouding',
    xmlDatum('DatBUitkeringsverhouding', uitkering.begindatum),
    xmlDatum('DatEUitkeringsverhouding', uitkering.einddatum),
    xmlWaarde('OmsRedenEindeUitkeringsverh', uitkering.redenEinde),
    xmlDatum('DatEMaximaleUitkeringsduur', uitkering.maximaleEinddatum),
    suwiXml.tijdsduur('AantWerkurenPerWeekGrondslagUitk', uitkering.urenPerWeek),
    xmlElement('SzWet', xmlWaarde('CdSzWet', uitkering.szWet)),
    xmlElement(
      'Uitkeringsperiode',
      xmlDatum('DatBUitkeringsperiode', uitkering.begindatum),
      xmlDatum('DatEUitkeringsperiode', uitkering.einddatum),
      maatregel === undefined
        ? ''
        : xmlElement(
            'RedenMaatregelMbtUitkeringUwv',
            xmlDatum('DatBMaatregelMbtUitkering', maatregel.begindatum),
            xmlDatum('DatEMaatregelMbtUitkering', maatregel.einddatum),
            suwiXml.percentage('PercKortingUitkering', maatregel.percentage),
          ),
      xmlElement(
        'BrutoUitkeringsbedrag',
        xmlWaarde('CdMunteenheid', 'EUR'),
        xmlWaarde('WaardeBedr', uitkering.brutoPerMaandCenten),
        xmlWaarde('CdUitkeringsperiode', '6'),
        xmlDatum('DatBBrutoUitkeringsbedr', uitkering.begindatum),
        xmlDatum('DatEBrutoUitkeringsbedr', uitkering.einddatum),
      ),
    ),
  );
}
