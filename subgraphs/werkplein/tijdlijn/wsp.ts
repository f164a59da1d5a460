import { gezamenlijkeBronstand, type Ingebracht } from '../bronstand.ts';
import {
  type Code,
  type Gebeurtenis,
  type Lijst,
  regel,
  type Tijdvak,
  tekst,
  uitBron,
} from './gebeurtenis.ts';
import type { Partnerdeel } from './partnerdeel.ts';

type Voorstel = {
  readonly voorgesteldOp?: string | null;
  readonly status?: string | null;
  readonly vacature?: { readonly gegevens?: Ingebracht<{ readonly titel?: string | null }> } | null;
  readonly plaatsingsafspraken?: Ingebracht<{
    readonly afspraken?: Lijst<
      Tijdvak & { readonly instrument?: Code | null; readonly status?: Code | null }
    >;
  }>;
};

/** The slices of the employer service point. */
export type WspInvoer = {
  readonly bemiddeling?: Ingebracht<{ readonly voorstellen?: Lijst<Voorstel> }>;
};

const crm = uitBron('CRM');

export const wsp: Partnerdeel<WspInvoer> = {
  gebeurtenissen: ({ bemiddeling }) => (bemiddeling?.voorstellen ?? []).flatMap(uitVoorstel),
  bronnen: ({ bemiddeling }, now) => [
    gezamenlijkeBronstand(
      [
        bemiddeling,
        // Each is asked of the CRM apart, and can fail apart.
        ...(bemiddeling?.voorstellen ?? []).flatMap(({ vacature, plaatsingsafspraken }) => [
          ...(vacature ? [vacature.gegevens] : []),
          plaatsingsafspraken,
        ]),
      ],
      'CRM',
      now,
    ),
  ],
};

/** A status is told, for what is only intended has a first day too. */
function uitVoorstel({
  voorgesteldOp,
  status,
  vacature,
  plaatsingsafspraken,
}: Voorstel): readonly Gebeurtenis[] {
  return [
    crm.op('VOORSTEL', voorgesteldOp, regel(vacature?.gegevens?.titel, status) || 'Voorstel'),
    ...(plaatsingsafspraken?.afspraken ?? []).flatMap((afspraak) =>
      crm.periode(
        'PLAATSINGSAFSPRAAK',
        afspraak,
        regel(tekst(afspraak.instrument), tekst(afspraak.status)) || 'Plaatsingsafspraak',
      ),
    ),
  ];
}
