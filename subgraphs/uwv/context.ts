import type DataLoader from 'dataloader';
import {
  type Bronantwoord,
  createBronloader,
  createPseudonimiseerder,
  type OpenSubgraph,
  type SuwiBron,
} from '../kit/index.ts';
import type { UwvConfig } from './config.ts';
import type { Antwoord as AanvraagstatusAntwoord } from './suwinet-aanvraagstatus/messages.ts';
import { createAanvraagstatusBron } from './suwinet-aanvraagstatus/source.ts';
import type { Antwoord as DoelgroepregisterAntwoord } from './suwinet-doelgroepregister/messages.ts';
import { createDoelgroepregisterBron } from './suwinet-doelgroepregister/source.ts';
import type { Antwoord as InkomstenAntwoord } from './suwinet-inkomsten/messages.ts';
import { createInkomstenBron } from './suwinet-inkomsten/source.ts';
import type { Antwoord as WerknemersverzekeringenAntwoord } from './suwinet-werknemersverzekeringen/messages.ts';
import { createWerknemersverzekeringenBron } from './suwinet-werknemersverzekeringen/source.ts';
import type { Antwoord as WerkzoekendeAntwoord } from './suwinet-werkzoekende/messages.ts';
import { createWerkzoekendeBron } from './suwinet-werkzoekende/source.ts';

type Lader<T> = DataLoader<string, Bronantwoord<T>>;

/** One loader for each service, keyed on clientnummer: a client is asked once per service and request. */
export type Context = {
  readonly werknemersverzekeringen: Lader<WerknemersverzekeringenAntwoord>;
  readonly inkomsten: Lader<InkomstenAntwoord>;
  readonly werkzoekende: Lader<WerkzoekendeAntwoord>;
  readonly doelgroepregister: Lader<DoelgroepregisterAntwoord>;
  readonly aanvraagstatus: Lader<AanvraagstatusAntwoord>;
};

/** Suwinet takes one person per question, so this bounds only how many wait together. */
const maxPerVraag = 1_000;

/** Opens a pool for each service; loaders are made for one request at a time. */
export function open(config: UwvConfig): OpenSubgraph<Context> {
  const pseudoniem = createPseudonimiseerder(config.pseudoniem.sleutel, config.pseudoniem.regio);
  const bronnen = {
    werknemersverzekeringen: createWerknemersverzekeringenBron(config.werknemersverzekeringen, pseudoniem),
    inkomsten: createInkomstenBron(config.inkomsten, pseudoniem),
    werkzoekende: createWerkzoekendeBron(config.werkzoekende, pseudoniem),
    doelgroepregister: createDoelgroepregisterBron(config.doelgroepregister, pseudoniem),
    aanvraagstatus: createAanvraagstatusBron(config.aanvraagstatus, pseudoniem),
  };
  return {
    context: (raadpleging) => {
      const lader = <T>({ vraag }: SuwiBron<T>) => createBronloader(raadpleging, vraag, { maxPerVraag });
      return {
        werknemersverzekeringen: lader(bronnen.werknemersverzekeringen),
        inkomsten: lader(bronnen.inkomsten),
        werkzoekende: lader(bronnen.werkzoekende),
        doelgroepregister: lader(bronnen.doelgroepregister),
        aanvraagstatus: lader(bronnen.aanvraagstatus),
      };
    },
    sluit: async () => {
      await Promise.all(Object.values(bronnen).map((bron) => bron.sluit()));
    },
  };
}
