/** Values of persons that stand nowhere else: where one is found, a person left a trace. */
import { isBsn } from '../../../subgraphs/kit/index.ts';
import type { Bevolking, Inkomstenverhouding, Persoon } from '../../../subgraphs/population/index.ts';

/** Words that no code, schema or other person has, by what they are of the client. Plain letters: no encoding hides one. */
export const woorden = {
  voornaam: 'Quirijntje',
  geslachtsnaam: 'Kwastelhoorn',
  straat: 'Kikkerdrilkade',
  email: 'kwartelpost',
  telefoon: '06-48151623',
  partner: 'Zwaluwvanger',
  werkgever: 'Pluisbaard',
  klantvraag: 'Brommelzucht',
  belemmering: 'Fladderstein',
  knelpunt: 'Hobbelkramp',
  contact: 'Snorrebot',
  document: 'Knisperbrief',
  ontwikkelplan: 'Wiebelwerk',
  terugkoppeling: 'Tuitelaar',
  kosten: 'Grommelbed',
} as const;

/** Cents. */
export const bedragen = {
  bijstandsnorm: 7_391_826,
  betaling: 6_148_273,
  vordering: 5_927_381,
  ww: 8_264_917,
  loon: 9_173_648,
} as const;

export const geboortedatum = '1963-02-28';

export type Kanaries = {
  readonly bsns: readonly [client: string, partner: string];
  readonly clientnummers: readonly [client: string, partner: string];
  readonly bevolking: Bevolking;
};

/** The population with the first client, and a partner, of canaries only. */
export function metKanaries(gewoon: Bevolking, clientnummerVan: (bsn: string) => string): Kanaries {
  const [eerste, ...anderen] = gewoon.personen;
  if (eerste === undefined) throw new Error('the population has nobody');
  const bezet = new Set(gewoon.personen.flatMap(({ bsn, partner }) => [bsn, partner?.bsn ?? '']));
  const vrij = Array.from({ length: 1_000 }, (_leeg, i) => String(999_999_999 - i)).filter(
    (bsn) => isBsn(bsn) && !bezet.has(bsn),
  );
  const [client = '', partner = ''] = vrij;
  const personen = [alsKanarie(eerste, client, partner), ...anderen];
  return {
    bsns: [client, partner],
    clientnummers: [clientnummerVan(client), clientnummerVan(partner)],
    bevolking: { ...gewoon, personen, perBsn: new Map(personen.map((persoon) => [persoon.bsn, persoon])) },
  };
}

function alsKanarie(persoon: Persoon, bsn: string, partner: string): Persoon {
  const { bijstand, klantdossier, werkzoekende, ontwikkelplan, documenten = [] } = persoon;
  if (bijstand === undefined || klantdossier === undefined) throw new Error('not the first client');
  return {
    ...persoon,
    bsn,
    naam: {
      voornamen: woorden.voornaam,
      voorletters: 'Q.',
      geslachtsnaam: woorden.geslachtsnaam,
    },
    geboortedatum,
    adres: { ...persoon.adres, straat: woorden.straat },
    telefoon: woorden.telefoon,
    email: `${woorden.email}@example.nl`,
    partner: {
      bsn: partner,
      naam: { voornamen: 'Bert', voorletters: 'B.', geslachtsnaam: woorden.partner },
      geboortedatum: '1964-05-06',
    },
    bijstand: {
      ...bijstand,
      leefvorm: 'GEHUWD_OF_SAMENWONEND',
      normCenten: bedragen.bijstandsnorm,
      betalingen: bijstand.betalingen.map((betaling) => ({ ...betaling, nettoCenten: bedragen.betaling })),
      ...(bijstand.vordering === undefined
        ? {}
        : { vordering: { ...bijstand.vordering, saldoCenten: bedragen.vordering } }),
      bijzondereBijstand: [{ cluster: '1', kosten: woorden.kosten, betaalbaarOp: '2026-09-01' }],
    },
    klantdossier: {
      ...klantdossier,
      klantvraag: woorden.klantvraag,
      belemmeringen: [woorden.belemmering],
      contacten: klantdossier.contacten.map((contact) => ({ ...contact, onderwerp: woorden.contact })),
    },
    documenten: documenten.map((document) => ({ ...document, titel: woorden.document })),
    uwvUitkeringen: persoon.uwvUitkeringen.map((uitkering) => ({
      ...uitkering,
      brutoPerMaandCenten: bedragen.ww,
    })),
    inkomstenverhoudingen: persoon.inkomstenverhoudingen.map(alsKanarieInkomen),
    ...(werkzoekende === undefined
      ? {}
      : {
          werkzoekende: {
            ...werkzoekende,
            knelpunten: werkzoekende.knelpunten.map((knelpunt) => ({
              ...knelpunt,
              omschrijving: woorden.knelpunt,
            })),
          },
        }),
    ...(ontwikkelplan === undefined
      ? {}
      : {
          ontwikkelplan: {
            ...ontwikkelplan,
            evaluaties: ontwikkelplan.evaluaties.map((evaluatie) => ({
              ...evaluatie,
              conclusie: woorden.ontwikkelplan,
            })),
          },
        }),
    voorstellen: persoon.voorstellen.map((voorstel) => ({
      ...voorstel,
      terugkoppeling: woorden.terugkoppeling,
    })),
  };
}

function alsKanarieInkomen(verhouding: Inkomstenverhouding): Inkomstenverhouding {
  return {
    ...verhouding,
    // Of an employer in the register the name is the register's.
    werkgever: { ...verhouding.werkgever, naam: `${woorden.werkgever} B.V.` },
    opgaven: verhouding.opgaven.map((opgave) => ({ ...opgave, svLoonCenten: bedragen.loon })),
  };
}

/** What is looked for, by name. */
export type Zoekwoorden = ReadonlyMap<string, RegExp>;

/** Words and amounts as they are written anywhere; numbers of persons also within other digits. */
export function zoekwoordenVan({ bsns, clientnummers }: Pick<Kanaries, 'bsns' | 'clientnummers'>) {
  const nummers = [
    ...bsns.map((bsn, i) => [`bsn ${i}`, new RegExp(bsn)] as const),
    ...clientnummers.map((nummer, i) => [`clientnummer ${i}`, new RegExp(nummer)] as const),
  ];
  const gegevens = [
    ...Object.entries(woorden).map(([naam, woord]) => [naam, new RegExp(woord, 'i')] as const),
    ...Object.entries(bedragen).map(([naam, centen]) => [naam, bedragvorm(centen)] as const),
  ];
  return {
    bsn: new Map(nummers.slice(0, 2)),
    clientnummer: new Map(nummers.slice(2)),
    gegeven: new Map(gegevens),
  };
}

/** Cents, or euros with a dot or comma; not within a longer number or a random id, which could have any digits. */
function bedragvorm(centen: number): RegExp {
  const tekst = String(centen);
  return new RegExp(`(?<!\\w)${tekst.slice(0, -2)}[.,]?${tekst.slice(-2)}(?!\\w)`);
}

/** Which of them stand in a text, or in what it is percent-encoded from. */
export function gevondenIn(
  texts: readonly string[],
  ...zoekwoorden: readonly Zoekwoorden[]
): readonly string[] {
  const gevonden = texts.flatMap((text) =>
    zoekwoorden.flatMap((lijst) => [...lijst].flatMap(([naam, vorm]) => (vorm.test(text) ? [naam] : []))),
  );
  return [...new Set(gevonden)].sort();
}
