import {
  type Bulkvraag,
  deWerkvoorraad,
  isClientnummer,
  isMedewerkernummer,
  perSleutel,
  type Werkvoorraadgegevens,
  werkvoorraadresultaat,
} from '../../kit/index.ts';
import { optieVan, voorstelstatussen } from './codes.ts';
import { tekstLiteral } from './filter.ts';
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
    const eigenaar = 'wg_vacatureid/wg_werkgeverid/owninguser/employeeid';
    const { rijen, onvolledig, waarschuwing } = await odata.alles(
      {
        entityset: 'wg_voorstellen',
        select: 'wg_voorstelid,wg_clientnummer',
        filter: `${eigenaar} eq ${tekstLiteral(matchmaker)} and (${lopend.join(' or ')})`,
        orderby: 'wg_clientnummer,wg_voorstelid',
      },
      werkvoorraadRij,
      raadpleging,
    );
    const eigen = rijen.filter((rij) => isClientnummer(rij.wg_clientnummer));
    return werkvoorraadresultaat(mapWerkvoorraad(eigen), {
      volledig: onvolledig === undefined && eigen.length === rijen.length,
      waarschuwing,
    });
  });
}
