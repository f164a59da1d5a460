import type { RelatieWaarde } from '../entiteiten.ts';
import type * as graaf from '../generated/resolvers.ts';
import type { Codewaarde, Contactpersoon } from '../generated/resolvers.ts';
import { branches, vacaturesoorten, vacaturestatussen, voorstelstatussen, waardeVan } from './codes.ts';
import type {
  Account,
  Contact,
  Contactmoment,
  Plaatsingsafspraak,
  Systemuser,
  Vacature,
  Voorstel,
  Zoekopdracht,
} from './messages.ts';
import { label } from './odata.ts';
import { mapProfiel } from './profiel.ts';

/** A choice column: the option as the CRM sent it, with the CRM's own label. */
function codewaarde(optie: number | null, omschrijving: string | undefined): Codewaarde | null {
  return optie === null ? null : { code: String(optie), omschrijving: omschrijving ?? null };
}

function mapMedewerker(user: Systemuser | null): Contactpersoon | null {
  if (user?.fullname == null) return null;
  return {
    naam: user.fullname,
    functie: user.title,
    telefoonnummer: user.address1_telephone1,
    emailadres: user.internalemailaddress,
  };
}

function mapContact(contact: Contact | null): Contactpersoon | null {
  if (contact?.fullname == null) return null;
  return {
    naam: contact.fullname,
    functie: contact.jobtitle,
    telefoonnummer: contact.telephone1,
    emailadres: contact.emailaddress1,
  };
}

/** What stands in the account itself; contacts, vacancies and search assignments are lists of their own. */
export function mapRelatie(account: Account): Omit<RelatieWaarde, 'bron' | 'accountid'> {
  return {
    naam: account.name,
    branche: waardeVan(branches, account.wg_branche),
    brancheCode: codewaarde(account.wg_branche, account[`wg_branche${label}`]),
    contactpersoon: mapContact(account.primarycontactid),
    matchmaker: mapMedewerker(account.owninguser),
  };
}

export function mapContactmoment(rij: Contactmoment): graaf.Werkgeverscontactmoment {
  return {
    id: rij.wg_contactmomentid,
    op: rij.wg_op,
    soort: codewaarde(rij.wg_soort, rij[`wg_soort${label}`]),
    onderwerp: rij.wg_onderwerp,
    namens: rij.wg_namens && { code: rij.wg_namens.wg_code, omschrijving: rij.wg_namens.wg_naam },
    medewerker: mapMedewerker(rij.owninguser),
  };
}

export function mapVacature(rij: Vacature): Omit<graaf.Vacaturegegevens, 'bron'> {
  const kvkNummer = rij.wg_werkgeverid?.wg_kvknummer;
  return {
    titel: rij.wg_titel,
    soort: waardeVan(vacaturesoorten, rij.wg_soort),
    soortCode: codewaarde(rij.wg_soort, rij[`wg_soort${label}`]),
    beroep: rij.wg_beroepcode === null ? null : { code: rij.wg_beroepcode, omschrijving: rij.wg_beroepnaam },
    urenPerWeek: rij.wg_urenperweek,
    aantalPlaatsen: rij.wg_aantalplaatsen,
    plaats: rij.wg_plaats,
    geplaatstOp: rij.wg_geplaatstop,
    sluitingsdatum: rij.wg_sluitingsdatum,
    status: waardeVan(vacaturestatussen, rij.wg_status),
    statusCode: codewaarde(rij.wg_status, rij[`wg_status${label}`]),
    werkgever: kvkNummer == null ? null : { kvkNummer },
    profiel: mapProfiel(rij),
  };
}

export function mapZoekopdracht(rij: Zoekopdracht): graaf.Werkgeverszoekopdracht {
  return {
    id: rij.wg_zoekopdrachtid,
    omschrijving: rij.wg_omschrijving,
    beroep: rij.wg_beroepcode === null ? null : { code: rij.wg_beroepcode, omschrijving: rij.wg_beroepnaam },
    aantal: rij.wg_aantal,
    ontvangenOp: rij.wg_ontvangenop,
    uiterlijk: rij.wg_uiterlijk,
    status: codewaarde(rij.wg_status, rij[`wg_status${label}`]),
    behandelaar: mapMedewerker(rij.owninguser),
  };
}

export function mapPlaatsingsafspraak(rij: Plaatsingsafspraak): graaf.Plaatsingsafspraak {
  return {
    id: rij.wg_plaatsingsafspraakid,
    instrument: rij.wg_instrumentid && {
      code: rij.wg_instrumentid.wg_code,
      omschrijving: rij.wg_instrumentid.wg_naam,
    },
    status: codewaarde(rij.wg_status, rij[`wg_status${label}`]),
    begindatum: rij.wg_begindatum,
    einddatum: rij.wg_einddatum,
    urenPerWeek: rij.wg_urenperweek,
    toelichting: rij.wg_toelichting,
  };
}

export function mapVoorstel(rij: Voorstel): Omit<graaf.Voorstel, 'plaatsingsafspraken'> {
  return {
    id: rij.wg_voorstelid,
    vacature: rij._wg_vacatureid_value === null ? null : { id: rij._wg_vacatureid_value },
    voorgesteldOp: rij.wg_voorgesteldop,
    status: waardeVan(voorstelstatussen, rij.wg_status),
    statusCode: codewaarde(rij.wg_status, rij[`wg_status${label}`]),
    terugkoppeling: rij.wg_terugkoppeling,
  };
}
