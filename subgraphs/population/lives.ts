import { addDays, addMonths } from './dates.ts';
import type { Datum, Levensloop, Persoon } from './facts.ts';
import type { Rol } from './roles.ts';

/**
 * Lives in which a term of the process rules ends: some days before the day of asking, on it, and after it, so
 * that every rule has someone for whom it is late, due and coming, as far as the rule knows these.
 */

/** The day on which tests and documents ask, in the week after the reference date. */
export function vraagdagVan(peildatum: Datum): Datum {
  return addDays(peildatum, 4);
}

/** How a life goes; each is filled in by `lives-facts.ts`. */
export type Levensloopsoort =
  | 'TERUG_IN_WORK_FIRST'
  | 'BEGONNEN_IN_WORK_FIRST'
  | 'DRIE_MAANDEN_BIJSTAND'
  | 'HALF_JAAR_BIJSTAND'
  | 'JAAR_BIJSTAND'
  | 'GEPLAATST'
  | 'AANVRAAG_LOOPT'
  | 'UITKERING_OP_KOMST';

export type Leven = Levensloop & { readonly soort: Levensloopsoort };

type Soort = {
  /** The process rules of which a term ends. */
  readonly regels: Levensloop['regels'];
  /** On which days, counted from the day of asking. */
  readonly dagen: readonly number[];
};

const soorten: Readonly<Record<Levensloopsoort, Soort>> = {
  // A term of two days comes only for who registered yesterday or today.
  TERUG_IN_WORK_FIRST: { regels: ['WF48'], dagen: [0, -3, 1] },
  BEGONNEN_IN_WORK_FIRST: { regels: ['WF14'], dagen: [0, -6, 9] },
  DRIE_MAANDEN_BIJSTAND: { regels: ['PW90'], dagen: [0, -6, 9] },
  HALF_JAAR_BIJSTAND: { regels: ['BED180', 'TEGEN180'], dagen: [0, -6, 9] },
  JAAR_BIJSTAND: { regels: ['BED180', 'HERB', 'TREDE365'], dagen: [0, -6, 9] },
  GEPLAATST: { regels: ['NAZ14'], dagen: [0, -6, 9] },
  AANVRAAG_LOOPT: { regels: ['ZOEK56'], dagen: [0, -6, 9] },
  UITKERING_OP_KOMST: { regels: ['SAMEN'], dagen: [16] },
};

/** Of the lives that begin with the assistance: when it began, given the day on which the term ends. */
const begin: Readonly<Partial<Record<Levensloopsoort, (vervalt: Datum) => Datum>>> = {
  BEGONNEN_IN_WORK_FIRST: (vervalt) => addDays(vervalt, -14),
  DRIE_MAANDEN_BIJSTAND: (vervalt) => addMonths(vervalt, -3),
  HALF_JAAR_BIJSTAND: (vervalt) => addMonths(vervalt, -6),
  JAAR_BIJSTAND: (vervalt) => addMonths(vervalt, -12),
};

/**
 * Chooses the roles of the lives that begin with the assistance, before any fact is made up: people near the
 * labour market who have nothing beside it. Nobody's kind of right changes, so that all counts stay.
 */
export function verdeelLevens(
  rollen: readonly Rol[],
  peildatum: Datum,
): { readonly rollen: readonly Rol[]; readonly levens: readonly Leven[] } {
  const geschikt = rollen.flatMap((rol, i) => (i > 1 && staatDichtbij(rol) ? [i] : []));
  const gevraagd = levensVan(peildatum, (soort) => begin[soort] !== undefined);
  const levens = gevraagd.flatMap((leven, n) => {
    const volgnummer = geschikt[n];
    return volgnummer === undefined ? [] : [{ ...leven, volgnummer }];
  });
  const perRol = new Map(levens.map((leven) => [leven.volgnummer, leven]));
  return {
    levens,
    rollen: rollen.map((rol, i) => {
      const leven = perRol.get(i);
      const bijstandSinds = leven && begin[leven.soort]?.(leven.vervalt);
      return bijstandSinds === undefined ? rol : { ...rol, bijstandSinds };
    }),
  };
}

