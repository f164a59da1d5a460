import {
  type BronStub,
  createFwiStub,
  grenzen,
  type StubWereld,
  xmlDatum,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import type { Adres, Betaling, Bevolking, Bijstand, Persoon } from '../../population/index.ts';
import { uitkeringsSpecificatieDienst } from './source.ts';
import { type GwsStubVraag, gwsAntwoordKop, gwsTaal, leesGwsVraag } from './stub-protocol.ts';

/** GWS: months paid and years closed, of people with social assistance. */
export function createGwsStub({ bevolking, now }: StubWereld<Bevolking>): BronStub {
  return createFwiStub<GwsStubVraag>({
    bron: 'GWS',
    taal: gwsTaal,
    leesVraag: leesGwsVraag,
    kop: (vraag) =>
      gwsAntwoordKop(vraag, bevolking.perBsn.get(vraag.bsn)?.adres.gemeentecode ?? '0000', now()),
    gegevens: ({ dienst, bsn, parameter }) => {
      const persoon = bevolking.perBsn.get(bsn);
      if (persoon?.bijstand === undefined) return undefined;
      return dienst === uitkeringsSpecificatieDienst
        ? uitkeringsSpecificatieClient(persoon, persoon.bijstand, parameter)
        : jaarOpgaveClient(persoon, persoon.bijstand, Number(parameter), bevolking.peildatum);
    },
    verkeerdeVorm: ({ dienst, bsn }) =>
      xmlElement(
        dienst.naam,
        xmlElement('Client', xmlWaarde('BurgerServiceNr', bsn)),
        xmlWaarde('JaarOpgave', 'f 1.234,-'),
      ),
  });
}

/** Schemes in the words of the administration, at most 30 characters. */
const regelingen: Readonly<Record<string, string>> = {
  PW: 'Participatiewet',
  WWB: 'Wet werk en bijstand',
  WIJ: 'Wet investeren in jongeren',
};

/** `UitkeringsSpecificatieClient` of one month (JJJJMM); undefined when nothing was paid in it. */
function uitkeringsSpecificatieClient(
  persoon: Persoon,
  bijstand: Bijstand,
  periode: string,
): string | undefined {
  const betaling = bijstand.betalingen.find((b) => b.maand === periode);
  if (betaling === undefined) return undefined;
  return xmlElement(
    'UitkeringsSpecificatieClient',
    xmlElement('Client', naamgegevens(persoon), xmlWaarde('Clientnummer', '30000825'), adres(persoon.adres)),
    xmlWaarde('TypePeriode', '0'),
    xmlElement(
      'Uitkeringsspecificatie',
      xmlElement('Uitkeringsinstantie', instantie(persoon.adres)),
      xmlElement('Dossierhistorie', dossierhistorie(persoon, bijstand, betaling)),
    ),
  );
}

/**
 * `JaarOpgaveClient` of one year; undefined when there was no benefit in it or the year is not over.
 * Months of which no payment is known count for the norm.
 */
function jaarOpgaveClient(
  persoon: Persoon,
  bijstand: Bijstand,
  jaar: number,
  peildatum: string,
): string | undefined {
  if (jaar >= Number(peildatum.slice(0, 4))) return undefined;
  const begin = grenzen(bijstand.begindatum).eerste;
  const einde = bijstand.einddatum === undefined ? '9999-12-31' : grenzen(bijstand.einddatum).laatste;
  const van = begin > `${jaar}-01-01` ? begin : `${jaar}-01-01`;
  const tot = einde < `${jaar}-12-31` ? einde : `${jaar}-12-31`;
  if (van > tot) return undefined;
  const maanden = Array.from(
    { length: Number(tot.slice(5, 7)) - Number(van.slice(5, 7)) + 1 },
    (_, i) => `${jaar}${String(Number(van.slice(5, 7)) + i).padStart(2, '0')}`,
  );
  const fiscaalloon = maanden
    .map((maand) => bijstand.betalingen.find((b) => b.maand === maand)?.nettoCenten ?? bijstand.normCenten)
    .reduce((som, centen) => som + centen, 0);
  return xmlElement(
    'JaarOpgaveClient',
    xmlElement('Client', naamgegevens(persoon), adres(persoon.adres)),
    xmlElement(
      'JaarOpgave',
      xmlElement('Inhoudingsplichtige', instantie(persoon.adres)),
      xmlElement(
        'SpecificatieJaarOpgave',
        xmlWaarde('Regeling', regeling(bijstand)),
        xmlWaarde('Dienstjaar', jaar),
        xmlDatum('AangiftePeriodeVan', van),
        xmlDatum('AangiftePeriodeTot', tot),
        bedrag('Fiscaalloon', fiscaalloon),
        bedrag('Loonheffing', 0),
        xmlWaarde('CdPremieVolksverzekering', '250'),
        xmlWaarde('IndicatieZVW', '1'),
        bedrag('OntvangstenFiscaalloon', -(bijstand.maatregel?.verlagingCenten ?? 0)),
        bedrag('WerkgeversheffingPremieZVW', Math.round(fiscaalloon * 0.065)),
        xmlElement(
          'Loonheffingskorting',
          xmlDatum('Ingangsdatum', van),
          xmlWaarde('CdLoonheffingskorting', '1'),
        ),
      ),
    ),
  );
}

function regeling({ szWet }: Bijstand): string {
  return (regelingen[szWet] ?? szWet).slice(0, 30);
}

function naamgegevens({ bsn, naam }: Pick<Persoon, 'bsn' | 'naam'>): string {
  return [
    xmlWaarde('BurgerServiceNr', bsn),
    xmlWaarde('Voornamen', naam.voornamen),
    xmlWaarde('Voorletters', naam.voorletters.slice(0, 12)),
    xmlWaarde('Voorvoegsel', naam.voorvoegsel?.slice(0, 10)),
    xmlWaarde('Achternaam', naam.geslachtsnaam),
    xmlWaarde('AanduidingNaamgebruik', '1'),
  ].join('');
}

function adres(adres: Adres): string {
  return xmlElement(
    'Adres',
    xmlWaarde('Straatnaam', adres.straat.slice(0, 24)),
    xmlWaarde('Huisnummer', adres.huisnummer),
    xmlWaarde('Huisletter', adres.huisletter),
    xmlWaarde('HuisnrToevoeging', adres.toevoeging?.slice(0, 6)),
    xmlWaarde('Postcode', adres.postcode),
    xmlWaarde('Woonplaatsnaam', adres.woonplaats),
    xmlWaarde('Gemeentenaam', adres.gemeentenaam),
  );
}

function instantie(adres: Adres): string {
  return [
    xmlWaarde('Gemeentecode', adres.gemeentecode),
    xmlWaarde('Gemeentenaam', adres.gemeentenaam),
    xmlWaarde('Bezoekadres', 'Raadhuisplein 1'),
    xmlWaarde('Woonplaatsnaam', adres.woonplaats),
  ].join('');
}

function bedrag(naam: string, centen: number): string {
  return xmlElement(
    naam,
    xmlWaarde('CdPositiefNegatief', centen < 0 ? '-' : '+'),
    xmlWaarde('WaardeBedrag', Math.abs(centen)),
  );
}

function component(omschrijving: string, centen: number, kolom: '1' | '2' | '3'): string {
  return xmlElement(
    'Componenthistorie',
    xmlWaarde('Omschrijving', omschrijving),
    bedrag('Bedrag', centen),
    xmlWaarde('IndicatieKolom', kolom),
  );
}

function dossierhistorie({ partner }: Persoon, bijstand: Bijstand, betaling: Betaling): string {
  const { nettoCenten, gekorteInkomstenCenten: gekort, reserveringVakantiegeldCenten } = betaling;
  const metPartner = partner !== undefined && bijstand.leefvorm === 'GEHUWD_OF_SAMENWONEND';
  return [
    xmlWaarde('Regeling', regeling(bijstand)),
    xmlWaarde('Dossiernummer', bijstand.dossiernummer.replace(/\D/g, '').slice(-8)),
    xmlWaarde('Periodenummer', betaling.maand),
    xmlWaarde('Betrekkingsperiode', betaling.maand),
    bedrag('UitbetaaldBedragClient', nettoCenten),
    xmlWaarde('Iban', 'NL00STUB0000000000'),
    metPartner
      ? xmlElement('OverigeBijstandspartij', naamgegevens(partner), bedrag('UitbetaaldBedrag', 0))
      : '',
    bedrag('OpgegevenInkomsten', gekort),
    bedrag('TeVerrekenenInkomsten', gekort),
    bedrag('GekorteInkomsten', gekort),
    bedrag('UitbetaaldBedragDossier', nettoCenten),
    // GWS has no partial dates: a day that is not known is left out.
    xmlDatum('DatumBetaald', betaling.datumBetaald.includes('X') ? undefined : betaling.datumBetaald),
    component('Norm levensonderhoud', bijstand.normCenten, '1'),
    gekort === 0 ? '' : component('TOTAAL GEKORTE INKOMSTEN', gekort, '2'),
    component('RESERVERING VAKANTIEGELD', reserveringVakantiegeldCenten, '2'),
    component('UIT TE BETALEN BEDRAG', nettoCenten, '3'),
  ].join('');
}
