import { type Bronantwoord, GraafFout, gedeeltelijk, slice } from '../kit/index.ts';
import { mapContactmoment, mapRelatie, mapVacature, mapVoorstel } from './crm/map.ts';
import type { Account } from './crm/messages.ts';
import { isKvkNummer, isUuid, type Zoekpagina } from './crm/source.ts';
import type { PageInfo, Resolvers } from './generated/resolvers.ts';
import { mapBasisprofiel } from './kvk/map.ts';
import { gevraagdeVelden } from './selectie.ts';

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
        first: leesFirst(first),
        after: after ?? undefined,
        status: status ?? undefined,
        branche: branche ?? undefined,
      });
      return slice(antwoord, (pagina) => ({
        edges: pagina.rijen.map((rij) => ({
          cursor: pagina.cursorVan(rij),
          node: { id: rij.wg_vacatureid },
        })),
        pageInfo: pageInfo(pagina, after),
      }));
    },
    werkgevers: async (_, { zoekterm, branche, first, after }, context) => {
      const antwoord = await context.zoekWerkgevers({
        first: leesFirst(first),
        after: after ?? undefined,
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
  Werkgever: {
    relatie: async ({ kvkNummer }, _, context, info) => {
      const account = await context.werkgevers.load(kvkNummer);
      if (account.uitkomst !== 'GEVONDEN' && account.uitkomst !== 'GEDEELTELIJK') {
        return slice(account, mapRelatie);
      }
      const gevraagd = gevraagdeVelden(info);
      const { accountid } = account.gegevens;
      const [contactmomenten, vacatures] = await Promise.all([
        gevraagd.has('contactmomenten') ? context.contactmomenten.load(accountid) : undefined,
        gevraagd.has('vacatures') ? context.vacaturesVanWerkgever.load(accountid) : undefined,
      ]);
      return slice(metDelen(account, [contactmomenten, vacatures]), (gegevens) => ({
        ...mapRelatie(gegevens),
        contactmomenten: rijenVan(contactmomenten)?.map(mapContactmoment) ?? null,
        vacatures: rijenVan(vacatures)?.map((rij) => ({ id: rij.wg_vacatureid })) ?? null,
      }));
    },
    handelsregister: async ({ kvkNummer }, _, context) =>
      slice(await context.basisprofielen.load(kvkNummer), mapBasisprofiel),
  },
  Vacature: {
    gegevens: async ({ id }, _, context) =>
      slice(await context.vacatures.load(id.toLowerCase()), mapVacature),
  },
};

function leesFirst(first: number | null | undefined): number {
  const aantal = first ?? 20;
  if (aantal >= 1 && aantal <= 100) return aantal;
  throw new GraafFout('ONGELDIGE_INVOER', 'first moet tussen 1 en 100 liggen.');
}

function leesZoekterm(zoekterm: string | null | undefined): string | undefined {
  const term = zoekterm?.trim();
  if (term === undefined || term === '') return undefined;
  if (term.length <= 100) return term;
  throw new GraafFout('ONGELDIGE_INVOER', 'zoekterm mag hoogstens 100 tekens lang zijn.');
}

function pageInfo<R>(pagina: Zoekpagina<R>, after: string | null | undefined): PageInfo {
  const eerste = pagina.rijen[0];
  const laatste = pagina.rijen.at(-1);
  return {
    hasNextPage: pagina.meer,
    hasPreviousPage: after != null,
    startCursor: eerste === undefined ? null : pagina.cursorVan(eerste),
    endCursor: laatste === undefined ? null : pagina.cursorVan(laatste),
  };
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

/** The employer with its lists: when a list did not come, or not all of it, the whole is partial. */
function metDelen(
  account: Bronantwoord<Account> & { readonly uitkomst: 'GEVONDEN' | 'GEDEELTELIJK' },
  delen: readonly (Bronantwoord<readonly unknown[]> | undefined)[],
): Bronantwoord<Account> {
  if (account.uitkomst === 'GEDEELTELIJK') return account;
  const zwak = delen.find((deel) => deel !== undefined && 'reden' in deel);
  if (zwak === undefined) return account;
  const reden = zwak.uitkomst === 'GEDEELTELIJK' ? zwak.reden : 'ONVOLLEDIG';
  return { ...account, ...gedeeltelijk(account.gegevens, reden) };
}

/** The rows of a list that was asked: none when the CRM has none, undefined when it did not say. */
function rijenVan<R>(antwoord: Bronantwoord<readonly R[]> | undefined): readonly R[] | undefined {
  if (antwoord === undefined) return undefined;
  if (antwoord.uitkomst === 'NIETS_GEVONDEN') return [];
  return 'gegevens' in antwoord ? antwoord.gegevens : undefined;
}
