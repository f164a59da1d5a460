import {
  type BronStub,
  createSuwiStub,
  type StubWereld,
  suwiXml,
  xmlDatum,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import type { Bevolking, Bijstand, Persoon } from '../../population/index.ts';
import { dienst } from './source.ts';

/**
 * CdLeefvorm, CdRedenVordering, CdStatusVordering and the other two-digit lists are not public: the
 * simulated source uses values of the right form, which the adapter passes on without a meaning.
 */
const leefvormen = { ALLEENSTAAND: '01', ALLEENSTAANDE_OUDER: '02', GEHUWD_OF_SAMENWONEND: '03' } as const;
const beslissingen = { TOEGEKEND: '01', AFGEWEZEN: '02', BUITEN_BEHANDELING: '03' } as const;

/** SuwiML Bijstandsregelingen v0500: people with social assistance. */
export function createSuwiBijstandStub({ bevolking }: StubWereld<Bevolking>): BronStub {
  return createSuwiStub({
    dienst,
    gegevens: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon?.bijstand === undefined ? undefined : clientSuwi(persoon, persoon.bijstand);
    },
    verkeerdeVorm: (bsn) =>
      xmlElement(
        'ClientSuwi',
        xmlWaarde('Burgerservicenr', bsn),
        xmlElement('Uitkeringsverhouding', xmlWaarde('DatBUitkeringsverhouding', 'sinds kort')),
      ),
  });
}

/** `ClientSuwi`, in the order of BodyReaction.xsd. */
function clientSuwi(persoon: Persoon, bijstand: Bijstand): string {
  return xmlElement(
    'ClientSuwi',
    suwiXml.persoon(persoon),
    xmlWaarde('CdLeefvorm', leefvormen[bijstand.leefvorm]),
    adres(persoon),
    bijstand.waarschuwingOp === undefined
      ? ''
      : xmlElement(
          'SchendingInlichtingenplicht',
          xmlDatum('DatWaarschSchendInlichtingplicht', bijstand.waarschuwingOp),
        ),
    xmlElement('DossierGsd', xmlWaarde('Dossiercd', bijstand.dossiernummer)),
    bron(persoon),
    ...aanvragen(bijstand).map((een) => aanvraag(persoon, bijstand, een)),
    ...[...(bijstand.andereVorderingen ?? []), ...(bijstand.vordering ? [bijstand.vordering] : [])].map(
      (een) => vordering(persoon, bijstand, een),
    ),
    ...(bijstand.bijzondereBijstand ?? []).map((een) => bijzondereBijstand(persoon, een)),
    eerdereUitkering(persoon, bijstand),
    uitkeringsverhouding(persoon, bijstand),
  );
}

function adres({ adres }: Persoon): string {
  const toevoeging = `${adres.huisletter ?? ''}${adres.toevoeging ?? ''}`;
  return xmlElement(
    'DomicilieAdres',
    xmlWaarde('Postcd', adres.postcode),
    xmlWaarde('Woonplaatsnaam', adres.woonplaats),
    xmlWaarde('Gemeentenaam', adres.gemeentenaam),
    xmlWaarde('Straatnaam', adres.straat.slice(0, 24)),
    xmlWaarde('Huisnr', adres.huisnummer),
    xmlWaarde('Huisnrtoevoeging', toevoeging === '' ? undefined : toevoeging.slice(0, 6)),
  );
}

function bron({ adres }: Persoon): string {
  return xmlElement('Bron', xmlWaarde('CdKolomSuwi', 1), xmlWaarde('CdPartijSuwi', adres.gemeentecode));
}

function wet({ szWet }: { readonly szWet: string }): string {
  return xmlElement('SzWet', xmlWaarde('CdSzWet', szWet));
}

function partner(element_: string, { partner }: Persoon, bijstand: Bijstand): string {
  if (partner === undefined || bijstand.leefvorm !== 'GEHUWD_OF_SAMENWONEND') return '';
  return xmlElement(
    element_,
    xmlWaarde('Burgerservicenr', partner.bsn),
    suwiXml.naam(partner.naam),
    xmlDatum('Geboortedat', partner.geboortedatum),
  );
}

