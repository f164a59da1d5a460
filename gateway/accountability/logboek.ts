import { join } from 'node:path';
import { GraafFout, type Logger, leesGeheim, leesOndertekensleutel } from '../../subgraphs/kit/index.ts';
import { type Gegevensstromen, leesGegevensstromen } from '../access/index.ts';
import { type Auditregel, auditregelvorm } from './auditregel.ts';
import { leesBetrokkenesleutels } from './betrokkene.ts';
import type { LogboekConfig } from './config.ts';
import { auditNaarLogRecord, createUitvoer, type Uitvoer, verwerkingNaarLogRecord } from './otlp/index.ts';
import { leesSegmenten, type OpenBestand, openSegmenten, type Segmenten } from './segmenten/index.ts';
import { leesVerwerkingenregister, type Verwerkingenregister } from './verwerkingenregister.ts';
import {
  maakVerwerkingsregel,
  type Verwerking,
  type Verwerkingsregel,
  verwerkingsregelvorm,
  verwerkingvorm,
} from './verwerkingsregel.ts';

/** HTTP status of an answer that is not given because its records could not be written. */
export const verantwoordingStatus = 503;

/** Directories of the two logs. */
export const verwerkingenDir = (dir: string): string => join(dir, 'verwerkingen');
export const auditDir = (dir: string): string => join(dir, 'audit');

export type LogboekSettings = LogboekConfig & {
  readonly now?: () => Date;
  readonly openBestand?: OpenBestand;
};

export type Inzagevraag = {
  readonly betrokkene: string;
  /** Type of that id; default `CLIENTNUMMER`. */
  readonly soort?: string;
  /** Processings that began from the first up to and including the second moment. */
  readonly vanaf?: Date;
  readonly tot?: Date;
  /** Also what is confidential for an investigation: never for the data subject. */
  readonly metVertrouwelijk?: boolean;
};

/** The two logs of the gateway: processing records, and who asked. */
export type Logboek = {
  readonly register: Verwerkingenregister;
  readonly gegevensstromen: Gegevensstromen;
  /**
   * Resolves when all of it is on disk: only then may the answer leave. When it rejects, part of it can be
   * there: a record of data that was not given, never the other way round.
   * @throws GraafFout `VERANTWOORDING_NIET_MOGELIJK` (HTTP 503)
   */
  readonly schrijf: (regels: {
    readonly verwerkingen: readonly Verwerking[];
    readonly audit: Auditregel;
  }) => Promise<void>;
  /** The processing records of one data subject, oldest first. */
  readonly lees: (vraag: Inzagevraag) => Promise<readonly Verwerkingsregel[]>;
  /** Whether records can be written now. */
  readonly gereed: () => boolean;
  readonly sluit: () => Promise<void>;
};

/**
 * Opens both logs; what a crash left is mended first.
 * @throws ConfiguratieFout (keys, register), LogboekFout (in use, damaged), the error of the disk
 */
export async function createLogboek(settings: LogboekSettings, logger: Logger): Promise<Logboek> {
  const { dir, maxBytes, fsync, retention, schrijfTimeoutMs, now, openBestand } = settings;
  const register = leesVerwerkingenregister(settings.registerDir);
  const gegevensstromen = leesGegevensstromen(settings.stromenDir);
  const sleutels = leesBetrokkenesleutels(settings.sleutelFiles, 'LOGBOEK_SLEUTEL_FILE');
  const ondertekensleutel =
    settings.ondertekensleutelFile === undefined
      ? undefined
      : leesOndertekensleutel(settings.ondertekensleutelFile, 'LOGBOEK_ONDERTEKENSLEUTEL_FILE');
  const uitvoer = openUitvoer(settings, logger);
  const gemeen = {
    maxBytes,
    fsync,
    logger,
    ondertekensleutel,
    ...(now === undefined ? {} : { now }),
    ...(openBestand === undefined ? {} : { openBestand }),
  };
  const verwerkingen = await openSegmenten({
    ...gemeen,
    ...bewaard(uitvoer?.verwerkingen),
    dir: verwerkingenDir(dir),
    inhoud: 'verwerkingen',
    retention: retention.verwerkingen,
  });
  let audit: Segmenten;
  try {
    audit = await openSegmenten({
      ...gemeen,
      ...bewaard(uitvoer?.audit),
      dir: auditDir(dir),
      inhoud: 'audit',
      retention: retention.audit,
    });
  } catch (error) {
    await verwerkingen.sluit();
    throw error;
  }

  uitvoer?.verwerkingen.start(() => verwerkingen.stand().nr);
  uitvoer?.audit.start(() => audit.stand().nr);

  const maakRegels = (gegeven: readonly Verwerking[]): readonly Verwerkingsregel[] => {
    // A profile is many records about few people; the memory of it ends with this answer.
    const bekend = new Map<string, string>();
    const versleutel = (id: string, soort: string) => {
      const sleutel = `${soort} ${id}`;
      const eerder = bekend.get(sleutel);
      if (eerder !== undefined) return eerder;
      const vorm = sleutels.versleutel(id, soort);
      bekend.set(sleutel, vorm);
      return vorm;
    };
    return gegeven.map((verwerking) => {
      const gelezen = verwerkingvorm.parse(verwerking);
      if (register.metId(gelezen.verwerkingsactiviteit) === undefined) {
        throw new RangeError('the processing activity is not in the register');
      }
      return maakVerwerkingsregel(gelezen, versleutel);
    });
  };

  return {
    register,
    gegevensstromen,
    schrijf: async (regels) => {
      try {
        const verwerkt = maakRegels(regels.verwerkingen);
        const auditregel = auditregelvorm.parse(regels.audit);
        await binnen(
          schrijfTimeoutMs,
          Promise.all([verwerkingen.append(verwerkt), audit.append([auditregel])]),
        );
      } catch (error) {
        logger.error(
          { error, correlationId: regels.audit.correlationId },
          'an answer is not given: its records cannot be written',
        );
        throw new GraafFout(
          'VERANTWOORDING_NIET_MOGELIJK',
          'Dit antwoord kan nu niet worden gegeven, omdat het niet kan worden vastgelegd.',
          { cause: error },
        );
      }
    },
    lees: (vraag) => leesInzage(vraag, verwerkingenDir(dir), sleutels.alleVormen, register),
    gereed: () => verwerkingen.gereed() && audit.gereed(),
    sluit: async () => {
      await Promise.all([uitvoer?.verwerkingen.stop(), uitvoer?.audit.stop()]);
      await Promise.all([verwerkingen.sluit(), audit.sluit()]);
    },
  };
}

