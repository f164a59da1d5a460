import type { BronStub } from '../../kit/index.ts';
import type { Bevolking, Doelgroepregistratie } from '../../population/index.ts';
import { createSuwinetStub, datumTekst, groep, tekst } from '../suwinet-stub.ts';
import { dienst } from './source.ts';

/** UWVDossierQuotumArbeidsbeperktenGSD v0300 for the people in the target-group register. */
export function createDoelgroepregisterStub(bevolking: Bevolking): BronStub {
  return createSuwinetStub(dienst, {
    clientSuwi: (bsn) => {
      const registratie = bevolking.perBsn.get(bsn)?.doelgroepregister;
      return registratie === undefined ? undefined : schrijf(bsn, registratie);
    },
    // A ground without the date it starts on.
    verkeerdeVorm: (bsn) =>
      groep(
        'ClientSuwi',
        tekst('Burgerservicenr', bsn),
        groep('GrondslagArbeidsbeperktheid', tekst('CdGrondslagArbeidsbeperktheid', '01')),
      ),
  });
}

function schrijf(bsn: string, registratie: Doelgroepregistratie): string {
  return groep(
    'ClientSuwi',
    tekst('Burgerservicenr', bsn),
    groep('LdrRegistratieWbQa', datumTekst('DatELdrRegistratieWbQa', registratie.einddatum)),
    ...registratie.grondslagen.map((grondslag) =>
      groep(
        'GrondslagArbeidsbeperktheid',
        tekst('CdGrondslagArbeidsbeperktheid', grondslag.code),
        datumTekst('DatBGrondslagArbeidsbeperktheid', grondslag.begindatum),
        datumTekst('DatEGrondslagArbeidsbeperktheid', grondslag.einddatum),
      ),
    ),
  );
}
