import {
  type BronStub,
  xmlElement as element,
  gatewayFault,
  grenzen,
  jjjjmmddVan,
  type StubRequest,
  type StubResponse,
  type StubWereld,
  soapFault,
  xmlWaarde as waarde,
} from '../../kit/index.ts';
import type { Adres, Betaling, Bevolking, Bijstand, Persoon } from '../../population/index.ts';
import { uitkeringsSpecificatieDienst } from './source.ts';
import { type GwsStubVraag, gwsAntwoord, gwsFout, gwsWaarschuwing, leesGwsVraag } from './stub-protocol.ts';

/** GWS: months paid and years closed, of people with social assistance. */
export function createGwsStub({ bevolking, now }: StubWereld<Bevolking>): BronStub {
  const gegevens = ({ dienst, bsn, parameter }: GwsStubVraag): string | undefined => {
    const persoon = bevolking.perBsn.get(bsn);
    if (persoon?.bijstand === undefined) return undefined;
    return dienst === uitkeringsSpecificatieDienst
      ? uitkeringsSpecificatieClient(persoon, persoon.bijstand, parameter)
      : jaarOpgaveClient(persoon, persoon.bijstand, Number(parameter), bevolking.peildatum);
  };

  const beantwoord = (
    request: StubRequest,
    inhoud: (vraag: GwsStubVraag) => string | undefined,
  ): StubResponse => {
    const vraag = leesGwsVraag(request);
    if ('status' in vraag) return vraag;
    const gemeentecode = bevolking.perBsn.get(vraag.bsn)?.adres.gemeentecode ?? '0000';
    return gwsAntwoord(vraag, inhoud(vraag), { gemeentecode, nu: now() });
  };

  return {
    bron: 'GWS',
    antwoord: (request) => beantwoord(request, gegevens),
    faults: {
      'nothing-found': (request) => beantwoord(request, () => undefined),
      warning: (request) =>
        beantwoord(request, (vraag) => {
          const inhoud = gegevens(vraag);
          return inhoud === undefined ? undefined : inhoud + gwsWaarschuwing;
        }),
      'wrong-shape': (request) =>
        beantwoord(request, ({ dienst, bsn }) =>
          element(
            dienst.naam,
            element('Client', waarde('BurgerServiceNr', bsn)) + waarde('JaarOpgave', 'f 1.234,-'),
          ),
        ),
      'server-error': () =>
        soapFault({
          code: 'Server',
          tekst: 'INTERN: db-host-7 stacktrace',
          detail: gwsFout('INTERN: db-host-7 stacktrace at nl.centric.gws.Ssd'),
        }),
      maintenance: () => gatewayFault('INTERN: db-host-7 in onderhoud', { status: 503 }),
      'rate-limited': () =>
        gatewayFault('Rate limit exceeded', { status: 429, headers: { 'retry-after': '30' } }),
    },
  };
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
  return element(
    'UitkeringsSpecificatieClient',
    [
      element('Client', naamgegevens(persoon) + waarde('Clientnummer', '30000825') + adres(persoon.adres)),
      waarde('TypePeriode', '0'),
      element(
        'Uitkeringsspecificatie',
        element('Uitkeringsinstantie', instantie(persoon.adres)) +
          element('Dossierhistorie', dossierhistorie(persoon, bijstand, betaling)),
      ),
    ].join(''),
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
  return element(
    'JaarOpgaveClient',
    element('Client', naamgegevens(persoon) + adres(persoon.adres)) +
      element(
        'JaarOpgave',
        element('Inhoudingsplichtige', instantie(persoon.adres)) +
          element(
            'SpecificatieJaarOpgave',
            [
              waarde('Regeling', regeling(bijstand)),
              waarde('Dienstjaar', jaar),
              waarde('AangiftePeriodeVan', jjjjmmddVan(van)),
              waarde('AangiftePeriodeTot', jjjjmmddVan(tot)),
              bedrag('Fiscaalloon', fiscaalloon),
              bedrag('Loonheffing', 0),
              waarde('CdPremieVolksverzekering', '250'),
              waarde('IndicatieZVW', '1'),
              bedrag('OntvangstenFiscaalloon', -(bijstand.maatregel?.verlagingCenten ?? 0)),
              bedrag('WerkgeversheffingPremieZVW', Math.round(fiscaalloon * 0.065)),
              element(
                'Loonheffingskorting',
                waarde('Ingangsdatum', jjjjmmddVan(van)) + waarde('CdLoonheffingskorting', '1'),
              ),
            ].join(''),
          ),
      ),
  );
}

function regeling({ szWet }: Bijstand): string {
  return (regelingen[szWet] ?? szWet).slice(0, 30);
}

function naamgegevens({ bsn, naam }: Pick<Persoon, 'bsn' | 'naam'>): string {
  return [
    waarde('BurgerServiceNr', bsn),
    waarde('Voornamen', naam.voornamen),
    waarde('Voorletters', naam.voorletters.slice(0, 12)),
    waarde('Voorvoegsel', naam.voorvoegsel?.slice(0, 10)),
    waarde('Achternaam', naam.geslachtsnaam),
    waarde('AanduidingNaamgebruik', '1'),
  ].join('');
}

function adres(adres: Adres): string {
  return element(
    'Adres',
    [
      waarde('Straatnaam', adres.straat.slice(0, 24)),
      waarde('Huisnummer', adres.huisnummer),
      waarde('Huisletter', adres.huisletter),
      waarde('HuisnrToevoeging', adres.toevoeging?.slice(0, 6)),
      waarde('Postcode', adres.postcode),
      waarde('Woonplaatsnaam', adres.woonplaats),
      waarde('Gemeentenaam', adres.gemeentenaam),
    ].join(''),
  );
}

function instantie(adres: Adres): string {
  return [
    waarde('Gemeentecode', adres.gemeentecode),
    waarde('Gemeentenaam', adres.gemeentenaam),
    waarde('Bezoekadres', 'Raadhuisplein 1'),
    waarde('Woonplaatsnaam', adres.woonplaats),
  ].join('');
}

function bedrag(naam: string, centen: number): string {
  return element(
    naam,
    waarde('CdPositiefNegatief', centen < 0 ? '-' : '+') + waarde('WaardeBedrag', Math.abs(centen)),
  );
}

function component(omschrijving: string, centen: number, kolom: '1' | '2' | '3'): string {
  return element(
    'Componenthistorie',
    waarde('Omschrijving', omschrijving) + bedrag('Bedrag', centen) + waarde('IndicatieKolom', kolom),
  );
}

function dossierhistorie({ partner }: Persoon, bijstand: Bijstand, betaling: Betaling): string {
  const { nettoCenten, gekorteInkomstenCenten: gekort, reserveringVakantiegeldCenten } = betaling;
  const metPartner = partner !== undefined && bijstand.leefvorm === 'GEHUWD_OF_SAMENWONEND';
  return [
    waarde('Regeling', regeling(bijstand)),
    waarde('Dossiernummer', bijstand.dossiernummer.replace(/\D/g, '').slice(-8)),
    waarde('Periodenummer', betaling.maand),
    waarde('Betrekkingsperiode', betaling.maand),
    bedrag('UitbetaaldBedragClient', nettoCenten),
    waarde('Iban', 'NL00STUB0000000000'),
    metPartner
      ? element('OverigeBijstandspartij', naamgegevens(partner) + bedrag('UitbetaaldBedrag', 0))
      : '',
    bedrag('OpgegevenInkomsten', gekort),
    bedrag('TeVerrekenenInkomsten', gekort),
    bedrag('GekorteInkomsten', gekort),
    bedrag('UitbetaaldBedragDossier', nettoCenten),
    // GWS has no partial dates: a day that is not known is left out.
    waarde(
      'DatumBetaald',
      betaling.datumBetaald.includes('X') ? undefined : jjjjmmddVan(betaling.datumBetaald),
    ),
    component('Norm levensonderhoud', bijstand.normCenten, '1'),
    gekort === 0 ? '' : component('TOTAAL GEKORTE INKOMSTEN', gekort, '2'),
    component('RESERVERING VAKANTIEGELD', reserveringVakantiegeldCenten, '2'),
    component('UIT TE BETALEN BEDRAG', nettoCenten, '3'),
  ].join('');
}
