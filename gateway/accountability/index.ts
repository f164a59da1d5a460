/** Accountability: processing records and audit, on disk before an answer leaves. */
export { type Auditregel, auditregelvorm } from './auditregel.ts';
export { type Betrokkenesleutels, leesBetrokkenesleutels } from './betrokkene.ts';
export { type LogboekConfig, leesLogboekConfig, logboekDir } from './config.ts';
export { createInzage } from './inzage.ts';
export {
  auditDir,
  createLogboek,
  type Inzagevraag,
  type Logboek,
  type LogboekSettings,
  leesInzage,
  verantwoordingStatus,
  verwerkingenDir,
} from './logboek.ts';
export {
  type Bewaartermijn,
  LogboekFout,
  type LogboekFoutcode,
  leesSegmenten,
  openSegmenten,
  type Probleem,
  type Segmenten,
  type SegmentSettings,
  type Stand,
  type Verificatie,
  type VerifyOptions,
  verify,
} from './segmenten/index.ts';
export { openVerantwoording, type Verantwoording } from './verantwoording.ts';
export {
  leesVerwerkingenregister,
  type Verwerkingenregister,
  type Verwerkingsactiviteit,
} from './verwerkingenregister.ts';
export {
  type Verwerking,
  type Verwerkingsregel,
  verwerkingsregelvorm,
  verwerkingvorm,
} from './verwerkingsregel.ts';
export { leesOntsnappingen, type Ontsnapping, weekGrenzen } from './weekrapport.ts';
