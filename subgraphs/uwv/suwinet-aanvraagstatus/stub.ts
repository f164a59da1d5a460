import type { BronStub } from '../../kit/index.ts';
import type { Bevolking, UwvAanvraag } from '../../population/index.ts';
import { createSuwinetStub, datumTekst, groep, tekst } from '../suwinet-stub.ts';
import { dienst } from './source.ts';

/** UWVDossierAanvraagUitkeringStatusGSD v0200 for the people who applied for a benefit of UWV. */
export function createAanvraagstatusStub(bevolking: Bevolking): BronStub {
  return createSuwinetStub(dienst, {
    clientSuwi: (bsn) => {
      const aanvragen = bevolking.perBsn.get(bsn)?.uwvAanvragen ?? [];
      return aanvragen.length === 0
        ? undefined
        : groep('ClientSuwi', tekst('Burgerservicenr', bsn), ...aanvragen.map(schrijfAanvraag));
    },
    // The date of the application spelled as another date standard would.
    verkeerdeVorm: (bsn) =>
      groep(
        'ClientSuwi',
        tekst('Burgerservicenr', bsn),
        groep(
          'AanvraagUitkering',
          tekst('DatAanvraagUitkering', '01-01-2024'),
          groep('SzWet', tekst('CdSzWet', 'WW')),
        ),
      ),
  });
}

function schrijfAanvraag(aanvraag: UwvAanvraag): string {
  const { beslissing } = aanvraag;
  return groep(
    'AanvraagUitkering',
    datumTekst('DatAanvraagUitkering', aanvraag.datum),
    tekst('CdStatusAanvraagUitkering', aanvraag.status),
    groep('SzWet', tekst('CdSzWet', aanvraag.szWet)),
    beslissing === undefined
      ? ''
      : groep(
          'BeslissingOpAanvraagUitkering',
          tekst('CdBeslissingOpAanvraagUitkering', beslissing.code),
          datumTekst('DatDagtekeningBeslisOpAanvrUitk', beslissing.datum),
        ),
  );
}
