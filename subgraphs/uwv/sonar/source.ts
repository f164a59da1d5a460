import {
  type BronConfig,
  type Bulkvraag,
  type Correctievraag,
  createHttpBron,
  type Pseudonimiseerder,
  type Toetsvraag,
  type Werkvoorraadgegevens,
} from '../../kit/index.ts';
import { createCorrectievraag } from './correctie-source.ts';
import type { SonarDienstverbanden } from './dienstverbanden-messages.ts';
import { createDienstverbandenvraag } from './dienstverbanden-source.ts';
import { createKandidatenvraag, type Kandidatenvraag } from './kandidaten-source.ts';
import { createKengetallenvraag, type Kengetallenvraag } from './kengetallen-source.ts';
import { createWerkvoorraadtoets, createWerkvoorraadvraag } from './werkvoorraad-source.ts';

export type SonarConfig = BronConfig & { readonly token: string };

/** SONAR: what UWV keeps of jobseekers that no Suwinet service lists. One pool for all its operations. */
export type Sonar = {
  /** The jobseekers of a werkcoach, by number of the werkcoach. */
  readonly werkvoorraad: Bulkvraag<string, Werkvoorraadgegevens>;
  /** Which of some clients are those of a werkcoach. */
  readonly toets: Bulkvraag<Toetsvraag, Werkvoorraadgegevens>;
  /** Jobseekers who are directly employable, for one vacancy. */
  readonly kandidaten: Kandidatenvraag;
  /** How many clients work at an employer, by RSIN; counts, without persons. */
  readonly dienstverbanden: Bulkvraag<string, SonarDienstverbanden>;
  /** Figures over a period, without persons. */
  readonly kengetallen: Kengetallenvraag;
  /** Takes in a citizen's correction request. */
  readonly correctie: Correctievraag;
  readonly sluit: () => Promise<void>;
};

/** Questions are posted, so that no number of a person stands in a URL. */
export function createSonar(config: SonarConfig, pseudoniem: Pseudonimiseerder): Sonar {
  const http = createHttpBron({
    ...config,
    bron: 'SONAR',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${config.token}`,
    },
  });
  return {
    werkvoorraad: createWerkvoorraadvraag(http, pseudoniem),
    toets: createWerkvoorraadtoets(http, pseudoniem),
    kandidaten: createKandidatenvraag(http, pseudoniem),
    dienstverbanden: createDienstverbandenvraag(http),
    kengetallen: createKengetallenvraag(http),
    correctie: createCorrectievraag(http, pseudoniem.bsnVan),
    sluit: http.sluit,
  };
}
