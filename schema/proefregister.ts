/** Registries with one mistake in them, for tests of what composition says of it. */
import type { Gegevensstroom } from '../gateway/access/index.ts';
import { registry } from '../subgraphs/index.ts';
import { composeRegistry } from './composition.ts';

/** The registry with the SDL of one partner changed. */
export function met(partner: string, verander: (sdl: string) => string): typeof registry {
  return registry.map((een) => {
    if (een.naam !== partner) return een;
    const laad = async () => {
      const definitie = await een.laad();
      const sdl = verander(definitie.sdl);
      if (sdl === definitie.sdl) throw new Error('the SDL was not changed');
      return { ...definitie, sdl };
    };
    return { ...een, laad };
  });
}

/** What composition says is wrong, a line each. @throws when nothing is */
export async function foutenVan(
  partners: typeof registry,
  stromen?: readonly Gegevensstroom[],
): Promise<readonly string[]> {
  const uitkomst = await composeRegistry(partners, stromen).catch((error: unknown) => error);
  if (!(uitkomst instanceof Error)) throw new Error('was composed');
  return uitkomst.message.split('\n');
}
