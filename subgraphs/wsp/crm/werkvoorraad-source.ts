import {
  type Bulkvraag,
  createToetsvraag,
  deWerkvoorraad,
  isClientnummer,
  isMedewerkernummer,
  perSleutel,
  type Raadpleging,
  type Toetsvraag,
  type Werkvoorraadgegevens,
  werkvoorraadresultaat,
} from '../../kit/index.ts';
import { optieVan, voorstelstatussen } from './codes.ts';
import { isEenVan, tekstLiteral } from './filter.ts';
import type { Odata } from './odata.ts';
import { mapWerkvoorraad } from './werkvoorraad-map.ts';
import { werkvoorraadRij } from './werkvoorraad-messages.ts';

/** Proposals to which the employer can still say yes. */
const lopend = (['VOORGESTELD', 'GESPREK'] as const).map(
  (status) => `wg_status eq ${optieVan(voorstelstatussen, status)}`,
);

/**
 * The candidates of one matchmaker: those with a proposal under way at an employer whose account the
 * matchmaker owns. The CRM knows candidates by clientnummer; one that cannot be a clientnummer is left
 * out, and the answer is then not complete.
 */
export function createWerkvoorraadvraag(odata: Odata): Bulkvraag<string, Werkvoorraadgegevens> {
  return perSleutel('CRM', deWerkvoorraad, async (matchmaker, raadpleging) => {
    if (!isMedewerkernummer(matchmaker)) return { uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' };
    const { rijen, onvolledig, waarschuwing } = await leesRijen(
      odata,
      kandidatenVan(matchmaker),
      raadpleging,
    );
    const eigen = rijen.filter((rij) => isClientnummer(rij.wg_clientnummer));
    return werkvoorraadresultaat(mapWerkvoorraad(eigen), {
      volledig: onvolledig === undefined && eigen.length === rijen.length,
      waarschuwing,
    });
  });
}

/**
 * Which of some clients are candidates of one matchmaker. A number that differs in case only is another client:
 * the CRM does not tell them apart, and its row is left out.
 */
export function createWerkvoorraadtoets(odata: Odata): Bulkvraag<Toetsvraag, Werkvoorraadgegevens> {
  return createToetsvraag('CRM', isClientnummer, async (toets, raadpleging) => {
    const { medewerkernummer, clientnummers } = toets;
    const filter = `${kandidatenVan(medewerkernummer)} and ${isEenVan('wg_clientnummer', clientnummers)}`;
    const { rijen, onvolledig, waarschuwing } = await leesRijen(odata, filter, raadpleging);
    const gelijkend = new Set(clientnummers.map((nummer) => nummer.toLowerCase()));
    const eigen = rijen.filter(
      ({ wg_clientnummer: nummer }) => clientnummers.includes(nummer) || !gelijkend.has(nummer.toLowerCase()),
    );
    return { gegevens: mapWerkvoorraad(eigen), volledig: onvolledig === undefined, waarschuwing };
  });
}

function kandidatenVan(matchmaker: string): string {
  const eigenaar = 'wg_vacatureid/wg_werkgeverid/owninguser/employeeid';
  return `${eigenaar} eq ${tekstLiteral(matchmaker)} and (${lopend.join(' or ')})`;
}

function leesRijen(odata: Odata, filter: string, raadpleging: Raadpleging) {
  const vraag = {
    entityset: 'wg_voorstellen',
    select: 'wg_voorstelid,wg_clientnummer',
    filter,
    orderby: 'wg_clientnummer,wg_voorstelid',
  };
  return odata.alles(vraag, werkvoorraadRij, raadpleging);
}
