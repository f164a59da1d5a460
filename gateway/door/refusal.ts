import type { Foutcode } from '../../subgraphs/kit/index.ts';

/** A request that is not let in: an HTTP status, a code, and a sentence that repeats nothing of it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: Foutcode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    code: Foutcode = 'ONGELDIGE_VRAAG',
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
