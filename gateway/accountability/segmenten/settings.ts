import type { KeyObject } from 'node:crypto';
import type { Logger } from '../../../subgraphs/kit/index.ts';
import type { OpenBestand } from './map.ts';

/** How long records are kept: a segment goes, whole, when its last record is older. */
export type Bewaartermijn = {
  /** Name of the profile that sets the term; it stands in the tombstone. */
  readonly profiel: string;
  readonly dagen: number;
};

export type SegmentSettings = {
  /** The directory, of this log alone; made when it is not there (0700). */
  readonly dir: string;
  /** What the log holds (`verwerkingen`, `audit`): a directory of another log is refused. */
  readonly inhoud: string;
  /** Bytes after which a new segment begins; one also begins with each day (UTC). */
  readonly maxBytes: number;
  /**
   * When lines are forced to disk. `per-batch`: appends that come while a write is under way share the next
   * write and fdatasync. `per-schrijf`: each append has its own, and that of the head too.
   */
  readonly fsync: 'per-schrijf' | 'per-batch';
  readonly retention: Bewaartermijn;
  readonly logger: Logger;
  /** Ed25519 private key that signs the head (see `hoofd.ts`). */
  readonly ondertekensleutel?: KeyObject | undefined;
  /** Lines that may wait at most; more are refused at once. Default 20,000. */
  readonly maxWachtend?: number;
  /** Segments from this one on do not expire yet: somebody still has to read them. */
  readonly bewaarVanaf?: () => number;
  readonly now?: () => Date;
  readonly openBestand?: OpenBestand;
  /** Time between two tries after a failure, milliseconds; default 1,000. */
  readonly herhaalMs?: number;
};
