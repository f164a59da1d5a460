/** Partners as an organisational change leaves them: the same resolvers and sources behind another SDL. */
import type { OpenSubgraph, SubgraphDefinitie } from '../../subgraphs/kit/index.ts';
import { behoud, bronnenVan, type Veldkeuze, veldenPerType, voegSamen } from './sdl.ts';

/** Which of two joined partners. */
type Deel = 'gastheer' | 'gast';
type Resolver = (...argumenten: unknown[]) => unknown;
type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

/** The part of a partner that serves the chosen fields, as a subgraph of its own. */
export function deelVan(partner: SubgraphDefinitie, naam: string, kies: Veldkeuze): SubgraphDefinitie {
  const sdl = behoud(partner.sdl, kies);
  const velden = veldenPerType(sdl);
  const resolvers = Object.fromEntries(
    Object.entries(partner.resolvers as Resolvers).flatMap(([type, perVeld]) => {
      const eigen = velden.get(type);
      if (eigen === undefined) return [];
      const over = Object.entries(perVeld).filter(([veld]) => veld.startsWith('__') || eigen.has(veld));
      return [[type, Object.fromEntries(over)]];
    }),
  );
  return { ...partner, naam, sdl, bronnen: bronnenVan(sdl), resolvers };
}

/** Two partners as one subgraph under the name of the first; each keeps its own settings, sources and loaders. */
export function samen(gastheer: SubgraphDefinitie, gast: SubgraphDefinitie): SubgraphDefinitie {
  return {
    naam: gastheer.naam,
    partner: `${gastheer.partner}, ${gast.partner}`,
    sdl: voegSamen(gastheer.sdl, gast.sdl),
    bronnen: [...gastheer.bronnen, ...gast.bronnen],
    leesConfig: (env) => ({ gastheer: gastheer.leesConfig(env), gast: gast.leesConfig(env) }),
    open: (config, deps): OpenSubgraph<object> => {
      const configs = config as Readonly<Record<Deel, unknown>>;
      const een = gastheer.open(configs.gastheer, deps);
      const twee = gast.open(configs.gast, deps);
      return {
        context: (raadpleging) => ({ gastheer: een.context(raadpleging), gast: twee.context(raadpleging) }),
        sluit: async () => {
          await Promise.all([een.sluit(), twee.sluit()]);
        },
      };
    },
    resolvers: voegResolversSamen(
      metContext(gastheer.resolvers as Resolvers, 'gastheer'),
      metContext(gast.resolvers as Resolvers, 'gast'),
    ),
  };
}

/** The resolvers of one of two partners, each given that partner's own part of the context. */
function metContext(resolvers: Resolvers, deel: Deel): Resolvers {
  const wikkel = (naam: string, resolver: Resolver): Resolver => {
    // `__resolveReference` and `__resolveType` have no arguments of the field before the context.
    const plaats = naam.startsWith('__') ? 1 : 2;
    return (...argumenten) => {
      const context = argumenten[plaats] as Readonly<Record<string, unknown>>;
      return resolver(...argumenten.with(plaats, context[deel]));
    };
  };
  return Object.fromEntries(
    Object.entries(resolvers).map(([type, velden]) => [
      type,
      Object.fromEntries(Object.entries(velden).map(([naam, resolver]) => [naam, wikkel(naam, resolver)])),
    ]),
  );
}

function voegResolversSamen(a: Resolvers, b: Resolvers): Resolvers {
  const typen = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...typen].map((type) => [type, { ...b[type], ...a[type] }]));
}
