/** `@apollo/gateway` reports to its maker unless this is set before it is imported; import this module first. */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
