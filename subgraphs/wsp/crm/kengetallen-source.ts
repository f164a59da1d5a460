import {
  type Bronresultaat,
  gedeeltelijk,
  gevonden,
  nietsGevonden,
  type Raadpleging,
  type VerantwoordingSleutel,
} from '../../kit/index.ts';
import { optieVan, vacaturestatussen } from './codes.ts';
import { type CrmKengetallen, sluitgroep, soortgroep, statusgroep } from './kengetallen-messages.ts';
import type { Odata } from './odata.ts';

/** The service point's figures over a period: four aggregations, side by side. */
export type Kengetallenvraag = (
  periode: VerantwoordingSleutel,
  raadpleging: Raadpleging,
) => Promise<Bronresultaat<CrmKengetallen>>;

/**
 * The CRM counts, so that no candidate and no vacancy crosses. It keeps the status of now and the day of
 * closing: a vacancy was open after a day when it was registered by then, and is open now or closed later.
 */
export function createKengetallenvraag(odata: Odata): Kengetallenvraag {
  const openNu = `wg_status eq ${optieVan(vacaturestatussen, 'OPEN')}`;
  const nietOpen = `wg_status ne ${optieVan(vacaturestatussen, 'OPEN')}`;
  return async ({ van, tot }, raadpleging) => {
    const in_ = (kolom: string) => `${kolom} ge ${van} and ${kolom} le ${tot}`;
    const groepeer = (filter: string, kolom: string, meer = '') =>
      `filter(${filter})/groupby((${kolom}),aggregate($count as aantal${meer}))`;
    const [ontvangen, gesloten, open, voorstellen] = await Promise.all([
      odata.groepen('wg_vacatures', groepeer(in_('wg_geplaatstop'), 'wg_soort'), soortgroep, raadpleging),
      odata.groepen(
        'wg_vacatures',
        groepeer(
          `${nietOpen} and ${in_('wg_sluitingsdatum')}`,
          'wg_status',
          ',wg_looptijddagen with sum as dagen',
        ),
        sluitgroep,
        raadpleging,
      ),
      odata.groepen(
        'wg_vacatures',
        groepeer(`wg_geplaatstop le ${tot} and (${openNu} or wg_sluitingsdatum gt ${tot})`, 'wg_soort'),
        soortgroep,
        raadpleging,
      ),
      odata.groepen(
        'wg_voorstellen',
        groepeer(in_('wg_voorgesteldop'), 'wg_status'),
        statusgroep,
        raadpleging,
      ),
    ]);
    const alle = [ontvangen, gesloten, open, voorstellen];
    const gegevens = {
      ontvangen: ontvangen.rijen,
      gesloten: gesloten.rijen,
      open: open.rijen,
      voorstellen: voorstellen.rijen,
    };
    const waarschuwing = alle.some((deel) => deel.waarschuwing);
    if (alle.every(({ rijen }) => rijen.length === 0)) {
      return waarschuwing ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' } : nietsGevonden();
    }
    return waarschuwing ? gedeeltelijk(gegevens, 'WAARSCHUWING') : gevonden(gegevens);
  };
}
