import { type Dag, eenVan, plusMaanden } from '../kalender.ts';
import { aanmelding } from './aanmelding.ts';
import { feit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, opTermijn } from './oordeel.ts';
import { grondVan, sinds } from './registratie.ts';

/**
 * PW90 (003 §4.2.1): a self-reliant jobseeker gets digital service first, and intensive personal service three
 * months after registration at the latest (calendar months). The municipality's file registers that service by
 * its first day; in a file that does not, a trajectory that began since the registration is taken for it.
 * Aftercare ends the rule.
 */
export function pw90(invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const { klantdossier } = invoer;
  const zwijgend = zwijgenden({ KVS: klantdossier });
  const zelfredzaam = klantdossier?.zelfredzaam ?? null;
  const start = aanmelding(invoer);
  const dienst = grondVan(
    klantdossier,
    {
      wat: 'intensieve persoonlijke dienstverlening',
      vermeldingen: klantdossier?.dienstverlening?.filter(
        ({ soort }) => soort.code === 'INTENSIEF_PERSOONLIJK',
      ),
      gedaan: ({ begindatum }) => sinds(begindatum, start.datum, vandaag),
      datum: ({ begindatum }) => begindatum,
    },
    {
      wat: 'trajecten',
      gedaan: eenVan(
        (klantdossier?.trajecten ?? []).map(({ begindatum }) => sinds(begindatum, start.datum, vandaag)),
      ),
    },
  );
  const onderwerp: Onderwerp = {
    regel: 'PW90',
    voorRol: 'KLANTMANAGER',
    omschrijving:
      'Zelfredzame werkzoekende: uiterlijk na drie maanden intensieve persoonlijke dienstverlening',
    feiten: [
      ...feit('KVS', 'zelfredzaam', { waarde: zelfredzaam === null ? null : zelfredzaam ? 'ja' : 'nee' }),
      ...start.feiten,
      ...dienst.feiten,
    ],
  };
  if (klantdossier?.bron.uitkomst === 'NIETS_GEVONDEN' || zelfredzaam === false) return geen('PW90');
  if (klantdossier?.status?.code === 'NAZORG') return geen('PW90');
  if (zelfredzaam === null && zwijgend.length > 0) return [nietTeBepalen(onderwerp, { zwijgend })];
  return opTermijn(
    {
      onderwerp,
      vervuld: dienst.gedaan,
      twijfel: ['volledige datum: begin van de dienstverlening of van een traject'],
      zwijgend: [...zwijgend, ...start.zwijgend],
      ontbrekend: zelfredzaam === null ? ['of de werkzoekende zelfredzaam is'] : [],
      start: { datum: start.datum, wat: 'aanmelding' },
      termijn: (dag) => plusMaanden(dag, 3),
      soort: 'UITERLIJK',
    },
    vandaag,
  );
}
