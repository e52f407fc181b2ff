import { defineCommand } from 'citty';
import { Refusal } from '../domain/refusal.ts';
import { readDeadline } from '../domain/roadmap/deadline/read-deadline.ts';
import { checkFlags, needed, readPeriod } from './flags.ts';

const mostBytes = 10 * 1024 * 1024;

const args = {
  text: {
    type: 'positional',
    required: false,
    description: 'Ячейка «Сроки реализации»; без неё – строки со стандартного ввода',
  },
  from: { type: 'string', description: 'Первый день дорожной карты, 2022-01-01' },
  to: { type: 'string', description: 'Последний день дорожной карты, 2024-12-31' },
} as const;

/** Reads one deadline, or one from each line of standard input, and prints it as JSON. */
export const deadlineCommand = defineCommand({
  meta: { name: 'deadline', description: 'Понять срок из дорожной карты' },
  args,
  async run({ args: given }) {
    checkFlags(given, args, 1);
    const { from, to } = readPeriod(needed('from', given.from), needed('to', given.to));
    if (from === undefined || to === undefined) return;
    const period = { from, to };
    const answer =
      given.text === undefined
        ? (await readLines()).map((line) => readDeadline(line, period))
        : readDeadline(given.text, period);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  },
});

/** An empty line is an empty cell; the line break at the end begins no further one. */
async function readLines(): Promise<string[]> {
  if (process.stdin.isTTY) throw new Refusal('text-missing');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new Refusal('input-too-big', { megabytes: mostBytes / 1024 / 1024 });
    chunks.push(chunk);
  }
  const lines = new TextDecoder().decode(Buffer.concat(chunks)).split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
