import { type Dag, plusMaanden } from '../kalender.ts';
import { feit, sluitUit } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, opTermijn, zonderTermijn } from './oordeel.ts';

/**
 * TREDE365 (000 §1.5): the ladder step is established at least once a year: the same day of the next year is
 * the last one in time (28 February for a 29 February). A file in which no step was ever established asks for
 * one now, without a day: clients get a step when they come in.
 */
export function trede365({ klantdossier }: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const trede = klantdossier?.trede ?? null;
  const onderwerp: Onderwerp = {
    regel: 'TREDE365',
    voorRol: 'KLANTMANAGER',
    omschrijving: 'Stel de trede op de participatieladder vast, ten minste jaarlijks',
    feiten:
      trede === null
        ? []
        : feit('KVS', 'trede vastgesteld', { waarde: String(trede.trede), datum: trede.vastgesteldOp }),
  };
  if (klantdossier?.bron.uitkomst === 'NIETS_GEVONDEN') return geen('TREDE365');
  if (!sluitUit(klantdossier)) return [nietTeBepalen(onderwerp, { zwijgend: ['KVS'] })];
  if (trede === null) return [{ stand: 'AAN_DE_ORDE', ...onderwerp, ...zonderTermijn }];
  return opTermijn(
    {
      onderwerp,
      vervuld: 'NEE',
      zwijgend: [],
      start: { datum: trede.vastgesteldOp ?? null, wat: 'vaststelling van de trede' },
      termijn: (dag) => plusMaanden(dag, 12),
      soort: 'UITERLIJK',
    },
    vandaag,
  );
}
