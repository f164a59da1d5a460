import type { z } from 'zod';
import {
  type Betreft,
  type Betrokkene,
  type Bronantwoord,
  BronFout,
  type Bronreden,
  type Bronresultaat,
  type Bulkvraag,
  createHttpBron,
  deClient,
  isClientnummer,
  niemand,
  type Raadpleging,
  raadpleeg,
  type Toetsvraag,
  voorAlle,
  type Werkvoorraadgegevens,
} from '../../kit/index.ts';
import type { Config } from '../config.ts';
import { leesCursor, maakCursor } from '../cursor.ts';
import type { Branche, Vacaturestatus } from '../generated/resolvers.ts';
import { branches, optieVan, vacaturestatussen } from './codes.ts';
import { allemaal, bevat, isEenVan, tekstLiteral } from './filter.ts';
import { createKengetallenvraag, type Kengetallenvraag } from './kengetallen-source.ts';
import {
  type Account,
  account,
  type Contactmoment,
  contactmoment,
  type Plaatsingsafspraak,
  plaatsingsafspraak,
  type Vacature,
  type Voorstel,
  vacature,
  voorstel,
  type Zoekopdracht,
  zoekopdracht,
} from './messages.ts';
import { createOdata, type OdataVraag, odataHeaders, type Rijen } from './odata.ts';
import { leesEnige, leesLijst, leesPagina, type Zoekpagina } from './uitslag.ts';
import { createWerkvoorraadtoets, createWerkvoorraadvraag } from './werkvoorraad-source.ts';

const bron = 'CRM';

/** Keys in one `In` condition: 100 clientnummers make a URL of about 5 KB. */
export const maxPerVraag = 100;

const medewerkerKolommen = 'fullname,title,address1_telephone1,internalemailaddress';
const vacatureKolommen =
  'wg_vacatureid,wg_vacaturenummer,wg_titel,wg_soort,wg_beroepcode,wg_beroepnaam,wg_urenperweek,' +
  'wg_aantalplaatsen,wg_plaats,wg_geplaatstop,wg_sluitingsdatum,wg_status,_wg_werkgeverid_value,' +
  'wg_beroepuri,wg_werkdenkniveau,wg_urenvan,wg_urentot,wg_arbeidsmarktregio,wg_postcodegebied,' +
  'wg_taaleisen,wg_rijbewijzen,wg_vaardigheden';
const vacatureWerkgever = 'wg_werkgeverid($select=wg_kvknummer)';

const accountVraag = {
  entityset: 'accounts',
  select: 'accountid,name,wg_kvknummer,wg_branche',
  expand: `primarycontactid($select=contactid,fullname,jobtitle,telephone1,emailaddress1),owninguser($select=${medewerkerKolommen})`,
} as const;
const vacatureVraag = {
  entityset: 'wg_vacatures',
  select: vacatureKolommen,
  expand: vacatureWerkgever,
  orderby: 'wg_vacaturenummer desc',
} as const;
const voorstelVraag = {
  entityset: 'wg_voorstellen',
  select: 'wg_voorstelid,wg_clientnummer,wg_voorgesteldop,wg_status,wg_terugkoppeling,_wg_vacatureid_value',
  expand: `wg_vacatureid($select=${vacatureKolommen};$expand=${vacatureWerkgever})`,
  orderby: 'wg_voorgesteldop desc,wg_voorstelid',
} as const;
const contactVraag = {
  entityset: 'wg_contactmomenten',
  select: 'wg_contactmomentid,wg_op,wg_soort,wg_onderwerp,_wg_werkgeverid_value',
  expand: `wg_namens($select=wg_code,wg_naam),owninguser($select=${medewerkerKolommen})`,
  orderby: 'wg_op desc,wg_contactmomentid',
} as const;

const zoekopdrachtVraag = {
  entityset: 'wg_zoekopdrachten',
  select:
    'wg_zoekopdrachtid,wg_omschrijving,wg_beroepcode,wg_beroepnaam,wg_aantal,wg_ontvangenop,wg_uiterlijk,' +
    'wg_status,_wg_werkgeverid_value',
  expand: `owninguser($select=${medewerkerKolommen})`,
  orderby: 'wg_ontvangenop desc,wg_zoekopdrachtid',
} as const;
const afspraakVraag = {
  entityset: 'wg_plaatsingsafspraken',
  select:
    'wg_plaatsingsafspraakid,wg_status,wg_begindatum,wg_einddatum,wg_urenperweek,wg_toelichting,_wg_voorstelid_value',
  expand: 'wg_instrumentid($select=wg_code,wg_naam)',
  orderby: 'wg_begindatum,wg_plaatsingsafspraakid',
} as const;

export type Bladeren = { readonly first: number; readonly after: string | undefined };

