import {
  BronFout,
  type Bronresultaat,
  type HttpBron,
  isBsn,
  leesPool,
  maxKandidatenPerPool,
  type Poolkandidaat,
  type Pseudonimiseerder,
  type Raadpleging,
  type Vacatureprofiel,
} from '../../kit/index.ts';
import {
  type KvsKandidaat,
  kandidatenBladzijde,
  kvsKandidaat,
  kvsKandidaatIdentificatie,
} from './kandidaten-messages.ts';

/** The municipality's candidates for a vacancy: one call, one page, cut at `maxKandidatenPerPool`. */
export type Kandidatenvraag = (
  profiel: Vacatureprofiel,
  raadpleging: Raadpleging,
) => Promise<Bronresultaat<readonly Poolkandidaat<KvsKandidaat>[]>>;

export const kandidatenPath = '/klantinteracties/api/v1/kandidaten/_zoek';

export function createKandidatenvraag(
  http: HttpBron,
  { clientnummerVan }: Pick<Pseudonimiseerder, 'clientnummerVan'>,
): Kandidatenvraag {
  return async (profiel, raadpleging) => {
    const body = JSON.stringify({
      dossierstatus: 'GEREED_VOOR_UITSTROOM',
      ...(profiel.beroepcode === null ? {} : { beroepcode: profiel.beroepcode }),
      werkplaats: { plaats: profiel.plaats, postcodegebied: profiel.postcodegebied },
      pageSize: maxKandidatenPerPool,
    });
    const antwoord = await http.vraagJson({ method: 'POST', path: kandidatenPath, body }, raadpleging);
    const gelezen = kandidatenBladzijde.safeParse(antwoord.json);
    if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    const { results, next, count } = gelezen.data;
    return leesPool({
      rijen: results,
      meer: next !== null || count > results.length,
      waarschuwing: antwoord.waarschuwing,
      lees: (rij) => leesRij(rij, clientnummerVan, raadpleging),
    });
  };
}

function leesRij(
  rij: unknown,
  clientnummerVan: Pseudonimiseerder['clientnummerVan'],
  { correlationId, logger }: Raadpleging,
): Poolkandidaat<KvsKandidaat> | undefined {
  const wie = kvsKandidaatIdentificatie.safeParse(rij);
  const feiten = kvsKandidaat.safeParse(rij);
  const bsn = wie.data?.partijIdentificator.objectId;
  if (feiten.success && bsn !== undefined && isBsn(bsn)) {
    return { clientnummer: clientnummerVan(bsn), feiten: feiten.data };
  }
  logger.warn(
    {
      correlationId,
      bron: 'KVS',
      uitkomst: 'FOUT',
      reden: 'ONVERWACHTE_VORM',
      error: feiten.error ?? wie.error,
    },
    'one candidate of the source could not be read',
  );
  return undefined;
}
