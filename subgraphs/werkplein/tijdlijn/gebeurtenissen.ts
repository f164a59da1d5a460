import type { Periode } from '../../kit/index.ts';
import type { Bron } from '../generated/resolvers.ts';
import { dagVanTijdstip } from '../kalender.ts';
import type { TijdlijnInvoer } from './invoer.ts';

/** What happened, or will. */
export type Gebeurtenissoort =
  | 'UITKERING'
  | 'AANVRAAG'
  | 'BESLISSING'
  | 'INKOMEN'
  | 'TREDE'
  | 'TRAJECT'
  | 'AFSPRAAK'
  | 'CONTACT'
  | 'VOORZIENING'
  | 'INSCHRIJVING'
  | 'DIENSTVERBAND'
  | 'PLAATSING'
  | 'METING'
  | 'WACHTLIJST'
  | 'VOORSTEL';

/** Which side of it: the first or the last day of something that lasts, or a thing of one day. */
export type Gebeurtenismoment = 'BEGIN' | 'EINDE' | 'OP';

/** One thing on the time line. */
export type Gebeurtenis = {
  readonly soort: Gebeurtenissoort;
  readonly moment: Gebeurtenismoment;
  /** EDTF; null when the source knows no date. */
  readonly datum: string | null;
  /** RFC 3339, when the source knows the time. */
  readonly tijdstip: string | null;
  readonly omschrijving: string;
  readonly bron: Bron;
};

type Code = { readonly code: string; readonly omschrijving?: string | null | undefined };
type Uit<T> = (invoer: TijdlijnInvoer) => readonly T[];

/** Everything that the answering sources know with a place in time, in no order. */
export function gebeurtenissen(invoer: TijdlijnInvoer): readonly Gebeurtenis[] {
  return onderdelen.flatMap((onderdeel) => onderdeel(invoer));
}

