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
import type { Partnerdeel } from './partnerdeel.ts';

type UwvUitkering = Tijdvak & {
  readonly regeling: Code;
  readonly maximaleEinddatum?: Datum;
  readonly perioden?: Lijst<{
    readonly maatregelen: readonly (Tijdvak & { readonly reden?: Code | null })[];
  }>;
};
type UwvAanvraag = {
  readonly datum?: Datum;
  readonly regeling?: Code | null;
  readonly beslissingen: readonly { readonly beslissing: Code; readonly dagtekening?: Datum }[];
};
type Inschrijving = Tijdvak & { readonly geldigTot?: Datum };
type Indicatie = {
  readonly soort: Code;
  readonly besluitdatum?: Datum;
  readonly geldigVan?: Datum;
  readonly geldigTot?: Datum;
  readonly advies?: Code | null;
};

/** The slices of UWV. */
export type UwvInvoer = {
  readonly werknemersverzekeringen?: Ingebracht<{
    readonly uitkeringen?: Lijst<UwvUitkering>;
    readonly arbeidsongeschiktheid?: Lijst<{ readonly klasse?: Code | null; readonly begindatum?: Datum }>;
    readonly werkloosheid?: Lijst<{ readonly eersteDag?: Datum }>;
  }>;
  readonly uwvAanvragen?: Ingebracht<{ readonly aanvragen?: Lijst<UwvAanvraag> }>;
  readonly inkomen?: Ingebracht<{
    readonly inkomstenverhoudingen?: Lijst<
      Tijdvak & { readonly soort?: Code | null; readonly werkgevernaam?: string | null }
    >;
  }>;
  readonly werkzoekende?: Ingebracht<{
    readonly inschrijving?: Inschrijving | null;
    readonly afspraken?: Lijst<{
      readonly datum?: Datum;
      readonly begin?: string | null;
      readonly onderwerp?: string | null;
    }>;
  }>;
  readonly doelgroepregistratie?: Ingebracht<{
    readonly einddatum?: Datum;
    readonly grondslagen?: Lijst<Tijdvak & { readonly grondslag?: Code | null }>;
  }>;
  readonly indicaties?: Ingebracht<{ readonly indicaties?: Lijst<Indicatie> }>;
};

const verzekeringen = uitBron('SUWINET_WERKNEMERSVERZEKERINGEN');
const aanvraagstatus = uitBron('SUWINET_AANVRAAGSTATUS');
const inkomsten = uitBron('SUWINET_INKOMSTEN');
const sonar = uitBron('SUWINET_WERKZOEKENDE');
const register = uitBron('SUWINET_DOELGROEPREGISTER');
const indicatiebesluiten = uitBron('UWV_INDICATIES');

export const uwv: Partnerdeel<UwvInvoer> = {
  gebeurtenissen: (invoer) => [
    ...uitWerknemersverzekeringen(invoer),
    ...(invoer.uwvAanvragen?.aanvragen ?? []).flatMap(uitAanvraag),
    ...(invoer.inkomen?.inkomstenverhoudingen ?? []).flatMap((v) =>
      inkomsten.periode('INKOMEN', v, regel(v.werkgevernaam, tekst(v.soort)) || 'Inkomen'),
    ),
    ...uitWerkzoekende(invoer),
    ...uitDoelgroepregister(invoer),
    ...(invoer.indicaties?.indicaties ?? []).flatMap(uitIndicatie),
  ],
  bronnen: (invoer, now) => [
    bronstand(invoer.werknemersverzekeringen, 'SUWINET_WERKNEMERSVERZEKERINGEN', now),
    bronstand(invoer.uwvAanvragen, 'SUWINET_AANVRAAGSTATUS', now),
    bronstand(invoer.inkomen, 'SUWINET_INKOMSTEN', now),
    bronstand(invoer.werkzoekende, 'SUWINET_WERKZOEKENDE', now),
    bronstand(invoer.doelgroepregistratie, 'SUWINET_DOELGROEPREGISTER', now),
    bronstand(invoer.indicaties, 'UWV_INDICATIES', now),
  ],
};

