import { GraafFout, isClientnummer } from '../kit/index.ts';
import { bepaalBekendheid } from './bekendheid.ts';
import { bepaalDoelgroep } from './doelgroep.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { bepaalUitkeringen } from './uitkeringen.ts';
import { gevondenClienten, leesZoekopdracht } from './zoeken.ts';

const maxClienten = 100;

function sleutel(clientnummer: string): { readonly clientnummer: string } {
  if (isClientnummer(clientnummer)) return { clientnummer };
  throw new GraafFout('ONGELDIGE_INVOER', 'clientnummer does not have the form of a clientnummer.');
}

export const resolvers: Resolvers = {
  Query: {
    client: (_root, { clientnummer }) => sleutel(clientnummer),
    clienten: (_root, { clientnummers }) => {
      if (clientnummers.length > maxClienten) {
        throw new GraafFout('ONGELDIGE_INVOER', `At most ${maxClienten} clientnummers at once.`);
      }
      // Each on its own: a number without the form of one leaves the others standing.
      return clientnummers.map(async (clientnummer) => sleutel(clientnummer));
    },
    zoekClient: (_root, argumenten, { clientnummerVan }) => leesZoekopdracht(argumenten, clientnummerVan),
  },
  Client: {
    uitkeringen: (client, _args, { now }) => bepaalUitkeringen(client, now),
    doelgroep: (client, _args, { now }) => bepaalDoelgroep(client, now),
    bekendBij: (client, _args, { now }) => bepaalBekendheid(client, now),
  },
  Zoekopdracht: { clienten: (zoekopdracht) => gevondenClienten(zoekopdracht) },
};
