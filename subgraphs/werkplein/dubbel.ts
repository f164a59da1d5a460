import type { Bronuitkomst, Bronvermelding } from '../kit/index.ts';
import { bronstand, ergsteBronnen, type Ingebracht, isVolledig } from './bronstand.ts';
import type { DubbeleBenadering, DubbeleBenaderingen } from './generated/resolvers.ts';
import { dagVanTijdstip } from './kalender.ts';

/** Days within which two partners count as approaching an employer at once: two weeks, the last day included. */
export const maxDagenErtussen = 14;

type Contact = {
  readonly id: string;
  readonly op?: string | null;
  readonly namens?: { readonly code: string; readonly omschrijving?: string | null } | null;
};

/** What the CRM says of contacts with an employer, as `@requires` brings it in. */
export type DubbelInvoer = {
  readonly relatie?: Ingebracht<{
    readonly laatsteContactmomenten?: Ingebracht<{
      readonly edges?: readonly { readonly node: Contact }[] | null;
      readonly pageInfo?: { readonly hasNextPage: boolean } | null;
    }>;
  }>;
};

/** A contact that can be placed in time and with a partner. */
type Benadering = {
  readonly contactmomentId: string;
  readonly op: string;
  readonly namens: { readonly code: string; readonly omschrijving: string | null };
  /** Whole calendar days in the Netherlands since 1970. */
  readonly dagnummer: number;
};

type Bevinding = Omit<DubbeleBenaderingen, 'bronnen'> & { readonly bronnen: readonly Bronvermelding[] };

/**
 * Rule DUBBEL (003 §4.2.2): an employer approached by two partners within two weeks. With each contact stands
 * the nearest earlier one of every other partner. Whether they knew of each other the CRM does not say: the
 * rule shows where that is to be asked.
 */
export function bepaalDubbel({ relatie }: DubbelInvoer, now: () => Date): Bevinding {
  const contacten = relatie?.laatsteContactmomenten;
  const bronnen = ergsteBronnen([
    bronstand(relatie, 'CRM', now),
    // An employer that the CRM does not have, has no list to ask for.
    ...(relatie && !heeftGegevens(relatie.bron.uitkomst) ? [] : [bronstand(contacten, 'CRM', now)]),
  ]);
  const nodes = (contacten?.edges ?? []).map(({ node }) => node);
  const geplaatst = nodes.flatMap(plaatsIn);
  const volledig =
    bronnen.every(({ uitkomst }) => isVolledig(uitkomst)) &&
    geplaatst.length === nodes.length &&
    contacten?.pageInfo?.hasNextPage !== true;
  const antwoordde = bronnen.every(({ uitkomst }) => isVolledig(uitkomst) || uitkomst === 'GEDEELTELIJK');
  if (!antwoordde) return { bepaalbaarheid: 'NIET_TE_BEPALEN', volledig, benaderingen: [], bronnen };
  if (nodes.length === 0) return { bepaalbaarheid: 'GEEN_GEGEVENS', volledig, benaderingen: [], bronnen };
  return { bepaalbaarheid: 'BEPAALD', volledig, benaderingen: vindDubbele(geplaatst), bronnen };
}

function heeftGegevens(uitkomst: Bronuitkomst): boolean {
  return uitkomst === 'GEVONDEN' || uitkomst === 'GEDEELTELIJK';
}

function plaatsIn({ id, op, namens }: Contact): readonly Benadering[] {
  if (op == null || namens == null) return [];
  const dag = dagVanTijdstip(op);
  if (dag === null) return [];
  const dagnummer = Date.parse(`${dag}T00:00:00Z`) / 86_400_000;
  const partij = { code: namens.code, omschrijving: namens.omschrijving ?? null };
  return [{ contactmomentId: id, op, namens: partij, dagnummer }];
}

/** Most recent first; contacts may come in any order. */
function vindDubbele(benaderingen: readonly Benadering[]): readonly DubbeleBenadering[] {
  const opVolgorde = benaderingen.toSorted(
    (a, b) => Date.parse(a.op) - Date.parse(b.op) || (a.contactmomentId < b.contactmomentId ? -1 : 1),
  );
  const laatstePerPartner = new Map<string, Benadering>();
  const gevonden: DubbeleBenadering[] = [];
  for (const tweede of opVolgorde) {
    for (const [partner, eerste] of laatstePerPartner) {
      const dagenErtussen = tweede.dagnummer - eerste.dagnummer;
      if (partner !== tweede.namens.code && dagenErtussen <= maxDagenErtussen) {
        gevonden.push({ eerste: toon(eerste), tweede: toon(tweede), dagenErtussen });
      }
    }
    laatstePerPartner.set(tweede.namens.code, tweede);
  }
  return gevonden.reverse();
}

function toon({ contactmomentId, op, namens }: Benadering) {
  return { contactmomentId, op, namens };
}
