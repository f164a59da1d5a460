import { xmlDatum, xmlElement, xmlWaarde } from '../stub/xml-stub.ts';

/** `StandaardBedr` in euros: whole cents with a sign of its own. */
export function bedrag(naam: string, bedragCenten: number): string {
  return xmlElement(
    naam,
    xmlWaarde('CdMunteenheid', 'EUR'),
    xmlWaarde('CdPositiefNegatief', bedragCenten < 0 ? '-' : '+'),
    xmlWaarde('WaardeBedr', Math.abs(bedragCenten)),
  );
}

/** `StandaardPerc`: five digits, of which two decimals, with a sign of its own. */
export function percentage(naam: string, waarde: number): string {
  return xmlElement(
    naam,
    xmlWaarde('CdPositiefNegatief', waarde < 0 ? '-' : '+'),
    xmlWaarde('Percentage', String(Math.round(Math.abs(waarde) * 100)).padStart(5, '0')),
  );
}

/** Hours as `Tijdsduur`, `UUMM`; nothing when they are not known. */
export function tijdsduur(naam: string, uren: number | undefined): string {
  if (uren === undefined) return '';
  const minuten = Math.round(uren * 60);
  const delen = [Math.floor(minuten / 60), minuten % 60];
  return xmlWaarde(naam, delen.map((deel) => String(deel).padStart(2, '0')).join(''));
}

type Naam = {
  readonly voorletters: string;
  readonly voorvoegsel?: string;
  readonly geslachtsnaam: string;
};

/** `Voorletters`, `Voorvoegsel` and `SignificantDeelVanDeAchternaam`. */
export function naam({ voorletters, voorvoegsel, geslachtsnaam }: Naam): string {
  const letters = voorletters.replace(/[^A-Z]/g, '').slice(0, 6);
  return [
    xmlWaarde('Voorletters', letters === '' ? undefined : letters),
    xmlWaarde('Voorvoegsel', voorvoegsel),
    xmlWaarde('SignificantDeelVanDeAchternaam', geslachtsnaam),
  ].join('');
}

/** Who a `ClientSuwi` is about, where a service tells more than the number: from that number to the day of birth. */
export function persoon(p: {
  readonly bsn: string;
  readonly naam: Naam & { readonly voornamen: string };
  readonly geslacht: 'M' | 'V';
  readonly geboortedatum: string;
}): string {
  return [
    xmlWaarde('Burgerservicenr', p.bsn),
    xmlWaarde('Voornamen', p.naam.voornamen),
    naam(p.naam),
    xmlWaarde('Geslacht', p.geslacht === 'M' ? '1' : '2'),
    xmlDatum('Geboortedat', p.geboortedatum),
  ].join('');
}
