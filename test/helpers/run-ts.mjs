// `node run-ts.mjs MODULE.ts [ARGUMENTS]` runs a TypeScript module in a process of its own, one that a test may kill.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(resolve(process.argv[2]), { configFile: false, logLevel: 'error' });
