import {
  type Bronresultaat,
  type Bronuitkomst,
  gedeeltelijk,
  gevonden,
  nietsGevonden,
} from './bronantwoord.ts';
import type { VacatureSleutel } from './sleutels.ts';

/**
 * What every pool of candidates needs: the vacancy's profile as it comes through the graph, one measure
 * for each criterion (so that the grades of two pools mean the same), and the honest cut of a pool.
 */

/** How well a candidate meets one criterion. `Matchgraad` of `gedeeld.graphql`. */
export type Matchgraad = 'VOLDOET' | 'DEELS' | 'VOLDOET_NIET' | 'ONBEKEND';

/** Most candidates that one pool offers for one vacancy. */
export const maxKandidatenPerPool = 100;

/** What a vacancy asks; null or empty where it does not say. */
export type Vacatureprofiel = {
  /** UWV profession code. */
  readonly beroepcode: string | null;
  /** Hours a week that are needed at least. */
  readonly urenPerWeek: number | null;
  /** Place of work. */
  readonly plaats: string | null;
  /** First four digits of the postcode of the place of work. */
  readonly postcodegebied: string | null;
  /** Level of working and thinking (VUM), as a digit from 1 (lowest) up. */
  readonly niveau: string | null;
  /** Languages, ISO 639-2, each with a level of the Common European Framework (A1 to C2). */
  readonly talen: readonly { readonly taal: string; readonly niveau: string | null }[];
};

/** A vacancy as the gateway hands it to a pool: its key, with what `@requires` names. */
export type VacatureMetGegevens = VacatureSleutel & {
  readonly gegevens?: {
    readonly bron: { readonly uitkomst: Bronuitkomst };
    readonly beroep?: { readonly code: string } | null;
    readonly urenPerWeek?: number | null;
    readonly plaats?: string | null;
    readonly profiel?: {
      readonly niveau?: { readonly code: string } | null;
      readonly urenPerWeekVan?: number | null;
      readonly postcodegebied?: string | null;
      readonly talen?:
        | readonly {
            readonly taal: { readonly code: string };
            readonly niveau?: { readonly code: string } | null;
          }[]
        | null;
    } | null;
  } | null;
};

/** The profile to match with; undefined when the vacancy's data did not come: then there is nothing to match. */
export function profielVan(gegevens: VacatureMetGegevens['gegevens']): Vacatureprofiel | undefined {
  if (gegevens == null) return undefined;
  const { uitkomst } = gegevens.bron;
  if (uitkomst !== 'GEVONDEN' && uitkomst !== 'GEDEELTELIJK') return undefined;
  const { profiel } = gegevens;
  return {
    beroepcode: gegevens.beroep?.code ?? null,
    urenPerWeek: profiel?.urenPerWeekVan ?? gegevens.urenPerWeek ?? null,
    plaats: gegevens.plaats ?? null,
    postcodegebied: profiel?.postcodegebied ?? null,
    niveau: profiel?.niveau?.code ?? null,
    talen: (profiel?.talen ?? []).map(({ taal, niveau }) => ({
      taal: taal.code,
      niveau: niveau?.code ?? null,
    })),
  };
}

/**
 * Profession: sought is enough, practised but not sought is part of it. Nothing recorded is not known.
 * @param beroepen codes of the professions that the candidate seeks, and has practised
 */
export function graadVanBeroep(
  gevraagd: string | null,
  beroepen: { readonly gezocht: readonly string[]; readonly ervaring: readonly string[] },
): Matchgraad {
  if (gevraagd === null) return 'ONBEKEND';
  if (beroepen.gezocht.includes(gevraagd)) return 'VOLDOET';
  if (beroepen.ervaring.includes(gevraagd)) return 'DEELS';
  return beroepen.gezocht.length === 0 ? 'ONBEKEND' : 'VOLDOET_NIET';
}

/** Hours a week: all of what is needed, at least half of it, or less. */
export function graadVanUren(gevraagd: number | null, beschikbaar: number | null): Matchgraad {
  if (gevraagd === null || beschikbaar === null) return 'ONBEKEND';
  if (beschikbaar >= gevraagd) return 'VOLDOET';
  return beschikbaar * 2 >= gevraagd ? 'DEELS' : 'VOLDOET_NIET';
}

/** Travelling time in minutes: within what the candidate can travel, up to a quarter over it, or more. */
export function graadVanReistijd(reistijd: number | null, hoogstens: number | null): Matchgraad {
  if (reistijd === null || hoogstens === null) return 'ONBEKEND';
  if (reistijd <= hoogstens) return 'VOLDOET';
  return reistijd * 4 <= hoogstens * 5 ? 'DEELS' : 'VOLDOET_NIET';
}

