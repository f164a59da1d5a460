import { z } from 'zod';
import { type Lezing, toetsGevallen } from '../../test/golden/toets.ts';
import { toetsVerminkt } from '../../test/golden/toets-verminkt.ts';
import { herhaalRij, kenmerken } from '../../test/golden/zeer-veel.ts';
import { mapKengetallen } from './crm/kengetallen-map.ts';
import { sluitgroep, soortgroep, statusgroep } from './crm/kengetallen-messages.ts';
import {
  mapContactmoment,
  mapPlaatsingsafspraak,
  mapRelatie,
  mapVacature,
  mapVoorstel,
  mapZoekopdracht,
} from './crm/map.ts';
import {
  account,
  contactmoment,
  plaatsingsafspraak,
  vacature,
  voorstel,
  zoekopdracht,
} from './crm/messages.ts';
import { mapWerkvoorraad } from './crm/werkvoorraad-map.ts';
import { werkvoorraadRij } from './crm/werkvoorraad-messages.ts';
import { mapBasisprofiel, mapVestigingen } from './kvk/map.ts';
import { basisprofiel, vestigingen } from './kvk/messages.ts';
import { mapContactenElders } from './vum/map.ts';
import { matches } from './vum/messages.ts';

/** The rows of a page of the CRM, each of this kind. */
const rijen = <R extends z.ZodType>(bericht: string, rij: R) =>
  z.object({ value: z.array(rij) }).parse(JSON.parse(bericht)).value;

/** The groups of the four questions about figures, as the CRM answers each. */
const kengetallen = z.object({
  ontvangen: z.array(soortgroep),
  gesloten: z.array(sluitgroep),
  open: z.array(soortgroep),
  voorstellen: z.array(statusgroep),
});

/** A list of the CRM: the rows of a page, each mapped by itself. */
const lijst = <R extends z.ZodType>(rij: R, map: (rij: z.output<R>) => unknown): Lezing => ({
  lees: (bericht) => rijen(bericht, rij).map(map),
  zeerVeel: herhaalRij(['value'], [[]]),
});

const lezingen: Readonly<Record<string, Lezing>> = {
  'crm/relatie': lijst(account, mapRelatie),
  'crm/contactmoment': lijst(contactmoment, mapContactmoment),
  'crm/vacature': lijst(vacature, mapVacature),
  'crm/zoekopdracht': lijst(zoekopdracht, mapZoekopdracht),
  'crm/plaatsingsafspraak': lijst(plaatsingsafspraak, mapPlaatsingsafspraak),
  'crm/voorstel': lijst(voorstel, mapVoorstel),
  'crm/werkvoorraad': {
    lees: (bericht) => mapWerkvoorraad(rijen(bericht, werkvoorraadRij)),
    zeerVeel: herhaalRij(['value'], [['clienten']], kenmerken('w1.')),
  },
  'crm/kengetallen': {
    lees: (bericht) => mapKengetallen(kengetallen.parse(JSON.parse(bericht))),
    zeerVeel: herhaalRij(['ontvangen'], [['ontvangen']], kenmerken('90')),
  },
  'kvk/basisprofiel': {
    lees: (bericht) => mapBasisprofiel(basisprofiel.parse(JSON.parse(bericht))),
    zeerVeel: herhaalRij(['handelsnamen'], [['handelsnamen']]),
  },
  'kvk/vestigingen': {
    lees: (bericht) => mapVestigingen(vestigingen.parse(JSON.parse(bericht))),
    zeerVeel: herhaalRij(['vestigingen'], [['vestigingen']]),
  },
  'vum/contacten-elders': {
    lees: (bericht) => mapContactenElders(matches.parse(JSON.parse(bericht)).matches),
    zeerVeel: herhaalRij(['matches'], [['contacten']]),
  },
};
toetsGevallen(new URL('./', import.meta.url), lezingen);
toetsVerminkt(new URL('./', import.meta.url), lezingen);
