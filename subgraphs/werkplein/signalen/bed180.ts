import { type Dag, plusMaanden } from '../kalender.ts';
import { aanHetWerk } from './aan-het-werk.ts';
import { aanmelding } from './aanmelding.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, type Oordeel, opTermijn } from './oordeel.ts';

const mijlpalen = [
  { maanden: 6, omschrijving: 'Uiterlijk zes maanden na aanmelding aan de slag bij een bedrijf' },
  { maanden: 12, omschrijving: 'Een jaar na aanmelding een werkaanbod' },
] as const;

/**
 * BED180 (003 §4.2.1): at work at a company six months after registration at the latest, and an offer of work
 * after a year: two signals, in calendar months. No partner registers an offer of work, so work is what
 * settles both. Not for who is in care (status or target group 4), where work is no aim, nor in aftercare.
 */
export function bed180(invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const { klantdossier } = invoer;
  if (klantdossier?.bron.uitkomst === 'NIETS_GEVONDEN') return geen('BED180');
  const status = klantdossier?.status?.code;
  if (status === 'NAZORG' || status === 'ZORG' || klantdossier?.doelgroepcode?.code === '4')
    return geen('BED180');
  const start = aanmelding(invoer);
  const werk = aanHetWerk(invoer, vandaag);
  if (werk.stand === 'JA') return geen('BED180');
  return mijlpalen.flatMap(({ maanden, omschrijving }) => {
    const onderwerp = {
      regel: 'BED180',
      voorRol: 'KLANTMANAGER',
      omschrijving,
      feiten: [...start.feiten, ...werk.feiten],
    } as const;
    return opTermijn(
      {
        onderwerp,
        vervuld: werk.stand,
        twijfel: ['volledige datum: begin of einde van het werk'],
        zwijgend: [...start.zwijgend, ...werk.zwijgend],
        start: { datum: start.datum, wat: 'aanmelding' },
        termijn: (dag) => plusMaanden(dag, maanden),
        soort: 'UITERLIJK',
      },
      vandaag,
    );
  });
}
