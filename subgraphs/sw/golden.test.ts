import { z } from 'zod';
import { type Lezing, toetsGevallen } from '../../test/golden/toets.ts';
import { toetsVerminkt } from '../../test/golden/toets-verminkt.ts';
import { herhaalRij, kenmerken, type Vermenigvuldiging, zeerVeel } from '../../test/golden/zeer-veel.ts';
import { isBsn, type Vacatureprofiel } from '../kit/index.ts';
import { alleTestBsns } from '../kit/proefraadpleging.ts';
import { matchSwKandidaat } from './sw-administratie/kandidaten-match.ts';
import { kandidaatRij } from './sw-administratie/kandidaten-messages.ts';
import { mapKengetallen } from './sw-administratie/kengetallen-map.ts';
import { kengetallenPagina } from './sw-administratie/kengetallen-messages.ts';
import {
  mapDienstverbanden,
  mapLoonwaarde,
  mapOntwikkelplan,
  mapPlaatsingen,
  mapPlaatsingenBijWerkgever,
  mapWerkvoorraad,
} from './sw-administratie/map.ts';
import {
  caseloadRij,
  dienstverbandRij,
  loonwaardeRij,
  ontwikkelplanRij,
  pagina,
  plaatsingRij,
} from './sw-administratie/messages.ts';
import { werkgeverplaatsingRij } from './sw-administratie/werkgever-messages.ts';
import { leesBestand } from './sw-wachtlijst/bestand.ts';
import { mapWachtlijst } from './sw-wachtlijst/map.ts';

/** The rows of a page of a GetConnector, each as this connector sends it. */
const rijen = <S extends z.ZodType>(bericht: string, rij: S) =>
  z.array(rij).parse(pagina.parse(JSON.parse(bericht)).rows);

const lezingen: Readonly<Record<string, Lezing>> = {
  'sw-administratie/dienstverbanden': {
    lees: (bericht) => mapDienstverbanden(rijen(bericht, dienstverbandRij)),
    zeerVeel: herhaalRij(['rows'], [['dienstverbanden']]),
  },
  'sw-administratie/plaatsingen': {
    lees: (bericht) => mapPlaatsingen(rijen(bericht, plaatsingRij)),
    zeerVeel: herhaalRij(['rows'], [['plaatsingen']]),
  },
  'sw-administratie/plaatsingen-bij-werkgever': {
    lees: (bericht) => mapPlaatsingenBijWerkgever(rijen(bericht, werkgeverplaatsingRij)),
    zeerVeel: (klein) => {
      const { bericht, verwacht } = herhaalRij(['rows'], [['plaatsingen']])(klein);
      // Of the first and the last the placement has no end.
      const aantallen = { aantal: zeerVeel, aantalZonderEinddatum: 2 };
      return { bericht, verwacht: { ...(verwacht as object), ...aantallen } };
    },
  },
  'sw-administratie/loonwaarde': {
    lees: (bericht) => mapLoonwaarde(rijen(bericht, loonwaardeRij)),
    zeerVeel: herhaalRij(['rows'], [['metingen']]),
  },
  'sw-administratie/ontwikkelplan': {
    lees: (bericht) => mapOntwikkelplan(rijen(bericht, ontwikkelplanRij)),
    zeerVeel: herhaalRij(['rows'], [['doelen']]),
  },
  'sw-administratie/werkvoorraad': {
    lees: (bericht) => mapWerkvoorraad(rijen(bericht, caseloadRij)),
    zeerVeel: herhaalRij(['rows'], [['clienten']], kenmerken('w1.')),
  },
  'sw-administratie/kengetallen': {
    lees: (bericht) => mapKengetallen(kengetallenPagina.parse(JSON.parse(bericht)).rows),
    zeerVeel: herhaalRij(['rows'], [['plaatsingen']], kenmerken('PLAATSING_')),
  },
  'sw-administratie/kandidaten': {
    deel: 'kandidaat',
    lees: (bericht) => {
      const geval = JSON.parse(bericht) as { readonly profiel: Vacatureprofiel; readonly kandidaat: unknown };
      return matchSwKandidaat(geval.profiel, kandidaatRij.parse(geval.kandidaat));
    },
  },
  'sw-wachtlijst/wachtlijst': { lees: leesWachtlijst, zeerVeel: wachtendenErbij() },
};
toetsGevallen(new URL('./', import.meta.url), lezingen);
toetsVerminkt(new URL('./', import.meta.url), lezingen);

/** What an export says of everyone whose number is in it, and of some who may not be, by number. */
async function leesWachtlijst(csv: string): Promise<unknown> {
  const bestand = await leesBestand(csv, (bsn) => bsn);
  const nummers = new Set(['000000012', '999990019', '999990044', ...(csv.match(/\b\d{9}\b/g) ?? [])]);
  return Object.fromEntries(
    [...nummers].map((bsn) => {
      const plek = bestand.resultaatVan(bsn);
      return [bsn, 'gegevens' in plek ? { ...plek, gegevens: mapWachtlijst(plek.gegevens) } : plek];
    }),
  );
}

/** The second of three records, once more for each of as many other people as it takes. */
function wachtendenErbij(): Vermenigvuldiging {
  const tweede = '999990032';
  const anderen = alleTestBsns(isBsn).slice(0, zeerVeel - 3);
  return ({ bericht, verwacht }) => {
    const [kop = '', ...regels] = bericht.split('\n');
    const [regel = ''] = regels.filter((r) => r.startsWith(tweede));
    const erbij = anderen.map((bsn) => regel.replace(tweede, bsn));
    const plek = (verwacht as Readonly<Record<string, unknown>>)[tweede];
    return {
      bericht: [kop, ...erbij, ...regels].join('\n').replace('#EINDE;3;', `#EINDE;${zeerVeel};`),
      verwacht: { ...(verwacht as object), ...Object.fromEntries(anderen.map((bsn) => [bsn, plek])) },
    };
  };
}
