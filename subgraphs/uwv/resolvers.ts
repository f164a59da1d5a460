import { slice } from '../kit/index.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { mapUwvAanvragen } from './suwinet-aanvraagstatus/map.ts';
import { mapDoelgroepregistratie } from './suwinet-doelgroepregister/map.ts';
import { mapInkomen } from './suwinet-inkomsten/map.ts';
import { mapWerknemersverzekeringen } from './suwinet-werknemersverzekeringen/map.ts';
import { mapWerkzoekende } from './suwinet-werkzoekende/map.ts';

export const resolvers: Resolvers = {
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
  },
};
