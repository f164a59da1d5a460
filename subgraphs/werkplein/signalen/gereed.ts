import { type Dag, eenVan, looptOp } from '../kalender.ts';
import { geplaatstVoorstel } from './aan-het-werk.ts';
import { feit, sluitUit, zwijgenden } from './bronnen.ts';
import type { SignalenInvoer } from './invoer.ts';
import { geen, nietTeBepalen, type Onderwerp, type Oordeel, zonderTermijn } from './oordeel.ts';

/**
 * GEREED (003 §4.2.1): a client whom the klantmanager declared ready for outflow is visible to matchmakers; one
 * who is placed, by a proposal or by the sheltered-employment company at an employer, is not. It has no term:
 * it holds or it does not. That a client is ready is said only when every source that may know of a placement
 * answered.
 */
export function gereed(invoer: SignalenInvoer, vandaag: Dag): readonly Oordeel[] {
  const { klantdossier, bemiddeling, plaatsingen } = invoer;
  const status = klantdossier?.status ?? null;
  const bijWerkgever = (plaatsingen?.plaatsingen ?? []).filter((p) => p.werkgever);
  const onderwerp: Onderwerp = {
    regel: 'GEREED',
    voorRol: 'MATCHMAKER',
    omschrijving: 'Gereed voor uitstroom en niet geplaatst: beschikbaar voor bemiddeling',
    feiten: feit('KVS', 'status', { waarde: status?.omschrijving ?? status?.code }),
  };
  if (status !== null && status.code !== 'GEREED_VOOR_UITSTROOM') return geen('GEREED');
  const geplaatst = eenVan([
    geplaatstVoorstel(bemiddeling?.voorstellen) === null ? 'NEE' : 'JA',
    ...bijWerkgever.map((p) => looptOp(p, vandaag)),
  ]);
  if (geplaatst === 'JA') return geen('GEREED');
  if (status === null) {
    return sluitUit(klantdossier) ? geen('GEREED') : [nietTeBepalen(onderwerp, { zwijgend: ['KVS'] })];
  }
  const zwijgend = zwijgenden({ CRM: bemiddeling, SW_ADMINISTRATIE: plaatsingen });
  if (zwijgend.length > 0 || geplaatst === 'MOGELIJK') {
    const ontbrekend = geplaatst === 'MOGELIJK' ? ['volledige datum: begin of einde van de plaatsing'] : [];
    return [nietTeBepalen(onderwerp, { zwijgend, ontbrekend })];
  }
  return [{ stand: 'AAN_DE_ORDE', ...onderwerp, ...zonderTermijn }];
}
