import { json, type Postvak } from '../../kit/index.ts';
import type { Bevolking } from '../../population/index.ts';
import { type Operatie, probleem } from './stub-protocol.ts';

const onbekend = () => probleem(404, 'persoon_onbekend', 'SONAR kent deze persoon niet.');

/** `POST /sonar/v1/correctieverzoeken`: keeps a request, once for each reference. */
export function correctieOperatie({ perBsn }: Bevolking, postvak: Postvak): Operatie {
  return {
    antwoord: (body) => {
      const { kenmerk, bsn, bron, gegeven, toelichting } = body;
      const inOrde = [kenmerk, bsn, bron, gegeven, toelichting].every(isTekst);
      if (!inOrde || !isTekst(kenmerk) || !isTekst(bsn)) {
        return probleem(400, 'ongeldig', 'Het verzoek is niet volledig.');
      }
      if (!perBsn.has(bsn)) return onbekend();
      const { stuk, isNieuw } = postvak.neem(kenmerk, body);
      const nummer = `SON-${String(stuk.volgnummer).padStart(6, '0')}`;
      return json(isNieuw ? 201 : 200, { kenmerk, nummer, ontvangenOp: stuk.ontvangenOp });
    },
    niets: onbekend,
    verkeerdeVorm: json(200, { nummer: { jaar: 2026 }, eerste: 'J. Jansen' }),
  };
}

function isTekst(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && waarde !== '';
}
