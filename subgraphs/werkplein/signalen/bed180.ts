import { type Dag, eenVan, plusMaanden } from '../kalender.ts';
import { aanHetWerk } from './aan-het-werk.ts';
import { aanmelding } from './aanmelding.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, type Oordeel, opTermijn } from './oordeel.ts';
import { type Grond, grondVan, sinds } from './registratie.ts';

/**
 * BED180 (003 §4.2.1): at work at a company six months after registration at the latest, and an offer of work
 * after a year: two signals, in calendar months. Work settles both. The offer is the klantmanager's and is in
 * the municipality's file; in a file that does not register offers, only work can settle it. Not for who is in
 * care (status or target group 4), where work is no aim, nor in aftercare.
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
  const aanbod = grondVan(
    klantdossier,
    {
      wat: 'werkaanbod',
      vermeldingen: klantdossier?.werkaanbod,
      gedaan: ({ aangebodenOp }) => sinds(aangebodenOp, start.datum, vandaag),
      datum: ({ aangebodenOp }) => aangebodenOp,
    },
    { wat: 'werk', gedaan: 'NEE' },
  );
  const mijlpaal = (maanden: number, omschrijving: string, meer: Grond) =>
    opTermijn(
      {
        onderwerp: {
          regel: 'BED180',
          voorRol: 'KLANTMANAGER',
          omschrijving,
          feiten: [...start.feiten, ...werk.feiten, ...meer.feiten],
        },
        vervuld: eenVan([werk.stand, meer.gedaan]),
        twijfel: [
          ...(werk.stand === 'MOGELIJK' ? ['volledige datum: begin of einde van het werk'] : []),
          ...(meer.gedaan === 'MOGELIJK' ? ['volledige datum: werkaanbod'] : []),
        ],
        zwijgend: [...start.zwijgend, ...werk.zwijgend],
        start: { datum: start.datum, wat: 'aanmelding' },
        termijn: (dag) => plusMaanden(dag, maanden),
        soort: 'UITERLIJK',
      },
      vandaag,
    );
  const oordelen = [
    ...mijlpaal(6, 'Uiterlijk zes maanden na aanmelding aan de slag bij een bedrijf', {
      gedaan: 'NEE',
      feiten: [],
    }),
    ...mijlpaal(12, 'Een jaar na aanmelding een werkaanbod', aanbod),
  ];
  return oordelen.filter(({ stand }) => stand !== 'GEEN');
}
