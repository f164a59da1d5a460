/** How fast the gateway is, beside others. */
export { buildContestants } from './build.ts';
export { contestants } from './contestants/index.ts';
export { measureSpeed } from './measure.ts';
export { parseOptions, type SpeedOptions } from './options.ts';
export { installPeers } from './peers.ts';
export { printReport, type SpeedReport } from './report.ts';
