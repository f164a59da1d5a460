import { bepaalDoelgroep, type Doelgroep } from '../doelgroep.ts';
import { feit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import type { Belemmering, Feit } from './oordeel.ts';

/** Target groups as 002 §2.b numbers them. */
export type Doelgroepnummer = 1 | 2 | 3 | 4;

const nummerVanCode: Readonly<Record<string, Doelgroepnummer>> = { '1': 1, '2': 2, '3': 3, '4': 4 };
const nummerVanDoelgroep: Readonly<Record<Doelgroep, Doelgroepnummer>> = {
  BIJNA_VOLLEDIG: 1,
  BEPERKT: 2,
  BESCHUT: 3,
  ZORG: 4,
};

export type Doelgroepvaststelling = {
  /** Null when it is not known: `belemmering` says why. */
  readonly nummer: Doelgroepnummer | null;
  readonly feiten: readonly Feit[];
  readonly belemmering: Belemmering;
};

const geenBelemmering: Belemmering = { zwijgend: [], ontbrekend: [] };
const onbekend: Belemmering = { zwijgend: [], ontbrekend: ['doelgroep'] };

/**
 * The target group that the municipality set, else the one by wage value. A wage value does not speak for a
 * municipality that is silent, nor while a later one may exist.
 */
export function doelgroepnummer(invoer: SignalenInvoer): Doelgroepvaststelling {
  const { klantdossier } = invoer;
  const code = klantdossier?.doelgroepcode?.code;
  if (code !== undefined) {
    const nummer = nummerVanCode[code] ?? null;
    return {
      nummer,
      feiten: feit('KVS', 'doelgroep', { waarde: code }),
      belemmering: nummer === null ? onbekend : geenBelemmering,
    };
  }
  const { loonwaarde, reintegratie } = invoer;
  const zwijgend = zwijgenden({
    KVS: klantdossier,
    SW_ADMINISTRATIE: loonwaarde,
    SUWI_REINTEGRATIE: reintegratie,
  });
  if (zwijgend.length > 0) return { nummer: null, feiten: [], belemmering: { zwijgend, ontbrekend: [] } };
  const bepaling = bepaalDoelgroep(invoer, () => new Date(0));
  if (bepaling.bepaalbaarheid !== 'BEPAALD') return { nummer: null, feiten: [], belemmering: onbekend };
  return {
    nummer: nummerVanDoelgroep[bepaling.doelgroep],
    feiten: feit(bepaling.berustOp, 'loonwaarde', {
      waarde: `${bepaling.loonwaardePercentage}%`,
      datum: bepaling.vastgesteldOp,
    }),
    belemmering: geenBelemmering,
  };
}
