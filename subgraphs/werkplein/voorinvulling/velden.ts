import { grenzen, type Periode } from '../../kit/index.ts';
import { isVolledig } from '../bronstand.ts';
import { inkomstenaard } from '../inkomstensoort.ts';
import { type Dag, type Drie, eenVan, looptOp } from '../kalender.ts';
import type { Slicenaam, VoorinvullingInvoer } from './invoer.ts';

/** A value as one source has it, with the date that the source gives to it. */
export type Gegeven = {
  readonly waarde: string;
  readonly vastgesteldOp: string | null;
  readonly inOnderzoek?: boolean;
};

type Lees<S extends Slicenaam> = (
  slice: NonNullable<VoorinvullingInvoer[S]>,
  vandaag: Dag,
) => readonly Gegeven[];

/** What a form asks: in one value or in many, and how each source answers it. */
export type Velddefinitie = {
  readonly omschrijving: string;
  readonly meervoudig: boolean;
  readonly uit: { readonly [S in Slicenaam]?: Lees<S> };
};

/** A question of one answer: sources that give another answer contradict each other. */
function enkel(omschrijving: string, uit: Velddefinitie['uit']): Velddefinitie {
  return { omschrijving, meervoudig: false, uit };
}

/** A question of many answers: sources complete each other. */
function meer(omschrijving: string, uit: Velddefinitie['uit']): Velddefinitie {
  return { omschrijving, meervoudig: true, uit };
}

export const velden = {
  NAAM: enkel('Naam', {
    persoon: (p) => gegeven(p.naam?.volledigeNaam, null, onderzocht(p, 'naam')),
  }),
  GEBOORTEDATUM: enkel('Geboortedatum', {
    persoon: (p) => gegeven(p.geboortedatum, null, onderzocht(p, 'geboorte')),
  }),
  ADRES: enkel('Adres', {
    persoon: (p) => gegeven(adresregel(p), p.verblijfplaats?.datumVan, onderzocht(p, 'verblijfplaats')),
  }),
  GEMEENTE: enkel('Gemeente van inschrijving', {
    persoon: (p) => gegeven(tekst(p.gemeenteVanInschrijving), null, onderzocht(p, 'gemeenteVanInschrijving')),
  }),
  TELEFOONNUMMER: enkel('Telefoonnummer', { klantdossier: (k) => gegeven(k.telefoonnummer) }),
  EMAILADRES: enkel('E-mailadres', { klantdossier: (k) => gegeven(k.emailadres) }),
  KLANTVRAAG: enkel('Wat de klant vraagt', { klantdossier: (k) => gegeven(k.klantvraag) }),
  LEEFVORM: enkel('Leefvorm', { bijstand: (b) => gegeven(tekst(b.leefvorm)) }),
  ONTVANGT_BIJSTAND: enkel('Ontvangt nu bijstand', {
    bijstand: (b, vandaag) => jaNee(b, b.uitkeringen, vandaag),
    inkomen: (i, vandaag) =>
      jaNee(
        i,
        i.inkomstenverhoudingen?.filter(({ soort }) => inkomstenaard(soort?.code) === 'BIJSTAND'),
        vandaag,
      ),
  }),
  LOPENDE_UITKERINGEN: meer('Uitkeringen die lopen', {
    bijstand: (b, vandaag) =>
      lopend(b.uitkeringen, vandaag).flatMap((u) => gegeven(tekst(u.regeling), u.begindatum)),
    werknemersverzekeringen: (w, vandaag) =>
      lopend(w.uitkeringen, vandaag).flatMap((u) => gegeven(tekst(u.regeling), u.begindatum)),
    inkomen: (i, vandaag) =>
      lopend(i.inkomstenverhoudingen, vandaag)
        .filter(({ soort }) => inkomstenaard(soort?.code) !== 'INKOMEN')
        .flatMap((v) => gegeven(tekst(v.soort), v.begindatum)),
  }),
  LOPEND_WERK: meer('Werk dat loopt', {
    inkomen: (i, vandaag) =>
      lopend(i.inkomstenverhoudingen, vandaag)
        .filter(({ soort }) => inkomstenaard(soort?.code) === 'INKOMEN')
        .flatMap((v) => gegeven(v.werkgevernaam ?? tekst(v.soort), v.begindatum)),
    swDienstverbanden: (s, vandaag) =>
      lopend(s.dienstverbanden, vandaag).flatMap((d) => gegeven(tekst(d.soort), d.begindatum)),
  }),
  WERKT_BIJ_SW_BEDRIJF: enkel('Werkt nu bij het SW-bedrijf', {
    swDienstverbanden: (s, vandaag) => jaNee(s, s.dienstverbanden, vandaag),
    inkomen: (i, vandaag) =>
      jaNee(
        i,
        i.inkomstenverhoudingen?.filter(({ aard }) => swAarden.has(aard?.code ?? '')),
        vandaag,
      ),
  }),
  AANVRAGEN: meer('Eerdere aanvragen', {
    bijstand: (b) => (b.aanvragen ?? []).flatMap((a) => gegeven(tekst(a.regeling), a.datum)),
    uwvAanvragen: (u) => (u.aanvragen ?? []).flatMap((a) => gegeven(tekst(a.regeling), a.datum)),
  }),
  LOONWAARDE: enkel('Loonwaarde, procent van het minimumloon', {
    loonwaarde: (l) =>
      laatste((l.metingen ?? []).flatMap((m) => procent(m.loonwaardePercentage, m.vastgesteldOp))),
    reintegratie: (r) =>
      laatste((r.voorzieningen ?? []).flatMap((v) => procent(v.loonwaardePercentage, v.begindatum))),
  }),
  ARBEIDSVERMOGEN: enkel('Arbeidsvermogen', { reintegratie: (r) => gegeven(tekst(r.arbeidsvermogen)) }),
  INDICATIE: enkel('Indicatie voor beschut werk of Wsw', {
    wachtlijst: (w) => gegeven(tekst(w.indicatie), w.aangemeldOp),
  }),
  DOELGROEPREGISTER: meer('Grondslag in het doelgroepregister', {
    doelgroepregistratie: (d, vandaag) =>
      lopend(d.grondslagen, vandaag).flatMap((g) => gegeven(tekst(g.grondslag), g.begindatum)),
  }),
  BEROEPSWENSEN: meer('Werk dat de klant zoekt', {
    werkzoekende: (w) => (w.bemiddelingsberoepen ?? []).flatMap((b) => gegeven(b.naam)),
    wachtlijst: (w) => gegeven(w.voorkeur, w.aangemeldOp),
  }),
  OPLEIDINGEN: meer('Opleidingen', {
    werkzoekende: (w) => (w.opleidingen ?? []).flatMap((o) => gegeven(o.naam, o.einddatum)),
  }),
  WERKERVARING: meer('Werkervaring', {
    werkzoekende: (w) => (w.werkervaring ?? []).flatMap((e) => gegeven(e.beroep.naam)),
  }),
  RIJBEWIJZEN: meer('Rijbewijzen', {
    werkzoekende: (w) => (w.rijbewijzen ?? []).flatMap((r) => gegeven(r.code)),
  }),
  UREN_PER_WEEK: enkel('Uren per week beschikbaar', {
    werkzoekende: ({ beschikbaarheid: b }) => gegeven(b?.urenPerWeek?.toString(), b?.begindatum),
  }),
} satisfies Readonly<Record<string, Velddefinitie>>;

