import { BronFout, type HttpBron, type Raadpleging } from '../../kit/index.ts';
import { type PartijenBladzijde, partijenBladzijde } from './messages.ts';

const zoekPath = '/klantinteracties/api/v1/partijen/_zoek';

/** One page of a search. @throws BronFout */
export async function vraagBladzijde(
  http: HttpBron,
  body: string,
  nummer: number,
  raadpleging: Raadpleging,
): Promise<{ readonly bladzijde: PartijenBladzijde; readonly waarschuwing: boolean }> {
  const path = nummer === 1 ? zoekPath : `${zoekPath}?page=${nummer}`;
  const antwoord = await http.vraagJson({ method: 'POST', path, body }, raadpleging);
  const gelezen = partijenBladzijde.safeParse(antwoord.json);
  if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
  return { bladzijde: gelezen.data, waarschuwing: antwoord.waarschuwing };
}

/**
 * `next` is a URL the source wrote: it is never followed, only read. It must name the page after this
 * one, and a page with a successor cannot be empty; so reading always ends.
 */
export function controleerVervolg(bladzijde: PartijenBladzijde, nummer: number): void {
  const next = bladzijde.next ?? '';
  const volgende = URL.canParse(next) ? new URL(next).searchParams.get('page') : null;
  if (volgende !== String(nummer + 1) || bladzijde.results.length === 0) {
    throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  }
}

/** Persons by burgerservicenummer, as a search names them. */
export function identificatorenVan(bsns: readonly string[]): readonly object[] {
  return bsns.map((objectId) => ({
    codeObjecttype: 'natuurlijk_persoon',
    codeSoortObjectId: 'bsn',
    codeRegister: 'brp',
    objectId,
  }));
}

/** The burgerservicenummer that the system identifies a person with, when it has one. */
export function bsnVan(partij: PartijenBladzijde['results'][number]): string | undefined {
  return partij.partijIdentificatoren.find(
    ({ partijIdentificator }) => partijIdentificator.codeSoortObjectId === 'bsn',
  )?.partijIdentificator.objectId;
}
