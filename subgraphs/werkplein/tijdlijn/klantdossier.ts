import type { Ingebracht } from '../bronstand.ts';
import {
  type Code,
  type Datum,
  type Gebeurtenis,
  type Lijst,
  regel,
  type Tijdvak,
  tekst,
  uitBron,
} from './gebeurtenis.ts';

type Traject = Tijdvak & { readonly soort: Code; readonly doel?: string | null };
type WorkFirst = {
  readonly aangemeldOp?: Datum;
  readonly gestartOp?: Datum;
  readonly aanHetWerkOp?: Datum;
  readonly eersteContactKlantmanagerOp?: Datum;
  readonly uitkeringsintakeGeplandOp?: Datum;
  readonly beeindigdOp?: Datum;
};
type Inburgering = {
  readonly status: Code;
  readonly aangemeldOp?: Datum;
  readonly startOp?: Datum;
  readonly eindOp?: Datum;
};
type Overeenkomst = {
  readonly omschrijving: string;
  readonly gemaaktOp?: Datum;
  readonly uiterlijk?: Datum;
  readonly nagekomen?: boolean | null;
};
type Klantdossier = {
  readonly treden?: Lijst<{
    readonly trede: number;
    readonly omschrijving?: string | null;
    readonly vastgesteldOp?: Datum;
  }>;
  readonly trajecten?: Lijst<Traject>;
  readonly dienstverlening?: Lijst<Tijdvak & { readonly soort: Code }>;
  readonly werkaanbod?: Lijst<{ readonly aangebodenOp?: Datum; readonly omschrijving?: string | null }>;
  readonly tegenprestatie?: Lijst<Tijdvak & { readonly omschrijving?: string | null }>;
  readonly afspraken?: Lijst<{ readonly begin: string; readonly onderwerp?: string | null }>;
  readonly contactmomenten?: Lijst<{
    readonly op: string;
    readonly kanaal?: string | null;
    readonly onderwerp?: string | null;
  }>;
  readonly overeenkomsten?: Lijst<Overeenkomst>;
  readonly workFirst?: WorkFirst | null;
  readonly inburgering?: Inburgering | null;
  readonly kinderopvang?: Lijst<Tijdvak & { readonly soort: Code }>;
  readonly aangemeldOp?: Datum;
  readonly herbeoordelingOp?: Datum;
};

/** The file in the client tracking system. */
export type KlantdossierInvoer = { readonly klantdossier?: Ingebracht<Klantdossier> };

const kvs = uitBron('KVS');

export function uitKlantdossier(dossier: Klantdossier | null | undefined): readonly Gebeurtenis[] {
  const trajecten = dossier?.trajecten ?? [];
  return [
    ...kvs.indienOp('AANMELDING', dossier?.aangemeldOp, 'Aanmelding bij het Werkplein'),
    ...kvs.indienOp('HERBEOORDELING', dossier?.herbeoordelingOp, 'Herbeoordeling'),
    ...(dossier?.treden ?? []).map((t) =>
      kvs.op('TREDE', t.vastgesteldOp, regel(`Trede ${t.trede}`, t.omschrijving)),
    ),
    ...trajecten.flatMap((t) => kvs.periode('TRAJECT', t, regel(tekst(t.soort), t.doel) || 'Traject')),
    ...(dossier?.dienstverlening ?? []).flatMap((d) =>
      kvs.periode('DIENSTVERLENING', d, tekst(d.soort) ?? 'Dienstverlening'),
    ),
    ...(dossier?.werkaanbod ?? []).map((w) =>
      kvs.op('WERKAANBOD', w.aangebodenOp, regel('Werkaanbod', w.omschrijving)),
    ),
    ...(dossier?.tegenprestatie ?? []).flatMap((t) =>
      kvs.periode('TEGENPRESTATIE', t, regel('Tegenprestatie', t.omschrijving)),
    ),
    ...(dossier?.afspraken ?? []).map((a) => kvs.om('AFSPRAAK', a.begin, a.onderwerp || 'Afspraak')),
    ...(dossier?.contactmomenten ?? []).map((c) =>
      kvs.om('CONTACT', c.op, regel(c.kanaal, c.onderwerp) || 'Contact'),
    ),
    ...(dossier?.overeenkomsten ?? []).flatMap(uitOvereenkomst),
    ...(dossier?.workFirst ? uitWorkFirst(dossier.workFirst, trajecten) : []),
    ...(dossier?.inburgering ? uitInburgering(dossier.inburgering) : []),
    ...(dossier?.kinderopvang ?? []).flatMap((k) =>
      kvs.periode('KINDEROPVANG', k, regel('Kinderopvang', tekst(k.soort))),
    ),
  ];
}

/** What was kept has no deadline any more; what was not, was due all the same. */
function uitOvereenkomst({
  omschrijving,
  gemaaktOp,
  uiterlijk,
  nagekomen,
}: Overeenkomst): readonly Gebeurtenis[] {
  return [
    kvs.op('OVEREENKOMST', gemaaktOp, nagekomen === true ? `${omschrijving}: nagekomen` : omschrijving),
    ...(nagekomen === true
      ? []
      : kvs.indienOp(
          'OVEREENKOMST',
          uiterlijk,
          nagekomen === false ? `${omschrijving}: niet nagekomen` : omschrijving,
          'UITERLIJK',
        )),
  ];
}

/** The stages. A begin or end that stands on the line as that of the trajectory is not told twice. */
function uitWorkFirst(stadia: WorkFirst, trajecten: readonly Traject[]): readonly Gebeurtenis[] {
  const alsTraject = trajecten.filter(({ soort }) => soort.code === 'WORK_FIRST');
  const begint = alsTraject.some(({ begindatum }) => begindatum === stadia.gestartOp);
  const eindigt = alsTraject.some(({ einddatum }) => einddatum === stadia.beeindigdOp);
  return [
    ...kvs.indienOp('WORK_FIRST', stadia.aangemeldOp, 'Work First: aangemeld'),
    ...(begint ? [] : kvs.indienOp('WORK_FIRST', stadia.gestartOp, 'Work First', 'BEGIN')),
    ...kvs.indienOp('WORK_FIRST', stadia.aanHetWerkOp, 'Work First: aan het werk'),
    ...kvs.indienOp(
      'WORK_FIRST',
      stadia.eersteContactKlantmanagerOp,
      'Work First: eerste contact klantmanager',
    ),
    ...kvs.indienOp('WORK_FIRST', stadia.uitkeringsintakeGeplandOp, 'Work First: uitkeringsintake gepland'),
    ...(eindigt ? [] : kvs.indienOp('WORK_FIRST', stadia.beeindigdOp, 'Work First', 'EINDE')),
  ];
}

/** The status is that of now, so it is told of the end only: a course, an exemption or a relief. */
function uitInburgering({ status, aangemeldOp, startOp, eindOp }: Inburgering): readonly Gebeurtenis[] {
  return [
    ...kvs.indienOp('INBURGERING', aangemeldOp, 'Inburgering: aangemeld'),
    ...kvs.indienOp('INBURGERING', startOp, 'Inburgering', 'BEGIN'),
    ...kvs.indienOp('INBURGERING', eindOp, regel('Inburgering', tekst(status)), 'EINDE'),
  ];
}