/** The employer service point's CRM. Every question is one call for at most `maxPerVraag` keys (pages apart). */
export type Crm = {
  /** By clientnummer. */
  readonly voorstellen: Bulkvraag<string, readonly Voorstel[]>;
  /** By KvK number. */
  readonly werkgevers: Bulkvraag<string, Account>;
  /** By id of the account. */
  readonly contactmomenten: Bulkvraag<string, readonly Contactmoment[]>;
  /** By id of the account. */
  readonly vacaturesVanWerkgever: Bulkvraag<string, readonly Vacature[]>;
  /** By id of the account. */
  readonly zoekopdrachten: Bulkvraag<string, readonly Zoekopdracht[]>;
  /** By id of the proposal. */
  readonly plaatsingsafspraken: Bulkvraag<string, readonly Plaatsingsafspraak[]>;
  /** By id of the vacancy, lower case. */
  readonly vacatures: Bulkvraag<string, Vacature>;
  /** @throws GraafFout ONGELDIGE_INVOER for a cursor that is not of this list */
  readonly zoekVacatures: (
    zoek: Bladeren & { readonly status?: Vacaturestatus | undefined; readonly branche?: Branche | undefined },
    raadpleging: Raadpleging,
  ) => Promise<Bronantwoord<Zoekpagina<Vacature>>>;
  /** @throws GraafFout ONGELDIGE_INVOER for a cursor that is not of this list */
  readonly zoekWerkgevers: (
    zoek: Bladeren & { readonly zoekterm?: string | undefined; readonly branche?: Branche | undefined },
    raadpleging: Raadpleging,
  ) => Promise<Bronantwoord<Zoekpagina<Account>>>;
  /** The candidates of a matchmaker, by number of the matchmaker. */
  readonly werkvoorraad: Bulkvraag<string, Werkvoorraadgegevens>;
  /** Which of some clients are candidates of a matchmaker. */
  readonly toets: Bulkvraag<Toetsvraag, Werkvoorraadgegevens>;
  /** Figures over a period, without persons. */
  readonly kengetallen: Kengetallenvraag;
  readonly sluit: () => Promise<void>;
};

export function isKvkNummer(waarde: string): boolean {
  return /^\d{8}$/.test(waarde);
}

export function isUuid(waarde: string): boolean {
  return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(waarde);
}

