import { readdir } from 'node:fs/promises';

/** `npm run bench` runs every benchmark, `npm run bench -- telegram vk` the ones named. */
const folder = new URL('.', import.meta.url);
const known = (await readdir(folder)).flatMap((file) => /^(.+)\.bench\.js$/.exec(file)?.[1] ?? []).sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : known) {
  console.log(`\n== ${name}`);
  const { run } = (await import(new URL(`${name}.bench.js`, folder).href)) as { run(): Promise<void> };
  await run();
}
