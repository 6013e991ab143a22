/**
 * Two projects: `light` runs test files side by side; `heavy` holds what needs root, namespaces or
 * servers and runs one file at a time after the light ones, so that on two cores no test's timing
 * depends on which other file happens to run.
 */
import { defineConfig } from 'vitest/config';

const heavy = ['test/e2e/**/*.test.ts', 'test/scenario/**/*.test.ts', 'test/**/*.heavy.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'light',
          include: ['test/**/*.test.ts'],
          exclude: heavy,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          setupFiles: ['test/kit/die-with-runner.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'heavy',
          include: heavy,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles: ['test/kit/die-with-runner.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
