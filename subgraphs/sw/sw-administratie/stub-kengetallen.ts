import type { Bevolking, SwDienstverband } from '../../population/index.ts';
import { binnen, looptNa, telCodes, telGevallen } from '../../population/kengetallen.ts';

/** Columns of the GetConnector `Werkplein_Kengetallen`, simulated; it is filtered on the first. */
export const kengetalvelden = [
  'Periode',
  'Onderwerp',
  'Code',
  'Gemeentecode',
  'Gemeentenaam',
  'Instroom',
  'Uitstroom',
  'Eindstand',
  'Dagen_beeindigd',
  'Aantal',
] as const;

type Rij = Readonly<Record<(typeof kengetalvelden)[number], string | number | null>>;

const plaatsingsoorten = [
  'BESCHUT_BINNEN',
  'INDIVIDUELE_DETACHERING',
  'GROEPSDETACHERING',
  'BEGELEID_WERKEN',
  'PROEFPLAATSING',
] as const;

/** Rows of one period; a text that is no period has none, as with any filter that nothing meets. */
export function kengetalrijen(bevolking: Bevolking, periode: string): readonly Rij[] {
  const [, van, tot] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(periode) ?? [];
  if (van === undefined || tot === undefined) return [];
  const dienstverbanden = telGevallen(
    bevolking,
    ({ swDienstverband: d }) => (d === undefined ? [] : [{ regeling: d.soort, periode: d }]),
    van,
    tot,
  );
  const wachtlijst = telGevallen(
    bevolking,
    ({ swWachtlijst: w }) =>
      w === undefined ? [] : [{ regeling: 'WACHTLIJST', periode: { begindatum: w.aangemeldOp } }],
    van,
    tot,
  );
  const inDienst = bevolking.personen.filter(({ swDienstverband: d }) => d !== undefined && looptNa(d, tot));
  const plaatsingen = telCodes(plaatsingsoorten, inDienst, ({ swDienstverband }) => [
    soortOp(swDienstverband, tot),
  ]);
  const naarBuiten = bevolking.personen.filter(({ swDienstverband }) =>
    swDienstverband?.plaatsingen.some(
      ({ soort, begindatum }) => soort !== 'BESCHUT_BINNEN' && binnen(begindatum, van, tot),
    ),
  ).length;
  const leeg = {
    Periode: periode,
    Gemeentecode: null,
    Gemeentenaam: null,
    Instroom: null,
    Uitstroom: null,
    Eindstand: null,
    Dagen_beeindigd: null,
    Aantal: null,
  };
  const stroom = (Onderwerp: string, rijen: typeof dienstverbanden, metUitstroom: boolean) =>
    rijen.map((rij) => ({
      ...leeg,
      Onderwerp,
      Code: rij.regeling,
      Gemeentecode: rij.gemeentecode,
      Gemeentenaam: rij.gemeentenaam,
      Instroom: rij.instroom,
      Uitstroom: metUitstroom ? rij.uitstroom : null,
      Eindstand: rij.bestand,
      Dagen_beeindigd: metUitstroom ? rij.dagenBeeindigd : null,
    }));
  return [
    ...stroom('DIENSTVERBAND', dienstverbanden, true),
    { ...leeg, Onderwerp: 'NAAR_BUITEN', Code: '', Aantal: naarBuiten },
    ...plaatsingen.map(({ code, aantal }) => ({
      ...leeg,
      Onderwerp: 'PLAATSING',
      Code: code,
      Aantal: aantal,
    })),
    // The list holds who waits; who has left it is not kept.
    ...stroom('WACHTLIJST', wachtlijst, false),
  ];
}

/** Where someone works on a day: inside, unless a placement says otherwise. */
function soortOp(dienst: SwDienstverband | undefined, dag: string): (typeof plaatsingsoorten)[number] {
  return dienst?.plaatsingen.findLast((plaatsing) => looptNa(plaatsing, dag))?.soort ?? 'BESCHUT_BINNEN';
}
