import { gemiddelde, type Telling, tellingen, tellingenVanPersonen } from '../../kit/index.ts';
import type { VerantwoordingWsp } from '../generated/resolvers.ts';
import { vacaturesoorten, vacaturestatussen, voorstelstatussen } from './codes.ts';
import type { CrmKengetallen } from './kengetallen-messages.ts';

/** Figures of the CRM to the graph. Vacancies are no persons; proposals are of persons. */
export function mapKengetallen(kengetallen: CrmKengetallen): Omit<VerantwoordingWsp, 'bron'> {
  const { ontvangen, gesloten, open, voorstellen } = kengetallen;
  const geslotenAls = (status: 'VERVULD' | 'INGETROKKEN') =>
    gesloten.filter(({ wg_status: optie }) => optie !== null && codeVan(vacaturestatussen, optie) === status);
  const vervuld = som(geslotenAls('VERVULD').map(({ aantal }) => aantal));
  const ingetrokken = som(geslotenAls('INGETROKKEN').map(({ aantal }) => aantal));
  const alle = vervuld + ingetrokken;
  return {
    ontvangen: opCode(
      tellingen(
        ontvangen.map(({ wg_soort, aantal }) => ({ code: codeVan(vacaturesoorten, wg_soort), aantal })),
      ),
    ),
    open: som(open.map(({ aantal }) => aantal)),
    vervuld,
    ingetrokken,
    vervullingsgraad: alle === 0 ? null : Math.round((vervuld * 10_000) / alle) / 100,
    doorlooptijdDagen: gemiddelde(som(geslotenAls('VERVULD').map(({ dagen }) => dagen ?? 0)), vervuld),
    voorstellen: opCode(
      tellingenVanPersonen(
        voorstellen.map(({ wg_status, aantal }) => ({ code: codeVan(voorstelstatussen, wg_status), aantal })),
      ),
    ),
  };
}

/** The graph's value of an option; the option itself when it is not in the list, `ONBEKEND` when there is none. */
function codeVan(tabel: Readonly<Record<number, string>>, optie: number | null): string {
  return optie === null ? 'ONBEKEND' : (tabel[optie] ?? String(optie));
}

function opCode(lijst: readonly Telling[]): readonly Telling[] {
  return lijst.toSorted((a, b) => (a.code.code < b.code.code ? -1 : 1));
}

function som(getallen: readonly number[]): number {
  return getallen.reduce((totaal, getal) => totaal + getal, 0);
}