/** A segment that a collector has not taken does not expire: nothing is lost, and the disk is the bound. */
const bewaard = (uitvoer: Uitvoer | undefined) =>
  uitvoer === undefined ? {} : { bewaarVanaf: uitvoer.segment };

function openUitvoer({ dir, otlp }: LogboekSettings, logger: Logger) {
  if (otlp === undefined) return undefined;
  const token =
    otlp.tokenFile === undefined ? undefined : leesGeheim(otlp.tokenFile, 'LOGBOEK_OTLP_TOKEN_FILE');
  const url = new URL(`${otlp.url.pathname.replace(/\/$/, '')}/v1/logs`, otlp.url);
  const wijzer = (log: string) => join(dir, 'uitvoer', `${log}.json`);
  const settings = { url, token, dienst: 'werkplein-graph' };
  return {
    verwerkingen: createUitvoer(
      verwerkingenDir(dir),
      wijzer('verwerkingen'),
      verwerkingNaarLogRecord,
      settings,
      logger,
    ),
    audit: createUitvoer(auditDir(dir), wijzer('audit'), auditNaarLogRecord, settings, logger),
  };
}

/** Reads a data subject's records beside whoever writes them: `Logboek.lees` without a log that is open. */
export async function leesInzage(
  vraag: Inzagevraag,
  dir: string,
  alleVormen: (id: string, soort: string) => readonly string[],
  register: Verwerkingenregister,
): Promise<readonly Verwerkingsregel[]> {
  const { betrokkene, soort = 'CLIENTNUMMER', vanaf, tot, metVertrouwelijk = false } = vraag;
  const gevonden: Verwerkingsregel[] = [];
  for (const vorm of alleVormen(betrokkene, soort)) {
    // A record is written after the processing began, never before.
    const grens = vanaf === undefined ? {} : { vanaf: vanaf.toISOString() };
    for await (const { inhoud } of leesSegmenten(dir, { met: `"${vorm}"`, ...grens })) {
      const regel = verwerkingsregelvorm.parse(inhoud);
      if (regel.attributes['dpl.core.data_subject_id'] !== vorm) continue;
      if (vanaf !== undefined && regel.startTime < vanaf.getTime()) continue;
      if (tot !== undefined && regel.startTime > tot.getTime()) continue;
      const activiteit = register.metId(regel.attributes['dpl.core.processing_activity_id']);
      // An activity that is no longer known may have been confidential.
      if (!metVertrouwelijk && activiteit?.vertrouwelijk !== false) continue;
      gevonden.push(regel);
    }
  }
  return gevonden.sort((a, b) => a.startTime - b.startTime);
}

/** What a disk that hangs would keep waiting for ever. */
async function binnen<T>(timeoutMs: number, werk: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const teLaat = new Promise<never>((_klaar, mislukt) => {
    timer = setTimeout(() => {
      mislukt(new Error('writing takes too long'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([werk, teLaat]);
  } finally {
    clearTimeout(timer);
  }
}
