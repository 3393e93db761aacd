import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The account tests start processes and servers; two cores are the machine this must pass on.
    testTimeout: 30_000,
    // Left to itself, the runner keeps a core free, and on two cores runs one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // A test that leaves the colour of the calling terminal to chance shows different golden files.
    env: { NO_COLOR: '1', TZ: 'UTC' },
  },
})
