import { defineConfig } from 'vitest/config';
import preact from '@preact/preset-vite';

export default defineConfig({
  plugins: [preact()],
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/rt/**', 'node_modules/**'],
    setupFiles: ['test/setup.ts'],
    // no test measures time: the limit only ends what hangs, also on a busy machine
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
