/**
 * `@apollo/gateway` reports to its maker unless this is set before it is imported; import this
 * module first wherever it is imported. A test denies every connection off the machine and watches.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
