import { defineConfig } from 'vitest/config';

/** Real browsers: one file after the other, since each starts its own. */
export default defineConfig({
  test: { root: '.', include: ['test/rt/**/*.test.ts'], environment: 'node', fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 },
});
