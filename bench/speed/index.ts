/** How fast the gateway is, beside others. */
export { buildContestants } from './build.ts';
export { cases } from './cases.ts';
export { contestants, hasPeer } from './contestants/index.ts';
export { composeGraph, graphs } from './graphs/index.ts';
export { measureSpeed } from './measure.ts';
export { parseOptions, type SpeedOptions } from './options.ts';
export { installPeers } from './peers.ts';
export { printProfiles } from './profile.ts';
export { printReport, type SpeedReport } from './report.ts';