/** Level of working and thinking: at or over what is asked, one below it, or lower. */
export function graadVanNiveau(gevraagd: string | null, heeft: string | null): Matchgraad {
  return graadOpSchaal(niveaus.indexOf(gevraagd ?? ''), niveaus.indexOf(heeft ?? ''));
}

/**
 * Languages: each as its level on the European framework, one level below is part of it; the weakest
 * counts, and one that is not known makes the whole not known unless another falls short.
 */
export function graadVanTalen(
  gevraagd: Vacatureprofiel['talen'],
  beheerst: readonly { readonly taal: string; readonly niveau: string | null }[],
): Matchgraad {
  if (gevraagd.length === 0) return 'ONBEKEND';
  const graden = gevraagd.map(({ taal, niveau }) => {
    const eigen = beheerst.find((b) => b.taal === taal);
    // A language asked for without a level: knowing it at all is enough.
    if (niveau === null) return eigen === undefined ? 'ONBEKEND' : 'VOLDOET';
    return graadOpSchaal(erkNiveaus.indexOf(niveau), erkNiveaus.indexOf(eigen?.niveau ?? ''));
  });
  const zwakste: readonly Matchgraad[] = ['VOLDOET_NIET', 'ONBEKEND', 'DEELS'];
  return zwakste.find((graad) => graden.includes(graad)) ?? 'VOLDOET';
}

/** Values of `WerkEnDenkniveau` (VUM 3) that stand on the scale; 0 is "not applicable". */
const niveaus: readonly string[] = ['1', '2', '3', '4', '5', '6', '7'];
const erkNiveaus: readonly string[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

/** Places on one scale; -1 is not on it. */
function graadOpSchaal(gevraagd: number, heeft: number): Matchgraad {
  if (gevraagd < 0 || heeft < 0) return 'ONBEKEND';
  if (heeft >= gevraagd) return 'VOLDOET';
  return heeft === gevraagd - 1 ? 'DEELS' : 'VOLDOET_NIET';
}

/** Instruments (re-integratie-instrumenten) that a pool can say apply to a candidate. */
export const instrumenten: Readonly<Record<string, string>> = {
  PROEFPLAATSING: 'Proefplaatsing',
  LOONKOSTENSUBSIDIE: 'Loonkostensubsidie',
  PARTICIPATIEBAAN: 'Participatiebaan',
  WERKERVARINGSPLAATS: 'Werkervaringsplaats',
  SCHOLING: 'Scholing',
  JOBCOACH: 'Jobcoach',
  WERKPLEKAANPASSING: 'Werkplekaanpassing',
  NO_RISKPOLIS: 'No-riskpolis',
  DETACHERING: 'Detachering',
  BEGELEID_WERKEN: 'Begeleid werken',
};

/** A person in a pool: the pseudonym, with what that pool's system says in its own words. */
export type Poolkandidaat<Feiten> = { readonly clientnummer: string; readonly feiten: Feiten };

/**
 * One answer of a pool, cut at `maxKandidatenPerPool`. A cut, a row that cannot be read, a person who
 * comes twice and a warning make it GEDEELTELIJK; rows of which none can be read are no answer.
 * @param lees a row as a candidate; undefined when it cannot be read
 */
export function leesPool<Rij, Feiten>(antwoord: {
  readonly rijen: readonly Rij[];
  readonly lees: (rij: Rij) => Poolkandidaat<Feiten> | undefined;
  /** The source says that there are more than it gave. */
  readonly meer: boolean;
  readonly waarschuwing: boolean;
}): Bronresultaat<readonly Poolkandidaat<Feiten>[]> {
  const { rijen, lees, meer, waarschuwing } = antwoord;
  if (rijen.length === 0) {
    // Under a warning, no rows is no proof of an empty pool.
    return waarschuwing || meer ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' } : nietsGevonden();
  }
  const gelezen = rijen.flatMap((rij) => lees(rij) ?? []);
  if (gelezen.length === 0) return { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
  const perClient = new Map<string, Poolkandidaat<Feiten>>();
  for (const kandidaat of gelezen) {
    if (!perClient.has(kandidaat.clientnummer)) perClient.set(kandidaat.clientnummer, kandidaat);
  }
  const kandidaten = [...perClient.values()].slice(0, maxKandidatenPerPool);
  if (gelezen.length < rijen.length) return gedeeltelijk(kandidaten, 'ONVERWACHTE_VORM');
  if (meer || perClient.size > kandidaten.length) return gedeeltelijk(kandidaten, 'ONVOLLEDIG');
  return waarschuwing || perClient.size < gelezen.length
    ? gedeeltelijk(kandidaten, 'WAARSCHUWING')
    : gevonden(kandidaten);
}
