import type { Branche, Medewerker } from './facts.ts';
import { emailVan, naamUit, volledigeNaam } from './names.ts';
import { createPrng } from './prng.ts';
import type { Regio } from './regions.ts';

/** Everyone made up. */
export type Personeel = {
  readonly klantmanagers: readonly Medewerker[];
  readonly inkomensconsulenten: readonly Medewerker[];
  readonly werkcoaches: readonly Medewerker[];
  readonly swConsulenten: readonly Medewerker[];
  readonly arbeidsbemiddelaars: readonly Medewerker[];
  /** One per branch. */
  readonly matchmakers: Readonly<Record<Branche, Medewerker>>;
};

const voornamen = (
  'Aafke Berend Celeste Douwe Evelien Floris Gijsbert Hilde Idris Jelmer Katja Laurens Mirjam Nienke Otto Pauline ' +
  'Quirine Roelof Suzan Tjitske Ursula Vincent Wietske Xandra Yolande Zeger'
).split(' ');

const achternamen = (
  'Aalderink Bontekoe Cramwinckel Duinhoven Eekelder Fonteijn Goudriaan Hazelhof Ieperen Jorritsma Kwakkelstein ' +
  'Lommerse Mosterdijk Nieuwpoort Oosterwold Pluimers Quispel Ravestein Spaargaren Tolsma Uiterdijk Veldkamp ' +
  'Waterreus Ypenga Zandstra'
).split(' ');

export function makePersoneel(regio: Regio, seedText: string): Personeel {
  const prng = createPrng(`${seedText}/personeel`);
  const voor = prng.shuffle(voornamen);
  const achter = prng.shuffle(achternamen);
  let teller = 0;

  const medewerker = (afkorting: string, functie: string): Medewerker => {
    const i = teller;
    teller += 1;
    const voornaam = voor[i % voor.length] ?? '';
    // Shifted by the round, so that no first name meets the same surname twice.
    const achternaam = achter[(i + Math.floor(i / voor.length) * 7) % achter.length] ?? '';
    const naam = volledigeNaam(naamUit(voornaam, achternaam));
    const abonnee = String(100 + i).padStart(10 - regio.netnummer.length, '0');
    return {
      nummer: `${afkorting}-${String(i + 1).padStart(3, '0')}`,
      naam,
      functie,
      telefoon: `${regio.netnummer}-${abonnee}`,
      email: emailVan(naam),
    };
  };
  const team = (aantal: number, afkorting: string, functie: string) =>
    Array.from({ length: aantal }, () => medewerker(afkorting, functie));
  const matchmaker = () => medewerker('MM', 'Matchmaker');

  return {
    klantmanagers: team(12, 'KM', 'Klantmanager'),
    inkomensconsulenten: team(6, 'IC', 'Inkomensconsulent'),
    werkcoaches: team(8, 'WC', 'Werkcoach'),
    swConsulenten: team(5, 'SW', 'Consulent'),
    arbeidsbemiddelaars: team(3, 'AB', 'Arbeidsbemiddelaar'),
    matchmakers: {
      ZORG: matchmaker(),
      TUINBOUW: matchmaker(),
      MKB: matchmaker(),
      TECHNIEK: matchmaker(),
      LOGISTIEK: matchmaker(),
    },
  };
}
