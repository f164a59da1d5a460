import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  resolve: {
    // Node loads graphql's CommonJS build for everybody; vite would give our own files its other one,
    // and two copies of graphql do not know each other's schemas.
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
  },
  test: {
    // Both cores of a small machine; most tests wait for a socket now and then.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/setup.ts'],
    include: ['{gateway,subgraphs,schema,commands,bench,test}/**/*.test.ts'],
    // Real servers over real sockets: generous for a busy two-core machine, never a timed test.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