const onderdelen: readonly Uit<Gebeurtenis>[] = [
  ({ bijstand }) =>
    (bijstand?.uitkeringen ?? []).flatMap((u) => periode('UITKERING', 'SUWI_BIJSTAND', u, tekst(u.regeling))),
  ({ bijstand }) =>
    (bijstand?.aanvragen ?? []).flatMap((a) => [
      op('AANVRAAG', 'SUWI_BIJSTAND', a.datum, tekst(a.regeling)),
      ...(a.beslissing
        ? [
            op(
              'BESLISSING',
              'SUWI_BIJSTAND',
              a.beslissingsdatum,
              `${tekst(a.regeling)}: ${tekst(a.beslissing)}`,
            ),
          ]
        : []),
    ]),
  ({ reintegratie }) =>
    (reintegratie?.voorzieningen ?? []).flatMap((v) =>
      periode('VOORZIENING', 'SUWI_REINTEGRATIE', v, v.omschrijving ?? tekst(v.soort)),
    ),
  ({ klantdossier }) =>
    (klantdossier?.treden ?? []).map((t) =>
      op('TREDE', 'KVS', t.vastgesteldOp, `Trede ${t.trede}${t.omschrijving ? `: ${t.omschrijving}` : ''}`),
    ),
  ({ klantdossier }) =>
    (klantdossier?.trajecten ?? []).flatMap((t) =>
      periode('TRAJECT', 'KVS', t, [tekst(t.soort), t.doel].filter(Boolean).join(': ')),
    ),
  ({ klantdossier }) =>
    (klantdossier?.afspraken ?? []).map((a) => om('AFSPRAAK', 'KVS', a.begin, a.onderwerp ?? 'Afspraak')),
  ({ klantdossier }) =>
    (klantdossier?.contactmomenten ?? []).map((c) =>
      om('CONTACT', 'KVS', c.op, [c.kanaal, c.onderwerp].filter(Boolean).join(': ') || 'Contact'),
    ),
  ({ werknemersverzekeringen }) =>
    (werknemersverzekeringen?.uitkeringen ?? []).flatMap((u) =>
      periode('UITKERING', 'SUWINET_WERKNEMERSVERZEKERINGEN', u, tekst(u.regeling)),
    ),
  ({ uwvAanvragen }) =>
    (uwvAanvragen?.aanvragen ?? []).flatMap((a) => [
      op('AANVRAAG', 'SUWINET_AANVRAAGSTATUS', a.datum, tekst(a.regeling)),
      ...a.beslissingen.map((b) =>
        op(
          'BESLISSING',
          'SUWINET_AANVRAAGSTATUS',
          b.dagtekening,
          `${tekst(a.regeling)}: ${tekst(b.beslissing)}`,
        ),
      ),
    ]),
  ({ inkomen }) =>
    (inkomen?.inkomstenverhoudingen ?? []).flatMap((v) =>
      periode(
        'INKOMEN',
        'SUWINET_INKOMSTEN',
        v,
        [v.werkgevernaam, tekst(v.soort)].filter(Boolean).join(': '),
      ),
    ),
  ({ werkzoekende }) =>
    werkzoekende?.inschrijving
      ? periode(
          'INSCHRIJVING',
          'SUWINET_WERKZOEKENDE',
          werkzoekende.inschrijving,
          'Inschrijving als werkzoekende',
        )
      : [],
  ({ werkzoekende }) =>
    (werkzoekende?.afspraken ?? []).map((a) =>
      a.begin
        ? om('AFSPRAAK', 'SUWINET_WERKZOEKENDE', a.begin, a.onderwerp ?? 'Afspraak')
        : op('AFSPRAAK', 'SUWINET_WERKZOEKENDE', a.datum, a.onderwerp ?? 'Afspraak'),
    ),
  ({ swDienstverbanden }) =>
    (swDienstverbanden?.dienstverbanden ?? []).flatMap((d) =>
      periode('DIENSTVERBAND', 'SW_ADMINISTRATIE', d, tekst(d.soort)),
    ),
  ({ plaatsingen }) =>
    (plaatsingen?.plaatsingen ?? []).flatMap((p) =>
      periode('PLAATSING', 'SW_ADMINISTRATIE', p, [tekst(p.soort), p.functie].filter(Boolean).join(': ')),
    ),
  ({ loonwaarde }) =>
    (loonwaarde?.metingen ?? []).map((m) =>
      op(
        'METING',
        'SW_ADMINISTRATIE',
        m.vastgesteldOp,
        typeof m.loonwaardePercentage === 'number' ? `Loonwaarde ${m.loonwaardePercentage}%` : 'Loonwaarde',
      ),
    ),
  ({ wachtlijst }) =>
    wachtlijst?.aangemeldOp
      ? [
          op(
            'WACHTLIJST',
            'SW_WACHTLIJST',
            wachtlijst.aangemeldOp,
            tekst(wachtlijst.indicatie) || 'Wachtlijst',
          ),
        ]
      : [],
  ({ bemiddeling }) =>
    (bemiddeling?.voorstellen ?? []).map((v) =>
      op(
        'VOORSTEL',
        'CRM',
        v.voorgesteldOp,
        [v.vacature?.gegevens?.titel, v.status].filter(Boolean).join(': ') || 'Voorstel',
      ),
    ),
];

/** The meaning of a code, else the code: one that is not known stays visible. */
function tekst(code: Code | null | undefined): string {
  return code?.omschrijving ?? code?.code ?? '';
}

function op(
  soort: Gebeurtenissoort,
  bron: Bron,
  datum: string | null | undefined,
  omschrijving: string,
): Gebeurtenis {
  return { soort, moment: 'OP', datum: datum ?? null, tijdstip: null, omschrijving, bron };
}

function om(soort: Gebeurtenissoort, bron: Bron, tijdstip: string, omschrijving: string): Gebeurtenis {
  return { soort, moment: 'OP', datum: dagVanTijdstip(tijdstip), tijdstip, omschrijving, bron };
}

/** Its first day, known or not, and its last day when it has one. */
function periode(
  soort: Gebeurtenissoort,
  bron: Bron,
  { begindatum, einddatum }: Partial<Periode>,
  omschrijving: string,
): readonly Gebeurtenis[] {
  return [
    { ...op(soort, bron, begindatum, omschrijving), moment: 'BEGIN' },
    ...(typeof einddatum === 'string'
      ? [{ ...op(soort, bron, einddatum, omschrijving), moment: 'EINDE' as const }]
      : []),
  ];
}
