import { isBsn, isMedewerkernummer, json } from '../../kit/index.ts';
import type { Bevolking, Persoon } from '../../population/index.ts';
import { type Operatie, probleem } from './stub-protocol.ts';

const bladzijde = 100;
/** Most persons in one question. */
const maxPersonen = 100;

/** `POST /sonar/v1/werkvoorraad`: the registered jobseekers of one werkcoach, or those among some persons, in pages of a hundred. */
export function werkvoorraadOperatie({ personen }: Bevolking): Operatie {
  const perWerkcoach = new Map<string, Persoon[]>();
  for (const persoon of personen) {
    const { werkzoekende } = persoon;
    if (werkzoekende === undefined) continue;
    const lijst = perWerkcoach.get(werkzoekende.werkcoach.nummer) ?? [];
    if (werkzoekende.uitgeschrevenOp === undefined) lijst.push(persoon);
    perWerkcoach.set(werkzoekende.werkcoach.nummer, lijst);
  }
  return {
    antwoord: ({ werkcoach, pagina, burgerservicenummers }) => {
      if (typeof werkcoach !== 'string' || !isMedewerkernummer(werkcoach)) {
        return probleem(400, 'ongeldig', 'werkcoach is geen medewerkernummer.');
      }
      if (typeof pagina !== 'number' || !Number.isInteger(pagina) || pagina < 1) {
        return probleem(400, 'ongeldig', 'pagina is geen paginanummer.');
      }
      if (burgerservicenummers !== undefined && !zijnBsns(burgerservicenummers)) {
        return probleem(400, 'ongeldig', 'burgerservicenummers is geen lijst van 1 tot 100 nummers.');
      }
      const alle = perWerkcoach.get(werkcoach);
      const klanten =
        burgerservicenummers === undefined
          ? alle
          : alle?.filter(({ bsn }) => burgerservicenummers.includes(bsn));
      if (klanten === undefined) return probleem(404, 'werkcoach_onbekend', 'Deze werkcoach is niet bekend.');
      const tot = pagina * bladzijde;
      return json(200, {
        werkcoach,
        pagina,
        volgendePagina: tot < klanten.length ? pagina + 1 : null,
        totaal: klanten.length,
        klanten: klanten
          .slice(tot - bladzijde, tot)
          .map(({ bsn, werkzoekende }) => ({ bsn, ingeschrevenOp: werkzoekende?.ingeschrevenOp })),
      });
    },
    niets: () => probleem(404, 'werkcoach_onbekend', 'Deze werkcoach is niet bekend.'),
    verkeerdeVorm: json(200, { werkvoorraad: { aantal: 'twaalf', eerste: 'J. Jansen' } }),
  };
}

function zijnBsns(waarde: unknown): waarde is readonly string[] {
  if (!Array.isArray(waarde) || waarde.length < 1 || waarde.length > maxPersonen) return false;
  return waarde.every((nummer: unknown) => typeof nummer === 'string' && isBsn(nummer));
}