export type Veldnaam = keyof typeof velden;

/** CdAardIkv of employment under the Wsw and of beschut werk. */
const swAarden: ReadonlySet<string> = new Set(['10', '20']);

function gegeven(
  waarde: string | null | undefined,
  vastgesteldOp: string | null | undefined = null,
  inOnderzoek = false,
): readonly Gegeven[] {
  if (waarde === null || waarde === undefined || waarde.trim() === '') return [];
  return [{ waarde, vastgesteldOp: vastgesteldOp ?? null, inOnderzoek }];
}

function procent(waarde: number | null | undefined, datum: string | null | undefined): readonly Gegeven[] {
  return typeof waarde === 'number' ? gegeven(String(waarde), datum) : [];
}

/** The meaning of a code, else the code itself. */
function tekst(
  code: { readonly code: string; readonly omschrijving?: string | null | undefined } | null | undefined,
): string | undefined {
  return code?.omschrijving ?? code?.code;
}

/** What runs on a day, also when its dates leave that open. */
function lopend<T extends Partial<Periode>>(
  perioden: readonly T[] | null | undefined,
  vandaag: Dag,
): readonly T[] {
  return (perioden ?? []).filter((p) => looptOp(p, vandaag) !== 'NEE');
}

/** Yes or no, by one source; nothing when dates leave it open or the answer is not whole. */
function jaNee(
  slice: { readonly bron: { readonly uitkomst: Parameters<typeof isVolledig>[0] } },
  perioden: readonly Partial<Periode>[] | null | undefined,
  vandaag: Dag,
): readonly Gegeven[] {
  const stand: Drie = eenVan((perioden ?? []).map((p) => looptOp(p, vandaag)));
  if (stand === 'JA') {
    const loopt = (perioden ?? []).find((p) => looptOp(p, vandaag) === 'JA');
    return gegeven('ja', loopt?.begindatum);
  }
  return stand === 'NEE' && isVolledig(slice.bron.uitkomst) ? gegeven('nee') : [];
}

function laatste(gegevens: readonly Gegeven[]): readonly Gegeven[] {
  const dag = ({ vastgesteldOp }: Gegeven) => (vastgesteldOp === null ? '' : grenzen(vastgesteldOp).eerste);
  return [...gegevens].sort((a, b) => dag(b).localeCompare(dag(a))).slice(0, 1);
}

/** Whether the municipality is investigating this part of the register. */
function onderzocht({ inOnderzoek }: NonNullable<VoorinvullingInvoer['persoon']>, deel: string): boolean {
  return (inOnderzoek ?? []).some((pad) => pad === deel || pad.startsWith(`${deel}.`));
}

function adresregel({ verblijfplaats: v }: NonNullable<VoorinvullingInvoer['persoon']>): string | undefined {
  if (!v) return undefined;
  const nummer = [v.huisnummer, v.huisletter].filter(Boolean).join('');
  const straat = [v.straat, [nummer, v.huisnummertoevoeging].filter(Boolean).join('-')]
    .filter(Boolean)
    .join(' ');
  const plaats = [v.postcode, v.woonplaats].filter(Boolean).join(' ');
  const delen = [straat, plaats, v.locatiebeschrijving, ...(v.adresregels ?? []), v.land];
  return delen.filter(Boolean).join(', ');
}
