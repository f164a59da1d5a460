import { type Dag, plusDagen } from '../kalender.ts';
import { feit, sluitUit } from './bronnen.ts';
import { doelgroepnummer } from './doelgroepnummer.ts';
import type { Aanvraag, SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, opTermijn } from './oordeel.ts';

/**
 * ZOEK56 (002 §2.b): after an application clients of target groups 1 and 4 look for work themselves for eight
 * weeks. The signal comes during those 56 days and is due from the day they have passed; the paper sets no day
 * by which the application must then be taken up, so it is never late. An application that was decided on is
 * done with.
 */
export function zoek56(invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const { bijstand } = invoer;
  const open = (bijstand?.aanvragen ?? []).filter(({ beslissing }) => !beslissing);
  const doelgroep = doelgroepnummer(invoer);
  if (doelgroep.nummer === 2 || doelgroep.nummer === 3) return geen('ZOEK56');
  const onderwerp = (aanvraag?: Aanvraag): Onderwerp => ({
    regel: 'ZOEK56',
    voorRol: 'INKOMENSCONSULENT',
    omschrijving: 'De zoekperiode van acht weken na de aanvraag loopt af: neem de aanvraag in behandeling',
    feiten: [
      ...(aanvraag === undefined
        ? []
        : feit('SUWI_BIJSTAND', 'aanvraag', { waarde: aanvraag.regeling.code, datum: aanvraag.datum })),
      ...doelgroep.feiten,
    ],
  });
  const rest = sluitUit(bijstand) ? [] : [nietTeBepalen(onderwerp(), { zwijgend: ['SUWI_BIJSTAND'] })];
  if (open.length === 0) return rest.length > 0 ? rest : geen('ZOEK56');
  return [
    ...open.flatMap((aanvraag) =>
      opTermijn(
        {
          onderwerp: onderwerp(aanvraag),
          vervuld: 'NEE',
          ...doelgroep.belemmering,
          start: { datum: aanvraag.datum ?? null, wat: 'datum van de aanvraag' },
          termijn: (dag) => plusDagen(dag, 56),
          soort: 'VANAF',
        },
        vandaag,
      ),
    ),
    ...rest,
  ];
}
