import { type Dag, eenVan, gebeurdOp, looptOp, plusDagen } from '../kalender.ts';
import { feit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, opTermijn } from './oordeel.ts';

/**
 * WF14 (003 §4.2.1): the klantmanager contacts Work First within two weeks of the start of the trajectory: the
 * fourteenth day after the start is the last one in time. The contact with Work First is a fact of its own;
 * contacts with the client do not count. A Work First trajectory of which the file keeps no stages starts on
 * its first day, and lacks that fact.
 */
export function wf14({ klantdossier }: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const workFirst = klantdossier?.workFirst ?? null;
  const traject =
    (klantdossier?.trajecten ?? []).find(
      (t) => t.soort.code === 'WORK_FIRST' && looptOp(t, vandaag) !== 'NEE',
    ) ?? null;
  const start = workFirst?.gestartOp ?? traject?.begindatum ?? null;
  const onderwerp: Onderwerp = {
    regel: 'WF14',
    voorRol: 'KLANTMANAGER',
    omschrijving: 'Neem binnen twee weken na de start contact op met Work First',
    feiten: [
      ...feit('KVS', 'start Work First', { datum: start }),
      ...feit('KVS', 'contact met Work First', { datum: workFirst?.eersteContactKlantmanagerOp }),
    ],
  };
  const zwijgend = zwijgenden({ KVS: klantdossier });
  if (start === null && traject === null) {
    return zwijgend.length > 0 ? [nietTeBepalen(onderwerp, { zwijgend })] : geen('WF14');
  }
  return opTermijn(
    {
      onderwerp,
      vervuld: eenVan([
        gebeurdOp(workFirst?.eersteContactKlantmanagerOp, vandaag),
        gebeurdOp(workFirst?.beeindigdOp, vandaag),
      ]),
      twijfel: ['volledige datum: contact met Work First of einde Work First'],
      zwijgend,
      ontbrekend: workFirst === null ? ['eerste contact klantmanager met Work First'] : [],
      start: { datum: start, wat: 'start Work First' },
      termijn: (dag) => plusDagen(dag, 14),
      soort: 'UITERLIJK',
    },
    vandaag,
  );
}
