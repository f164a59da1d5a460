import {
  BronFout,
  type Bronresultaat,
  type BsnVan,
  bsnOfFout,
  type Correctieverzoek,
  type Correctievraag,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  nietsGevonden,
  type Ontvangst,
  perSleutel,
  type Raadpleging,
  uiterlijkOp,
  vanVerzoeker,
} from '../../kit/index.ts';
import { identificatorenVan } from './bladzijde.ts';
import { type Internetaak, internetaak, internetakenBladzijde, weigering } from './correctie-messages.ts';

const path = '/klantinteracties/api/v1/internetaken';

/** A request becomes an interne taak for whoever handles the file; its reference is of us and unique in the system. */
export function createCorrectievraag(http: HttpBron, bsnVan: BsnVan): Correctievraag {
  return perSleutel(http.bron, vanVerzoeker, async (verzoek, raadpleging) => {
    const bsn = bsnOfFout(bsnVan, verzoek.clientnummer);
    const referentienummer = referentieVan(verzoek);
    const body = JSON.stringify(taakVan(verzoek, bsn, referentienummer, raadpleging.now()));
    const antwoord = await http.vraagJson(
      { method: 'POST', path, body, ookStatus: [400], isHerhaalbaar: false },
      raadpleging,
    );
    if (antwoord.status !== 400) {
      const gelezen = internetaak.safeParse(antwoord.json);
      if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
      return ontvangst(gelezen.data, antwoord.waarschuwing, { bsn, referentienummer });
    }
    const redenen = weigering.safeParse(antwoord.json).data?.invalidParams ?? [];
    const is = (veld: string, code: string) => redenen.some((r) => r.name === veld && r.code === code);
    if (is('referentienummer', 'unique')) return zoek(http, { bsn, referentienummer }, raadpleging);
    if (is('partijIdentificator', 'does_not_exist')) return nietsGevonden();
    throw new BronFout('FOUT', 'BRONFOUT');
  });
}

type Sleutel = { readonly bsn: string; readonly referentienummer: string };

/** The standard has room for ten characters: 51 bits of what makes a request one. */
export function referentieVan({ kenmerk }: Pick<Correctieverzoek, 'kenmerk'>): string {
  return BigInt(`0x${kenmerk}`).toString(36).slice(-10).toUpperCase();
}

function taakVan(
  { bron, gegeven, toelichting }: Correctieverzoek,
  bsn: string,
  referentienummer: string,
  nu: Date,
): object {
  const [partijIdentificator] = identificatorenVan([bsn]);
  return {
    referentienummer,
    gevraagdeHandeling: `Correctieverzoek (AVG art. 16): ${bron}`,
    toelichting: `${gegeven}\n\n${toelichting}`,
    status: 'te_verwerken',
    uiterlijkeDatum: uiterlijkOp(nu),
    partijIdentificator,
    toegewezenAanActoren: [],
  };
}

/** The task that an earlier call made, of which the answer did not come. The reference tells nothing of a person. */
async function zoek(
  http: HttpBron,
  sleutel: Sleutel,
  raadpleging: Raadpleging,
): Promise<Bronresultaat<Ontvangst>> {
  const antwoord = await http.vraagJson(
    { method: 'GET', path: `${path}?referentienummer=${sleutel.referentienummer}` },
    raadpleging,
  );
  const gelezen = internetakenBladzijde.safeParse(antwoord.json);
  const [taak, ...andere] = gelezen.data?.results ?? [];
  if (taak === undefined || andere.length > 0) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
  return ontvangst(taak, antwoord.waarschuwing, sleutel);
}

/** A receipt of another's request, by a reference that happened to be the same, is none. */
function ontvangst(
  { referentienummer, toegewezenOp, partijIdentificator }: Internetaak,
  waarschuwing: boolean,
  sleutel: Sleutel,
): Bronresultaat<Ontvangst> {
  const isDeze =
    referentienummer === sleutel.referentienummer &&
    partijIdentificator.codeSoortObjectId === 'bsn' &&
    partijIdentificator.objectId === sleutel.bsn;
  if (!isDeze) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  const gegevens = { nummer: referentienummer, ontvangenOp: toegewezenOp };
  return waarschuwing ? gedeeltelijk(gegevens, 'WAARSCHUWING') : gevonden(gegevens);
}
