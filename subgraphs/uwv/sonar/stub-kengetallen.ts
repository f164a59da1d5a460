import { json } from '../../kit/index.ts';
import type { Bevolking, Persoon } from '../../population/index.ts';
import { binnen, type Geval, type Stroomtelling, telGevallen } from '../../population/kengetallen.ts';
import { type Operatie, probleem } from './stub-protocol.ts';

const dag = /^\d{4}-\d{2}-\d{2}$/;
/** A benefit that follows within so many days on another is a transition. */
const overgangDagen = 31;

/** `POST /sonar/v1/kengetallen`: counted from the population at each question. */
export function kengetallenOperatie(bevolking: Bevolking): Operatie {
  const beantwoord = (body: Readonly<Record<string, unknown>>, leeg: boolean) => {
    const { datumVan: van, datumTotEnMet: tot } = body;
    const inOrde =
      typeof van === 'string' && typeof tot === 'string' && dag.test(van) && dag.test(tot) && van <= tot;
    if (!inOrde) return probleem(400, 'ongeldig', 'De periode is geen periode.');
    const periode = { datumVan: van, datumTotEnMet: tot };
    if (leeg) return json(200, { ...periode, stromen: [] });
    return json(200, {
      ...periode,
      stromen: [
        ...telGevallen(bevolking, uitkeringen, van, tot).map(alsStroom('UITKERING')),
        ...telGevallen(bevolking, inschrijvingen, van, tot).map(alsStroom('INSCHRIJVING')),
      ],
      aantalOvergangen: bevolking.personen.filter((persoon) => gingOver(persoon, van, tot)).length,
    });
  };
  return {
    antwoord: (body) => beantwoord(body, false),
    niets: (body) => beantwoord(body, true),
    verkeerdeVorm: json(200, { stromen: { WW: 'veel' } }),
  };
}

function uitkeringen({ uwvUitkeringen }: Persoon): readonly Geval[] {
  return uwvUitkeringen.map((uitkering) => ({ regeling: uitkering.szWet, periode: uitkering }));
}

function inschrijvingen({ werkzoekende }: Persoon): readonly Geval[] {
  if (werkzoekende === undefined) return [];
  const { ingeschrevenOp: begindatum, uitgeschrevenOp: einddatum } = werkzoekende;
  return [{ regeling: '', periode: { begindatum, ...(einddatum === undefined ? {} : { einddatum }) } }];
}

function alsStroom(soort: 'UITKERING' | 'INSCHRIJVING'): (telling: Stroomtelling) => object {
  return (telling) => ({
    soort,
    codeWet: telling.regeling,
    codeGemeente: telling.gemeentecode,
    naamGemeente: telling.gemeentenaam,
    instroom: telling.instroom,
    uitstroom: telling.uitstroom,
    lopend: telling.bestand,
    totaalDagenBeeindigd: telling.dagenBeeindigd,
  });
}

function gingOver({ uwvUitkeringen }: Persoon, van: string, tot: string): boolean {
  return uwvUitkeringen.some(
    (nieuw) =>
      binnen(nieuw.begindatum, van, tot) &&
      uwvUitkeringen.some((oud) => {
        if (oud.szWet === nieuw.szWet || oud.einddatum === undefined) return false;
        const dagen = (Date.parse(nieuw.begindatum) - Date.parse(oud.einddatum)) / 86_400_000;
        return dagen >= 0 && dagen <= overgangDagen;
      }),
  );
}
