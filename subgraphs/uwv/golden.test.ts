import { z } from 'zod';
import { type Lezing, leesAntwoord, toetsGevallen } from '../../test/golden/toets.ts';
import { toetsVerminkt } from '../../test/golden/toets-verminkt.ts';
import { herhaalElement, herhaalRij, kenmerken, zeerVeel } from '../../test/golden/zeer-veel.ts';
import { createPseudonimiseerder, isBsn, type Vacatureprofiel } from '../kit/index.ts';
import { alleTestBsns } from '../kit/proefraadpleging.ts';
import { mapDienstverbanden } from './sonar/dienstverbanden-map.ts';
import { dienstverbandenAntwoord } from './sonar/dienstverbanden-messages.ts';
import { matchSonarKandidaat } from './sonar/kandidaten-match.ts';
import { sonarKandidaat } from './sonar/kandidaten-messages.ts';
import { mapKengetallen } from './sonar/kengetallen-map.ts';
import { kengetallenAntwoord } from './sonar/kengetallen-messages.ts';
import { mapWerkvoorraad } from './sonar/map.ts';
import { werkvoorraadBladzijde } from './sonar/messages.ts';
import { mapUwvAanvragen } from './suwinet-aanvraagstatus/map.ts';
import { antwoord as aanvraagstatus } from './suwinet-aanvraagstatus/messages.ts';
import { dienst as aanvraagstatusDienst } from './suwinet-aanvraagstatus/source.ts';
import { mapDoelgroepregistratie } from './suwinet-doelgroepregister/map.ts';
import { antwoord as doelgroepregister } from './suwinet-doelgroepregister/messages.ts';
import { dienst as doelgroepregisterDienst } from './suwinet-doelgroepregister/source.ts';
import { mapInkomen } from './suwinet-inkomsten/map.ts';
import { antwoord as inkomsten } from './suwinet-inkomsten/messages.ts';
import { dienst as inkomstenDienst } from './suwinet-inkomsten/source.ts';
import { mapWerknemersverzekeringen } from './suwinet-werknemersverzekeringen/map.ts';
import { antwoord as werknemersverzekeringen } from './suwinet-werknemersverzekeringen/messages.ts';
import { dienst as werknemersverzekeringenDienst } from './suwinet-werknemersverzekeringen/source.ts';
import { mapWerkzoekende } from './suwinet-werkzoekende/map.ts';
import { antwoord as werkzoekende } from './suwinet-werkzoekende/messages.ts';
import { dienst as werkzoekendeDienst } from './suwinet-werkzoekende/source.ts';
import { mapIndicaties } from './uwv-indicaties/map.ts';
import { indicatie, zoekAntwoord } from './uwv-indicaties/messages.ts';

const { clientnummerVan } = createPseudonimiseerder('0f'.repeat(32), 'westland');

/** As many numbers as there are rows to be made; 999990020 stands in the small message. */
const bsns = ['999990020', ...alleTestBsns(isBsn).slice(0, zeerVeel - 3)];
const lezingen: Readonly<Record<string, Lezing>> = {
  'suwinet-werknemersverzekeringen/werknemersverzekeringen': {
    lees: (bericht) =>
      leesAntwoord(
        bericht,
        werknemersverzekeringenDienst,
        werknemersverzekeringen,
        mapWerknemersverzekeringen,
      ),
    zeerVeel: herhaalElement('Uitkeringsverhouding', 'uitkeringen'),
  },
  'suwinet-inkomsten/inkomen': {
    lees: (bericht) => leesAntwoord(bericht, inkomstenDienst, inkomsten, mapInkomen),
    zeerVeel: herhaalElement('Inkomstenverhouding', 'inkomstenverhoudingen'),
  },
  'suwinet-werkzoekende/werkzoekende': {
    lees: (bericht) => leesAntwoord(bericht, werkzoekendeDienst, werkzoekende, mapWerkzoekende),
    zeerVeel: herhaalElement('AfspraakKlantMetUwvWb', 'afspraken'),
  },
  'suwinet-doelgroepregister/doelgroepregistratie': {
    lees: (bericht) =>
      leesAntwoord(bericht, doelgroepregisterDienst, doelgroepregister, mapDoelgroepregistratie),
    zeerVeel: herhaalElement('GrondslagArbeidsbeperktheid', 'grondslagen'),
  },
  'suwinet-aanvraagstatus/uwv-aanvragen': {
    lees: (bericht) => leesAntwoord(bericht, aanvraagstatusDienst, aanvraagstatus, mapUwvAanvragen),
    zeerVeel: herhaalElement('AanvraagUitkering', 'aanvragen'),
  },
  'uwv-indicaties/indicaties': {
    lees: (bericht) =>
      zoekAntwoord
        .parse(JSON.parse(bericht))
        .personen.map(({ indicaties }) => mapIndicaties(z.array(indicatie).parse(indicaties))),
    zeerVeel: herhaalRij(['personen', '0', 'indicaties'], [['0', 'indicaties']]),
  },
  'sonar/werkvoorraad': {
    lees: (bericht) => mapWerkvoorraad(werkvoorraadBladzijde.parse(JSON.parse(bericht)), clientnummerVan),
    zeerVeel: herhaalRij(
      ['klanten'],
      [['clienten']],
      bsns.map((bsn) => [bsn, clientnummerVan(bsn)]),
    ),
  },
  'sonar/dienstverbanden': {
    lees: (bericht) =>
      dienstverbandenAntwoord.parse(JSON.parse(bericht)).dienstverbanden.map(mapDienstverbanden),
    zeerVeel: herhaalRij(['dienstverbanden'], [[]]),
  },
  'sonar/kengetallen': {
    lees: (bericht) => mapKengetallen(kengetallenAntwoord.parse(JSON.parse(bericht))),
    zeerVeel: (klein) => {
      const lijsten = [['regelingen'], ['bestandPerGemeente']];
      const { bericht, verwacht } = herhaalRij(['stromen'], lijsten, kenmerken('B'))(klein);
      const totaal = {
        instroom: 40 * zeerVeel,
        uitstroom: 30 * zeerVeel,
        bestand: 580 * zeerVeel,
        doorlooptijdDagen: 200,
      };
      return { bericht, verwacht: { ...(verwacht as object), totaal } };
    },
  },
  'sonar/kandidaten': {
    deel: 'kandidaat',
    lees: (bericht) => {
      const geval = JSON.parse(bericht) as { readonly profiel: Vacatureprofiel; readonly kandidaat: unknown };
      return matchSonarKandidaat(geval.profiel, sonarKandidaat.parse(geval.kandidaat));
    },
  },
};
toetsGevallen(new URL('./', import.meta.url), lezingen);
toetsVerminkt(new URL('./', import.meta.url), lezingen);
