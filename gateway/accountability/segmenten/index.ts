/** Append-only logs on disk: durable before they are acknowledged, and any change to them can be found. */
export { leesSegmenten } from './lees-segmenten.ts';
export { leesVanaf } from './lees-vanaf.ts';
export { LogboekFout, type LogboekFoutcode } from './logboek-fout.ts';
export { type OpenBestand, syncMap } from './map.ts';
export { openSegmenten, type Segmenten } from './open-segmenten.ts';
export type { Stand } from './regel.ts';
export type { Bewaartermijn, SegmentSettings } from './settings.ts';
export { type Probleem, type Probleemsoort, type Verificatie, type VerifyOptions, verify } from './verify.ts';
