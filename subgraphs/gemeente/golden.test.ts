import { type Lezing, leesAntwoord, toetsGevallen } from '../../test/golden/toets.ts';
import { toetsVerminkt } from '../../test/golden/toets-verminkt.ts';
import { herhaalElement, herhaalRij, kenmerken, zeerVeel } from '../../test/golden/zeer-veel.ts';
import { createPseudonimiseerder, isBsn, type Vacatureprofiel } from '../kit/index.ts';
import { alleTestBsns } from '../kit/proefraadpleging.ts';
import { mapPersoon, veldenInOnderzoek } from './brp/map.ts';
import { brpPersoon, raadpleegAntwoord } from './brp/messages.ts';
import { mapDocumenten } from './dkd/map.ts';
import { dkdDocument, documentenBladzijde } from './dkd/messages.ts';
import { mapJaaropgave, mapUitkeringsspecificatie } from './gws/map.ts';
import { jaarOpgaveInfoResponse, uitkeringsSpecificatieInfoResponse } from './gws/messages.ts';
import { jaarOpgaveDienst, uitkeringsSpecificatieDienst } from './gws/source.ts';
import { mapDienstverlening, mapTegenprestatie, mapWerkaanbod } from './kvs/dienstverlening-map.ts';
import { matchKvsKandidaat } from './kvs/kandidaten-match.ts';
import { kvsKandidaat } from './kvs/kandidaten-messages.ts';
import { mapKengetallen } from './kvs/kengetallen-map.ts';
import { kengetallenBladzijde } from './kvs/kengetallen-messages.ts';
import { mapKlantdossier } from './kvs/map.ts';
import { type KvsPartij, kvsPartij, partijenBladzijde } from './kvs/messages.ts';
import { mapWerkvoorraad } from './kvs/werkvoorraad-map.ts';
import { mapBijstand } from './suwi-bijstand/map.ts';
import { antwoord as bijstand } from './suwi-bijstand/messages.ts';
import { dienst as bijstandDienst } from './suwi-bijstand/source.ts';
import { mapReintegratie } from './suwi-reintegratie/map.ts';
import { antwoord as reintegratie } from './suwi-reintegratie/messages.ts';
import { dienst as reintegratieDienst } from './suwi-reintegratie/source.ts';

const { clientnummerVan } = createPseudonimiseerder('0f'.repeat(32), 'westland');
/** As many numbers as there are rows to be made; 999990020 stands in the small message. */
const bsns = ['999990020', ...alleTestBsns(isBsn).slice(0, zeerVeel - 3)];
const personen = (bericht: string) =>
  raadpleegAntwoord.parse(JSON.parse(bericht)).personen.map((persoon) => brpPersoon.parse(persoon));

const partijen = (bericht: string) =>
  partijenBladzijde.parse(JSON.parse(bericht)).results.map((partij) => kvsPartij.parse(partij));

/** A list of a party that a file may not register, mapped where it does. */
const uitPartij = <N extends 'dienstverlening' | 'werkaanbod' | 'tegenprestatie'>(
  naam: N,
  map: (lijst: NonNullable<KvsPartij['_expand'][N]>) => unknown,
): Lezing => ({
  lees: (bericht) =>
    partijen(bericht).map(({ _expand }) => {
      const lijst = _expand[naam];
      return lijst === null ? null : map(lijst);
    }),
  zeerVeel: herhaalRij(['results', '0', '_expand', naam], [['0']]),
});

const lezingen: Readonly<Record<string, Lezing>> = {
  'brp/persoon': {
    lees: (bericht) => personen(bericht).map(mapPersoon),
    zeerVeel: herhaalRij(['personen'], [[]]),
  },
  'brp/velden-in-onderzoek': {
    lees: (bericht) => personen(bericht).map(veldenInOnderzoek),
    zeerVeel: herhaalRij(['personen'], [[]]),
  },
  'dkd/documenten': {
    lees: (bericht) =>
      mapDocumenten(
        documentenBladzijde.parse(JSON.parse(bericht)).results.map((document) => dkdDocument.parse(document)),
      ),
    zeerVeel: herhaalRij(['results'], [['documenten']]),
  },
  'gws/uitkeringsspecificatie': {
    lees: (bericht) =>
      leesAntwoord(
        bericht,
        uitkeringsSpecificatieDienst,
        uitkeringsSpecificatieInfoResponse,
        ({ UitkeringsSpecificatieClient }) => mapUitkeringsspecificatie(UitkeringsSpecificatieClient),
      ),
    zeerVeel: herhaalElement('Componenthistorie', 'specificaties', '0', 'onderdelen'),
  },
  'gws/jaaropgave': {
    lees: (bericht) =>
      leesAntwoord(bericht, jaarOpgaveDienst, jaarOpgaveInfoResponse, ({ JaarOpgaveClient }) =>
        mapJaaropgave(JaarOpgaveClient),
      ),
    zeerVeel: herhaalElement('SpecificatieJaarOpgave', 'opgaven'),
  },
  'kvs/klantdossier': {
    lees: (bericht) => partijen(bericht).map(mapKlantdossier),
    zeerVeel: herhaalRij(['results', '0', '_expand', 'betrokkenen'], [['0', 'contactmomenten']]),
  },
  'kvs/dienstverlening': uitPartij('dienstverlening', (lijst) => mapDienstverlening(lijst)),
  'kvs/werkaanbod': uitPartij('werkaanbod', (lijst) => mapWerkaanbod(lijst)),
  'kvs/tegenprestatie': uitPartij('tegenprestatie', (lijst) => mapTegenprestatie(lijst)),
  'kvs/kengetallen': {
    lees: (bericht) => mapKengetallen(kengetallenBladzijde.parse(JSON.parse(bericht)).results),
    zeerVeel: herhaalRij(['results'], [['trajecten']], kenmerken('TRAJECT_')),
  },
  'kvs/werkvoorraad': {
    lees: (bericht) => mapWerkvoorraad([partijenBladzijde.parse(JSON.parse(bericht))], clientnummerVan),
    zeerVeel: herhaalRij(
      ['results'],
      [['clienten']],
      bsns.map((bsn) => [bsn, clientnummerVan(bsn)]),
    ),
  },
  'kvs/kandidaten': {
    deel: 'kandidaat',
    lees: (bericht) => {
      const geval = JSON.parse(bericht) as { readonly profiel: Vacatureprofiel; readonly kandidaat: unknown };
      return matchKvsKandidaat(geval.profiel, kvsKandidaat.parse(geval.kandidaat));
    },
  },
  'suwi-bijstand/bijstand': {
    lees: (bericht) => leesAntwoord(bericht, bijstandDienst, bijstand, mapBijstand),
    zeerVeel: herhaalElement('Uitkeringsverhouding', 'uitkeringen'),
  },
  'suwi-reintegratie/reintegratie': {
    lees: (bericht) => leesAntwoord(bericht, reintegratieDienst, reintegratie, mapReintegratie),
    zeerVeel: herhaalElement('ReIntegratievoorziening', 'voorzieningen'),
  },
};
toetsGevallen(new URL('./', import.meta.url), lezingen);
toetsVerminkt(new URL('./', import.meta.url), lezingen);
