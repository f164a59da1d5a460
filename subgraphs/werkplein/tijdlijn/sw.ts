import { bronstand, gezamenlijkeBronstand, type Ingebracht } from '../bronstand.ts';
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
import type { Partnerdeel } from './partnerdeel.ts';

type Ontwikkeldoel = {
  readonly omschrijving?: string | null;
  readonly begindatum?: Datum;
  readonly streefdatum?: Datum;
  readonly behaaldOp?: Datum;
  readonly status?: Code | null;
};

/** The slices of the sheltered-employment company. */
export type SwInvoer = {
  readonly swDienstverbanden?: Ingebracht<{
    readonly dienstverbanden?: Lijst<Tijdvak & { readonly soort?: Code | null }>;
  }>;
  readonly plaatsingen?: Ingebracht<{
    readonly plaatsingen?: Lijst<
      Tijdvak & { readonly soort?: Code | null; readonly functie?: string | null }
    >;
  }>;
  readonly loonwaarde?: Ingebracht<{
    readonly metingen?: Lijst<{
      readonly vastgesteldOp?: Datum;
      readonly loonwaardePercentage?: number | null;
    }>;
  }>;
  readonly ontwikkelplan?: Ingebracht<{
    readonly doelen?: Lijst<Ontwikkeldoel>;
    readonly evaluaties?: Lijst<{ readonly datum?: Datum; readonly conclusie?: string | null }>;
  }>;
  readonly wachtlijst?: Ingebracht<{ readonly aangemeldOp?: Datum; readonly indicatie?: Code | null }>;
};

const administratie = uitBron('SW_ADMINISTRATIE');
const lijst = uitBron('SW_WACHTLIJST');

export const sw: Partnerdeel<SwInvoer> = {
  gebeurtenissen: ({ swDienstverbanden, plaatsingen, loonwaarde, ontwikkelplan, wachtlijst }) => [
    ...(swDienstverbanden?.dienstverbanden ?? []).flatMap((d) =>
      administratie.periode('DIENSTVERBAND', d, tekst(d.soort) || 'Dienstverband'),
    ),
    ...(plaatsingen?.plaatsingen ?? []).flatMap((p) =>
      administratie.periode('PLAATSING', p, regel(tekst(p.soort), p.functie) || 'Plaatsing'),
    ),
    ...(loonwaarde?.metingen ?? []).map(({ vastgesteldOp, loonwaardePercentage: percentage }) =>
      administratie.op(
        'METING',
        vastgesteldOp,
        typeof percentage === 'number' ? `Loonwaarde ${percentage}%` : 'Loonwaarde',
      ),
    ),
    ...(ontwikkelplan?.doelen ?? []).flatMap(uitDoel),
    ...(ontwikkelplan?.evaluaties ?? []).map(({ datum, conclusie }) =>
      administratie.op('EVALUATIE', datum, conclusie || 'Evaluatie ontwikkelplan'),
    ),
    ...lijst.indienOp('WACHTLIJST', wachtlijst?.aangemeldOp, tekst(wachtlijst?.indicatie) || 'Wachtlijst'),
  ],
  bronnen: ({ swDienstverbanden, plaatsingen, loonwaarde, ontwikkelplan, wachtlijst }, now) => [
    gezamenlijkeBronstand(
      [swDienstverbanden, plaatsingen, loonwaarde, ontwikkelplan],
      'SW_ADMINISTRATIE',
      now,
    ),
    bronstand(wachtlijst, 'SW_WACHTLIJST', now),
  ],
};

/** A goal that was reached has no target day any more. The status is that of now: it is told where it ends. */
function uitDoel({
  omschrijving,
  begindatum,
  streefdatum,
  behaaldOp,
  status,
}: Ontwikkeldoel): readonly Gebeurtenis[] {
  const doel = omschrijving || 'Ontwikkeldoel';
  const stand = regel(doel, tekst(status));
  return [
    administratie.op('ONTWIKKELDOEL', begindatum, doel, 'BEGIN'),
    ...(typeof behaaldOp === 'string'
      ? [administratie.op('ONTWIKKELDOEL', behaaldOp, stand, 'EINDE')]
      : administratie.indienOp('ONTWIKKELDOEL', streefdatum, stand, 'UITERLIJK')),
  ];
}
