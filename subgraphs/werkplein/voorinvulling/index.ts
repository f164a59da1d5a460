import type { Bronvermelding } from '../../kit/index.ts';
import { bronstand, gezamenlijkeBronstand, isVolledig } from '../bronstand.ts';
import type { Bron } from '../generated/resolvers.ts';
import { amsterdamseDag, type Dag } from '../kalender.ts';
import { bronVanSlice, type Slicenaam, type VoorinvullingInvoer } from './invoer.ts';
import { type Gegeven, type Velddefinitie, type Veldnaam, velden } from './velden.ts';

export type { VoorinvullingInvoer } from './invoer.ts';

export type Formulier = 'AANVRAAG_BIJSTAND' | 'AANVRAAG_INDICATIE_BESCHUT_WERK' | 'INTAKE';

const wieEnWaar = ['NAAM', 'GEBOORTEDATUM', 'ADRES', 'TELEFOONNUMMER', 'EMAILADRES'] as const;

/** What each form asks, in the order it asks it. */
export const formulieren: Readonly<Record<Formulier, readonly Veldnaam[]>> = {
  AANVRAAG_BIJSTAND: [
    ...wieEnWaar,
    'GEMEENTE',
    'LEEFVORM',
    'ONTVANGT_BIJSTAND',
    'LOPENDE_UITKERINGEN',
    'LOPEND_WERK',
    'AANVRAGEN',
  ],
  AANVRAAG_INDICATIE_BESCHUT_WERK: [
    ...wieEnWaar,
    'LOONWAARDE',
    'ARBEIDSVERMOGEN',
    'INDICATIE',
    'DOELGROEPREGISTER',
    'WERKT_BIJ_SW_BEDRIJF',
    'BEROEPSWENSEN',
  ],
  INTAKE: [
    ...wieEnWaar,
    'KLANTVRAAG',
    'LOPENDE_UITKERINGEN',
    'LOPEND_WERK',
    'AANVRAGEN',
    'OPLEIDINGEN',
    'WERKERVARING',
    'BEROEPSWENSEN',
    'UREN_PER_WEEK',
    'RIJBEWIJZEN',
  ],
};

export type Veldwaarde = Required<Gegeven> & { readonly herkomst: Bronvermelding };

export type Formulierveld = {
  readonly vraag: Veldnaam;
  readonly omschrijving: string;
  readonly meervoudig: boolean;
  readonly status: 'BEKEND' | 'STRIJDIG' | 'ONBEKEND' | 'BRON_ZWIJGT';
  readonly waarden: readonly Veldwaarde[];
  /** Sources that may have a value and did not give their whole answer. */
  readonly zwijgend: readonly Bron[];
};

export type Voorinvulling = {
  readonly formulier: Formulier;
  readonly velden: readonly Formulierveld[];
  readonly volledig: boolean;
  readonly bronnen: readonly Bronvermelding[];
};

/** What is known for a form: every value of every source that has one. Conflicts are shown, never resolved. */
export function vulIn(formulier: Formulier, invoer: VoorinvullingInvoer, now: () => Date): Voorinvulling {
  const vandaag = amsterdamseDag(now());
  const gevraagd = formulieren[formulier];
  const slices = [...new Set(gevraagd.flatMap((veld) => slicenamen(velden[veld])))];
  const stand = new Map(slices.map((naam) => [naam, bronstand(invoer[naam], bronVanSlice[naam], now)]));
  const bronnen = [...new Set(slices.map((naam) => bronVanSlice[naam]))].map((bron) =>
    gezamenlijkeBronstand(
      slices.filter((naam) => bronVanSlice[naam] === bron).map((naam) => invoer[naam]),
      bron,
      now,
    ),
  );
  return {
    formulier,
    velden: gevraagd.map((veld) => vulVeldIn(veld, invoer, stand, vandaag)),
    volledig: bronnen.every((b) => isVolledig(b.uitkomst)),
    bronnen,
  };
}

function vulVeldIn(
  veld: Veldnaam,
  invoer: VoorinvullingInvoer,
  stand: ReadonlyMap<Slicenaam, Bronvermelding>,
  vandaag: Dag,
): Formulierveld {
  const definitie: Velddefinitie = velden[veld];
  const namen = slicenamen(definitie);
  const waarden = namen.flatMap((naam) => {
    const herkomst = stand.get(naam);
    return herkomst === undefined ? [] : lees(naam, definitie, invoer, vandaag).map((g) => met(g, herkomst));
  });
  const zwijgend = namen.flatMap((naam) => {
    const herkomst = stand.get(naam);
    return herkomst === undefined || isVolledig(herkomst.uitkomst) ? [] : [bronVanSlice[naam]];
  });
  return {
    vraag: veld,
    omschrijving: definitie.omschrijving,
    meervoudig: definitie.meervoudig,
    status: statusVan(definitie, waarden, zwijgend),
    waarden,
    zwijgend: [...new Set(zwijgend)],
  };
}

function statusVan(
  { meervoudig }: Velddefinitie,
  waarden: readonly Veldwaarde[],
  zwijgend: readonly Bron[],
): Formulierveld['status'] {
  if (waarden.length === 0) return zwijgend.length > 0 ? 'BRON_ZWIJGT' : 'ONBEKEND';
  const verschillend = new Set(waarden.map(({ waarde }) => waarde.trim().toLowerCase()));
  return !meervoudig && verschillend.size > 1 ? 'STRIJDIG' : 'BEKEND';
}

function met({ waarde, vastgesteldOp, inOnderzoek }: Gegeven, herkomst: Bronvermelding): Veldwaarde {
  return { waarde, vastgesteldOp, inOnderzoek: inOnderzoek ?? false, herkomst };
}

function slicenamen({ uit }: Velddefinitie): readonly Slicenaam[] {
  return (Object.keys(bronVanSlice) as Slicenaam[]).filter((naam) => uit[naam] !== undefined);
}

function lees(
  naam: Slicenaam,
  { uit }: Velddefinitie,
  invoer: VoorinvullingInvoer,
  vandaag: Dag,
): readonly Gegeven[] {
  // Each reader takes its own slice: the pair is one by name, which a union of names cannot say.
  const lezer = uit[naam] as ((slice: object, vandaag: Dag) => readonly Gegeven[]) | undefined;
  const slice = invoer[naam];
  return slice && lezer ? lezer(slice, vandaag) : [];
}
