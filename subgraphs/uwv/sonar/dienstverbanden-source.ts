import {
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  niemand,
  type Raadpleging,
  voorAlle,
} from '../../kit/index.ts';
import { dienstverbandenAntwoord, type SonarDienstverbanden } from './dienstverbanden-messages.ts';

const path = '/sonar/v1/dienstverbanden';

/** Most employers in one question. */
export const maxWerkgeversPerVraag = 50;

/** Counts of employment by RSIN of the employer: one call for many. */
export function createDienstverbandenvraag(http: HttpBron): Bulkvraag<string, SonarDienstverbanden> {
  return voorAlle(http.bron, niemand, async (nummers, raadpleging) => {
    const gevraagd = nummers.filter((nummer) => /^\d{9}$/.test(nummer));
    const geteld: Geteld = gevraagd.length === 0 ? new Map() : await tel(http, gevraagd, raadpleging);
    return {
      gevonden: new Map(
        nummers.flatMap((nummer): [string, Bronresultaat<SonarDienstverbanden>][] => {
          if (!gevraagd.includes(nummer)) return [[nummer, { uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' }]];
          const resultaat = geteld.get(nummer);
          return resultaat === undefined ? [] : [[nummer, resultaat]];
        }),
      ),
    };
  });
}

type Geteld = ReadonlyMap<string, Bronresultaat<SonarDienstverbanden>>;

async function tel(http: HttpBron, rsin: readonly string[], raadpleging: Raadpleging): Promise<Geteld> {
  const body = JSON.stringify({ rsin });
  const { json, waarschuwing } = await http.vraagJson({ method: 'POST', path, body }, raadpleging);
  const gelezen = dienstverbandenAntwoord.safeParse(json);
  if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
  const rijen = new Map(gelezen.data.dienstverbanden.map((rij) => [rij.rsin, rij]));
  // An employer nobody asked about, or one that comes twice: none of the counts is believed.
  const vreemd = [...rijen.keys()].some((nummer) => !rsin.includes(nummer));
  if (vreemd || rijen.size < gelezen.data.dienstverbanden.length) {
    throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  }
  return new Map(
    rsin.flatMap((nummer): [string, Bronresultaat<SonarDienstverbanden>][] => {
      const rij = rijen.get(nummer);
      if (rij !== undefined)
        return [[nummer, waarschuwing ? gedeeltelijk(rij, 'WAARSCHUWING') : gevonden(rij)]];
      // Under a warning, not being there is no proof of nothing.
      return waarschuwing ? [[nummer, { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' }]] : [];
    }),
  );
}
