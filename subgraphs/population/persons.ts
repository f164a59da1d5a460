import { makeAdres } from './addresses.ts';
import { makeBijstand } from './bijstand.ts';
import { makeKlantdossier } from './case-files.ts';
import { addDays, randomDate, yearOf } from './dates.ts';
import type { Bijstand, Datum, Persoon } from './facts.ts';
import type { Kader } from './frame.ts';
import { makeInkomstenverhoudingen } from './income.ts';
import { makeWerkzoekende } from './jobseekers.ts';
import { emailVan, makeNaam, pickAchtergrond, volledigeNaam } from './names.ts';
import type { BsnUitgifte } from './numbers.ts';
import { createPrng, type Prng } from './prng.ts';
import { makeDoelgroepregistratie, makeReintegratie } from './reintegration.ts';
import type { Rol } from './roles.ts';
import {
  heeftWswIndicatie,
  makeLoonwaardemetingen,
  makeSwDienstverband,
  makeSwWachtlijst,
} from './sheltered-work.ts';
import { makeIndicaties, makeOntwikkelplan } from './sheltered-work-file.ts';
import { makeUwvAanvragen, makeUwvUitkeringen } from './uwv.ts';

/** Makes up one person who answers to a role; `volgnummer` names the person's random stream. */
export function makePersoon(kader: Kader, rol: Rol, volgnummer: number, nieuwBsn: BsnUitgifte): Persoon {
  const prng = createPrng(`${kader.seedText}/persoon/${volgnummer}`);
  const geslacht = prng.pick(['M', 'V'] as const);
  const achtergrond = pickAchtergrond(prng, rol.inburgering !== undefined);
  const naam = makeNaam(prng, geslacht, achtergrond);
  const geboren = makeGeboortedatum(prng, kader, rol);
  const leefvorm = kiesLeefvorm(prng, yearOf(kader.peildatum) - yearOf(geboren));
  const heeftPartner = rol.bijstand === 'LOPEND' ? leefvorm === 'GEHUWD_OF_SAMENWONEND' : prng.chance(0.03);

  const bijstand = makeBijstand(prng, kader, rol, { geboren, volgnummer, leefvorm });
  const uwvUitkeringen = makeUwvUitkeringen(prng, kader, rol, geboren);
  const swDienstverband = makeSwDienstverband(prng, kader, rol, geboren, volgnummer);
  const swWachtlijst = makeSwWachtlijst(prng, kader, rol);
  const beschut = swDienstverband?.soort === 'BESCHUT_WERK' || swWachtlijst?.indicatie === 'BESCHUT_WERK';

  return withoutUndefined({
    bsn: nieuwBsn(),
    naam,
    geslacht,
    geboortedatum: maskeer(prng, geboren, achtergrond === 'NEDERLANDS' ? 0.003 : 0.03),
    adres: makeAdres(prng, rol.gemeente),
    telefoon: `06-${String(volgnummer).padStart(8, '0')}`,
    email: emailVan(volledigeNaam(naam), volgnummer),
    partner: heeftPartner ? makePartner(prng, geboren, geslacht, nieuwBsn) : undefined,
    bijstand,
    reintegratie: makeReintegratie(prng, kader, rol, bijstand, volgnummer),
    klantdossier: makeKlantdossier(prng, kader, rol, bijstand),
    inburgering: rol.inburgering === undefined ? undefined : { status: rol.inburgering },
    uwvUitkeringen,
    uwvAanvragen: makeUwvAanvragen(prng, kader, rol, uwvUitkeringen),
    werkzoekende: makeWerkzoekende(prng, kader, rol, geboren, uwvUitkeringen),
    inkomstenverhoudingen: makeInkomstenverhoudingen(prng, kader, rol, {
      bijstand,
      uwvUitkeringen,
      swDienstverband,
    }),
    doelgroepregister: makeDoelgroepregistratie(prng, kader, rol, geboren, beschut),
    swDienstverband,
    swWachtlijst,
    ontwikkelplan: makeOntwikkelplan(kader, volgnummer, swDienstverband),
    indicaties: makeIndicaties(kader, volgnummer, { bijstand, swDienstverband, swWachtlijst }),
    // Added when the rest of the file is known.
    documenten: undefined,
    geheimhouding: undefined,
    loonwaardemetingen: makeLoonwaardemetingen(prng, kader, rol, geboren),
    voorstellen: [],
  });
}

type Optional<T> = {
  [Sleutel in keyof T]: undefined extends T[Sleutel] ? T[Sleutel] | undefined : T[Sleutel];
};

/** Absent facts have no key: a person is then equal to its JSON. */
function withoutUndefined(
  persoon: Optional<{ [Sleutel in keyof Required<Persoon>]: Persoon[Sleutel] }>,
): Persoon {
  const aanwezig: Record<string, unknown> = {};
  for (const [naam, feit] of Object.entries(persoon)) if (feit !== undefined) aanwezig[naam] = feit;
  return aanwezig as Persoon;
}

/** Between the ages at which all parts of the role are possible. */
function makeGeboortedatum(prng: Prng, kader: Kader, rol: Rol): Datum {
  const jaar = yearOf(kader.peildatum);
  let vroegst = jaar - 65;
  let laatst = jaar - 20;
  if (rol.ongeschiktheid === 'WAO' || rol.ongeschiktheid === 'WAZ') laatst = Math.min(laatst, 1982);
  if (rol.ongeschiktheid === 'WIA' || rol.ww !== undefined) laatst = Math.min(laatst, jaar - 31);
  if (rol.ongeschiktheid === 'WAJONG') vroegst = Math.max(vroegst, 1966);
  if (rol.bijstand === 'BEEINDIGD') laatst = Math.min(laatst, jaar - 24);
  if (rol.sw !== undefined) laatst = Math.min(laatst, jaar - 23);
  if (rol.plaatsOpWachtlijst !== undefined) {
    laatst = Math.min(laatst, heeftWswIndicatie(rol.plaatsOpWachtlijst, kader) ? 1995 : jaar - 22);
  }
  if (rol.inburgering !== undefined) vroegst = Math.max(vroegst, jaar - 60);
  return randomDate(prng, `${Math.min(vroegst, laatst)}-01-01`, `${laatst}-12-31`);
}

/** The day, or the day and the month, are not known of some people who were born abroad. */
function maskeer(prng: Prng, datum: Datum, kans: number): Datum {
  if (!prng.chance(kans)) return datum;
  return prng.chance(0.7) ? `${datum.slice(0, 4)}-XX-XX` : `${datum.slice(0, 7)}-XX`;
}

function kiesLeefvorm(prng: Prng, leeftijd: number): Bijstand['leefvorm'] {
  return prng.weighted([
    ['ALLEENSTAAND', 58],
    ['ALLEENSTAANDE_OUDER', leeftijd < 55 ? 25 : 3],
    ['GEHUWD_OF_SAMENWONEND', 20],
  ] as const);
}

function makePartner(
  prng: Prng,
  geboren: Datum,
  geslacht: Persoon['geslacht'],
  nieuwBsn: BsnUitgifte,
): NonNullable<Persoon['partner']> {
  const ander = geslacht === 'M' ? 'V' : 'M';
  return {
    bsn: nieuwBsn(),
    naam: makeNaam(prng, prng.chance(0.93) ? ander : geslacht, pickAchtergrond(prng, false)),
    geboortedatum: addDays(geboren, prng.integer(-1_800, 700)),
  };
}
