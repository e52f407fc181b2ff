import { ensureServer } from '../../src/database/embedded/server.ts';

/** Starts or adopts the server of a data directory, prints its address (or why not) and stops it when its stdin ends. */
const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
try {
  const server = await ensureServer({ dataDir: process.argv[3] ?? '', durable: false, log });
  console.log(JSON.stringify({ url: server.url, adopted: server.adopted }));
  process.stdin.resume().once('end', () => void server.stop());
} catch (error) {
  console.log(JSON.stringify({ error: String(error) }));
}