type Aanvraag = NonNullable<Bijstand['andereAanvragen']>[number];

/** The application the benefit rests on and the others, most recent last. */
function aanvragen(bijstand: Bijstand): readonly Aanvraag[] {
  const { aanvraagdatum, beschikkingsdatum, szWet, andereAanvragen = [] } = bijstand;
  const toegekend = { soort: 'TOEGEKEND', datum: beschikkingsdatum } as const;
  return [...andereAanvragen, { datum: aanvraagdatum, szWet, beslissing: toegekend }].sort((a, b) =>
    a.datum.localeCompare(b.datum),
  );
}

function aanvraag(persoon: Persoon, bijstand: Bijstand, { datum, szWet, beslissing }: Aanvraag): string {
  return xmlElement(
    'AanvraagUitkering',
    xmlDatum('DatAanvraagUitkering', datum),
    wet({ szWet }),
    beslissing === undefined
      ? ''
      : xmlElement(
          'BeslissingOpAanvraagUitkering',
          xmlWaarde('CdBeslissingOpAanvraagUitkering', beslissingen[beslissing.soort]),
          xmlDatum('DatDagtekeningBeslisOpAanvrUitk', beslissing.datum),
        ),
    partner('PartnerAanvraagUitkering', persoon, bijstand),
    bron(persoon),
  );
}

function vordering(
  persoon: Persoon,
  bijstand: Bijstand,
  vordering: NonNullable<Bijstand['vordering']>,
): string {
  const { fraude } = bijstand;
  return xmlElement(
    'Vordering',
    xmlWaarde('IdentificatienrVordering', vordering.nummer.padStart(15, '0').slice(-15)),
    xmlDatum('DatBesluitVordering', vordering.besluitdatum),
    xmlWaarde('CdRedenVordering', vordering.fraude ? '02' : '01'),
    suwiXml.bedrag('BedrAanvangVordering', vordering.aanvangCenten),
    xmlWaarde('CdStatusVordering', vordering.saldoCenten === 0 ? '02' : '01'),
    suwiXml.bedrag('BedrSaldoVordering', vordering.saldoCenten),
    xmlDatum('DatOnherroepelijkVordering', vordering.fraude ? fraude?.onherroepelijkOp : undefined),
    wet(bijstand),
    vordering.fraude
      ? xmlElement(
          'Fraude',
          xmlWaarde('IndRecidive', fraude?.recidive === true ? '1' : '2'),
          xmlWaarde('IndRobuusteIncassoToegepast', '2'),
          xmlWaarde('CdHoogteBestuurlijkeBoete', fraude?.boete),
        )
      : '',
    bron(persoon),
  );
}

function bijzondereBijstand(
  persoon: Persoon,
  { cluster, kosten, betaalbaarOp }: NonNullable<Bijstand['bijzondereBijstand']>[number],
): string {
  return xmlElement(
    'SpecifiekeGegevensBijzBijstand',
    xmlWaarde('CdClusterBijzBijstand', cluster),
    xmlWaarde('OmsSrtKostenBijzBijstand', kosten),
    xmlDatum('DatBetaalbaarBijzBijstand', betaalbaarOp),
    // Special assistance is of the general law, whatever benefit the person has.
    wet({ szWet: betaalbaarOp !== undefined && betaalbaarOp < '2015-01-01' ? 'WWB' : 'PW' }),
    bron(persoon),
  );
}

