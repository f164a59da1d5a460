/** Takes the logs over to an OpenTelemetry collector. */
export { auditNaarLogRecord, verwerkingNaarLogRecord } from './logrecord.ts';
export { createUitvoer, type Uitvoer, type UitvoerSettings } from './uitvoer.ts';