function uitWerknemersverzekeringen({ werknemersverzekeringen }: UwvInvoer): readonly Gebeurtenis[] {
  return [
    ...(werknemersverzekeringen?.uitkeringen ?? []).flatMap(uitUitkering),
    ...(werknemersverzekeringen?.arbeidsongeschiktheid ?? []).map(({ klasse, begindatum }) =>
      verzekeringen.op(
        'ARBEIDSONGESCHIKTHEID',
        begindatum,
        regel('Arbeidsongeschiktheidsklasse', tekst(klasse)),
        'BEGIN',
      ),
    ),
    ...(werknemersverzekeringen?.werkloosheid ?? []).map(({ eersteDag }) =>
      verzekeringen.op('WERKLOOSHEID', eersteDag, 'Werkloosheid', 'BEGIN'),
    ),
  ];
}

/** A benefit that ended cannot run on to its last possible day. */
function uitUitkering(uitkering: UwvUitkering): readonly Gebeurtenis[] {
  const omschrijving = tekst(uitkering.regeling) || 'Uitkering';
  const eindigt = typeof uitkering.einddatum === 'string';
  return [
    ...verzekeringen.periode('UITKERING', uitkering, omschrijving),
    ...(eindigt
      ? []
      : verzekeringen.indienOp('UITKERING', uitkering.maximaleEinddatum, omschrijving, 'UITERLIJK')),
    ...(uitkering.perioden ?? []).flatMap(({ maatregelen }) =>
      maatregelen.flatMap((m) => verzekeringen.periode('MAATREGEL', m, regel('Maatregel', tekst(m.reden)))),
    ),
  ];
}

function uitAanvraag({ datum, regeling, beslissingen }: UwvAanvraag): readonly Gebeurtenis[] {
  return [
    aanvraagstatus.op('AANVRAAG', datum, tekst(regeling) || 'Aanvraag'),
    ...beslissingen.map(({ beslissing, dagtekening }) =>
      aanvraagstatus.op('BESLISSING', dagtekening, regel(tekst(regeling), tekst(beslissing)) || 'Beslissing'),
    ),
  ];
}

/** A registration that ended need not be renewed any more. */
function uitWerkzoekende({ werkzoekende }: UwvInvoer): readonly Gebeurtenis[] {
  const inschrijving = werkzoekende?.inschrijving;
  const omschrijving = 'Inschrijving als werkzoekende';
  return [
    ...(inschrijving ? sonar.periode('INSCHRIJVING', inschrijving, omschrijving) : []),
    ...(typeof inschrijving?.einddatum === 'string'
      ? []
      : sonar.indienOp('INSCHRIJVING', inschrijving?.geldigTot, `${omschrijving}: verlengen`, 'UITERLIJK')),
    ...(werkzoekende?.afspraken ?? []).map(({ begin, datum, onderwerp }) =>
      begin
        ? sonar.om('AFSPRAAK', begin, onderwerp || 'Afspraak')
        : sonar.op('AFSPRAAK', datum, onderwerp || 'Afspraak'),
    ),
  ];
}

/** The end of the registration is told when it is not that of a ground as well. */
function uitDoelgroepregister({ doelgroepregistratie }: UwvInvoer): readonly Gebeurtenis[] {
  const grondslagen = doelgroepregistratie?.grondslagen ?? [];
  const einde = doelgroepregistratie?.einddatum;
  return [
    ...grondslagen.flatMap((g) =>
      register.periode('DOELGROEPREGISTER', g, regel('Doelgroepregister', tekst(g.grondslag))),
    ),
    ...(grondslagen.some(({ einddatum }) => einddatum === einde)
      ? []
      : register.indienOp('DOELGROEPREGISTER', einde, 'Doelgroepregister: registratie', 'EINDE')),
  ];
}

/** Valid from the day of the decision, unless it says otherwise. */
function uitIndicatie(indicatie: Indicatie): readonly Gebeurtenis[] {
  const { soort, besluitdatum, geldigVan, geldigTot, advies } = indicatie;
  const omschrijving = tekst(soort) || 'Indicatie';
  return [
    indicatiebesluiten.op('INDICATIE', besluitdatum, regel(tekst(soort), tekst(advies)) || 'Indicatie'),
    ...(geldigVan === besluitdatum
      ? []
      : indicatiebesluiten.indienOp('INDICATIE', geldigVan, omschrijving, 'BEGIN')),
    ...indicatiebesluiten.indienOp('INDICATIE', geldigTot, omschrijving, 'EINDE'),
  ];
}