/** Finds people for the other lives, by facts they already have; `bezet` are the lives that were given before. */
export function vindLevens(
  personen: readonly Persoon[],
  bezet: readonly Leven[],
  peildatum: Datum,
): readonly Leven[] {
  const vrij = (volgnummer: number) => volgnummer > 1 && !bezet.some((l) => l.volgnummer === volgnummer);
  const alle = personen.map((persoon, volgnummer) => ({ persoon, volgnummer }));
  const kandidaten = alle.filter(({ volgnummer }) => vrij(volgnummer));
  const vertrokken = kandidaten.filter(({ persoon }) => isVertrokken(persoon));
  const voorgesteldOp = ({ persoon }: (typeof alle)[number]) =>
    persoon.voorstellen[plaatsVanPlaatsing(persoon)]?.voorgesteldOp ?? '';
  const geplaatst = kandidaten
    .filter((kandidaat) => voorgesteldOp(kandidaat) !== '')
    .sort((a, b) => voorgesteldOp(b).localeCompare(voorgesteldOp(a)));
  const alleenBijstand = kandidaten.filter(({ persoon }) => heeftAlleenBijstand(persoon));
  const keuze: Readonly<Partial<Record<Levensloopsoort, typeof alle>>> = {
    TERUG_IN_WORK_FIRST: vertrokken.filter((_, n) => n % 2 === 0),
    AANVRAAG_LOOPT: vertrokken.filter((_, n) => n % 2 === 1),
    GEPLAATST: geplaatst,
    UITKERING_OP_KOMST: alleenBijstand,
  };
  return Object.entries(keuze).flatMap(([naam, mensen]) =>
    levensVan(peildatum, (soort) => soort === naam).flatMap((leven, n) => {
      const volgnummer = mensen[n]?.volgnummer;
      return volgnummer === undefined ? [] : [{ ...leven, volgnummer }];
    }),
  );
}

function levensVan(
  peildatum: Datum,
  kies: (soort: Levensloopsoort) => boolean,
): readonly Omit<Leven, 'volgnummer'>[] {
  const vraagdag = vraagdagVan(peildatum);
  return (Object.keys(soorten) as Levensloopsoort[]).filter(kies).flatMap((soort) => {
    const { regels, dagen } = soorten[soort];
    return dagen.map((dag) => ({ soort, regels, vervalt: addDays(vraagdag, dag) }));
  });
}

function staatDichtbij(rol: Rol): boolean {
  const heeftMeer =
    rol.ww ?? rol.ongeschiktheid ?? rol.bijverdienste ?? rol.plaatsOpWachtlijst ?? rol.medischeBelemmering;
  return rol.bijstand === 'LOPEND' && (rol.fase ?? 4) <= 2 && heeftMeer === undefined;
}

/** Left social assistance, still has a file, and has neither work nor a benefit. */
function isVertrokken(persoon: Persoon): boolean {
  return (
    persoon.klantdossier !== undefined && persoon.bijstand?.einddatum !== undefined && heeftNiets(persoon)
  );
}

function heeftAlleenBijstand(persoon: Persoon): boolean {
  const { bijstand, klantdossier, swWachtlijst } = persoon;
  const lopend = bijstand !== undefined && bijstand.einddatum === undefined;
  return lopend && klantdossier !== undefined && swWachtlijst === undefined && heeftNiets(persoon);
}

/** Neither a running benefit of UWV nor work that runs. */
function heeftNiets({
  uwvUitkeringen,
  inkomstenverhoudingen,
  swDienstverband,
  voorstellen,
}: Persoon): boolean {
  return (
    uwvUitkeringen.every(({ einddatum }) => einddatum !== undefined) &&
    inkomstenverhoudingen.every(({ aard, einddatum }) => aard === undefined || einddatum !== undefined) &&
    swDienstverband === undefined &&
    voorstellen.every(({ status }) => status !== 'GEPLAATST')
  );
}

/** Place of the proposal that led a client with a file to work by an arrangement; -1 when there is none. */
export function plaatsVanPlaatsing({ klantdossier, voorstellen }: Persoon): number {
  if (klantdossier === undefined) return -1;
  return voorstellen.findLastIndex(
    ({ status, plaatsingsafspraken }) => status === 'GEPLAATST' && plaatsingsafspraken !== undefined,
  );
}
