import { MEDISCHE_BELEMMERING } from './case-files.ts';
import type { Bevolking, Inburgering, Periode, Persoon, UwvUitkering } from './facts.ts';

/** People per category with something running at the reference date; one person can be in several. */
export type Persoonstelling = {
  readonly personen: number;
  readonly bijstand: number;
  readonly bijstandFase3of4: number;
  readonly bijstandMedischeBelemmering: number;
  readonly uwv: Readonly<Record<UwvUitkering['wet'], number>>;
  readonly swDienstverband: number;
  readonly swWachtlijst: number;
  readonly inburgering: Readonly<Record<Inburgering['status'], number>>;
  /** WW, or wages, beside social assistance. */
  readonly bijstandMetWw: number;
  readonly bijstandMetLoon: number;
  readonly wajongMetSw: number;
  readonly metVoorstel: number;
};

export type Bevolkingstelling = Persoonstelling & {
  /** By municipality code. */
  readonly perGemeente: Readonly<Record<string, Persoonstelling>>;
  readonly werkgevers: number;
  readonly vacatures: number;
};

/** The counts of a population by category, in the region and per municipality of residence. */
export function populatieTelling(bevolking: Bevolking): Bevolkingstelling {
  const { personen, peildatum } = bevolking;
  const perGemeente = new Map<string, Persoon[]>();
  for (const persoon of personen) {
    const { gemeentecode } = persoon.adres;
    const groep = perGemeente.get(gemeentecode);
    if (groep) groep.push(persoon);
    else perGemeente.set(gemeentecode, [persoon]);
  }
  return {
    ...tel(personen, peildatum),
    perGemeente: Object.fromEntries([...perGemeente].map(([code, groep]) => [code, tel(groep, peildatum)])),
    werkgevers: bevolking.werkgevers.length,
    vacatures: bevolking.vacatures.length,
  };
}

/** Whether a period includes the day. */
export function loopt(periode: Periode | undefined, op: string): boolean {
  return (
    periode !== undefined &&
    periode.begindatum <= op &&
    (periode.einddatum === undefined || periode.einddatum >= op)
  );
}

function tel(personen: readonly Persoon[], op: string): Persoonstelling {
  const aantal = (telt: (persoon: Persoon) => boolean) => personen.filter(telt).length;
  const bijstand = (persoon: Persoon) => loopt(persoon.bijstand, op);
  const inSw = (persoon: Persoon) => loopt(persoon.swDienstverband, op);
  const uwv = (wet: UwvUitkering['wet']) => (persoon: Persoon) =>
    persoon.uwvUitkeringen.some((uitkering) => uitkering.wet === wet && loopt(uitkering, op));
  const inburgering = (status: Inburgering['status']) =>
    aantal((persoon) => persoon.inburgering?.status === status);
  const loon = (persoon: Persoon) =>
    persoon.inkomstenverhoudingen.some(
      (verhouding) => verhouding.aard !== undefined && loopt(verhouding, op),
    );
  return {
    personen: personen.length,
    bijstand: aantal(bijstand),
    bijstandFase3of4: aantal((persoon) => bijstand(persoon) && (persoon.bijstand?.fase ?? 0) >= 3),
    bijstandMedischeBelemmering: aantal(
      (persoon) =>
        bijstand(persoon) && (persoon.klantdossier?.belemmeringen.includes(MEDISCHE_BELEMMERING) ?? false),
    ),
    uwv: {
      WW: aantal(uwv('WW')),
      WAO: aantal(uwv('WAO')),
      WAZ: aantal(uwv('WAZ')),
      WAJONG: aantal(uwv('WAJONG')),
      WIA: aantal(uwv('WIA')),
      ZW: aantal(uwv('ZW')),
    },
    swDienstverband: aantal(inSw),
    swWachtlijst: aantal(({ swWachtlijst }) => swWachtlijst !== undefined),
    inburgering: {
      POTENTIEEL: inburgering('POTENTIEEL'),
      AANGEMELD: inburgering('AANGEMELD'),
      AANGEBODEN: inburgering('AANGEBODEN'),
      VRIJGESTELD: inburgering('VRIJGESTELD'),
      ONTHEVEN: inburgering('ONTHEVEN'),
    },
    bijstandMetWw: aantal((persoon) => bijstand(persoon) && uwv('WW')(persoon)),
    bijstandMetLoon: aantal((persoon) => bijstand(persoon) && loon(persoon)),
    wajongMetSw: aantal((persoon) => uwv('WAJONG')(persoon) && inSw(persoon)),
    metVoorstel: aantal(({ voorstellen }) => voorstellen.length > 0),
  };
}