/** A benefit under another law, before the present one. */
function eerdereUitkering(persoon: Persoon, { eerdereUitkering: eerder }: Bijstand): string {
  if (eerder === undefined) return '';
  return xmlElement(
    'Uitkeringsverhouding',
    xmlDatum('DatBUitkeringsverhouding', eerder.begindatum),
    xmlDatum('DatEUitkeringsverhouding', eerder.einddatum),
    wet(eerder),
    xmlElement(
      'SpecifiekeGegevensBijstandUitk',
      xmlWaarde('CdAanleidingEindeBijstandUitk', '01'),
      xmlWaarde('CdClassificatieBbz', eerder.classificatieBbz),
    ),
    xmlElement(
      'Uitkeringsperiode',
      xmlDatum('DatBUitkeringsperiode', eerder.begindatum),
      xmlDatum('DatEUitkeringsperiode', eerder.einddatum),
      xmlElement(
        'Normbedrag',
        xmlWaarde('CdSrtNormbedrag', '01'),
        xmlWaarde('CdMunteenheid', 'EUR'),
        xmlWaarde('WaardeBedr', eerder.normCenten),
      ),
    ),
    bron(persoon),
  );
}

function uitkeringsverhouding(persoon: Persoon, bijstand: Bijstand): string {
  const heeftInkomsten = bijstand.betalingen.some((b) => b.gekorteInkomstenCenten > 0);
  const { vrijstellingArbeidsplicht: vrijstelling } = bijstand;
  return xmlElement(
    'Uitkeringsverhouding',
    xmlDatum('DatBUitkeringsverhouding', bijstand.begindatum),
    xmlDatum('DatEUitkeringsverhouding', bijstand.einddatum),
    wet(bijstand),
    xmlElement(
      'SpecifiekeGegevensBijstandUitk',
      xmlWaarde('CdAanleidingEindeBijstandUitk', bijstand.einddatum === undefined ? undefined : '01'),
      xmlWaarde('AantKostendelers', bijstand.kostendelers),
    ),
    heeftInkomsten ? xmlElement('InkomstenInvloedOpBijstandUitk', xmlWaarde('CdSrtOverigeInkomsten', 1)) : '',
    vrijstelling === undefined
      ? ''
      : xmlElement(
          'VrijstellingArbeidsplicht',
          xmlWaarde('CdVrijstellingArbeidsplichtBijst', '1'),
          xmlDatum('DatEVrijstellingArbeidsplicht', vrijstelling.einddatum),
        ),
    partner('PartnerUitkeringsverhouding', persoon, bijstand),
    uitkeringsperiode(bijstand),
    bron(persoon),
  );
}

function uitkeringsperiode(bijstand: Bijstand): string {
  const laatste = bijstand.betalingen.at(-1);
  return xmlElement(
    'Uitkeringsperiode',
    xmlDatum('DatBUitkeringsperiode', bijstand.begindatum),
    xmlDatum('DatEUitkeringsperiode', bijstand.einddatum),
    maatregel(bijstand),
    laatste === undefined
      ? ''
      : xmlElement(
          'InkomstenBijstandUitkering',
          suwiXml.bedrag('BedrTotaalInkomstenUitkering', laatste.gekorteInkomstenCenten),
          suwiXml.bedrag('BedrBetaalbaarGesteldeUitkering', laatste.nettoCenten),
        ),
    xmlElement(
      'Normbedrag',
      xmlWaarde('CdSrtNormbedrag', '01'),
      xmlWaarde('CdMunteenheid', 'EUR'),
      xmlWaarde('WaardeBedr', bijstand.normCenten),
    ),
  );
}

function maatregel({ maatregel }: Bijstand): string {
  if (maatregel === undefined) return '';
  return xmlElement(
    'MaatregelMbtUitkering',
    xmlDatum('DatBMaatregelMbtUitkering', maatregel.begindatum),
    xmlDatum('DatEMaatregelMbtUitkering', maatregel.einddatum),
    xmlElement(
      'RedenMaatregelMbtBijstandUitk',
      xmlWaarde('CdRedenMaatregelMbtBijstandUitk', '01'),
      xmlElement(
        'GevolgenMaatregelMbtBijstandUitk',
        suwiXml.bedrag('BedrVerminderingUitkMbtMaatregel', maatregel.verlagingCenten),
      ),
    ),
  );
}
