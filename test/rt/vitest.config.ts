import { defineConfig } from 'vitest/config';
import realBrowsers from '../e2e/vitest.config.ts';

/** The same limits and the same second try as in every other run in real browsers. */
export default defineConfig({ test: { ...realBrowsers.test, include: ['test/rt/**/*.test.ts'] } });
