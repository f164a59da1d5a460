import { aardIkv, soortIkv } from './codes.ts';
import { addDays, addMonths, latest, randomDate } from './dates.ts';
import { grootsteWerkgever } from './employers.ts';
import type {
  Bijstand,
  Datum,
  Inkomstenverhouding,
  SwDienstverband,
  UwvUitkering,
  Werkgever,
} from './facts.ts';
import type { Kader } from './frame.ts';
import { fiscaalNummer } from './numbers.ts';
import type { Prng } from './prng.ts';
import type { Gemeente } from './regions.ts';
import type { Rol } from './roles.ts';

type Betaler = Inkomstenverhouding['werkgever'];
type Verhouding = Omit<Inkomstenverhouding, 'volgnummer' | 'opgaven'> & {
  /** Per month; hours and days only where there is work. */
  readonly loonCenten: number;
  readonly uren: number;
};

export type Rechten = {
  readonly bijstand?: Bijstand | undefined;
  readonly uwvUitkeringen: readonly UwvUitkering[];
  readonly swDienstverband?: SwDienstverband | undefined;
};

/** Income relations in the Polisadministratie, oldest first: one per payer and right. */
export function makeInkomstenverhoudingen(
  prng: Prng,
  kader: Kader,
  rol: Rol,
  rechten: Rechten,
): readonly Inkomstenverhouding[] {
  const { bijstand, swDienstverband } = rechten;
  const verhoudingen: Verhouding[] = rechten.uwvUitkeringen.flatMap((uitkering) =>
    vanUitkering(prng, kader, uitkering),
  );
  if (bijstand?.einddatum === undefined && bijstand) verhoudingen.push(vanBijstand(rol.gemeente, bijstand));
  if (swDienstverband) verhoudingen.push(vanSw(kader, swDienstverband));
  if (rol.bijverdienste) verhoudingen.push(bijbaan(prng, kader, bijstand?.begindatum ?? kader.peildatum));
  return nummer(kader, verhoudingen);
}

/** Numbers the relations by age and adds the returns of the last months. */
export function nummer(kader: Kader, verhoudingen: readonly Verhouding[]): readonly Inkomstenverhouding[] {
  return [...verhoudingen]
    .sort((a, b) => a.begindatum.localeCompare(b.begindatum))
    .map(({ loonCenten, uren, ...rest }, i) => ({
      ...rest,
      volgnummer: i + 1,
      opgaven: makeOpgaven(kader, rest.begindatum, rest.einddatum, loonCenten, uren),
    }));
}

function makeOpgaven(
  kader: Kader,
  begin: Datum,
  einde: Datum | undefined,
  loonCenten: number,
  uren: number,
): Inkomstenverhouding['opgaven'] {
  return kader.maanden
    .filter((maand) => maand.begin >= begin && (einde === undefined || maand.einde <= einde))
    .map((maand) => ({
      begindatum: maand.begin,
      einddatum: maand.einde,
      svDagen: loonCenten === 0 ? 0 : 21,
      uren,
      svLoonCenten: loonCenten,
      vakantietoeslagCenten: Math.round(loonCenten * 0.08),
    }));
}

export const UWV: Betaler = betaler('UWV', 1);

export function gemeenteAlsBetaler(gemeente: Gemeente): Betaler {
  return betaler(`Gemeente ${gemeente.naam}`, 10 + Number(gemeente.code));
}

function betaler(naam: string, volgnummer: number): Betaler {
  const fiscaal = fiscaalNummer(10_000 + volgnummer);
  return { naam, fiscaalNummer: fiscaal, loonheffingennummer: `${fiscaal}L01` };
}

export function werkgeverAlsBetaler(werkgever: Werkgever): Betaler {
  const { naam, loonheffingennummer, fiscaalNummer: fiscaal, kvkNummer } = werkgever;
  return { naam, loonheffingennummer, fiscaalNummer: fiscaal, kvkNummer };
}

