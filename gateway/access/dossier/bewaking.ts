import type { Bewaking, EntityRefusal, PreparedOperation } from '../../execution/index.ts';
import { createVerslag } from '../../sources/index.ts';
import type { Identity } from '../identity/identity.ts';
import { besluit, type Dossierrecht } from './besluit.ts';
import { meldingen } from './meldingen.ts';
import { vraagDossierfeiten } from './vraag.ts';

/** Guards the files of clients for one request. */
export type Dossierbewaking = Bewaking & {
  /** The reason that was given, once a file was opened because of it. */
  readonly ontsnapping: () => string | undefined;
};

/**
 * @param operatie the question of `dossiervraag`, prepared
 * @param reden why the worker opens the file of somebody else's client, when one was given
 */
export function createDossierbewaking(
  operatie: PreparedOperation,
  identity: Identity,
  reden: string | undefined,
): Dossierbewaking {
  const recht: Dossierrecht = {
    magVertrouwelijk: identity.rechten?.includes('vertrouwelijk') === true,
    metReden: reden !== undefined,
  };
  let isOntsnapt = false;
  return {
    type: 'Client',
    sleutel: 'clientnummer',
    ontsnapping: () => (isOntsnapt ? reden : undefined),
    beslis: async (clientnummers, context) => {
      const dicht = new Map<string, EntityRefusal>();
      if (identity.clientnummer !== undefined) {
        for (const nummer of clientnummers) {
          if (nummer !== identity.clientnummer) dicht.set(nummer, meldingen.GESLOTEN);
        }
        return dicht;
      }
      // What it costs is of the operation; what it tells is not shown with the operation's own.
      const verslag = createVerslag();
      const feiten = await vraagDossierfeiten(operatie, identity, clientnummers, { ...context, verslag });
      for (const { subgraph, ...melding } of verslag.verwerkingen()) {
        context.verslag.noteerVerwerkingen(subgraph, [melding]);
      }
      for (const nummer of clientnummers) {
        const gevonden = feiten.get(nummer);
        const genomen = gevonden === undefined ? 'NIET_TE_BEPALEN' : besluit(gevonden, recht);
        if (genomen === 'OPEN_MET_REDEN') isOntsnapt = true;
        else if (genomen !== 'OPEN') dicht.set(nummer, meldingen[genomen]);
      }
      return dicht;
    },
  };
}
