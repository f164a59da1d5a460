import { GraafFout, isClientnummer, leesVerantwoordingsperiode } from '../kit/index.ts';
import { bepaalBekendheid } from './bekendheid.ts';
import { bepaalContactpersonen } from './contactpersonen.ts';
import type { Context } from './context.ts';
import { bepaalDoelgroep } from './doelgroep.ts';
import { bepaalDubbel } from './dubbel.ts';
import type { WerkvoorraadSleutel } from './entiteiten.ts';
import type {
  Resolvers,
  WerkvoorraadKlantmanagerClientenArgs,
  WerkvoorraadKlantmanagerNaarSignaalArgs,
} from './generated/resolvers.ts';
import { bladerVerwerkingen, eisBurger } from './inzage/index.ts';
import { biedAan } from './kandidaten/aanbod.ts';
import { bepaalSignalen } from './signalen/index.ts';
import { maakTijdlijn } from './tijdlijn/index.ts';
import { bepaalUitkeringen } from './uitkeringen.ts';
import { bepaalSamen, bepaalVerdeling } from './verantwoording/index.ts';
import { vulIn } from './voorinvulling/index.ts';
import { bladerNaarSignaal, bladerWerkvoorraad, eisKeuze, leesSleutel } from './werkvoorraad/index.ts';
import { gevondenClienten, leesZoekopdracht } from './zoeken.ts';

const maxClienten = 100;

function sleutel(clientnummer: string): { readonly clientnummer: string } {
  if (isClientnummer(clientnummer)) return { clientnummer };
  throw new GraafFout('ONGELDIGE_INVOER', 'clientnummer does not have the form of a clientnummer.');
}

/** Each role has a caseload type of its own, so that the gateway asks only the partner that keeps it. */
const werkvoorraadtypen = {
  KLANTMANAGER: 'WerkvoorraadKlantmanager',
  WERKCOACH: 'WerkvoorraadWerkcoach',
  ARBEIDSBEMIDDELAAR: 'WerkvoorraadArbeidsbemiddelaar',
  MATCHMAKER: 'WerkvoorraadMatchmaker',
} as const;

const bladeren = (
  werkvoorraad: WerkvoorraadSleutel,
  argumenten: WerkvoorraadKlantmanagerClientenArgs,
  { now }: Context,
) => {
  eisKeuze(argumenten);
  return bladerWerkvoorraad(werkvoorraad, argumenten, now);
};

const naarSignaal = (
  werkvoorraad: WerkvoorraadSleutel,
  argumenten: WerkvoorraadKlantmanagerNaarSignaalArgs,
  { now }: Context,
) => bladerNaarSignaal(werkvoorraad, argumenten, now);

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
    mijnDossier: (_root, _args, { inzage }) => ({ clientnummer: eisBurger(inzage).clientnummer }),
    mijnVerwerkingen: (_root, vraag, { inzage, now }) => bladerVerwerkingen(inzage, vraag, now()),
    zoekClient: (_root, argumenten, { clientnummerVan }) => leesZoekopdracht(argumenten, clientnummerVan),
    werkvoorraad: (_root, sleutelwaarden) => leesSleutel(sleutelwaarden),
    verantwoording: (_root, periode) => leesVerantwoordingsperiode(periode),
    verdeling: (_root, { bedragEuro, partijen, sleutelgewichten, afronding }) =>
      bepaalVerdeling({
        bedragEuro,
        partijen,
        afronding,
        ...(sleutelgewichten ? { sleutelgewichten } : {}),
      }),
  },
  Client: {
    uitkeringen: (client, _args, { now }) => bepaalUitkeringen(client, now),
    doelgroep: (client, _args, { now }) => bepaalDoelgroep(client, now),
    bekendBij: (client, _args, { now }) => bepaalBekendheid(client, now),
    signalen: (client, _args, { now }) => bepaalSignalen(client, now),
    contactpersonen: (client, _args, { now }) => bepaalContactpersonen(client, now),
    tijdlijn: (client, pagina, { now }) => maakTijdlijn(client, pagina, now),
    voorinvulling: (client, { formulier }, { now }) => vulIn(formulier, client, now),
  },
  Werkvoorraad: { __resolveType: ({ rol }) => werkvoorraadtypen[rol] },
  WerkvoorraadKlantmanager: { clienten: bladeren, naarSignaal },
  WerkvoorraadWerkcoach: { clienten: bladeren, naarSignaal },
  WerkvoorraadArbeidsbemiddelaar: { clienten: bladeren },
  WerkvoorraadMatchmaker: { clienten: bladeren },
  Vacature: {
    kandidaten: (vacature, pagina, { now }) => biedAan(vacature, pagina, now),
  },
  Werkgever: {
    dubbeleBenaderingen: (werkgever, _args, { now }) => bepaalDubbel(werkgever, now),
  },
  Verantwoording: { samen: (verantwoording, _args, { now }) => bepaalSamen(verantwoording, now) },
  Zoekopdracht: { clienten: (zoekopdracht) => gevondenClienten(zoekopdracht) },
};
