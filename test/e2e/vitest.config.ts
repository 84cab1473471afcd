import { defineConfig } from 'vitest/config';

/** Real browsers: one file after the other, since each starts its own. */
export default defineConfig({
  test: {
    root: '.',
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    // a browser that stalls on a busy machine is asked once more; the report names every test that needed it
    retry: 1,
    fileParallelism: false,
    // no test measures time: the limits only end what hangs, also on a busy machine
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 45_000 } },
  },
});
