import {
  bladerWerkvoorraaddeel,
  leesVerantwoordingsperiode,
  profielVan,
  slice,
  toetsWerkvoorraad,
} from '../kit/index.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { mapDienstverbanden } from './sonar/dienstverbanden-map.ts';
import { matchSonarKandidaat } from './sonar/kandidaten-match.ts';
import { mapKengetallen } from './sonar/kengetallen-map.ts';
import { mapUwvAanvragen } from './suwinet-aanvraagstatus/map.ts';
import { mapDoelgroepregistratie } from './suwinet-doelgroepregister/map.ts';
import { mapInkomen } from './suwinet-inkomsten/map.ts';
import { mapWerknemersverzekeringen } from './suwinet-werknemersverzekeringen/map.ts';
import { mapWerkzoekende } from './suwinet-werkzoekende/map.ts';
import { mapIndicaties } from './uwv-indicaties/map.ts';

export const resolvers: Resolvers = {
  Mutation: {
    meldOnjuistheidBijUwv: (_root, { bron, onjuistheid }, { meldOnjuistheid }) =>
      meldOnjuistheid(bron, onjuistheid),
  },
  Client: {
    __resolveReference: ({ clientnummer }) => ({ clientnummer }),
    werknemersverzekeringen: async ({ clientnummer }, _, { werknemersverzekeringen }) =>
      slice(await werknemersverzekeringen.load(clientnummer), mapWerknemersverzekeringen),
    inkomen: async ({ clientnummer }, _, { inkomsten }) =>
      slice(await inkomsten.load(clientnummer), mapInkomen),
    werkzoekende: async ({ clientnummer }, _, { werkzoekende }) =>
      slice(await werkzoekende.load(clientnummer), mapWerkzoekende),
    doelgroepregistratie: async ({ clientnummer }, _, { doelgroepregister }) =>
      slice(await doelgroepregister.load(clientnummer), mapDoelgroepregistratie),
    uwvAanvragen: async ({ clientnummer }, _, { aanvraagstatus }) =>
      slice(await aanvraagstatus.load(clientnummer), mapUwvAanvragen),
    indicaties: async ({ clientnummer }, _, { indicaties }) =>
      slice(await indicaties.load(clientnummer), mapIndicaties),
  },
  Verantwoording: {
    uwv: async (periode, _args, { telKengetallen }) =>
      slice(await telKengetallen(leesVerantwoordingsperiode(periode)), mapKengetallen),
  },
  Vacature: {
    kandidatenUwv: async ({ gegevens }, _, { zoekKandidaten }) => {
      const profiel = profielVan(gegevens);
      // The vacancy itself did not come: there is nothing to match with, and the pool is not asked.
      if (profiel === undefined) return null;
      return slice(await zoekKandidaten(profiel), (kandidaten) => ({
        kandidaten: kandidaten.map(({ clientnummer, feiten }) => ({
          clientnummer,
          ...matchSonarKandidaat(profiel, feiten),
        })),
      }));
    },
  },
  Werkgever: {
    uwvDienstverbanden: async ({ handelsregister }, _, { telDienstverbanden }) =>
      slice(await telDienstverbanden(handelsregister), mapDienstverbanden),
  },
  WerkvoorraadWerkcoach: {
    vanUwv: async ({ rol, medewerkernummer }, _, { werkvoorraden }) =>
      rol === 'WERKCOACH' ? slice(await werkvoorraden.load(medewerkernummer), (deel) => deel) : null,
    bevat: async ({ rol, medewerkernummer }, { clientnummers }, { werkvoorraadtoetsen }) =>
      rol === 'WERKCOACH' ? toetsWerkvoorraad(werkvoorraadtoetsen, medewerkernummer, clientnummers) : null,
  },
  Werkvoorraaddeel: {
    bladzijde: ({ clienten }, vraag) => bladerWerkvoorraaddeel(clienten, vraag),
  },
};
