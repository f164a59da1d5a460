/** What the citizen sees of the own data and of who processed them. */
import { GraafFout, type Inzage, type VerwerkingInInzage } from '../../kit/index.ts';
import { leesCursor, maakCursor } from './cursor.ts';

type Verwerkingenvraag = {
  readonly van?: string | null | undefined;
  readonly tot?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

const standaardAantal = 50;
const maxAantal = 100;
/** The longest that records are kept by default, and a day for the time zone. */
const standaardDagen = 1_096;
const dagMs = 86_400_000;

/** Who asks for the own data. @throws GraafFout NIET_GERECHTIGD when that is no citizen */
export function eisBurger(inzage: Inzage | undefined): Inzage {
  if (inzage !== undefined) return inzage;
  throw new GraafFout('NIET_GERECHTIGD', 'Only a citizen who signed in has a file of the own.');
}

/**
 * One page of the processings of the citizen's data, the latest first.
 * @throws GraafFout NIET_GERECHTIGD, ONGELDIGE_INVOER
 */
export async function bladerVerwerkingen(
  inzage: Inzage | undefined,
  { van, tot, first, after }: Verwerkingenvraag,
  nu: Date,
) {
  const burger = eisBurger(inzage);
  const aantal = first ?? standaardAantal;
  if (!Number.isInteger(aantal) || aantal < 1 || aantal > maxAantal) {
    throw new GraafFout('ONGELDIGE_INVOER', `first must be between 1 and ${maxAantal}.`);
  }
  const na = after == null ? undefined : leesCursor(after);
  const vanaf =
    van == null ? new Date(nu.getTime() - standaardDagen * dagMs) : new Date(`${van}T00:00:00.000Z`);
  const einde = tot == null ? nu : new Date(Date.parse(`${tot}T00:00:00.000Z`) + dagMs - 1);
  if (einde < vanaf) throw new GraafFout('ONGELDIGE_INVOER', 'tot must not be before van.');
  const alle = (await burger.verwerkingen(vanaf, einde)).toSorted((a, b) => volgorde(b, a));
  const rest = na === undefined ? alle : alle.filter((verwerking) => volgorde(verwerking, na) < 0);
  const edges = rest
    .slice(0, aantal)
    .map((node) => ({ cursor: maakCursor(node), node: { ...node, grondslagen: [...node.grondslagen] } }));
  return {
    totaal: alle.length,
    edges,
    pageInfo: {
      hasNextPage: rest.length > aantal,
      hasPreviousPage: rest.length < alle.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

type Plek = Pick<VerwerkingInInzage, 'tijdstip' | 'id'>;

function volgorde(a: Plek, b: Plek): number {
  const sleutel = ({ tijdstip, id }: Plek) => `${tijdstip} ${id}`;
  const [eerst, dan] = [sleutel(a), sleutel(b)];
  if (eerst === dan) return 0;
  return eerst < dan ? -1 : 1;
}
