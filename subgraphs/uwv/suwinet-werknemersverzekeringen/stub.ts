import type { BronStub } from '../../kit/index.ts';
import type { Bevolking, Persoon, UwvAanvraag, UwvUitkering } from '../../population/index.ts';
import { createSuwinetStub, datumTekst, groep, tekst, tijdsduur } from '../suwinet-stub.ts';
import { dienst } from './source.ts';

/** UWVDossierWerknemersverzekeringenGSD v0200 for the people with a benefit of UWV. */
export function createWerknemersverzekeringenStub(bevolking: Bevolking): BronStub {
  return createSuwinetStub(dienst, {
    clientSuwi: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon === undefined || persoon.uwvUitkeringen.length === 0 ? undefined : schrijf(persoon);
    },
    // A benefit without the act it rests on.
    verkeerdeVorm: (bsn) =>
      groep(
        'ClientSuwi',
        tekst('Burgerservicenr', bsn),
        groep('Uitkeringsverhouding', tekst('Wet', 'WW'), tekst('DatBUitkeringsverhouding', '20240101')),
      ),
  });
}

function schrijf(persoon: Persoon): string {
  const { uwvUitkeringen: uitkeringen } = persoon;
  return groep(
    'ClientSuwi',
    tekst('Burgerservicenr', persoon.bsn),
    ...uitkeringen
      .filter((u) => u.aoKlasse !== undefined || u.eersteAoDag !== undefined)
      .map((u) =>
        groep(
          'ArbeidsgeschiktheidClient',
          tekst('CdArbeidsongeschiktheidsklasse', u.aoKlasse),
          datumTekst('DatBAoKlasse', u.aoKlasse === undefined ? undefined : u.begindatum),
          datumTekst('DatEersteAoDag', u.eersteAoDag),
        ),
      ),
    ...uitkeringen
      .filter((u) => u.eersteWerkloosheidsdag !== undefined)
      .map((u) =>
        groep('WerkloosheidClient', datumTekst('DatEersteWerkloosheidsdag', u.eersteWerkloosheidsdag)),
      ),
    ...persoon.uwvAanvragen.map(schrijfAanvraag),
    ...uitkeringen.map(schrijfUitkering),
  );
}

function schrijfAanvraag(aanvraag: UwvAanvraag): string {
  const { beslissing } = aanvraag;
  return groep(
    'AanvraagUitkering',
    datumTekst('DatAanvraagUitkering', aanvraag.datum),
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

function schrijfUitkering(uitkering: UwvUitkering): string {
  const { maatregel } = uitkering;
  return groep(
    'Uitkeringsverhouding',
    datumTekst('DatBUitkeringsverhouding', uitkering.begindatum),
    datumTekst('DatEUitkeringsverhouding', uitkering.einddatum),
    tekst('OmsRedenEindeUitkeringsverh', uitkering.redenEinde),
    datumTekst('DatEMaximaleUitkeringsduur', uitkering.maximaleEinddatum),
    tekst('AantWerkurenPerWeekGrondslagUitk', tijdsduur(uitkering.urenPerWeek)),
    groep('SzWet', tekst('CdSzWet', uitkering.szWet)),
    groep(
      'Uitkeringsperiode',
      datumTekst('DatBUitkeringsperiode', uitkering.begindatum),
      datumTekst('DatEUitkeringsperiode', uitkering.einddatum),
      maatregel === undefined
        ? ''
        : groep(
            'RedenMaatregelMbtUitkeringUwv',
            datumTekst('DatBMaatregelMbtUitkering', maatregel.begindatum),
            datumTekst('DatEMaatregelMbtUitkering', maatregel.einddatum),
            groep(
              'PercKortingUitkering',
              tekst('Percentage', String(Math.round(maatregel.percentage * 100)).padStart(5, '0')),
            ),
          ),
      groep(
        'BrutoUitkeringsbedrag',
        tekst('CdMunteenheid', 'EUR'),
        tekst('WaardeBedr', uitkering.brutoPerMaandCenten),
        tekst('CdUitkeringsperiode', '6'),
        datumTekst('DatBBrutoUitkeringsbedr', uitkering.begindatum),
        datumTekst('DatEBrutoUitkeringsbedr', uitkering.einddatum),
      ),
    ),
  );
}
