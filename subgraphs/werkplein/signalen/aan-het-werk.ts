import type { Bron } from '../generated/resolvers.ts';
import { inkomstenaard } from '../inkomstensoort.ts';
import { type Dag, type Drie, eenVan, gebeurdOp, looptOp } from '../kalender.ts';
import { feit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer, Voorstel } from './invoer.ts';
import type { Feit } from './oordeel.ts';

/** Whether the client works at a company, and which sources may still say so. */
export type AanHetWerk = {
  readonly stand: Drie;
  readonly feiten: readonly Feit[];
  readonly zwijgend: readonly Bron[];
};

/**
 * The proposal by which the client is placed: the last one, when it ended in a placement. A later proposal
 * means that an earlier placement is over.
 */
export function geplaatstVoorstel(voorstellen: readonly Voorstel[] | null | undefined): Voorstel | null {
  const laatste = [...(voorstellen ?? [])].sort((a, b) =>
    (b.voorgesteldOp ?? '').localeCompare(a.voorgesteldOp ?? ''),
  )[0];
  return laatste?.status === 'GEPLAATST' ? laatste : null;
}

/** At work by Work First, income from work, a placement by the sheltered-employment company, or a placed proposal. */
export function aanHetWerk(invoer: SignalenInvoer, vandaag: Dag): AanHetWerk {
  const { klantdossier, inkomen, plaatsingen, bemiddeling } = invoer;
  const banen = (inkomen?.inkomstenverhoudingen ?? []).filter(
    (v) => inkomstenaard(v.soort?.code) === 'INKOMEN' && looptOp(v, vandaag) !== 'NEE',
  );
  const bijBedrijf = (plaatsingen?.plaatsingen ?? []).filter(
    (p) => p.werkgever && looptOp(p, vandaag) !== 'NEE',
  );
  const geplaatst = geplaatstVoorstel(bemiddeling?.voorstellen);
  return {
    stand: eenVan([
      gebeurdOp(klantdossier?.workFirst?.aanHetWerkOp, vandaag),
      ...banen.map((v) => looptOp(v, vandaag)),
      ...bijBedrijf.map((p) => looptOp(p, vandaag)),
      geplaatst === null ? 'NEE' : 'JA',
    ]),
    feiten: [
      ...feit('KVS', 'aan het werk via Work First', { datum: klantdossier?.workFirst?.aanHetWerkOp }),
      ...banen.flatMap((v) =>
        feit('SUWINET_INKOMSTEN', 'inkomen uit werk', { waarde: v.werkgevernaam, datum: v.begindatum }),
      ),
      ...bijBedrijf.flatMap((p) =>
        feit('SW_ADMINISTRATIE', 'plaatsing bij werkgever', { datum: p.begindatum }),
      ),
      ...(geplaatst === null
        ? []
        : feit('CRM', 'voorstel geplaatst, voorgesteld op', {
            datum: geplaatst.voorgesteldOp,
            waarde: 'GEPLAATST',
          })),
    ],
    zwijgend: zwijgenden({
      KVS: klantdossier,
      SUWINET_INKOMSTEN: inkomen,
      SW_ADMINISTRATIE: plaatsingen,
      CRM: bemiddeling,
    }),
  };
}
