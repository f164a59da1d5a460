import { type Dag, looptOp, plusMaanden } from '../kalender.ts';
import { feit, sluitUit, zwijgenden } from './bronnen.ts';
import { type Doelgroepnummer, doelgroepnummer } from './doelgroepnummer.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, opTermijn } from './oordeel.ts';

/**
 * Months between two reassessments. The paper asks for a periodic reassessment of groups 1, 3 and 4 and of
 * people on the waiting list, and leaves the period to policy: twelve months each is our own reading, and this
 * table the one place to change it. For group 2 it asks for none.
 */
export const herbeoordelingMaanden: Readonly<Record<Doelgroepnummer, number | null>> = {
  1: 12,
  2: null,
  3: 12,
  4: 12,
};
export const herbeoordelingMaandenWachtlijst = 12;

/**
 * HERB (002 §2.b): periodic reassessment of who gets social assistance, per target group, and of who waits for
 * sheltered work. Counted from the last reassessment, else from the first day of the assistance, else from the
 * registration on the waiting list; the last day in time is the same day that many months on.
 */
export function herb(invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const { klantdossier, bijstand, wachtlijst } = invoer;
  const doelgroep = doelgroepnummer(invoer);
  const gewacht = wachtlijst?.aangemeldOp ?? null;
  const opWachtlijst = gewacht !== null || typeof wachtlijst?.plaats === 'number';
  const lopend = (bijstand?.uitkeringen ?? []).filter((u) => looptOp(u, vandaag) !== 'NEE');
  const maanden = opWachtlijst
    ? herbeoordelingMaandenWachtlijst
    : doelgroep.nummer === null
      ? null
      : herbeoordelingMaanden[doelgroep.nummer];
  const laatste = klantdossier?.herbeoordelingOp ?? null;
  const uitkering = lopend[0];
  const start = laatste ?? uitkering?.begindatum ?? gewacht;
  const onderwerp: Onderwerp = {
    regel: 'HERB',
    voorRol: doelgroep.nummer === 3 || doelgroep.nummer === 4 ? 'INKOMENSCONSULENT' : 'KLANTMANAGER',
    omschrijving: opWachtlijst
      ? 'Periodieke herbeoordeling, ook tijdens de wachtlijst voor beschut werk'
      : 'Periodieke herbeoordeling van de bijstand',
    feiten: [
      ...feit('KVS', 'laatste herbeoordeling', { datum: laatste }),
      ...(uitkering === undefined
        ? []
        : feit('SUWI_BIJSTAND', 'bijstand', {
            waarde: uitkering.regeling.code,
            datum: uitkering.begindatum,
          })),
      ...feit('SW_WACHTLIJST', 'op de wachtlijst', { datum: gewacht }),
      ...doelgroep.feiten,
    ],
  };
  const zwijgend = zwijgenden({
    KVS: klantdossier,
    SUWI_BIJSTAND: bijstand,
    ...(opWachtlijst ? {} : { SW_WACHTLIJST: wachtlijst }),
  });
  if (!opWachtlijst) {
    const bijstandLooptNiet = lopend.length === 0 && sluitUit(bijstand);
    const geenTermijn = doelgroep.nummer !== null && maanden === null;
    if ((bijstandLooptNiet || geenTermijn) && sluitUit(wachtlijst)) return geen('HERB');
    if (lopend.length === 0 || maanden === null) {
      const { belemmering } = doelgroep;
      return [
        nietTeBepalen(onderwerp, {
          zwijgend: [...zwijgend, ...belemmering.zwijgend],
          ontbrekend: lopend.length === 0 ? [] : belemmering.ontbrekend,
        }),
      ];
    }
  }
  return opTermijn(
    {
      onderwerp,
      vervuld: 'NEE',
      zwijgend,
      ontbrekend:
        !opWachtlijst && lopend.every((u) => looptOp(u, vandaag) === 'MOGELIJK')
          ? ['volledige datum: begin of einde van de bijstand']
          : [],
      start: { datum: start, wat: 'laatste herbeoordeling' },
      termijn: (dag) => plusMaanden(dag, maanden ?? herbeoordelingMaandenWachtlijst),
      soort: 'UITERLIJK',
    },
    vandaag,
  );
}
