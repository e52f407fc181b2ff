import type { Log } from '../domain/log.ts';

const line = (fields: object, words: string) => {
  const facts = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  process.stderr.write(`${[words, ...facts].join(' ')}\n`);
};

/** For commands: stdout belongs to their answer. */
export const stderrLog: Log = { info: line, warn: line, error: line };
