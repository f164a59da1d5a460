import { slice } from '../kit/index.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { mapDienstverbanden, mapLoonwaarde, mapPlaatsingen } from './sw-administratie/map.ts';
import { mapWachtlijst } from './sw-wachtlijst/map.ts';

export const resolvers: Resolvers = {
  Client: {
    __resolveReference: ({ clientnummer }) => ({ clientnummer }),
    swDienstverbanden: async ({ clientnummer }, _args, { dienstverbanden }) =>
      slice(await dienstverbanden.load(clientnummer), mapDienstverbanden),
    plaatsingen: async ({ clientnummer }, _args, { plaatsingen }) =>
      slice(await plaatsingen.load(clientnummer), mapPlaatsingen),
    loonwaarde: async ({ clientnummer }, _args, { loonwaarden }) =>
      slice(await loonwaarden.load(clientnummer), mapLoonwaarde),
    wachtlijst: async ({ clientnummer }, _args, { wachtlijst }) =>
      slice(await wachtlijst.load(clientnummer), mapWachtlijst),
  },
};
