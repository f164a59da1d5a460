import { type Dag, type Drie, eenVan, looptOp, opOfNa, plusMaanden } from '../kalender.ts';
import { feit, sluitUit, zwijgenden } from './bronnen.ts';
import { doelgroepnummer } from './doelgroepnummer.ts';
import type { Bijstandsuitkering, SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, opTermijn } from './oordeel.ts';
import { grondVan } from './registratie.ts';

/**
 * TEGEN180 (002 §2.b): after six months of assistance (calendar months from its first day) a contribution
 * according to ability, for target group 1, and possibly for 4. From that day on, never late. The municipality's
 * file registers the contribution by its period; in a file that does not, a trajectory `TEGENPRESTATIE` or ladder
 * step 4 (unpaid work) is taken for it. Not asked of who has paid work (step 5 and 6), nor of who is exempt from
 * the duty to work.
 */
export function tegen180(invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const { bijstand, klantdossier } = invoer;
  const doelgroep = doelgroepnummer(invoer);
  if (doelgroep.nummer === 2 || doelgroep.nummer === 3) return geen('TEGEN180');
  const trede = klantdossier?.trede?.trede ?? 0;
  const prestatie = grondVan(
    klantdossier,
    {
      wat: 'tegenprestatie',
      vermeldingen: klantdossier?.tegenprestatie,
      gedaan: (periode) => looptOp(periode, vandaag),
      datum: ({ begindatum }) => begindatum,
    },
    {
      wat: 'trajecten en trede',
      gedaan: eenVan([
        trede === 4 ? 'JA' : 'NEE',
        ...(klantdossier?.trajecten ?? [])
          .filter(({ soort }) => soort.code === 'TEGENPRESTATIE')
          .map((traject) => looptOp(traject, vandaag)),
      ]),
    },
  );
  const onderwerp = (uitkering?: Bijstandsuitkering): Onderwerp => ({
    regel: 'TEGEN180',
    voorRol: 'KLANTMANAGER',
    omschrijving:
      doelgroep.nummer === 4
        ? 'Na zes maanden bijstand: eventueel een tegenprestatie naar vermogen'
        : 'Na zes maanden bijstand: een tegenprestatie naar vermogen',
    feiten: [
      ...(uitkering === undefined
        ? []
        : feit('SUWI_BIJSTAND', 'bijstand', {
            waarde: uitkering.regeling.code,
            datum: uitkering.begindatum,
          })),
      ...doelgroep.feiten,
      ...prestatie.feiten,
    ],
  });
  const rest = sluitUit(bijstand) ? [] : [nietTeBepalen(onderwerp(), { zwijgend: ['SUWI_BIJSTAND'] })];
  const gedaan = eenVan([trede >= 5 ? 'JA' : 'NEE', prestatie.gedaan]);
  const lopend = (bijstand?.uitkeringen ?? []).filter((u) => looptOp(u, vandaag) !== 'NEE');
  const oordelen = lopend.flatMap((uitkering) =>
    opTermijn(
      {
        onderwerp: onderwerp(uitkering),
        vervuld: eenVan([gedaan, vrijgesteld(uitkering, vandaag)]),
        twijfel: ['volledige datum: tegenprestatie of vrijstelling van de arbeidsplicht'],
        zwijgend: [...doelgroep.belemmering.zwijgend, ...zwijgenden({ KVS: klantdossier })],
        ontbrekend: [
          ...doelgroep.belemmering.ontbrekend,
          ...(looptOp(uitkering, vandaag) === 'MOGELIJK'
            ? ['volledige datum: begin of einde van de bijstand']
            : []),
        ],
        start: { datum: uitkering.begindatum ?? null, wat: 'begin van de bijstand' },
        termijn: (dag) => plusMaanden(dag, 6),
        soort: 'VANAF',
      },
      vandaag,
    ),
  );
  const gevonden = [...oordelen.filter(({ stand }) => stand !== 'GEEN'), ...rest];
  return gevonden.length > 0 ? gevonden : geen('TEGEN180');
}

/** Exempt until the last day of the exemption, or until further notice. */
function vrijgesteld({ vrijstellingArbeidsplicht }: Bijstandsuitkering, vandaag: Dag): Drie {
  if (!vrijstellingArbeidsplicht) return 'NEE';
  const { einddatum } = vrijstellingArbeidsplicht;
  if (einddatum === null || einddatum === undefined) return 'JA';
  return opOfNa(einddatum, vandaag);
}
