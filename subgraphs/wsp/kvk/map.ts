import type { Handelsregisterinschrijving, Vestigingsadres } from '../generated/resolvers.ts';
import type { Adres, Basisprofiel } from './messages.ts';

export function mapBasisprofiel(profiel: Basisprofiel): Omit<Handelsregisterinschrijving, 'bron'> {
  const hoofdvestiging = profiel._embedded?.hoofdvestiging;
  const eigenaar = profiel._embedded?.eigenaar;
  // A business without an establishment (an owners' association) has the address of its owner.
  const adres = kiesAdres(hoofdvestiging?.adressen) ?? kiesAdres(eigenaar?.adressen);
  return {
    naam: profiel.naam,
    handelsnamen:
      profiel.handelsnamen?.toSorted((a, b) => a.volgorde - b.volgorde).map(({ naam }) => naam) ?? null,
    rechtsvorm: eigenaar?.uitgebreideRechtsvorm ?? eigenaar?.rechtsvorm ?? null,
    activiteiten:
      profiel.sbiActiviteiten?.map((activiteit) => ({
        sbi: { code: activiteit.sbiCode, omschrijving: activiteit.sbiOmschrijving ?? null },
        hoofdactiviteit: activiteit.indHoofdactiviteit,
      })) ?? null,
    werkzamePersonen: profiel.totaalWerkzamePersonen ?? null,
    hoofdvestiging:
      hoofdvestiging === undefined
        ? null
        : {
            vestigingsnummer: hoofdvestiging.vestigingsnummer,
            naam: hoofdvestiging.eersteHandelsnaam ?? null,
          },
    adres: adres === undefined || adres.indAfgeschermd ? null : mapAdres(adres),
    adresAfgeschermd: adres?.indAfgeschermd ?? null,
    registratiedatum: profiel.formeleRegistratiedatum ?? null,
    datumAanvang: profiel.materieleRegistratie?.datumAanvang ?? null,
    datumEinde: profiel.materieleRegistratie?.datumEinde ?? null,
  };
}

function kiesAdres(adressen: readonly Adres[] | undefined): Adres | undefined {
  return adressen?.find(({ type }) => type === 'bezoekadres') ?? adressen?.[0];
}

function mapAdres(adres: Adres): Vestigingsadres {
  return {
    straatnaam: adres.straatnaam ?? null,
    huisnummer: adres.huisnummer ?? null,
    huisletter: adres.huisletter ?? null,
    huisnummertoevoeging: adres.huisnummerToevoeging ?? null,
    postcode: adres.postcode ?? null,
    plaats: adres.plaats ?? null,
    land: adres.land ?? null,
  };
}
