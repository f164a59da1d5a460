import { createHash } from 'node:crypto';
import type { DatumOnvolledig } from '../../kit/index.ts';
import type { Klantdossier, Medewerker, Periode, Persoon } from '../../population/index.ts';

const apiPath = '/klantinteracties/api/v1';

/** A person as the system gives it, with the expansions that were asked for. */
export function partijVan(
  persoon: Persoon,
  dossier: Klantdossier | undefined,
  expand: readonly string[],
  clientnummerVan: (bsn: string) => string,
  origin: string,
  /** Tasks that were handed in. */
  nieuweTaken: readonly object[] = [],
): object {
  // Ids that stay the same between calls and tell nothing of the person.
  const kenmerk = clientnummerVan(persoon.bsn);
  const verwijzing = (soort: string, index = 0) => {
    const uuid = uuidVan(`${kenmerk}:${soort}:${index}`);
    return { uuid, url: `${origin}${apiPath}/${soort}/${uuid}` };
  };
  const contacten = (dossier?.contacten ?? []).map((contact, index) => ({
    ...verwijzing('betrokkenen', index),
    rol: 'klant',
    initiator: false,
    hadKlantcontact: verwijzing('klantcontacten', index),
    ...(expand.includes('betrokkenen.hadKlantcontact')
      ? {
          _expand: {
            hadKlantcontact: {
              ...verwijzing('klantcontacten', index),
              kanaal: contact.kanaal,
              onderwerp: contact.onderwerp,
              inhoud: '',
              indicatieContactGelukt: true,
              taal: 'nld',
              vertrouwelijk: false,
              plaatsgevondenOp: contact.op,
              hadBetrokkenActoren: [actor(contact.medewerker, origin)],
            },
          },
        }
      : {}),
  }));
  const adressen = [
    { adres: persoon.telefoon, soortDigitaalAdres: 'telefoonnummer' },
    { adres: persoon.email, soortDigitaalAdres: 'email' },
  ].map((adres, index) => ({
    ...verwijzing('digitaleadressen', index),
    ...adres,
    isStandaardAdres: true,
    omschrijving: '',
  }));
  const alles: Readonly<Record<string, unknown>> = {
    digitaleAdressen: adressen,
    betrokkenen: contacten,
    dossier: dossier === undefined ? null : { ...verwijzing('dossiers'), ...dossierVan(dossier, origin) },
    treden: (dossier?.treden ?? []).map(({ trede, vastgesteldOp }, index) => ({
      ...verwijzing('treden', index),
      trede,
      vastgesteldOp: isoDatum(vastgesteldOp),
    })),
    trajecten: (dossier?.trajecten ?? []).map(({ soort, doel, begindatum, einddatum }, index) => ({
      ...verwijzing('trajecten', index),
      // The system codes its kinds: `Work First` is WORK_FIRST.
      soort: soort.toUpperCase().replaceAll(' ', '_'),
      doel,
      begindatum: isoDatum(begindatum),
      einddatum: isoDatum(einddatum),
    })),
    dienstverlening: periodenVan(dossier?.dienstverlening, ({ soort }) => ({ soort })),
    werkaanbod:
      dossier?.werkaanbod?.map(({ aangebodenOp, omschrijving }) => ({
        aangebodenOp: isoDatum(aangebodenOp),
        omschrijving,
      })) ?? null,
    tegenprestatie: periodenVan(dossier?.tegenprestatie, ({ omschrijving }) => ({ omschrijving })),
    afspraken: (dossier?.afspraken ?? []).map(({ begin, einde, onderwerp, plaats, medewerker }, index) => ({
      ...verwijzing('afspraken', index),
      begin,
      einde,
      onderwerp,
      locatie: plaats,
      metActor: actor(medewerker, origin),
    })),
    internetaken: [
      ...(dossier?.interneTaken ?? []).map((taak, index) => ({
        ...verwijzing('internetaken', index),
        gevraagdeHandeling: taak.onderwerp,
        toelichting: '',
        status: taak.verwerkt ? 'verwerkt' : 'te_verwerken',
        toegewezenOp: taak.aangemaaktOp,
        uiterlijkeDatum: taak.uiterlijk ?? null,
        toegewezenAanActoren: [actor(taak.toegewezenAan, origin)],
      })),
      ...nieuweTaken,
    ],
    overeenkomsten: (dossier?.overeenkomsten ?? []).map((overeenkomst, index) => ({
      ...verwijzing('overeenkomsten', index),
      omschrijving: overeenkomst.omschrijving,
      gemaaktOp: overeenkomst.gemaaktOp,
      uiterlijkeDatum: overeenkomst.uiterlijk ?? null,
      nagekomen: overeenkomst.nagekomen ?? null,
    })),
    workFirst: workFirstVan(dossier?.workFirst),
    inburgering: inburgeringVan(persoon),
    kinderopvang: (dossier?.kinderopvang ?? []).map(
      ({ soort, begindatum, einddatum, urenPerWeek }, index) => ({
        ...verwijzing('kinderopvang', index),
        soort,
        begindatum: isoDatum(begindatum),
        einddatum: isoDatum(einddatum),
        urenPerWeek,
      }),
    ),
  };
  return {
    ...verwijzing('partijen'),
    soortPartij: 'persoon',
    indicatieActief: true,
    indicatieGeheimhouding: dossier === undefined ? null : dossier.afgeschermd === true,
    voorkeurstaal: 'nld',
    betrokkenen: contacten.map(({ uuid, url }) => ({ uuid, url })),
    digitaleAdressen: adressen.map(({ uuid, url }) => ({ uuid, url })),
    partijIdentificatoren: [
      {
        ...verwijzing('partij-identificatoren'),
        partijIdentificator: {
          codeObjecttype: 'natuurlijk_persoon',
          codeSoortObjectId: 'bsn',
          objectId: persoon.bsn,
          codeRegister: 'brp',
        },
      },
    ],
    partijIdentificatie: {
      contactnaam: {
        voorletters: persoon.naam.voorletters,
        voornaam: persoon.naam.voornamen.split(' ')[0],
        voorvoegselAchternaam: persoon.naam.voorvoegsel ?? '',
        achternaam: persoon.naam.geslachtsnaam,
      },
    },
    _expand: Object.fromEntries(
      Object.entries(alles).filter(([naam]) => expand.some((gevraagd) => gevraagd.split('.')[0] === naam)),
    ),
  };
}

