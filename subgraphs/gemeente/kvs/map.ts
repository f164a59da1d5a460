import { type Codetabel, codewaarde, codewaardeOfNull } from '../../kit/index.ts';
import type {
  Contactmoment,
  Contactpersoon,
  Inburgeringstraject,
  InterneTaak,
  Klantdossier,
  Overeenkomst,
  Tredevaststelling,
  WorkFirst,
} from '../generated/resolvers.ts';
import { mapDienstverlening, mapTegenprestatie, mapWerkaanbod } from './dienstverlening-map.ts';
import type {
  KvsActor,
  KvsDigitaalAdres,
  KvsInburgering,
  KvsInternetaak,
  KvsKlantcontact,
  KvsOvereenkomst,
  KvsPartij,
  KvsTrede,
  KvsWorkFirst,
} from './messages.ts';
import { vanaf } from './volgorde.ts';

/** A partij of the client tracking system, with its expansions, as the file the front office sees. */
export function mapKlantdossier(partij: KvsPartij): Omit<Klantdossier, 'bron'> {
  const { dossier, digitaleAdressen, betrokkenen, treden, trajecten, afspraken } = partij._expand;
  const { internetaken, overeenkomsten, workFirst, inburgering, kinderopvang } = partij._expand;
  const { dienstverlening, werkaanbod, tegenprestatie } = partij._expand;
  const vaststellingen = treden.toSorted((a, b) => vanaf(b.vastgesteldOp, a.vastgesteldOp)).map(mapTrede);
  return {
    contactpersoon: mapActor(dossier?.behandelaar),
    afgeschermd: partij.indicatieGeheimhouding,
    telefoonnummer: adresVan(digitaleAdressen, 'telefoonnummer'),
    emailadres: adresVan(digitaleAdressen, 'email'),
    status: codewaardeOfNull(dossier?.status, statussen),
    klantvraag: dossier?.klantvraag ?? null,
    trede: vaststellingen[0] ?? null,
    treden: vaststellingen,
    trajecten: trajecten
      .toSorted((a, b) => vanaf(b.begindatum, a.begindatum))
      .map(({ soort, doel, begindatum, einddatum }) => ({
        soort: codewaarde(soort, trajectsoorten),
        doel,
        begindatum,
        einddatum,
      })),
    dienstverlening: dienstverlening && mapDienstverlening(dienstverlening),
    werkaanbod: werkaanbod && mapWerkaanbod(werkaanbod),
    tegenprestatie: tegenprestatie && mapTegenprestatie(tegenprestatie),
    afspraken: afspraken
      .toSorted((a, b) => a.begin.localeCompare(b.begin))
      .map(({ begin, einde, onderwerp, locatie, metActor }) => ({
        begin,
        einde,
        onderwerp,
        plaats: locatie,
        medewerker: mapActor(metActor),
      })),
    contactmomenten: betrokkenen
      .map(({ _expand }) => _expand.hadKlantcontact)
      .toSorted((a, b) => b.plaatsgevondenOp.localeCompare(a.plaatsgevondenOp))
      .map(mapContact),
    belemmeringen: dossier?.belemmeringen.map(({ omschrijving }) => omschrijving) ?? null,
    schuldhulpLoopt: dossier?.indicatieSchuldhulpverlening ?? null,
    opvallendheden: dossier?.opvallendheden.map(({ omschrijving }) => omschrijving) ?? null,
    overeenkomsten: overeenkomsten.toSorted(eerstVervallend).map(mapOvereenkomst),
    interneTaken: internetaken.toSorted(eerstVervallend).map(mapTaak),
    workFirst: workFirst && mapWorkFirst(workFirst),
    inburgering: inburgering && mapInburgering(inburgering),
    kinderopvang: kinderopvang
      .toSorted((a, b) => vanaf(b.begindatum, a.begindatum))
      .map(({ soort, ...rest }) => ({ soort: codewaarde(soort, soortenOpvang), ...rest })),
    zelfredzaam: dossier?.indicatieZelfredzaam ?? null,
    aangemeldOp: dossier?.aanmelddatum ?? null,
    doelgroepcode: codewaardeOfNull(dossier?.doelgroep ?? undefined, doelgroepen),
    herbeoordelingOp: dossier?.datumHerbeoordeling ?? null,
  };
}

/** What must be done first stands first; what has no deadline stands last. */
function eerstVervallend(
  a: { readonly uiterlijkeDatum: string | null },
  b: { readonly uiterlijkeDatum: string | null },
): number {
  return (a.uiterlijkeDatum ?? '9999').localeCompare(b.uiterlijkeDatum ?? '9999');
}

