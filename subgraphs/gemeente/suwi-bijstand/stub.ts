import {
  type BronStub,
  createSuwiStub,
  xmlElement as element,
  jjjjmmddVan,
  type StubWereld,
  xmlWaarde as waarde,
} from '../../kit/index.ts';
import type { Bevolking, Bijstand, Naam, Persoon } from '../../population/index.ts';
import { bijstandsregelingen } from './source.ts';

/**
 * CdLeefvorm, CdRedenVordering, CdStatusVordering and the other two-digit lists are not public: the
 * simulated source uses values of the right form, which the adapter passes on without a meaning.
 */
const leefvormen = { ALLEENSTAAND: '01', ALLEENSTAANDE_OUDER: '02', GEHUWD_OF_SAMENWONEND: '03' } as const;
const toegekend = '01';

/** SuwiML Bijstandsregelingen v0500: people with social assistance. */
export function createSuwiBijstandStub({ bevolking }: StubWereld<Bevolking>): BronStub {
  return createSuwiStub({
    dienst: bijstandsregelingen,
    gegevens: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon?.bijstand === undefined ? undefined : clientSuwi(persoon, persoon.bijstand);
    },
    verkeerdeVorm: (bsn) =>
      element(
        'ClientSuwi',
        waarde('Burgerservicenr', bsn) +
          element('Uitkeringsverhouding', waarde('DatBUitkeringsverhouding', 'sinds kort')),
      ),
  });
}

/** `ClientSuwi`, in the order of BodyReaction.xsd. */
function clientSuwi(persoon: Persoon, bijstand: Bijstand): string {
  return element(
    'ClientSuwi',
    [
      waarde('Burgerservicenr', persoon.bsn),
      waarde('Voornamen', persoon.naam.voornamen),
      naam(persoon.naam),
      waarde('Geslacht', persoon.geslacht === 'M' ? '1' : '2'),
      waarde('Geboortedat', jjjjmmddVan(persoon.geboortedatum)),
      waarde('CdLeefvorm', leefvormen[bijstand.leefvorm]),
      adres(persoon),
      element('DossierGsd', waarde('Dossiercd', bijstand.dossiernummer)),
      bron(persoon),
      aanvraag(persoon, bijstand),
      vordering(persoon, bijstand),
      uitkeringsverhouding(persoon, bijstand),
    ].join(''),
  );
}

function naam({ voorletters, voorvoegsel, geslachtsnaam }: Naam): string {
  const letters = voorletters.replace(/[^A-Z]/g, '').slice(0, 6);
  return [
    waarde('Voorletters', letters === '' ? undefined : letters),
    waarde('Voorvoegsel', voorvoegsel),
    waarde('SignificantDeelVanDeAchternaam', geslachtsnaam),
  ].join('');
}

function adres({ adres }: Persoon): string {
  const toevoeging = `${adres.huisletter ?? ''}${adres.toevoeging ?? ''}`;
  return element(
    'DomicilieAdres',
    [
      waarde('Postcd', adres.postcode),
      waarde('Woonplaatsnaam', adres.woonplaats),
      waarde('Gemeentenaam', adres.gemeentenaam),
      waarde('Straatnaam', adres.straat.slice(0, 24)),
      waarde('Huisnr', adres.huisnummer),
      waarde('Huisnrtoevoeging', toevoeging === '' ? undefined : toevoeging.slice(0, 6)),
    ].join(''),
  );
}

function bron({ adres }: Persoon): string {
  return element('Bron', waarde('CdKolomSuwi', 1) + waarde('CdPartijSuwi', adres.gemeentecode));
}

function wet(bijstand: Bijstand): string {
  return element('SzWet', waarde('CdSzWet', bijstand.szWet));
}

function partner(element_: string, { partner }: Persoon, bijstand: Bijstand): string {
  if (partner === undefined || bijstand.leefvorm !== 'GEHUWD_OF_SAMENWONEND') return '';
  return element(
    element_,
    [
      waarde('Burgerservicenr', partner.bsn),
      naam(partner.naam),
      waarde('Geboortedat', jjjjmmddVan(partner.geboortedatum)),
    ].join(''),
  );
}

function aanvraag(persoon: Persoon, bijstand: Bijstand): string {
  return element(
    'AanvraagUitkering',
    [
      waarde('DatAanvraagUitkering', jjjjmmddVan(bijstand.aanvraagdatum)),
      wet(bijstand),
      element(
        'BeslissingOpAanvraagUitkering',
        waarde('CdBeslissingOpAanvraagUitkering', toegekend) +
          waarde('DatDagtekeningBeslisOpAanvrUitk', jjjjmmddVan(bijstand.beschikkingsdatum)),
      ),
      partner('PartnerAanvraagUitkering', persoon, bijstand),
      bron(persoon),
    ].join(''),
  );
}

