import {
  type BronStub,
  createSuwiStub,
  xmlElement as element,
  jjjjmmddVan,
  type StubWereld,
  xmlWaarde as waarde,
} from '../../kit/index.ts';
import type { Bevolking, Persoon, Reintegratie } from '../../population/index.ts';
import { gsdDossierReintegratie } from './source.ts';

/** SuwiML GSDDossierReintegratie v0200: people whom the municipality helps towards work. */
export function createSuwiReintegratieStub({ bevolking }: StubWereld<Bevolking>): BronStub {
  return createSuwiStub({
    dienst: gsdDossierReintegratie,
    gegevens: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon?.reintegratie === undefined ? undefined : clientSuwi(persoon, persoon.reintegratie);
    },
    verkeerdeVorm: (bsn) =>
      element(
        'ClientSuwi',
        waarde('Burgerservicenr', bsn) + element('AtlRelatie', waarde('ReIntegratievoorziening', 'geen')),
      ),
  });
}

/** `ClientSuwi`, in the order of BodyReaction.xsd. */
function clientSuwi(persoon: Persoon, reintegratie: Reintegratie): string {
  const { naam } = persoon;
  const letters = naam.voorletters.replace(/[^A-Z]/g, '').slice(0, 6);
  return element(
    'ClientSuwi',
    [
      waarde('Burgerservicenr', persoon.bsn),
      waarde('Voornamen', naam.voornamen),
      waarde('Voorletters', letters === '' ? undefined : letters),
      waarde('Voorvoegsel', naam.voorvoegsel),
      waarde('SignificantDeelVanDeAchternaam', naam.geslachtsnaam),
      waarde('Geslacht', persoon.geslacht === 'M' ? '1' : '2'),
      waarde('Geboortedat', jjjjmmddVan(persoon.geboortedatum)),
      element('AtlRelatie', atlRelatie(persoon, reintegratie)),
    ].join(''),
  );
}

function atlRelatie({ adres }: Persoon, reintegratie: Reintegratie): string {
  const { arbeidsvermogen, doel, voorzieningen } = reintegratie;
  return [
    arbeidsvermogen === undefined
      ? ''
      : element('Arbeidsvermogen', waarde('CdArbeidsvermogen', arbeidsvermogen)),
    doel === undefined ? '' : element('DoelReintegratievoorziening', waarde('CdDoelRv', doel)),
    ...voorzieningen.map(voorziening),
    element('Bron', waarde('CdKolomSuwi', 1) + waarde('CdPartijSuwi', adres.gemeentecode)),
  ].join('');
}

function voorziening(v: Reintegratie['voorzieningen'][number]): string {
  return element(
    'ReIntegratievoorziening',
    [
      waarde('RegistratienrRvGsd', v.registratienummer.slice(0, 15)),
      waarde('DatBRv', jjjjmmddVan(v.begindatum)),
      waarde('DatERv', v.einddatum === undefined ? undefined : jjjjmmddVan(v.einddatum)),
      waarde('CdTypeRvGsd', v.type),
      waarde('OmsRv', v.omschrijving.slice(0, 100)),
      v.loonwaardePercentage === undefined
        ? ''
        : element(
            'Loonkostensubsidie',
            element(
              'PercLoonwaardeTovWml',
              waarde('CdPositiefNegatief', '+') +
                waarde('Percentage', String(Math.round(v.loonwaardePercentage * 100)).padStart(5, '0')),
            ),
          ),
    ].join(''),
  );
}