function mapOvereenkomst(overeenkomst: KvsOvereenkomst): Overeenkomst {
  const { omschrijving, gemaaktOp, uiterlijkeDatum, nagekomen } = overeenkomst;
  return { omschrijving, gemaaktOp, uiterlijk: uiterlijkeDatum, nagekomen };
}

function mapTaak(taak: KvsInternetaak): InterneTaak {
  return {
    onderwerp: taak.gevraagdeHandeling,
    toegewezenAan: mapActor(taak.toegewezenAanActoren[0]),
    aangemaaktOp: taak.toegewezenOp,
    uiterlijk: taak.uiterlijkeDatum,
    status: codewaarde(taak.status, taakstatussen),
  };
}

function mapWorkFirst(workFirst: KvsWorkFirst): WorkFirst {
  return {
    aangemeldOp: workFirst.aanmelddatum,
    gestartOp: workFirst.startdatum,
    aanHetWerkOp: workFirst.datumAanHetWerk,
    eersteContactKlantmanagerOp: workFirst.datumEersteContact,
    uitkeringsintakeGeplandOp: workFirst.datumUitkeringsintake,
    beeindigdOp: workFirst.einddatum,
  };
}

function mapInburgering(inburgering: KvsInburgering): Inburgeringstraject {
  return {
    status: codewaarde(inburgering.status, inburgeringsstatussen),
    aangemeldOp: inburgering.aanmelddatum,
    startOp: inburgering.startdatum,
    eindOp: inburgering.einddatum,
  };
}

const taakstatussen: Codetabel = { te_verwerken: 'Te verwerken', verwerkt: 'Verwerkt' };

export const inburgeringsstatussen: Codetabel = {
  POTENTIEEL: 'Potentieel inburgeringsplichtig',
  AANGEMELD: 'Aangemeld',
  AANGEBODEN: 'Traject aangeboden',
  VRIJGESTELD: 'Vrijgesteld',
  ONTHEVEN: 'Ontheven',
};

const soortenOpvang: Codetabel = {
  DAGOPVANG: 'Dagopvang',
  BSO: 'Buitenschoolse opvang',
  GASTOUDEROPVANG: 'Gastouderopvang',
};

export const doelgroepen: Codetabel = {
  '1': '(Bijna) volledige loonwaarde',
  '2': 'Beperkte loonwaarde',
  '3': 'Beschut',
  '4': 'Zorg',
};

export const treden: Readonly<Record<number, string>> = {
  1: 'Geïsoleerd',
  2: 'Sociale contacten buitenshuis',
  3: 'Deelname aan georganiseerde activiteiten',
  4: 'Onbetaald werk',
  5: 'Betaald werk met ondersteuning',
  6: 'Betaald werk',
};

function mapTrede({ trede, vastgesteldOp }: KvsTrede): Tredevaststelling {
  return { trede, omschrijving: treden[trede] ?? null, vastgesteldOp };
}

const statussen: Codetabel = {
  INTAKE: 'Intake',
  DIAGNOSE: 'Diagnose',
  TRAJECT: 'In traject',
  GEREED_VOOR_UITSTROOM: 'Gereed voor uitstroom',
  NAZORG: 'Nazorg',
  ZORG: 'Zorg',
};

export const trajectsoorten: Codetabel = {
  WORK_FIRST: 'Work First',
  SOCIALE_ACTIVERING: 'Sociale activering',
  WERKERVARINGSPLAATS: 'Werkervaringsplaats',
  TAALTRAJECT: 'Taaltraject',
  SCHOLING: 'Scholing',
};

function mapContact(contact: KvsKlantcontact): Contactmoment {
  return {
    op: contact.plaatsgevondenOp,
    kanaal: contact.kanaal,
    onderwerp: contact.vertrouwelijk ? null : contact.onderwerp,
    medewerker: mapActor(contact.hadBetrokkenActoren[0]),
  };
}

function mapActor(actor: KvsActor | null | undefined): Contactpersoon | null {
  if (!actor) return null;
  return {
    naam: actor.naam,
    functie: actor.actorIdentificatie?.functie ?? null,
    telefoonnummer: actor.actorIdentificatie?.telefoonnummer ?? null,
    emailadres: actor.actorIdentificatie?.emailadres ?? null,
  };
}

/** The address the client prefers, else the first of its kind. */
function adresVan(adressen: readonly KvsDigitaalAdres[] | null, soort: string): string | null {
  const vanSoort = adressen?.filter((adres) => adres.soortDigitaalAdres === soort) ?? [];
  return (vanSoort.find((adres) => adres.isStandaardAdres) ?? vanSoort[0])?.adres ?? null;
}
