import {
  bladerWerkvoorraaddeel,
  leesVerantwoordingsperiode,
  profielVan,
  slice,
  toetsWerkvoorraad,
} from '../kit/index.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { matchSwKandidaat } from './sw-administratie/kandidaten-match.ts';
import { mapKengetallen } from './sw-administratie/kengetallen-map.ts';
import {
  mapDienstverbanden,
  mapLoonwaarde,
  mapOntwikkelplan,
  mapPlaatsingen,
  mapPlaatsingenBijWerkgever,
} from './sw-administratie/map.ts';
import { mapWachtlijst } from './sw-wachtlijst/map.ts';

export const resolvers: Resolvers = {
  Mutation: {
    meldOnjuistheidBijSw: (_root, { bron, onjuistheid }, { meldOnjuistheid }) =>
      meldOnjuistheid(bron, onjuistheid),
  },
  Client: {
    __resolveReference: ({ clientnummer }) => ({ clientnummer }),
    swDienstverbanden: async ({ clientnummer }, _args, { dienstverbanden }) =>
      slice(await dienstverbanden.load(clientnummer), mapDienstverbanden),
    plaatsingen: async ({ clientnummer }, _args, { plaatsingen }) =>
      slice(await plaatsingen.load(clientnummer), mapPlaatsingen),
    loonwaarde: async ({ clientnummer }, _args, { loonwaarden }) =>
      slice(await loonwaarden.load(clientnummer), mapLoonwaarde),
    ontwikkelplan: async ({ clientnummer }, _args, { ontwikkelplannen }) =>
      slice(await ontwikkelplannen.load(clientnummer), mapOntwikkelplan),
    wachtlijst: async ({ clientnummer }, _args, { wachtlijst }) =>
      slice(await wachtlijst.load(clientnummer), mapWachtlijst),
  },
  Verantwoording: {
    sw: async (periode, _args, { telKengetallen }) =>
      slice(await telKengetallen(leesVerantwoordingsperiode(periode)), mapKengetallen),
  },
  Vacature: {
    kandidatenSw: async ({ gegevens }, _args, { zoekKandidaten }) => {
      const profiel = profielVan(gegevens);
      // The vacancy itself did not come: there is nothing to match with, and the pool is not asked.
      if (profiel === undefined) return null;
      return slice(await zoekKandidaten(), (kandidaten) => ({
        kandidaten: kandidaten.map(({ clientnummer, feiten }) => ({
          clientnummer,
          ...matchSwKandidaat(profiel, feiten),
        })),
      }));
    },
  },
  Werkgever: {
    swPlaatsingen: async ({ kvkNummer }, _args, { bijWerkgever }) =>
      slice(await bijWerkgever.load(kvkNummer), mapPlaatsingenBijWerkgever),
  },
  WerkvoorraadArbeidsbemiddelaar: {
    vanSw: async ({ rol, medewerkernummer }, _args, { werkvoorraden }) =>
      rol === 'ARBEIDSBEMIDDELAAR' ? slice(await werkvoorraden.load(medewerkernummer), (deel) => deel) : null,
    bevat: async ({ rol, medewerkernummer }, { clientnummers }, { werkvoorraadtoetsen }) =>
      rol === 'ARBEIDSBEMIDDELAAR'
        ? toetsWerkvoorraad(werkvoorraadtoetsen, medewerkernummer, clientnummers)
        : null,
  },
  Werkvoorraaddeel: {
    bladzijde: ({ clienten }, vraag) => bladerWerkvoorraaddeel(clienten, vraag),
  },
};