/** A list of periods; null in a file that does not register them. */
function periodenVan<T extends Periode>(
  lijst: readonly T[] | undefined,
  rest: (periode: T) => object,
): readonly object[] | null {
  if (lijst === undefined) return null;
  return lijst.map((periode) => ({
    ...rest(periode),
    begindatum: isoDatum(periode.begindatum),
    einddatum: isoDatum(periode.einddatum),
  }));
}

function dossierVan(dossier: Klantdossier, origin: string): object {
  return {
    status: dossier.status,
    klantvraag: dossier.klantvraag,
    behandelaar: actor(dossier.klantmanager, origin),
    belemmeringen: dossier.belemmeringen.map((omschrijving) => ({ omschrijving })),
    indicatieSchuldhulpverlening: dossier.schuldhulpLoopt,
    opvallendheden: (dossier.opvallendheden ?? []).map((omschrijving) => ({ omschrijving })),
    indicatieZelfredzaam: dossier.zelfredzaam ?? null,
    aanmelddatum: isoDatum(dossier.aangemeldOp),
    doelgroep: dossier.doelgroepcode ?? '',
    datumHerbeoordeling: isoDatum(dossier.herbeoordelingOp),
  };
}

function workFirstVan(workFirst: Klantdossier['workFirst']): object | null {
  if (workFirst === undefined) return null;
  return {
    aanmelddatum: isoDatum(workFirst.aangemeldOp),
    startdatum: isoDatum(workFirst.gestartOp),
    datumAanHetWerk: isoDatum(workFirst.aanHetWerkOp),
    datumEersteContact: isoDatum(workFirst.eersteContactKlantmanagerOp),
    datumUitkeringsintake: isoDatum(workFirst.uitkeringsintakeGeplandOp),
    einddatum: isoDatum(workFirst.beeindigdOp),
  };
}

function inburgeringVan({ inburgering }: Persoon): object | null {
  if (inburgering === undefined) return null;
  return {
    status: inburgering.status,
    aanmelddatum: isoDatum(inburgering.aangemeldOp),
    startdatum: isoDatum(inburgering.startOp),
    einddatum: isoDatum(inburgering.eindOp),
  };
}

function actor(medewerker: Medewerker, origin: string): object {
  const uuid = uuidVan(`medewerker:${medewerker.nummer}`);
  return {
    uuid,
    url: `${origin}${apiPath}/actoren/${uuid}`,
    naam: medewerker.naam,
    soortActor: 'medewerker',
    indicatieActief: true,
    actoridentificator: {
      objectId: medewerker.nummer,
      codeObjecttype: 'mdw',
      codeRegister: 'msei',
      codeSoortObjectId: 'idf',
    },
    actorIdentificatie: {
      functie: medewerker.functie,
      emailadres: medewerker.email,
      telefoonnummer: medewerker.telefoon,
    },
  };
}

/** A partial date as ISO 8601-1 reduced precision: only the parts that are known. */
function isoDatum(datum: DatumOnvolledig | undefined): string | null {
  const bekend = datum?.split('-XX')[0];
  return bekend === undefined || bekend === 'XXXX' ? null : bekend;
}

function uuidVan(tekst: string): string {
  const hex = createHash('sha256').update(tekst).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