function bedrag(naam: string, centen: number): string {
  return element(
    naam,
    waarde('CdMunteenheid', 'EUR') +
      waarde('CdPositiefNegatief', centen < 0 ? '-' : '+') +
      waarde('WaardeBedr', Math.abs(centen)),
  );
}

function vordering(persoon: Persoon, bijstand: Bijstand): string {
  const { vordering } = bijstand;
  if (vordering === undefined) return '';
  return element(
    'Vordering',
    [
      waarde('IdentificatienrVordering', vordering.nummer.padStart(15, '0').slice(-15)),
      waarde('DatBesluitVordering', jjjjmmddVan(vordering.besluitdatum)),
      waarde('CdRedenVordering', vordering.fraude ? '02' : '01'),
      bedrag('BedrAanvangVordering', vordering.aanvangCenten),
      waarde('CdStatusVordering', vordering.saldoCenten === 0 ? '02' : '01'),
      bedrag('BedrSaldoVordering', vordering.saldoCenten),
      wet(bijstand),
      vordering.fraude
        ? element('Fraude', waarde('IndRecidive', '2') + waarde('IndRobuusteIncassoToegepast', '2'))
        : '',
      bron(persoon),
    ].join(''),
  );
}

function uitkeringsverhouding(persoon: Persoon, bijstand: Bijstand): string {
  const heeftInkomsten = bijstand.betalingen.some((b) => b.gekorteInkomstenCenten > 0);
  const { vrijstellingArbeidsplicht: vrijstelling } = bijstand;
  return element(
    'Uitkeringsverhouding',
    [
      waarde('DatBUitkeringsverhouding', jjjjmmddVan(bijstand.begindatum)),
      waarde('DatEUitkeringsverhouding', optioneleDatum(bijstand.einddatum)),
      wet(bijstand),
      element(
        'SpecifiekeGegevensBijstandUitk',
        waarde('CdAanleidingEindeBijstandUitk', bijstand.einddatum === undefined ? undefined : '01') +
          waarde('AantKostendelers', bijstand.kostendelers),
      ),
      heeftInkomsten ? element('InkomstenInvloedOpBijstandUitk', waarde('CdSrtOverigeInkomsten', 1)) : '',
      vrijstelling === undefined
        ? ''
        : element(
            'VrijstellingArbeidsplicht',
            waarde('CdVrijstellingArbeidsplichtBijst', '1') +
              waarde('DatEVrijstellingArbeidsplicht', optioneleDatum(vrijstelling.einddatum)),
          ),
      partner('PartnerUitkeringsverhouding', persoon, bijstand),
      uitkeringsperiode(bijstand),
      bron(persoon),
    ].join(''),
  );
}

function uitkeringsperiode(bijstand: Bijstand): string {
  const laatste = bijstand.betalingen.at(-1);
  return element(
    'Uitkeringsperiode',
    [
      waarde('DatBUitkeringsperiode', jjjjmmddVan(bijstand.begindatum)),
      waarde('DatEUitkeringsperiode', optioneleDatum(bijstand.einddatum)),
      maatregel(bijstand),
      laatste === undefined
        ? ''
        : element(
            'InkomstenBijstandUitkering',
            bedrag('BedrTotaalInkomstenUitkering', laatste.gekorteInkomstenCenten) +
              bedrag('BedrBetaalbaarGesteldeUitkering', laatste.nettoCenten),
          ),
      element(
        'Normbedrag',
        waarde('CdSrtNormbedrag', '01') +
          waarde('CdMunteenheid', 'EUR') +
          waarde('WaardeBedr', bijstand.normCenten),
      ),
    ].join(''),
  );
}

function maatregel({ maatregel }: Bijstand): string {
  if (maatregel === undefined) return '';
  return element(
    'MaatregelMbtUitkering',
    [
      waarde('DatBMaatregelMbtUitkering', jjjjmmddVan(maatregel.begindatum)),
      waarde('DatEMaatregelMbtUitkering', optioneleDatum(maatregel.einddatum)),
      element(
        'RedenMaatregelMbtBijstandUitk',
        waarde('CdRedenMaatregelMbtBijstandUitk', '01') +
          element(
            'GevolgenMaatregelMbtBijstandUitk',
            bedrag('BedrVerminderingUitkMbtMaatregel', maatregel.verlagingCenten),
          ),
      ),
    ].join(''),
  );
}

function optioneleDatum(datum: string | undefined): string | undefined {
  return datum === undefined ? undefined : jjjjmmddVan(datum);
}
