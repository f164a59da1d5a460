import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{gateway,subgraphs,schema,commands,test}/**/*.test.ts'],
    // Real servers over real sockets: generous for a busy two-core machine, never a timed test.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
