import {
  type BronStub,
  createSuwiStub,
  type Handtekeningcontrole,
  xmlDatum,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import type { Bevolking, Doelgroepregistratie } from '../../population/index.ts';
import { dienst } from './source.ts';

/** UWVDossierQuotumArbeidsbeperktenGSD v0300 for the people in the target-group register. */
export function createDoelgroepregisterStub(
  bevolking: Bevolking,
  handtekening: Handtekeningcontrole,
): BronStub {
  return createSuwiStub({
    dienst,
    handtekening,
    gegevens: (bsn) => {
      const registratie = bevolking.perBsn.get(bsn)?.doelgroepregister;
      return registratie === undefined ? undefined : schrijf(bsn, registratie);
    },
    // A ground without the date it starts on.
    verkeerdeVorm: (bsn) =>
      xmlElement(
        'ClientSuwi',
        xmlWaarde('Burgerservicenr', bsn),
        xmlElement('GrondslagArbeidsbeperktheid', xmlWaarde('CdGrondslagArbeidsbeperktheid', '01')),
      ),
  });
}

function schrijf(bsn: string, registratie: Doelgroepregistratie): string {
  return xmlElement(
    'ClientSuwi',
    xmlWaarde('Burgerservicenr', bsn),
    xmlElement('LdrRegistratieWbQa', xmlDatum('DatELdrRegistratieWbQa', registratie.einddatum)),
    ...registratie.grondslagen.map((grondslag) =>
      xmlElement(
        'GrondslagArbeidsbeperktheid',
        xmlWaarde('CdGrondslagArbeidsbeperktheid', grondslag.code),
        xmlDatum('DatBGrondslagArbeidsbeperktheid', grondslag.begindatum),
        xmlDatum('DatEGrondslagArbeidsbeperktheid', grondslag.einddatum),
      ),
    ),
  );
}
