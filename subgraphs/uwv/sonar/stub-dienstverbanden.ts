import { json } from '../../kit/index.ts';
import { soortIkv } from '../../population/codes.ts';
import type { Bevolking } from '../../population/index.ts';
import { type Operatie, probleem } from './stub-protocol.ts';

/** Most employers in one question. */
const maximum = 50;

/** `POST /sonar/v1/dienstverbanden`: counts of running employment by RSIN of the employer. */
export function dienstverbandenOperatie({ personen }: Bevolking): Operatie {
  const geteld = new Map<string, { readonly lopend: number; readonly werkzoekenden: number }>();
  for (const { inkomstenverhoudingen, werkzoekende } of personen) {
    const zoekend = werkzoekende !== undefined && werkzoekende.uitgeschrevenOp === undefined;
    for (const { soort, einddatum, werkgever } of inkomstenverhoudingen) {
      if (soort !== soortIkv.LOON || einddatum !== undefined) continue;
      const { lopend, werkzoekenden } = geteld.get(werkgever.fiscaalNummer) ?? {
        lopend: 0,
        werkzoekenden: 0,
      };
      geteld.set(werkgever.fiscaalNummer, {
        lopend: lopend + 1,
        werkzoekenden: werkzoekenden + (zoekend ? 1 : 0),
      });
    }
  }
  return {
    antwoord: ({ rsin }) => {
      const inOrde = Array.isArray(rsin) && rsin.length >= 1 && rsin.length <= maximum && rsin.every(isRsin);
      if (!inOrde) return probleem(400, 'ongeldig', 'rsin is geen lijst van een tot vijftig nummers.');
      return json(200, {
        dienstverbanden: rsin.flatMap((nummer) => {
          const aantallen = geteld.get(nummer);
          return aantallen === undefined ? [] : [{ rsin: nummer, ...aantallen }];
        }),
      });
    },
    niets: () => json(200, { dienstverbanden: [] }),
    verkeerdeVorm: json(200, { dienstverbanden: { lopend: 'twaalf', eerste: 'J. Jansen' } }),
  };
}

function isRsin(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && /^\d{9}$/.test(waarde);
}
