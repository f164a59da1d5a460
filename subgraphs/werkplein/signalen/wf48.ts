import { type Dag, eenVan, gebeurdOp, plusDagen } from '../kalender.ts';
import { feit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, opTermijn } from './oordeel.ts';

/**
 * WF48 (003 §4.2.1): who is not at work through the agency 48 hours after registration gets an appointment for
 * the benefit intake. The registration is known as a day, so the 48 hours end in the course of the second day
 * after it: that day the appointment is due, from the third day it is late. An intake that was planned, work,
 * or the end of Work First settles it. For the klantmanager once there is one, until then for the intaker.
 */
export function wf48({ klantdossier }: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const workFirst = klantdossier?.workFirst ?? null;
  const onderwerp: Onderwerp = {
    regel: 'WF48',
    voorRol: klantdossier?.contactpersoon ? 'KLANTMANAGER' : 'INTAKER',
    omschrijving: 'Niet aan het werk binnen 48 uur na aanmelding: plan de uitkeringsintake',
    feiten: [
      ...feit('KVS', 'aangemeld voor Work First', { datum: workFirst?.aangemeldOp }),
      ...feit('KVS', 'aan het werk', { datum: workFirst?.aanHetWerkOp }),
    ],
  };
  const zwijgend = zwijgenden({ KVS: klantdossier });
  if (workFirst === null) {
    return zwijgend.length > 0 ? [nietTeBepalen(onderwerp, { zwijgend })] : geen('WF48');
  }
  return opTermijn(
    {
      onderwerp,
      vervuld: eenVan([
        gebeurdOp(workFirst.aanHetWerkOp, vandaag),
        gebeurdOp(workFirst.beeindigdOp, vandaag),
        workFirst.uitkeringsintakeGeplandOp ? 'JA' : 'NEE',
      ]),
      twijfel: ['volledige datum: aan het werk of einde Work First'],
      zwijgend,
      start: { datum: workFirst.aangemeldOp ?? null, wat: 'aanmelding voor Work First' },
      termijn: (dag) => plusDagen(dag, 2),
      soort: 'UITERLIJK',
    },
    vandaag,
  );
}
