import { allemaal, type Dag, eenVan, gebeurdOp, nietVoor, plusMaanden } from '../kalender.ts';
import { aanmelding } from './aanmelding.ts';
import { feit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, opTermijn } from './oordeel.ts';

/**
 * PW90 (003 §4.2.1): a self-reliant jobseeker gets digital service first, and intensive personal service three
 * months after registration at the latest (calendar months). No partner registers that service as such: a
 * trajectory that began since the registration is taken for it, and aftercare ends the rule.
 */
export function pw90(invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const { klantdossier } = invoer;
  const zwijgend = zwijgenden({ KVS: klantdossier });
  const zelfredzaam = klantdossier?.zelfredzaam ?? null;
  const start = aanmelding(invoer);
  const onderwerp: Onderwerp = {
    regel: 'PW90',
    voorRol: 'KLANTMANAGER',
    omschrijving:
      'Zelfredzame werkzoekende: uiterlijk na drie maanden intensieve persoonlijke dienstverlening',
    feiten: [
      ...feit('KVS', 'zelfredzaam', { waarde: zelfredzaam === null ? null : zelfredzaam ? 'ja' : 'nee' }),
      ...start.feiten,
    ],
  };
  if (klantdossier?.bron.uitkomst === 'NIETS_GEVONDEN' || zelfredzaam === false) return geen('PW90');
  if (klantdossier?.status?.code === 'NAZORG') return geen('PW90');
  if (zelfredzaam === null && zwijgend.length > 0) return [nietTeBepalen(onderwerp, { zwijgend })];
  return opTermijn(
    {
      onderwerp,
      vervuld: eenVan(
        (klantdossier?.trajecten ?? []).map(({ begindatum }) =>
          typeof begindatum !== 'string' || start.datum === null
            ? 'MOGELIJK'
            : allemaal([gebeurdOp(begindatum, vandaag), nietVoor(begindatum, start.datum)]),
        ),
      ),
      twijfel: ['volledige datum: begin traject'],
      zwijgend: [...zwijgend, ...start.zwijgend],
      ontbrekend: zelfredzaam === null ? ['of de werkzoekende zelfredzaam is'] : [],
      start: { datum: start.datum, wat: 'aanmelding' },
      termijn: (dag) => plusMaanden(dag, 3),
      soort: 'UITERLIJK',
    },
    vandaag,
  );
}
