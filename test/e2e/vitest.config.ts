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
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // the machine may be busy
    expect: { poll: { timeout: 20_000 } },
  },
});
