import { z } from 'zod';
import {
  bladerWerkvoorraaddeel,
  GraafFout,
  leesVerantwoordingsperiode,
  profielVan,
  slice,
  toetsWerkvoorraad,
} from '../kit/index.ts';
import { mapPersoon } from './brp/map.ts';
import { geslachtsnaamFilter } from './brp/messages.ts';
import { mapDocumenten } from './dkd/map.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { mapJaaropgave, mapUitkeringsspecificatie } from './gws/map.ts';
import { leesJaar, leesPeriode } from './gws/periode.ts';
import { matchKvsKandidaat } from './kvs/kandidaten-match.ts';
import { mapKengetallen } from './kvs/kengetallen-map.ts';
import { mapKlantdossier } from './kvs/map.ts';
import { mapBijstand } from './suwi-bijstand/map.ts';
import { mapReintegratie } from './suwi-reintegratie/map.ts';

/** Keys of entities come past the scalars of the schema, so a search is checked here. */
const zoeksleutel = z.object({
  geslachtsnaam: z.string().regex(geslachtsnaamFilter),
  geboortedatum: z.iso.date(),
});

export const resolvers: Resolvers = {
  Mutation: {
    meldOnjuistheidBijGemeente: (_root, { bron, onjuistheid }, { meldOnjuistheid }) =>
      meldOnjuistheid(bron, onjuistheid),
  },
  Client: {
    persoon: async ({ clientnummer }, _args, { personen }) =>
      slice(await personen.load(clientnummer), mapPersoon),
    bijstand: async ({ clientnummer }, _args, { bijstand }) =>
      slice(await bijstand.load(clientnummer), mapBijstand),
    uitkeringsspecificatie: async ({ clientnummer }, args, { uitkeringsspecificaties, now }) => {
      const periode = leesPeriode(args.periode, now());
      return slice(await uitkeringsspecificaties.load({ clientnummer, periode }), mapUitkeringsspecificatie);
    },
    jaaropgave: async ({ clientnummer }, args, { jaaropgaven, now }) => {
      const jaar = leesJaar(args.jaar, now());
      return slice(await jaaropgaven.load({ clientnummer, jaar }), mapJaaropgave);
    },
    reintegratie: async ({ clientnummer }, _args, { reintegratie }) =>
      slice(await reintegratie.load(clientnummer), mapReintegratie),
    klantdossier: async ({ clientnummer }, _args, { klantdossiers }) =>
      slice(await klantdossiers.load(clientnummer), mapKlantdossier),
    documenten: async ({ clientnummer }, _args, { documenten }) =>
      slice(await documenten.load(clientnummer), mapDocumenten),
  },
  Vacature: {
    kandidatenGemeente: async ({ gegevens }, _args, { zoekKandidaten }) => {
      const profiel = profielVan(gegevens);
      // The vacancy itself did not come: there is nothing to match with, and the pool is not asked.
      if (profiel === undefined) return null;
      return slice(await zoekKandidaten(profiel), (kandidaten) => ({
        kandidaten: kandidaten.map(({ clientnummer, feiten }) => ({
          clientnummer,
          ...matchKvsKandidaat(profiel, feiten),
        })),
      }));
    },
  },
  WerkvoorraadKlantmanager: {
    vanGemeente: async ({ rol, medewerkernummer }, _args, { werkvoorraden }) =>
      rol === 'KLANTMANAGER' ? slice(await werkvoorraden.load(medewerkernummer), (deel) => deel) : null,
    bevat: async ({ rol, medewerkernummer }, { clientnummers }, { werkvoorraadtoetsen }) =>
      rol === 'KLANTMANAGER' ? toetsWerkvoorraad(werkvoorraadtoetsen, medewerkernummer, clientnummers) : null,
  },
  Werkvoorraaddeel: {
    bladzijde: ({ clienten }, vraag) => bladerWerkvoorraaddeel(clienten, vraag),
  },
  Verantwoording: {
    gemeente: async (periode, _args, { telKengetallen }) =>
      slice(await telKengetallen(leesVerantwoordingsperiode(periode)), mapKengetallen),
  },
  Zoekopdracht: {
    inBrp: async ({ geslachtsnaam, geboortedatum }, _args, { zoekInBrp }) => {
      // A client who was asked for by burgerservicenummer: there is no name to search with.
      if (geslachtsnaam === null && geboortedatum === null) return null;
      const sleutel = zoeksleutel.safeParse({ geslachtsnaam, geboortedatum });
      if (!sleutel.success) {
        throw new GraafFout(
          'ONGELDIGE_INVOER',
          'Zoek met een geslachtsnaam (een * alleen aan het eind, na drie letters) en een volledige geboortedatum.',
        );
      }
      return slice(await zoekInBrp(sleutel.data), (clientnummers) => ({
        clienten: clientnummers.map((clientnummer) => ({ clientnummer })),
      }));
    },
  },
};
