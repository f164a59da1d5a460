import {
  type Bronantwoord,
  bladerWerkvoorraaddeel,
  GraafFout,
  gedeeltelijk,
  leesVerantwoordingsperiode,
  slice,
  toetsWerkvoorraad,
} from '../kit/index.ts';
import {
  edges,
  leesBladeren,
  maxPagina,
  opMoment,
  opNummer,
  opOntvangst,
  pageInfo,
  snijd,
} from './bladeren.ts';
import type { Context } from './context.ts';
import { mapKengetallen } from './crm/kengetallen-map.ts';
import {
  mapContactmoment,
  mapPlaatsingsafspraak,
  mapRelatie,
  mapVacature,
  mapVoorstel,
  mapZoekopdracht,
} from './crm/map.ts';
import type { Account } from './crm/messages.ts';
import { type Bladeren, isKvkNummer, isUuid } from './crm/source.ts';
import type { Zoekpagina } from './crm/uitslag.ts';
import type { RelatieWaarde } from './entiteiten.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { mapBasisprofiel, mapVestigingen } from './kvk/map.ts';
import { mapContactenElders } from './vum/map.ts';

export const resolvers: Resolvers = {
  Query: {
    werkgever: (_, { kvkNummer }) => {
      if (!isKvkNummer(kvkNummer)) {
        throw new GraafFout('ONGELDIGE_INVOER', 'kvkNummer moet uit acht cijfers bestaan.');
      }
      return { kvkNummer };
    },
    vacature: (_, { id }) => {
      if (!isUuid(id)) throw new GraafFout('ONGELDIGE_INVOER', 'id moet een UUID zijn.');
      return { id: id.toLowerCase() };
    },
    vacatures: async (_, { status, branche, first, after }, context) => {
      const antwoord = await context.zoekVacatures({
        ...leesBladeren({ first, after }),
        status: status ?? undefined,
        branche: branche ?? undefined,
      });
      return slice(antwoord, (pagina) => ({
        edges: edges(pagina, (rij) => ({ id: rij.wg_vacatureid })),
        pageInfo: pageInfo(pagina, after),
      }));
    },
    werkgevers: async (_, { zoekterm, branche, first, after }, context) => {
      const antwoord = await context.zoekWerkgevers({
        ...leesBladeren({ first, after }),
        zoekterm: leesZoekterm(zoekterm),
        branche: branche ?? undefined,
      });
      return slice(zonderSleutelloze(antwoord), (pagina) => ({
        edges: pagina.rijen.filter(heeftSleutel).map((rij) => ({
          cursor: pagina.cursorVan(rij),
          node: { kvkNummer: rij.wg_kvknummer },
        })),
        pageInfo: pageInfo(pagina, after),
      }));
    },
  },
  Client: {
    bemiddeling: async ({ clientnummer }, _, context) =>
      slice(await context.voorstellen.load(clientnummer), (rijen) => ({
        voorstellen: rijen.map(mapVoorstel),
      })),
  },
  WerkvoorraadMatchmaker: {
    vanWsp: async ({ rol, medewerkernummer }, _, { werkvoorraden }) =>
      rol === 'MATCHMAKER' ? slice(await werkvoorraden.load(medewerkernummer), (deel) => deel) : null,
    bevat: async ({ rol, medewerkernummer }, { clientnummers }, { werkvoorraadtoetsen }) =>
      rol === 'MATCHMAKER' ? toetsWerkvoorraad(werkvoorraadtoetsen, medewerkernummer, clientnummers) : null,
  },
  Werkvoorraaddeel: {
    bladzijde: ({ clienten }, vraag) => bladerWerkvoorraaddeel(clienten, vraag),
  },
  Verantwoording: {
    wsp: async (periode, _, { telKengetallen }) =>
      slice(await telKengetallen(leesVerantwoordingsperiode(periode)), mapKengetallen),
  },
  Werkgever: {
    relatie: async ({ kvkNummer }, _, context) =>
      slice(await context.werkgevers.load(kvkNummer), (account) => ({
        ...mapRelatie(account),
        accountid: account.accountid,
      })),
    handelsregister: async ({ kvkNummer }, _, context) =>
      slice(await context.basisprofielen.load(kvkNummer), (profiel) => ({
        ...mapBasisprofiel(profiel),
        kvkNummer,
      })),
    contactenElders: async ({ kvkNummer }, _, context) =>
      slice(await context.contactenElders.load(kvkNummer), mapContactenElders),
  },
  Werkgeversrelatie: {
    contactmomenten: (relatie, argumenten, context) =>
      fetchContactmomenten(relatie, leesBladeren(argumenten), context),
    laatsteContactmomenten: (relatie, _, context) =>
      fetchContactmomenten(relatie, { first: maxPagina, after: undefined }, context),
    vacatures: async ({ accountid }, argumenten, context) => {
      const plaats = leesBladeren(argumenten);
      if (accountid === undefined) return null;
      return slice(
        snijd(await context.vacaturesVanWerkgever.load(accountid), plaats, opNummer),
        (pagina) => ({
          edges: edges(pagina, (rij) => ({ id: rij.wg_vacatureid })),
          pageInfo: pageInfo(pagina, plaats.after),
        }),
      );
    },
    zoekopdrachten: async ({ accountid }, argumenten, context) => {
      const plaats = leesBladeren(argumenten);
      if (accountid === undefined) return null;
      return slice(snijd(await context.zoekopdrachten.load(accountid), plaats, opOntvangst), (pagina) => ({
        edges: edges(pagina, mapZoekopdracht),
        pageInfo: pageInfo(pagina, plaats.after),
      }));
    },
  },
  Handelsregisterinschrijving: {
    vestigingen: async ({ kvkNummer }, _, context) =>
      kvkNummer === undefined ? null : slice(await context.vestigingen.load(kvkNummer), mapVestigingen),
  },
  Voorstel: {
    plaatsingsafspraken: async ({ id }, _, context) =>
      slice(await context.plaatsingsafspraken.load(id), (rijen) => ({
        afspraken: rijen.map(mapPlaatsingsafspraak),
      })),
  },
  Vacature: {
    gegevens: async ({ id }, _, context) =>
      slice(await context.vacatures.load(id.toLowerCase()), mapVacature),
  },
};

