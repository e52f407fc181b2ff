import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const report = process.env.VITEST_REPORT;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/helpers/database-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores are the smallest machine the suite must be quick on: a fork imports the tree once for all of its files,
    // which is safe as long as nobody mocks a module. Each fork keeps its own Postgres pools.
    pool: 'forks',
    isolate: false,
    // Vitest leaves one core alone, which on two is half of the machine; our tests wait for PostgreSQL most of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
