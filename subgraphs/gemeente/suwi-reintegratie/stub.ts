import {
  type BronStub,
  createSuwiStub,
  type StubWereld,
  suwiXml,
  xmlDatum,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import type { Bevolking, Persoon, Reintegratie } from '../../population/index.ts';
import { dienst } from './source.ts';

/** SuwiML GSDDossierReintegratie v0200: people whom the municipality helps towards work. */
export function createSuwiReintegratieStub({ bevolking }: StubWereld<Bevolking>): BronStub {
  return createSuwiStub({
    dienst,
    gegevens: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon?.reintegratie === undefined ? undefined : clientSuwi(persoon, persoon.reintegratie);
    },
    verkeerdeVorm: (bsn) =>
      xmlElement(
        'ClientSuwi',
        xmlWaarde('Burgerservicenr', bsn),
        xmlElement('AtlRelatie', xmlWaarde('ReIntegratievoorziening', 'geen')),
      ),
  });
}

/** `ClientSuwi`, in the order of BodyReaction.xsd. */
function clientSuwi(persoon: Persoon, reintegratie: Reintegratie): string {
  return xmlElement(
    'ClientSuwi',
    suwiXml.persoon(persoon),
    xmlElement('AtlRelatie', atlRelatie(persoon, reintegratie)),
  );
}

function atlRelatie({ adres }: Persoon, reintegratie: Reintegratie): string {
  const { arbeidsvermogen, doel, voorzieningen } = reintegratie;
  return [
    arbeidsvermogen === undefined
      ? ''
      : xmlElement('Arbeidsvermogen', xmlWaarde('CdArbeidsvermogen', arbeidsvermogen)),
    doel === undefined ? '' : xmlElement('DoelReintegratievoorziening', xmlWaarde('CdDoelRv', doel)),
    ...voorzieningen.map(voorziening),
    xmlElement('Bron', xmlWaarde('CdKolomSuwi', 1), xmlWaarde('CdPartijSuwi', adres.gemeentecode)),
  ].join('');
}

function voorziening(v: Reintegratie['voorzieningen'][number]): string {
  return xmlElement(
    'ReIntegratievoorziening',
    xmlWaarde('RegistratienrRvGsd', v.registratienummer.slice(0, 15)),
    xmlDatum('DatBRv', v.begindatum),
    xmlDatum('DatERv', v.einddatum),
    xmlWaarde('CdTypeRvGsd', v.type),
    xmlWaarde('OmsRv', v.omschrijving.slice(0, 100)),
    v.loonwaardePercentage === undefined
      ? ''
      : xmlElement('Loonkostensubsidie', suwiXml.percentage('PercLoonwaardeTovWml', v.loonwaardePercentage)),
  );
}
