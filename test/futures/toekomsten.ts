/** What may become of the sheltered-employment company, and of the region: each a registry of its own. */
import { registry } from '../../subgraphs/index.ts';
import type { SubgraphDefinitie } from '../../subgraphs/kit/index.ts';
import { deelVan, samen } from './definities.ts';
import type { Veldkeuze } from './sdl.ts';
import type { Verleden } from './stromen.ts';

export type Partners = typeof registry;
export type Toekomst = {
  readonly naam: string;
  readonly partners: () => Promise<Partners>;
  /** Of partners that are not what they were: those whose tasks they do, by name of then. */
  readonly was: Verleden;
  /** Fields that go between partners that were one, as `from > to Type.field`. */
  readonly nieuw: readonly string[];
};

const alles: Veldkeuze = () => true;
const velden =
  (...namen: readonly string[]): Veldkeuze =>
  (type, veld) =>
    namen.includes(`${type}.${veld}`);
const zonder =
  (kies: Veldkeuze): Veldkeuze =>
  (type, veld) =>
    !kies(type, veld);

/** What serves re-integration of people outside the Wsw too. */
const reintegratie = velden('Client.loonwaarde', 'Client.ontwikkelplan');
/** What belongs to work at employers. */
const detachering = velden(
  'Client.plaatsingen',
  'Werkgever.swPlaatsingen',
  'Vacature.kandidatenSw',
  'WerkvoorraadArbeidsbemiddelaar.vanSw',
  'WerkvoorraadArbeidsbemiddelaar.bevat',
);

export const toekomsten: readonly Toekomst[] = [
  {
    naam: 'the company does the Wsw only; the municipality measures wage value and keeps development plans',
    partners: async () => {
      const { gemeente, sw } = await partijen();
      return vervang({
        gemeente: [samen(gemeente, deelVan(sw, 'gemeente', reintegratie))],
        sw: [deelVan(sw, 'sw', zonder(reintegratie))],
      });
    },
    was: { gemeente: ['gemeente', 'sw'] },
    nieuw: [],
  },
  {
    naam: 'the company merges with the municipal service',
    partners: async () => {
      const { gemeente, sw } = await partijen();
      return vervang({ gemeente: [samen(gemeente, sw)], sw: [] });
    },
    was: { gemeente: ['gemeente', 'sw'] },
    nieuw: [],
  },
  {
    naam: 'sheltered work stands apart from secondment',
    partners: async () => {
      const { sw } = await partijen();
      return vervang({
        sw: [deelVan(sw, 'swbeschut', zonder(detachering)), deelVan(sw, 'swdetachering', detachering)],
      });
    },
    was: { swbeschut: ['sw'], swdetachering: ['sw'] },
    nieuw: ['swbeschut > swdetachering Client.clientnummer', 'swdetachering > swbeschut Client.clientnummer'],
  },
  {
    naam: 'the company is liquidated and its tasks are bought elsewhere',
    partners: async () => {
      const { sw } = await partijen();
      return vervang({ sw: [deelVan(sw, 'uitvoerderwsw', alles)] });
    },
    was: { uitvoerderwsw: ['sw'] },
    nieuw: [],
  },
];

/** Today's registry without fields that nobody takes over: what must never pass for a future. */
export async function zonderVelden(...namen: readonly string[]): Promise<Partners> {
  const { sw } = await partijen();
  return vervang({ sw: [deelVan(sw, 'sw', zonder(velden(...namen)))] });
}

async function partijen() {
  const laad = async (naam: string): Promise<SubgraphDefinitie> => {
    const partner = registry.find((regel) => regel.naam === naam);
    if (partner === undefined) throw new Error(`no partner ${naam}`);
    return partner.laad();
  };
  return { gemeente: await laad('gemeente'), sw: await laad('sw') };
}

/** The registry with other subgraphs in the place of some. */
function vervang(nieuw: Readonly<Record<string, readonly SubgraphDefinitie[]>>): Partners {
  return registry.flatMap((regel) => {
    const plaats = nieuw[regel.naam];
    if (plaats === undefined) return [regel];
    return plaats.map((definitie) => ({ naam: definitie.naam, laad: () => Promise.resolve(definitie) }));
  });
}
