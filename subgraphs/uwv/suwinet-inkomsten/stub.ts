import type { BronStub } from '../../kit/index.ts';
import type { Bevolking, Inkomstenverhouding, Persoon } from '../../population/index.ts';
import { createSuwinetStub, datumTekst, groep, tekst } from '../suwinet-stub.ts';
import { dienst } from './source.ts';

/** UWVDossierInkomstenGSD v0200 for the people with an income relation in the Polisadministratie. */
export function createInkomstenStub(bevolking: Bevolking): BronStub {
  return createSuwinetStub(dienst, {
    clientSuwi: (bsn) => {
      const persoon = bevolking.perBsn.get(bsn);
      return persoon === undefined || persoon.inkomstenverhoudingen.length === 0
        ? undefined
        : schrijf(persoon);
    },
    // A date in the form of another standard.
    verkeerdeVorm: (bsn) =>
      groep(
        'ClientSuwi',
        tekst('Burgerservicenr', bsn),
        groep('Inkomstenverhouding', tekst('VolgnrIkv', 1), tekst('DatBIkv', '2024-01-01')),
      ),
  });
}

function schrijf(persoon: Persoon): string {
  return groep(
    'ClientSuwi',
    tekst('Burgerservicenr', persoon.bsn),
    ...persoon.inkomstenverhoudingen.map(schrijfInkomstenverhouding),
  );
}

function schrijfInkomstenverhouding(ikv: Inkomstenverhouding): string {
  const opgaven = ikv.opgaven.map((opgave) =>
    groep(
      'Inkomstenopgave',
      datumTekst('DatBIko', opgave.begindatum),
      datumTekst('DatEIko', opgave.einddatum),
      tekst('AantSvDagenIko', opgave.svDagen),
      tekst('AantVerloondeUrenIko', opgave.uren),
      bedrag('BedrBrutoloonSv', opgave.svLoonCenten),
      bedrag('BedrVakantietoeslag', opgave.vakantietoeslagCenten),
    ),
  );
  return groep(
    'Inkomstenverhouding',
    tekst('VolgnrIkv', ikv.volgnummer),
    datumTekst('DatBIkv', ikv.begindatum),
    datumTekst('DatEIkv', ikv.einddatum),
    groep(
      'AdministratieveEenheid',
      tekst('NaamAdministratieveEenheid', ikv.werkgever.naam),
      tekst('Loonheffingennr', ikv.werkgever.loonheffingennummer),
      groep(
        'RechtspersoonAdministratieveEenh',
        tekst('FiNr', ikv.werkgever.fiscaalNummer),
        tekst('NaamRechtspersoon', ikv.werkgever.naam),
      ),
    ),
    groep(
      'Inkomstenperiode',
      datumTekst('DatBIkp', ikv.begindatum),
      datumTekst('DatEIkp', ikv.einddatum),
      tekst('CdSrtIkv', ikv.soort),
      tekst('CdTypeArbeidscontract', ikv.contract),
      tekst('CdAardIkv', ikv.aard),
    ),
    // The XSD asks for at least one report: a relation of which none came yet has one without amounts.
    ...(opgaven.length > 0 ? opgaven : [groep('Inkomstenopgave', datumTekst('DatBIko', ikv.begindatum))]),
  );
}

/** `StandaardBedr` in euros, whole cents with a sign of its own. */
function bedrag(naam: string, bedragCenten: number): string {
  return groep(
    naam,
    tekst('CdMunteenheid', 'EUR'),
    tekst('CdPositiefNegatief', bedragCenten < 0 ? '-' : '+'),
    tekst('WaardeBedr', Math.abs(bedragCenten)),
  );
}
