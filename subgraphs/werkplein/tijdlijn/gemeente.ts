import { bronstand, type Ingebracht } from '../bronstand.ts';
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
import { type KlantdossierInvoer, uitKlantdossier } from './klantdossier.ts';
import type { Partnerdeel } from './partnerdeel.ts';

type Bijstandsuitkering = Tijdvak & {
  readonly regeling: Code;
  readonly vrijstellingArbeidsplicht?: { readonly einddatum?: Datum } | null;
  readonly maatregelen: readonly (Tijdvak & { readonly reden?: Code | null })[];
};
type Bijstandsaanvraag = {
  readonly datum?: Datum;
  readonly regeling: Code;
  readonly beslissing?: Code | null;
  readonly beslissingsdatum?: Datum;
};

/** The slices of the municipality. */
export type GemeenteInvoer = KlantdossierInvoer & {
  readonly bijstand?: Ingebracht<{
    readonly uitkeringen?: Lijst<Bijstandsuitkering>;
    readonly aanvragen?: Lijst<Bijstandsaanvraag>;
    readonly bijzondereBijstand?: Lijst<{ readonly datumBetaalbaar?: Datum; readonly regeling: Code }>;
  }>;
  readonly reintegratie?: Ingebracht<{
    readonly voorzieningen?: Lijst<
      Tijdvak & { readonly soort?: Code | null; readonly omschrijving?: string | null }
    >;
  }>;
};

const suwi = uitBron('SUWI_BIJSTAND');
const srg = uitBron('SUWI_REINTEGRATIE');

export const gemeente: Partnerdeel<GemeenteInvoer> = {
  gebeurtenissen: ({ bijstand, reintegratie, klantdossier }) => [
    ...(bijstand?.uitkeringen ?? []).flatMap(uitUitkering),
    ...(bijstand?.aanvragen ?? []).flatMap(uitAanvraag),
    // What the costs were for is not told here: it can be a medical matter, and the slice has it.
    ...(bijstand?.bijzondereBijstand ?? []).map(({ datumBetaalbaar, regeling }) =>
      suwi.op('BIJZONDERE_BIJSTAND', datumBetaalbaar, regel('Bijzondere bijstand', tekst(regeling))),
    ),
    ...(reintegratie?.voorzieningen ?? []).flatMap((v) =>
      srg.periode('VOORZIENING', v, (v.omschrijving ?? tekst(v.soort)) || 'Voorziening'),
    ),
    ...uitKlantdossier(klantdossier),
  ],
  bronnen: ({ bijstand, reintegratie, klantdossier }, now) => [
    bronstand(bijstand, 'SUWI_BIJSTAND', now),
    bronstand(reintegratie, 'SUWI_REINTEGRATIE', now),
    bronstand(klantdossier, 'KVS', now),
  ],
};

function uitUitkering(uitkering: Bijstandsuitkering): readonly Gebeurtenis[] {
  return [
    ...suwi.periode('UITKERING', uitkering, tekst(uitkering.regeling) || 'Bijstand'),
    // The source has no first day of an exemption, and its ground can be a medical one.
    ...suwi.indienOp(
      'VRIJSTELLING',
      uitkering.vrijstellingArbeidsplicht?.einddatum,
      'Vrijstelling arbeidsplicht',
      'EINDE',
    ),
    ...uitkering.maatregelen.flatMap((m) => suwi.periode('MAATREGEL', m, regel('Maatregel', tekst(m.reden)))),
  ];
}

function uitAanvraag({
  datum,
  regeling,
  beslissing,
  beslissingsdatum,
}: Bijstandsaanvraag): readonly Gebeurtenis[] {
  return [
    suwi.op('AANVRAAG', datum, tekst(regeling) || 'Aanvraag'),
    ...(beslissing
      ? [suwi.op('BESLISSING', beslissingsdatum, regel(tekst(regeling), tekst(beslissing)) || 'Beslissing')]
      : []),
  ];
}
