import { json, type StubRequest, type StubResponse } from '../../kit/index.ts';
import type { Bevolking, Klantdossier, Persoon } from '../../population/index.ts';
import { binnen, looptNa, telCodes, telGevallen } from '../../population/kengetallen.ts';
import { probleem } from './stub-controle.ts';

/** The figures of the client tracking system, simulated: counted from the population at each question. */

export const kengetallenPath = '/klantinteracties/api/v1/kengetallen';

const dag = /^\d{4}-\d{2}-\d{2}$/;
const statussen = ['POTENTIEEL', 'AANGEMELD', 'AANGEBODEN', 'VRIJGESTELD', 'ONTHEVEN'] as const;
const trajectsoorten = ['WORK_FIRST', 'SOCIALE_ACTIVERING', 'WERKERVARINGSPLAATS', 'TAALTRAJECT', 'SCHOLING'];

export function telKengetallen(bevolking: Bevolking): (request: StubRequest) => StubResponse {
  return ({ body }) => {
    const periode = leesPeriode(body);
    if (periode === undefined) return probleem(400, 'invalid', 'Invalid input.', '');
    const results = [...stromen(bevolking, periode), ...tellingen(bevolking, periode)];
    return json(200, { count: results.length, next: null, previous: null, results });
  };
}

type Periode = { readonly van: string; readonly tot: string };

function stromen(bevolking: Bevolking, { van, tot }: Periode): readonly object[] {
  const gevallen = ({ bijstand }: Persoon) =>
    bijstand === undefined
      ? []
      : [
          { regeling: bijstand.szWet, periode: bijstand },
          ...(bijstand.eerdereUitkering === undefined
            ? []
            : [{ regeling: bijstand.eerdereUitkering.szWet, periode: bijstand.eerdereUitkering }]),
        ];
  return telGevallen(bevolking, gevallen, van, tot).map(({ regeling, bestand, ...cijfers }) => ({
    soort: 'stroom',
    onderwerp: 'uitkering',
    code: regeling,
    eindstand: bestand,
    ...cijfers,
  }));
}

function tellingen({ personen }: Bevolking, { van, tot }: Periode): readonly object[] {
  const lopend = personen.filter(({ bijstand }) => bijstand !== undefined && looptNa(bijstand, tot));
  const wisselaars = personen.filter(({ klantdossier }) => wisseltVanTrede(klantdossier, van, tot));
  const perOnderwerp = {
    trede: telCodes(['1', '2', '3', '4', '5', '6'], lopend, ({ klantdossier }) => {
      const trede = klantdossier?.treden.findLast(({ vastgesteldOp }) => vastgesteldOp <= tot)?.trede;
      return trede === undefined ? [] : [String(trede)];
    }),
    doelgroep: telCodes(['1', '2', '3', '4'], lopend, ({ klantdossier }) =>
      lijst(klantdossier?.doelgroepcode),
    ),
    traject: telCodes(trajectsoorten, personen, ({ klantdossier }) =>
      (klantdossier?.trajecten ?? [])
        .filter((t) => t.begindatum <= tot && (t.einddatum === undefined || t.einddatum >= van))
        .map(({ soort }) => soort.toUpperCase().replaceAll(' ', '_')),
    ),
    inburgering: telCodes(statussen, personen, ({ inburgering }) => lijst(inburgering?.status)),
    tredewisseling: [{ code: '', aantal: wisselaars.length }],
  };
  return Object.entries(perOnderwerp).flatMap(([onderwerp, aantallen]) =>
    aantallen.map((telling) => ({ soort: 'telling', onderwerp, ...telling })),
  );
}

function lijst<T>(waarde: T | undefined): readonly T[] {
  return waarde === undefined ? [] : [waarde];
}

function wisseltVanTrede(dossier: Klantdossier | undefined, van: string, tot: string): boolean {
  const treden = dossier?.treden ?? [];
  return treden.some(
    ({ trede, vastgesteldOp }, i) =>
      i > 0 && treden[i - 1]?.trede !== trede && binnen(vastgesteldOp, van, tot),
  );
}

function leesPeriode(tekst: string): Periode | undefined {
  try {
    const { datumVan, datumTotEnMet } = JSON.parse(tekst) as Readonly<Record<string, unknown>>;
    if (typeof datumVan !== 'string' || typeof datumTotEnMet !== 'string') return undefined;
    const inOrde = dag.test(datumVan) && dag.test(datumTotEnMet) && datumVan <= datumTotEnMet;
    return inOrde ? { van: datumVan, tot: datumTotEnMet } : undefined;
  } catch {
    return undefined;
  }
}
