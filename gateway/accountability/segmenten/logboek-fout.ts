/** Why a log cannot be opened, read or written. Constants, so that they may stand in a log line. */
export type LogboekFoutcode =
  | 'BEZET'
  | 'BESCHADIGD'
  | 'AFGEKAPT'
  | 'ANDERE_INHOUD'
  | 'WEG'
  | 'VOL'
  | 'GESLOTEN'
  | 'SLEUTEL_ONGELDIG';

/** What the store of segments throws of its own; errors of the disk (`ENOSPC`, `EIO`) come through as they are. */
export class LogboekFout extends Error {
  override readonly name = 'LogboekFout';
  readonly code: LogboekFoutcode;

  constructor(code: LogboekFoutcode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