export function createCrm(config: Config['crm']): Crm {
  const http = createHttpBron({
    ...config,
    bron,
    headers: odataHeaders(config.token),
  });
  const odata = createOdata(http, config.url);

  /** One condition for all keys; the rows are dealt out by exact key, `lees` makes a result of each share. */
  const perWaarde = <R, T>(opties: {
    readonly vraag: OdataVraag;
    readonly kolom: string;
    readonly rij: z.ZodType<R>;
    readonly sleutelVan: (rij: R) => string | null;
    readonly geldig: (sleutel: string) => boolean;
    readonly ongeldig: Bronreden;
    readonly lees: (deel: Rijen<R>) => Bronresultaat<T>;
    readonly betreft: Betreft<string, T>;
  }): Bulkvraag<string, T> =>
    voorAlle(bron, opties.betreft, async (sleutels, raadpleging) => {
      const vragen = sleutels.filter(opties.geldig);
      const leeg: Rijen<R> = { rijen: [], waarschuwing: false };
      const antwoord =
        vragen.length === 0
          ? leeg
          : await odata.alles(
              { ...opties.vraag, filter: isEenVan(opties.kolom, vragen) },
              opties.rij,
              raadpleging,
            );
      // The CRM compares text without regard to case: a row of another key may come along, and is left out.
      // A row of no key that was asked means that the filter was not obeyed: then nothing here is to be believed.
      const delen = new Map<string, R[]>(vragen.map((sleutel) => [sleutel, []]));
      const gevraagd = new Set(vragen.map((sleutel) => sleutel.toLowerCase()));
      for (const rij of antwoord.rijen) {
        const sleutel = opties.sleutelVan(rij) ?? '';
        if (!gevraagd.has(sleutel.toLowerCase())) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
        delen.get(sleutel)?.push(rij);
      }
      return {
        gevonden: new Map<string, Bronresultaat<T>>(
          sleutels.map((sleutel) => {
            const rijen = delen.get(sleutel);
            return [
              sleutel,
              rijen === undefined
                ? { uitkomst: 'FOUT', reden: opties.ongeldig }
                : opties.lees({ ...antwoord, rijen }),
            ];
          }),
        ),
      };
    });

  return {
    voorstellen: perWaarde({
      vraag: voorstelVraag,
      kolom: 'wg_clientnummer',
      rij: voorstel,
      sleutelVan: (rij) => rij.wg_clientnummer,
      geldig: isClientnummer,
      ongeldig: 'CLIENTNUMMER_ONBEKEND',
      lees: leesLijst,
      betreft: deClient,
    }),
    werkgevers: perWaarde({
      // The oldest first: of duplicates, that is the one the service point began with.
      vraag: { ...accountVraag, orderby: 'createdon' },
      kolom: 'wg_kvknummer',
      rij: account,
      sleutelVan: (rij) => rij.wg_kvknummer,
      geldig: isKvkNummer,
      ongeldig: 'SLEUTEL_ONGELDIG',
      lees: leesEnige,
      betreft: (_kvkNummer, rij) => deContactpersonen(rij === undefined ? [] : [rij]),
    }),
    contactmomenten: perWaarde({
      vraag: contactVraag,
      kolom: 'wg_werkgeverid',
      rij: contactmoment,
      sleutelVan: (rij) => rij._wg_werkgeverid_value,
      geldig: isUuid,
      ongeldig: 'SLEUTEL_ONGELDIG',
      lees: leesLijst,
      betreft: niemand,
    }),
    vacaturesVanWerkgever: perWaarde({
      vraag: vacatureVraag,
      kolom: 'wg_werkgeverid',
      rij: vacature,
      sleutelVan: (rij) => rij._wg_werkgeverid_value,
      geldig: isUuid,
      ongeldig: 'SLEUTEL_ONGELDIG',
      lees: leesLijst,
      betreft: niemand,
    }),
    zoekopdrachten: perWaarde({
      vraag: zoekopdrachtVraag,
      kolom: 'wg_werkgeverid',
      rij: zoekopdracht,
      sleutelVan: (rij) => rij._wg_werkgeverid_value,
      geldig: isUuid,
      ongeldig: 'SLEUTEL_ONGELDIG',
      lees: leesLijst,
      betreft: niemand,
    }),
    plaatsingsafspraken: perWaarde({
      vraag: afspraakVraag,
      kolom: 'wg_voorstelid',
      rij: plaatsingsafspraak,
      sleutelVan: (rij) => rij._wg_voorstelid_value,
      geldig: isUuid,
      ongeldig: 'SLEUTEL_ONGELDIG',
      lees: leesLijst,
      betreft: niemand,
    }),
    vacatures: perWaarde({
      vraag: vacatureVraag,
      kolom: 'wg_vacatureid',
      rij: vacature,
      sleutelVan: (rij) => rij.wg_vacatureid,
      geldig: isUuid,
      ongeldig: 'SLEUTEL_ONGELDIG',
      lees: leesEnige,
      betreft: niemand,
    }),
    zoekVacatures: async ({ status, branche, first, after }, raadpleging) => {
      const na = after === undefined ? undefined : leesCursor('vacature', after);
      const filter = allemaal([
        status === undefined ? undefined : `wg_status eq ${optieVan(vacaturestatussen, status)}`,
        branche === undefined ? undefined : `wg_werkgeverid/wg_branche eq ${optieVan(branches, branche)}`,
        na === undefined ? undefined : `wg_vacaturenummer lt ${tekstLiteral(na[0])}`,
      ]);
      return raadpleeg(raadpleging, bron, niemand, async () => {
        const pagina = await odata.pagina({ ...vacatureVraag, filter }, vacature, first, raadpleging);
        return leesPagina(pagina, (rij) => maakCursor('vacature', [rij.wg_vacaturenummer]));
      });
    },
    zoekWerkgevers: async ({ zoekterm, branche, first, after }, raadpleging) => {
      const na = after === undefined ? undefined : leesCursor('werkgever', after);
      const filter = allemaal([
        // What has no name has no place in this order; what has no KvK number is no employer of the graph.
        'name ne null and wg_kvknummer ne null',
        zoekterm === undefined ? undefined : bevat('name', zoekterm),
        branche === undefined ? undefined : `wg_branche eq ${optieVan(branches, branche)}`,
        na === undefined ? undefined : naWerkgever(na),
      ]);
      return raadpleeg(
        raadpleging,
        bron,
        (pagina?: Zoekpagina<Account>) => deContactpersonen(pagina?.rijen ?? []),
        async () => {
          const vraag = { ...accountVraag, filter, orderby: 'name,wg_kvknummer' };
          const pagina = await odata.pagina(vraag, account, first, raadpleging);
          return leesPagina(pagina, (rij) =>
            maakCursor('werkgever', [rij.name ?? '', rij.wg_kvknummer ?? '']),
          );
        },
      );
    },
    werkvoorraad: createWerkvoorraadvraag(odata),
    toets: createWerkvoorraadtoets(odata),
    kengetallen: createKengetallenvraag(odata),
    sluit: http.sluit,
  };
}

/** Who at these employers is named: persons too, without being clients. */
const deContactpersonen = (rijen: readonly Account[]): readonly Betrokkene[] =>
  rijen.flatMap(({ primarycontactid: contact }) =>
    contact === null ? [] : [{ soort: 'CRM_CONTACT', id: contact.contactid }],
  );

function naWerkgever([naam, kvkNummer]: readonly [string, string]): string {
  const grens = tekstLiteral(naam);
  return `(name gt ${grens} or (name eq ${grens} and wg_kvknummer gt ${tekstLiteral(kvkNummer)}))`;
}
