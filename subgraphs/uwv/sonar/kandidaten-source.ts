import {
  BronFout,
  type Bronresultaat,
  type HttpBron,
  leesPool,
  type Poolkandidaat,
  type Pseudonimiseerder,
  type Raadpleging,
  type Vacatureprofiel,
} from '../../kit/index.ts';
import { kandidatenAntwoord, type SonarKandidaat, sonarKandidaat } from './kandidaten-messages.ts';

/** UWV's candidates for a vacancy: one call; SONAR itself gives a hundred at most and says when it cut. */
export type Kandidatenvraag = (
  profiel: Vacatureprofiel,
  raadpleging: Raadpleging,
) => Promise<Bronresultaat<readonly Poolkandidaat<SonarKandidaat>[]>>;

const path = '/sonar/v1/kandidaten';

/** The question has the form of VUM 3 (`MPWerkzoekende`): a selection per field of the profile. */
export function createKandidatenvraag(
  http: HttpBron,
  { clientnummerVan }: Pick<Pseudonimiseerder, 'clientnummerVan'>,
): Kandidatenvraag {
  return async ({ beroepcode, plaats, postcodegebied }, raadpleging) => {
    const body = JSON.stringify({
      vraagObject: {
        ...(beroepcode === null
          ? {}
          : {
              bemiddelingsberoep: {
                $elemMatch: { $or: [{ 'beroep.codeBeroepsnaam': { $eq: beroepcode } }] },
              },
            }),
        werkplaats: { plaats, postcodegebied },
      },
    });
    const antwoord = await http.vraagJson({ method: 'POST', path, body }, raadpleging);
    const gelezen = kandidatenAntwoord.safeParse(antwoord.json);
    if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    return leesPool({
      rijen: gelezen.data.matches,
      meer: gelezen.data.maximumAantalResultatenBereikt,
      waarschuwing: antwoord.waarschuwing,
      lees: (rij) => leesRij(rij, clientnummerVan, raadpleging),
    });
  };
}

function leesRij(
  rij: unknown,
  clientnummerVan: Pseudonimiseerder['clientnummerVan'],
  { correlationId, logger }: Raadpleging,
): Poolkandidaat<SonarKandidaat> | undefined {
  const gelezen = sonarKandidaat.safeParse(rij);
  if (gelezen.success) {
    return { clientnummer: clientnummerVan(gelezen.data.burgerservicenummer), feiten: gelezen.data };
  }
  logger.warn(
    { correlationId, bron: 'SONAR', uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM', error: gelezen.error },
    'one candidate of the source could not be read',
  );
  return undefined;
}
