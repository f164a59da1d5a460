import type DataLoader from 'dataloader';
import {
  type Bronantwoord,
  createBronloader,
  createOndertekenaar,
  createPseudonimiseerder,
  createToetsloader,
  deClienten,
  type Logger,
  leesOnjuistheid,
  meldBij,
  niemand,
  type Onjuistheid,
  type OpenSubgraph,
  type Poolkandidaat,
  raadpleeg,
  type SuwiBron,
  type Toetsloader,
  type Vacatureprofiel,
  type VerantwoordingSleutel,
  type Werkvoorraadgegevens,
} from '../kit/index.ts';
import type { UwvConfig } from './config.ts';
import type { WerkgeverSleutel } from './entiteiten.ts';
import type { SonarDienstverbanden } from './sonar/dienstverbanden-messages.ts';
import { maxWerkgeversPerVraag } from './sonar/dienstverbanden-source.ts';
import type { SonarKandidaat } from './sonar/kandidaten-messages.ts';
import type { SonarKengetallen } from './sonar/kengetallen-messages.ts';
import { rsinVan } from './sonar/rsin.ts';
import { createSonar } from './sonar/source.ts';
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
import type { IndicatieBericht } from './uwv-indicaties/messages.ts';
import { createIndicatiesBron, maxPersonenPerVraag } from './uwv-indicaties/source.ts';

type Lader<T> = DataLoader<string, Bronantwoord<T>>;

/** One loader for each service, keyed on clientnummer: a client is asked once per service and request. */
export type Context = {
  readonly werknemersverzekeringen: Lader<WerknemersverzekeringenAntwoord>;
  readonly inkomsten: Lader<InkomstenAntwoord>;
  readonly werkzoekende: Lader<WerkzoekendeAntwoord>;
  readonly doelgroepregister: Lader<DoelgroepregisterAntwoord>;
  readonly aanvraagstatus: Lader<AanvraagstatusAntwoord>;
  readonly indicaties: Lader<readonly IndicatieBericht[]>;
  /** By number of the werkcoach. */
  readonly werkvoorraden: Lader<Werkvoorraadgegevens>;
  /** Which of some clients are those of a werkcoach. */
  readonly werkvoorraadtoetsen: Toetsloader;
  /** UWV's own candidates for a vacancy. */
  readonly zoekKandidaten: (
    profiel: Vacatureprofiel,
  ) => Promise<Bronantwoord<readonly Poolkandidaat<SonarKandidaat>[]>>;
  /** Counts at one employer, by what the Handelsregister says of it; without an RSIN SONAR is not asked. */
  readonly telDienstverbanden: (
    handelsregister: WerkgeverSleutel['handelsregister'],
  ) => Promise<Bronantwoord<SonarDienstverbanden>>;
  /** Figures over a period, without persons. */
  readonly telKengetallen: (periode: VerantwoordingSleutel) => Promise<Bronantwoord<SonarKengetallen>>;
  /** Hands over what the citizen who asks says is not right, and gives the receipt. */
  readonly meldOnjuistheid: (bron: string, onjuistheid: Onjuistheid) => ReturnType<typeof meldBij>;
};

/** Suwinet takes one person per question, so this bounds only how many wait together. */
const maxPerVraag = 1_000;

/** Opens a pool for each service; loaders are made for one request at a time. */
export function open(config: UwvConfig, { logger }: { readonly logger: Logger }): OpenSubgraph<Context> {
  const pseudoniem = createPseudonimiseerder(config.pseudoniem.sleutel, config.pseudoniem.regio);
  const ondertekening = createOndertekenaar(config.ondertekening, { logger, bron: 'SUWINET' });
  const suwinet = { ...pseudoniem, onderteken: ondertekening.onderteken };
  const bronnen = {
    werknemersverzekeringen: createWerknemersverzekeringenBron(config.werknemersverzekeringen, suwinet),
    inkomsten: createInkomstenBron(config.inkomsten, suwinet),
    werkzoekende: createWerkzoekendeBron(config.werkzoekende, suwinet),
    doelgroepregister: createDoelgroepregisterBron(config.doelgroepregister, suwinet),
    aanvraagstatus: createAanvraagstatusBron(config.aanvraagstatus, suwinet),
  };
  const indicaties = createIndicatiesBron(config.indicaties, pseudoniem);
  const sonar = createSonar(config.sonar, pseudoniem);
  return {
    context: (raadpleging) => {
      const lader = <T>({ vraag }: SuwiBron<T>) => createBronloader(raadpleging, vraag, { maxPerVraag });
      const dienstverbanden = createBronloader(raadpleging, sonar.dienstverbanden, {
        maxPerVraag: maxWerkgeversPerVraag,
      });
      return {
        werknemersverzekeringen: lader(bronnen.werknemersverzekeringen),
        inkomsten: lader(bronnen.inkomsten),
        werkzoekende: lader(bronnen.werkzoekende),
        doelgroepregister: lader(bronnen.doelgroepregister),
        aanvraagstatus: lader(bronnen.aanvraagstatus),
        indicaties: createBronloader(raadpleging, indicaties.indicaties, {
          maxPerVraag: maxPersonenPerVraag,
        }),
        werkvoorraden: createBronloader(raadpleging, sonar.werkvoorraad, { maxPerVraag }),
        werkvoorraadtoetsen: createToetsloader(raadpleging, sonar.toets),
        zoekKandidaten: (profiel) =>
          raadpleeg(raadpleging, 'SONAR', deClienten, () => sonar.kandidaten(profiel, raadpleging)),
        telDienstverbanden: (handelsregister) => {
          const gelezen = rsinVan(handelsregister);
          return 'rsin' in gelezen
            ? dienstverbanden.load(gelezen.rsin)
            : raadpleeg(raadpleging, 'SONAR', niemand, () => Promise.resolve(gelezen));
        },
        telKengetallen: (periode) =>
          raadpleeg(raadpleging, 'SONAR', niemand, () => sonar.kengetallen(periode, raadpleging)),
        meldOnjuistheid: async (bron, onjuistheid) =>
          meldBij(sonar.correctie, leesOnjuistheid(raadpleging, bron, onjuistheid), raadpleging),
      };
    },
    sluit: async () => {
      ondertekening.sluit();
      await Promise.all([...Object.values(bronnen), indicaties, sonar].map((bron) => bron.sluit()));
    },
  };
}
