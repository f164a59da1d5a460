import type {
  Handelsregisterinschrijving,
  Vestigingen as VestigingenVanGraaf,
  Vestigingsadres,
} from '../generated/resolvers.ts';
import type { Adres, Basisprofiel, Vestigingen } from './messages.ts';

export function mapBasisprofiel(
  profiel: Basisprofiel,
): Omit<Handelsregisterinschrijving, 'bron' | 'vestigingen'> {
  const hoofdvestiging = profiel._embedded?.hoofdvestiging;
  const eigenaar = profiel._embedded?.eigenaar;
  // A business without an establishment (an owners' association) has the address of its owner.
  const adres = kiesAdres(hoofdvestiging?.adressen) ?? kiesAdres(eigenaar?.adressen);
  return {
    naam: profiel.naam,
    handelsnamen:
      profiel.handelsnamen?.toSorted((a, b) => a.volgorde - b.volgorde).map(({ naam }) => naam) ?? null,
    rechtsvorm: eigenaar?.uitgebreideRechtsvorm ?? eigenaar?.rechtsvorm ?? null,
    rsin: eigenaar?.rsin ?? null,
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
            hoofdvestiging: true,
            volledigAdres: null,
          },
    adres: adres === undefined || adres.indAfgeschermd ? null : mapAdres(adres),
    adresAfgeschermd: adres?.indAfgeschermd ?? null,
    registratiedatum: profiel.formeleRegistratiedatum ?? null,
    datumAanvang: profiel.materieleRegistratie?.datumAanvang ?? null,
    datumEinde: profiel.materieleRegistratie?.datumEinde ?? null,
  };
}

/**
 * The main establishment first, the others in the order of the register. A shielded address is not passed on. A
 * list that did not come is an empty one only when the register counts none.
 */
export function mapVestigingen(antwoord: Vestigingen): Omit<VestigingenVanGraaf, 'bron'> {
  const { totaalAantalVestigingen: totaal } = antwoord;
  const vestigingen = (antwoord.vestigingen ?? (totaal === 0 ? [] : null))?.map((vestiging) => ({
    vestigingsnummer: vestiging.vestigingsnummer,
    naam: vestiging.eersteHandelsnaam ?? null,
    hoofdvestiging: vestiging.indHoofdvestiging ?? null,
    volledigAdres:
      vestiging.indAdresAfgeschermd === false
        ? (vestiging.volledigAdres?.trim().replaceAll(/\s+/g, ' ') ?? null)
        : null,
  }));
  return {
    aantal: totaal ?? vestigingen?.length ?? null,
    vestigingen:
      vestigingen?.toSorted(
        (a, b) => Number(b.hoofdvestiging ?? false) - Number(a.hoofdvestiging ?? false),
      ) ?? null,
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