/** The benefit itself; for WW also the job before it, and the job that ended it. */
function vanUitkering(prng: Prng, kader: Kader, uitkering: UwvUitkering): Verhouding[] {
  const recht: Verhouding = {
    werkgever: UWV,
    soort: uitkering.szWet === 'IVA' ? soortIkv.IVA : soortIkv[uitkering.wet],
    begindatum: uitkering.begindatum,
    ...(uitkering.einddatum === undefined ? {} : { einddatum: uitkering.einddatum }),
    loonCenten: uitkering.brutoPerMaandCenten,
    uren: 0,
  };
  if (uitkering.wet !== 'WW') return [recht];
  const urenPerWeek = uitkering.urenPerWeek ?? 24;
  const werkgever = () => prng.pick(kader.werkgevers);
  const voordien = {
    begindatum: addMonths(uitkering.begindatum, -prng.integer(8, 60)),
    einddatum: addDays(uitkering.begindatum, -1),
  };
  const vorige = baan(prng, werkgever(), urenPerWeek, voordien);
  if (uitkering.redenEinde !== 'Werkhervatting' || uitkering.einddatum === undefined) return [vorige, recht];
  return [
    vorige,
    recht,
    baan(prng, werkgever(), urenPerWeek, { begindatum: addDays(uitkering.einddatum, 1) }),
  ];
}

function baan(
  prng: Prng,
  werkgever: Werkgever,
  urenPerWeek: number,
  periode: { begindatum: Datum; einddatum?: Datum },
): Verhouding {
  return {
    ...periode,
    werkgever: werkgeverAlsBetaler(werkgever),
    soort: soortIkv.LOON,
    aard: prng.weighted([
      [aardIkv.ARBEIDSOVEREENKOMST, 80],
      [aardIkv.UITZENDKRACHT, 20],
    ] as const),
    contract: prng.weighted([
      ['B', 60],
      ['O', 40],
    ] as const),
    loonCenten: Math.round(urenPerWeek * 4.33 * prng.integer(1_480, 2_100)),
    uren: Math.round(urenPerWeek * 4.33),
  };
}

/** How many times as many small jobs the largest employer of the region has as any other. */
const BIJBANEN_BIJ_GROOTSTE = 40;

function bijbaan(prng: Prng, kader: Kader, vanaf: Datum): Verhouding {
  const begindatum = randomDate(
    prng,
    latest(vanaf, addDays(kader.peildatum, -700)),
    addDays(kader.peildatum, -5),
  );
  const urenPerWeek = prng.integer(3, 14);
  const grootste = grootsteWerkgever(kader.werkgevers);
  const werkgever = prng.weighted(
    kader.werkgevers.map((w) => [w, w === grootste ? BIJBANEN_BIJ_GROOTSTE : 1] as const),
  );
  return baan(prng, werkgever, urenPerWeek, { begindatum });
}

/** Social assistance is no wage for the employee insurances: the relation is there, its SV wage is nil. */
function vanBijstand(gemeente: Gemeente, bijstand: Bijstand): Verhouding {
  return {
    werkgever: gemeenteAlsBetaler(gemeente),
    soort: soortIkv.BIJSTAND,
    begindatum: bijstand.begindatum,
    loonCenten: 0,
    uren: 0,
  };
}

function vanSw(kader: Kader, dienst: SwDienstverband): Verhouding {
  return {
    werkgever: betaler(kader.regio.swBedrijf, 5),
    soort: soortIkv.LOON,
    aard: dienst.soort === 'WSW' ? aardIkv.WSW : aardIkv.BESCHUT_WERK,
    contract: 'O',
    begindatum: dienst.begindatum,
    ...(dienst.einddatum === undefined ? {} : { einddatum: dienst.einddatum }),
    loonCenten: Math.round(dienst.urenPerWeek * 4.33 * 1_490),
    uren: Math.round(dienst.urenPerWeek * 4.33),
  };
}
