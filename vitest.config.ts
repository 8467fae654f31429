import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const server = ['tests/support/global-setup.ts']

/** `npm run check` runs everything but the journeys; `npm test` runs all. */
export default defineConfig({
  test: {
    globalSetup: server,
    // Left alone, a machine with two cores gets a single worker, and most of a file's time is loading the program.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          // Loading the program takes as long as its tests; each file still has a database of its own.
          isolate: false,
          sequence: { groupOrder: 0 },
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'tests/faults/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // Each file loads the program anew: the controls take protections out of it.
          name: 'concurrency',
          include: ['tests/concurrency/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          globalSetup: ['tests/support/browser-setup.ts'],
          include: ['tests/journeys/**/*.test.ts'],
          isolate: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
        },
      },
    ],
  },
})
