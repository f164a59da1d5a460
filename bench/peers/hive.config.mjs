/** Hive Gateway without the sharing of identical requests in flight, which would make fifty requests one. */
import { defineConfig } from '@graphql-hive/gateway';

export const gatewayConfig = defineConfig({
  logging: false,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
});
