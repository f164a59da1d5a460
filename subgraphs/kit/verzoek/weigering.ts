import { GraafFout } from '../errors.ts';

/** Why a question is not taken; for the log, never for who asked. */
export type Weigerreden =
  | 'GEEN_TOKEN'
  | 'MEER_TOKENS'
  | 'TE_GROOT'
  | 'GEEN_BEARER'
  | 'KOPVELD'
  | 'SLEUTEL'
  | 'HANDTEKENING'
  | 'CLAIMS'
  | 'PUBLIEK'
  | 'VERLOPEN'
  | 'NOG_NIET_GELDIG'
  | 'TE_LANG_GELDIG'
  | 'GRAAF_OPEN'
  | 'ANDERE_VRAAG'
  | 'HERHAALD';

/** A question without a token that is for it. HTTP status 401. */
export class Verzoekweigering extends GraafFout {
  readonly statusCode = 401;
  readonly reden: Weigerreden;

  constructor(reden: Weigerreden) {
    super('VERZOEK_GEWEIGERD', 'This subgraph answers its gateway only.');
    this.reden = reden;
  }
}
