import {
  type BronStub,
  createSuwiStub,
  type Handtekeningcontrole,
  xmlDatum,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import type { Bevolking, UwvAanvraag } from '../../population/index.ts';
import { dienst } from './source.ts';

/** UWVDossierAanvraagUitkeringStatusGSD v0200 for the people who applied for a benefit of UWV. */
export function createAanvraagstatusStub(bevolking: Bevolking, handtekening: Handtekeningcontrole): BronStub {
  return createSuwiStub({
    dienst,
    handtekening,
    gegevens: (bsn) => {
      const aanvragen = bevolking.perBsn.get(bsn)?.uwvAanvragen ?? [];
      return aanvragen.length === 0
        ? undefined
        : xmlElement('ClientSuwi', xmlWaarde('Burgerservicenr', bsn), ...aanvragen.map(schrijfAanvraag));
    },
    // The date of the application spelled as another date standard would.
    verkeerdeVorm: (bsn) =>
      xmlElement(
        'ClientSuwi',
        xmlWaarde('Burgerservicenr', bsn),
        xmlElement(
          'AanvraagUitkering',
          xmlWaarde('DatAanvraagUitkering', '01-01-2024'),
          xmlElement('SzWet', xmlWaarde('CdSzWet', 'WW')),
        ),
      ),
  });
}

function schrijfAanvraag(aanvraag: UwvAanvraag): string {
  const { beslissing } = aanvraag;
  return xmlElement(
    'AanvraagUitkering',
    xmlDatum('DatAanvraagUitkering', aanvraag.datum),
    xmlWaarde('CdStatusAanvraagUitkering', aanvraag.status),
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