/** A page of an employer's contacts; null when the CRM has no such employer, or did not say. */
async function fetchContactmomenten({ accountid }: RelatieWaarde, plaats: Bladeren, context: Context) {
  if (accountid === undefined) return null;
  return slice(snijd(await context.contactmomenten.load(accountid), plaats, opMoment), (pagina) => ({
    edges: edges(pagina, mapContactmoment),
    pageInfo: pageInfo(pagina, plaats.after),
  }));
}

function leesZoekterm(zoekterm: string | null | undefined): string | undefined {
  const term = zoekterm?.trim();
  if (term === undefined || term === '') return undefined;
  if (term.length <= 100) return term;
  throw new GraafFout('ONGELDIGE_INVOER', 'zoekterm mag hoogstens 100 tekens lang zijn.');
}

function heeftSleutel(rij: Account): rij is Account & { readonly wg_kvknummer: string } {
  return rij.wg_kvknummer !== null && isKvkNummer(rij.wg_kvknummer);
}

/** An employer whose KvK number cannot be one has no place in the graph; that it is left out is said. */
function zonderSleutelloze(antwoord: Bronantwoord<Zoekpagina<Account>>): Bronantwoord<Zoekpagina<Account>> {
  return antwoord.uitkomst === 'GEVONDEN' && !antwoord.gegevens.rijen.every(heeftSleutel)
    ? { ...antwoord, ...gedeeltelijk(antwoord.gegevens, 'ONVOLLEDIG') }
    : antwoord;
}
